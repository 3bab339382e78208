"""What a person has to look at before money counts."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Trouble(models.Model):
    """Something about money that no rule decides. Solved by a person, with a reason."""

    class Kind(models.TextChoices):
        UNKNOWN = "unknown", _("nobody knows what it is for")
        CURRENCY = "currency", _("another currency")
        UNDER = "under", _("too little")
        OVER = "over", _("too much")
        LATE = "late", _("came after it was closed")
        DOUBLE = "double", _("paid twice")
        UNDELIVERED = "undelivered", _("what was paid for is no longer to be had")
        DISPUTE = "dispute", _("the payer disputes the payment at the bank")
        REFUND_FAILED = "refund_failed", _("a refund failed")
        UNREADABLE = "unreadable", _("a callback we cannot read")
        FOREIGN_REFUND = "foreign_refund", _("refunded at the provider, not by us")

    class Answer(models.TextChoices):
        ASSIGNED = "assigned", _("assigned")
        ACCEPTED = "accepted", _("accepted")
        REFUNDED = "refunded", _("refund asked for")
        REOPENED = "reopened", _("asked for again, and settled")
        TRIED_AGAIN = "tried_again", _("tried again")
        NOTED = "noted", _("noted")
        BY_ITSELF = "by_itself", _("resolved by itself")

    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    due = models.ForeignKey("payment.Due", models.PROTECT, null=True, blank=True, related_name="troubles")
    settlement = models.ForeignKey(
        "payment.Settlement", models.PROTECT, null=True, blank=True, related_name="troubles"
    )
    refund = models.ForeignKey(
        "payment.Refund", models.PROTECT, null=True, blank=True, related_name="troubles"
    )
    amount = models.BigIntegerField(_("amount in question"), default=0)
    text = models.TextField(blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=12, choices=Answer.choices, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    solved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "payment"
        verbose_name = _("payment to look at")
        verbose_name_plural = _("payments to look at")
        ordering = ["solved_at", "-made_at", "-pk"]
        indexes = [models.Index(fields=["solved_at", "made_at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(solved_at=None) | ~models.Q(answer=""), name="solved_with_an_answer"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.due_id or ''}"

    @property
    def is_open(self):
        return self.solved_at is None
