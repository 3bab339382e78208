"""What an account keeps: addresses, and claims of orders placed without it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from catalogue.producers.models import Commune


class SavedAddress(models.Model):
    """Where parcels of this person go; the commune is a unit of today's map. One of them is the default."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_addresses")
    name = models.CharField(_("full name"), max_length=120)
    phone = PhoneNumberField(_("phone number"))
    commune = models.ForeignKey(Commune, models.PROTECT, related_name="+", verbose_name=_("commune or ward"))
    street = models.CharField(_("house, street or hamlet"), max_length=200)
    is_default = models.BooleanField(_("default"), default=False)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        ordering = ["-is_default", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(is_default=True), name="one_default_address"
            )
        ]

    def __str__(self):
        return f"{self.name}, {self.street}, {self.commune}"


class Claim(models.Model):
    """Somebody signed in says that guest orders of `phone` are theirs; a code sent to it proves that.

    `code` is a keyed hash; empty when no order fits: the person is not told, and no code will fit either.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="order_claims")
    phone = PhoneNumberField(_("phone number"))
    code = models.CharField(max_length=64, blank=True, editable=False)
    tries = models.PositiveSmallIntegerField(default=0)
    until = models.DateTimeField()
    asked_at = models.DateTimeField(default=timezone.now)
    proven_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("claim of orders")
        verbose_name_plural = _("claims of orders")

    def __str__(self):
        return f"{self.user} {self.phone}"
