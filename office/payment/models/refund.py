"""Money that goes back."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.stages import Staged


class Refund(Staged):
    """`key` is chosen by who asks: the same key is the same refund. By the provider when `settlement` is
    set; otherwise a person transfers it to `account` ({"bank", "number", "holder"}). Amount in đồng.
    """

    class Stage(models.TextChoices):
        ASKED = "asked", _("asked for")
        SENT = "sent", _("sent")
        DONE = "done", _("paid back")
        FAILED = "failed", _("failed")
        DROPPED = "dropped", _("dropped")

    MOVES = {
        Stage.ASKED: (Stage.SENT, Stage.DONE, Stage.FAILED, Stage.DROPPED),
        Stage.SENT: (Stage.DONE, Stage.FAILED),
        Stage.DONE: (Stage.FAILED,),  # a provider may take it back days later
        Stage.FAILED: (Stage.ASKED, Stage.DROPPED),
    }

    stage = models.CharField(
        _("stage"), max_length=30, choices=Stage.choices, default=Stage.ASKED, db_index=True
    )
    due = models.ForeignKey("payment.Due", models.PROTECT, related_name="refunds")
    settlement = models.ForeignKey(
        "payment.Settlement", models.PROTECT, null=True, blank=True, related_name="refunds"
    )
    amount = models.BigIntegerField(_("amount"))
    reason = models.TextField(_("reason"))
    key = models.CharField(max_length=100, unique=True)
    gateway = models.CharField(_("way back"), max_length=20, blank=True)
    provider_reference = models.CharField(max_length=120, blank=True)
    round = models.PositiveSmallIntegerField(default=1, editable=False)
    account = models.JSONField(_("payee's bank account"), default=dict, blank=True)
    bank_reference = models.CharField(_("bank's reference"), max_length=80, blank=True)
    error = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "payment"
        verbose_name = _("refund")
        verbose_name_plural = _("refunds")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="refund_of_something"),
        ]

    def __str__(self):
        return f"{self.due_id} {self.amount} {self.stage}"

    @property
    def by_hand(self):
        return not self.gateway

    @property
    def idempotency_key(self):
        """Another one for each round: a provider repeats its first answer, also a refusal."""
        return f"refund-{self.pk}-{self.round}"
