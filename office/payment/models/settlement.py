"""Money that arrived."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Settlement(models.Model):
    """One arrival of money, once: unique by the provider's `reference`.

    Without a `due` nobody knows yet what it is for. `asset` is the ledger account it lies on, empty when
    it is in another currency than đồng (then `amount` is in that currency's smallest unit).
    """

    gateway = models.CharField(_("way to pay"), max_length=20)
    reference = models.CharField(_("provider's reference"), max_length=120)
    due = models.ForeignKey("payment.Due", models.PROTECT, null=True, blank=True, related_name="settlements")
    attempt = models.ForeignKey(
        "payment.Attempt", models.PROTECT, null=True, blank=True, related_name="settlements"
    )
    amount = models.BigIntegerField(_("amount"))
    refunded = models.BigIntegerField(_("refunded"), default=0)
    currency = models.CharField(max_length=3, default="VND")
    asset = models.CharField(max_length=40, blank=True)
    note = models.TextField(_("note"), blank=True)
    at = models.DateTimeField(_("arrived"), default=timezone.now)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "payment"
        verbose_name = _("payment received")
        verbose_name_plural = _("payments received")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["gateway", "reference"], name="settled_once"),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="settlement_of_something"),
            models.CheckConstraint(
                condition=models.Q(refunded__gte=0, refunded__lte=models.F("amount")),
                name="no_more_back_than_arrived",
            ),
        ]

    def __str__(self):
        return f"{self.gateway} {self.reference}"

    @property
    def returnable(self):
        """What of it may still go back the way it came, đồng."""
        return self.amount - self.refunded
