"""Complaints and label reports: what is said, what was handed in, where it stands and until when."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from office.papers import Paper
from office.signed import Signed
from office.stages import Staged


class About(models.TextChoices):
    PARCEL = "parcel", _("an order or a parcel")
    PRODUCT = "product", _("a product")
    PRODUCER = "producer", _("a producer")
    LABEL = "label", _("a label without a certificate")
    OTHER = "other", _("something else")


class Wish(models.TextChoices):
    REFUND = "refund", _("my money back")
    EXCHANGE = "exchange", _("an exchange")
    EXPLANATION = "explanation", _("an explanation")
    CHECK = "check", _("that somebody checks it")


class Outcome(models.TextChoices):
    KEPT = "kept", _("explained, goods kept")
    REFUNDED = "refunded", _("refunded")
    REPLACED = "replaced", _("replaced")
    REFUSED = "refused", _("refused with a reason")
    WITHDRAWN = "withdrawn", _("withdrawn")
    LABEL_TRUE = "label_true", _("the label is true")
    LABEL_FALSE = "label_false", _("the label is false")
    PASSED_ON = "passed_on", _("passed on to another authority")


OFFERS = (Outcome.KEPT, Outcome.REFUNDED, Outcome.REPLACED, Outcome.REFUSED)
FINDINGS = (Outcome.LABEL_TRUE, Outcome.LABEL_FALSE, Outcome.PASSED_ON)


class Complaint(Signed, Staged):
    """One matter. `due_on` is the last day of the present step, written when the step began; `key` comes
    from the form: the same form sent twice is one complaint. `vulnerable` is a yes or no on purpose: which
    group of Law 19/2023/QH15, Article 8, somebody belongs to is sensitive and changes nothing here.
    """

    SALT = "complaint-page"

    class Stage(models.TextChoices):
        SELLER = "seller", _("with the seller")
        ANSWERED = "answered", _("answered by the seller")
        PLATFORM = "platform", _("with the shop")
        DECIDED = "decided", _("decided by the shop")
        TRADE = "trade", _("with the Department of Industry and Trade")
        INSPECTION = "inspection", _("with the inspection")
        CLOSED = "closed", _("closed")

    MOVES: ClassVar = {
        Stage.SELLER: (Stage.ANSWERED, Stage.PLATFORM, Stage.CLOSED),
        Stage.ANSWERED: (Stage.PLATFORM, Stage.CLOSED),
        Stage.PLATFORM: (Stage.SELLER, Stage.DECIDED, Stage.TRADE, Stage.CLOSED),
        Stage.DECIDED: (Stage.TRADE, Stage.CLOSED),
        Stage.TRADE: (Stage.CLOSED,),
        Stage.INSPECTION: (Stage.CLOSED,),
        Stage.CLOSED: (Stage.PLATFORM, Stage.INSPECTION),
    }

    stage = models.CharField(_("stage"), max_length=30, choices=Stage.choices, db_index=True)
    number = models.CharField(_("number"), max_length=20, unique=True)
    key = models.CharField(max_length=64, unique=True, editable=False)
    about = models.CharField(_("about"), max_length=10, choices=About.choices)
    parcel = models.ForeignKey(
        "order.Parcel", models.PROTECT, null=True, blank=True, related_name="complaints"
    )
    product = models.ForeignKey(
        "catalogue.Product", models.SET_NULL, null=True, blank=True, related_name="complaints"
    )
    producer = models.ForeignKey(
        "partner.Partner", models.PROTECT, null=True, blank=True, related_name="complaints"
    )
    where = models.CharField(_("where it was seen"), max_length=300, blank=True)
    subject = models.CharField(_("in one line"), max_length=160)
    text = models.TextField(_("what happened"))
    wish = models.CharField(_("what is asked for"), max_length=12, choices=Wish.choices)
    vulnerable = models.BooleanField(_("protected first"), default=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="complaints"
    )
    name = models.CharField(_("full name"), max_length=120, blank=True)
    phone = PhoneNumberField(_("phone number"), blank=True, db_index=True)
    email = models.EmailField(_("e-mail"), blank=True)
    contact_open = models.BooleanField(_("the seller may see phone and e-mail"), default=False)
    language = models.CharField(max_length=5, default="vi", choices=settings.LANGUAGES, editable=False)
    made_at = models.DateTimeField(_("received"), default=timezone.now)
    step_since = models.DateTimeField(_("at this step since"), default=timezone.now)
    due_on = models.DateField(_("answer until"))
    passed_to_trade_at = models.DateTimeField(null=True, blank=True)
    reopened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices, blank=True)
    outcome_reason = models.TextField(_("reason"), blank=True)
    to_forget = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("complaint")
        verbose_name_plural = _("complaints")
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["stage", "due_on"])]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(stage="closed") | (~models.Q(outcome="") & ~models.Q(closed_at=None)),
                name="complaint_closed_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=~models.Q(about="parcel") | ~models.Q(parcel=None),
                name="complaint_names_its_parcel",
            ),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        """The matter's page for who complains, open to whoever has this address (it carries a signature)."""
        return f"{reverse('complaints:detail', args=[self.number])}?k={self.signature}"

    @property
    def is_label_report(self):
        return self.about == About.LABEL

    @property
    def is_closed(self):
        return self.stage == self.Stage.CLOSED

    @property
    def is_overdue(self):
        """Whether the present step has outlived its last day; true by itself, without a job."""
        return not self.is_closed and self.due_on < timezone.localdate()


class Side(models.TextChoices):
    COMPLAINANT = "complainant", _("who complains")
    SELLER = "seller", _("the seller")
    PLATFORM = "platform", _("the shop")
    TRADE = "trade", _("Department of Industry and Trade")
    INSPECTION = "inspection", _("the inspection")
    CLOCK = "clock", _("the clock")


class Entry(models.Model):
    """One thing said or done, seen by all parties. Never changed. `offer` is what the side proposes."""

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="entries")
    side = models.CharField(max_length=12, choices=Side.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    text = models.TextField(blank=True)
    offer = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    stage = models.CharField(max_length=30, choices=Complaint.Stage.choices, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.complaint} {self.side} {self.at:%d/%m/%Y}"


class Evidence(models.Model):
    """A paper or picture handed in with a complaint, or with one of its entries."""

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="evidence")
    entry = models.ForeignKey(Entry, models.CASCADE, null=True, blank=True, related_name="evidence")
    paper = models.OneToOneField(Paper, models.CASCADE, related_name="complaint_evidence")

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.complaint}: {self.paper}"
