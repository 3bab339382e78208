"""What a provider keeps for its work."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Fee(models.Model):
    """One movement at the provider and what it kept of it, in đồng; `reference` is the provider's, once.

    `said`: amount and currency as the provider told it. A fee that was given back is below 0; one of 0 is
    kept too, so that nobody asks again.
    """

    gateway = models.CharField(_("way to pay"), max_length=20)
    reference = models.CharField(_("provider's reference"), max_length=120)
    settlement = models.ForeignKey(
        "payment.Settlement", models.PROTECT, null=True, blank=True, related_name="fees"
    )
    refund = models.ForeignKey("payment.Refund", models.PROTECT, null=True, blank=True, related_name="fees")
    amount = models.BigIntegerField(_("fee, đồng"))
    said = models.CharField(max_length=40)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "payment"
        verbose_name = _("provider's fee")
        verbose_name_plural = _("providers' fees")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["gateway", "reference"], name="provider_fee_once"),
            models.CheckConstraint(
                condition=models.Q(settlement=None, refund__isnull=False)
                | models.Q(settlement__isnull=False, refund=None),
                name="provider_fee_of_a_payment_or_a_refund",
            ),
        ]

    def __str__(self):
        return f"{self.gateway} {self.reference}"

    @property
    def due(self):
        return (self.settlement or self.refund).due
