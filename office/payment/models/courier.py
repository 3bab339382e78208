"""What a courier hands over of the cash collected."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Remittance(models.Model):
    """One transfer of a courier for many collections. `amount` đồng is what came to our bank."""

    carrier = models.CharField(_("courier"), max_length=30)
    bank_reference = models.CharField(_("bank's reference"), max_length=80)
    amount = models.BigIntegerField(_("amount"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "payment"
        verbose_name = _("courier's remittance")
        verbose_name_plural = _("couriers' remittances")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["carrier", "bank_reference"], name="remitted_once"),
        ]

    def __str__(self):
        return f"{self.carrier} {self.bank_reference}"

    @property
    def difference(self):
        """Handed over less collected, đồng; negative when the courier kept something back."""
        return self.amount - sum(line.settlement.amount for line in self.lines.all() if line.settlement)


class RemittanceLine(models.Model):
    """One collection in it; without `settlement` it is of nothing we know."""

    remittance = models.ForeignKey(Remittance, models.CASCADE, related_name="lines")
    settlement = models.OneToOneField(
        "payment.Settlement", models.PROTECT, null=True, blank=True, related_name="remitted"
    )
    reference = models.CharField(max_length=120)
    amount = models.BigIntegerField()

    class Meta:
        app_label = "payment"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.reference} {self.amount}"
