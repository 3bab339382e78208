"""Who said when that what is on record of an outlet is right, and the links by which keepers are asked."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.signed import Signed

LINK_LASTS = timedelta(days=30)


class Verification(models.Model):
    """On `on`, `by` said that the facts of the outlet are right. Never changed; the outlet has the newest."""

    class Way(models.TextChoices):
        DESK = "desk", _("on the desk")
        LINK = "link", _("by the link sent")

    outlet = models.ForeignKey("outlets.Outlet", models.CASCADE, related_name="verifications")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    on = models.DateField(_("day"))
    way = models.CharField(max_length=4, choices=Way.choices, default=Way.DESK)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self):
        return f"{self.outlet} {self.on:%d/%m/%Y}"


class ConfirmationAsk(Signed, models.Model):
    """A link sent to a keeper: one tap there says that what is on record is right. It ends after 30 days."""

    SALT = "outlets.confirmation"
    SIGNED = "pk"

    outlet = models.ForeignKey("outlets.Outlet", models.CASCADE, related_name="asks")
    keeper = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    sent_on = models.DateField(_("sent on"), default=timezone.localdate)
    by_clock = models.BooleanField(default=False)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-sent_on", "-pk"]

    def __str__(self):
        return f"{self.outlet} → {self.keeper}"

    def get_absolute_url(self):
        return reverse("outlet_office:confirm-by-link", args=[self.pk, self.signature])

    @property
    def has_ended(self):
        return timezone.localdate() > self.sent_on + LINK_LASTS
