"""Goods a buyer sends back after delivery, or complains about to get money or other goods for them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.stages import Staged

from .given_back import GivenBack
from .rule import Reason


class Return(Staged, GivenBack):
    """Of one parcel, whole or in part. The producer answers until `answer_by`; the shop decides what is
    escalated, finally (`final`). `goods` and `delivery` are what is granted, not what is asked. `key` comes
    from the form: the same form sent twice is the same return.
    """

    class Stage(models.TextChoices):
        ASKED = "asked", _("waiting for the producer's answer")
        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("withdrawn by the buyer")
        ESCALATED = "escalated", _("with the shop manager")
        DECIDED = "decided", _("refused by the shop, finally")
        RECEIVED = "received", _("goods received back")
        REFUNDED = "refunded", _("paid back")
        REPLACED = "replaced", _("goods sent again")

    MOVES = {
        Stage.ASKED: (Stage.ACCEPTED, Stage.REFUSED, Stage.WITHDRAWN, Stage.ESCALATED),
        Stage.REFUSED: (Stage.ESCALATED,),
        Stage.ESCALATED: (Stage.ACCEPTED, Stage.DECIDED, Stage.WITHDRAWN),
        Stage.ACCEPTED: (Stage.RECEIVED, Stage.REFUNDED, Stage.REPLACED, Stage.WITHDRAWN),
        Stage.RECEIVED: (Stage.REFUNDED, Stage.REPLACED),
    }
    RUNNING = (Stage.ASKED, Stage.ESCALATED, Stage.ACCEPTED, Stage.RECEIVED)
    OFF = (Stage.WITHDRAWN, Stage.REFUSED, Stage.DECIDED)

    class Remedy(models.TextChoices):
        REFUND = "refund", _("Money back")
        REPLACEMENT = "replacement", _("The same goods again")

    stage = models.CharField(
        _("stage"), max_length=30, choices=Stage.choices, default=Stage.ASKED, db_index=True
    )
    number = models.CharField(_("number"), max_length=20, unique=True)
    key = models.CharField(max_length=64, blank=True, default="", editable=False)
    parcel = models.ForeignKey("order.Parcel", models.CASCADE, related_name="returns")
    reason = models.CharField(_("reason"), max_length=16, choices=Reason.choices)
    text = models.TextField(_("what happened"), max_length=2000)
    wanted = models.CharField(_("what you wish"), max_length=12, choices=Remedy.choices)
    remedy = models.CharField(_("what is given"), max_length=12, choices=Remedy.choices, blank=True)
    send_back = models.BooleanField(_("the goods are to be sent back"), default=False)
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    final = models.BooleanField(_("decided by the shop"), default=False)
    answer_by = models.DateTimeField(_("answer until"))
    lapsed_at = models.DateTimeField(
        _("taken to the shop, as nobody answered in time"), null=True, blank=True
    )
    fee_back = models.PositiveBigIntegerField(_("delivery that can go back, đồng"), default=0)
    replacement_code = models.CharField(_("tracking code of the new parcel"), max_length=60, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)

    class Meta(GivenBack.Meta):
        abstract = False
        verbose_name = _("return")
        verbose_name_plural = _("returns")
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["stage", "answer_by"])]
        constraints = [
            *GivenBack.Meta.constraints,
            models.UniqueConstraint(
                fields=["parcel", "key"], condition=~Q(key=""), name="one_return_of_a_form"
            ),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        """Its page, open to whoever has this address (it carries the order's signature)."""
        order = self.parcel.order
        return f"{reverse('returns:detail', args=[order.number, self.number])}?k={order.signature}"

    @property
    def is_late(self):
        return self.stage == self.Stage.ASKED and self.answer_by < timezone.now()

    @property
    def is_settled(self):
        """Whether the money may go: nothing more is expected of the buyer."""
        if self.remedy != self.Remedy.REFUND:
            return False
        return self.stage == self.Stage.RECEIVED or (self.stage == self.Stage.ACCEPTED and not self.send_back)


class ReturnLine(models.Model):
    """Pieces of one line of the order, with what was paid for them and what the house had given to them as a
    discount; `shelved` of them can be sold again.
    """

    trade_return = models.ForeignKey(Return, models.CASCADE, related_name="lines")
    line = models.ForeignKey("order.Line", models.CASCADE, related_name="returned")
    quantity = models.PositiveIntegerField(_("pieces"))
    worth = models.PositiveBigIntegerField(_("paid for them, đồng"))
    borne = models.PositiveBigIntegerField(_("discount the shop bore, đồng"), default=0)
    granted = models.PositiveBigIntegerField(_("granted, đồng"), default=0)
    shelved = models.PositiveIntegerField(_("back on the shelf"), default=0)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["trade_return", "line"], name="return_names_a_line_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="return_of_something"),
            models.CheckConstraint(
                condition=Q(granted__lte=F("worth")), name="no_more_granted_than_was_paid"
            ),
            models.CheckConstraint(
                condition=Q(shelved__lte=F("quantity")), name="no_more_shelved_than_returned"
            ),
        ]

    def __str__(self):
        return f"{self.quantity} × {self.line.title}"


class ReturnPicture(models.Model):
    """What the buyer shows; private."""

    trade_return = models.ForeignKey(Return, models.CASCADE, related_name="pictures")
    paper = models.ForeignKey("office.Paper", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return str(self.paper)
