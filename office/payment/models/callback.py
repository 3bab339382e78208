"""What a provider told us, as it was said."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Callback(models.Model):
    """Stored before anything is believed. `event` is the provider's name of it, empty until verified;
    the same event told again points at the first by `repeats`.
    """

    gateway = models.CharField(max_length=20)
    event = models.CharField(max_length=120, null=True, blank=True)
    headers = models.JSONField(default=dict)
    body = models.TextField()
    received_at = models.DateTimeField(default=timezone.now)
    verified = models.BooleanField(default=False)
    repeats = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="repeated")
    handled_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=200, blank=True)

    class Meta:
        app_label = "payment"
        verbose_name = _("callback")
        verbose_name_plural = _("callbacks")
        ordering = ["-received_at", "-pk"]
        indexes = [models.Index(fields=["verified", "received_at"])]
        constraints = [
            models.UniqueConstraint(fields=["gateway", "event"], name="one_callback_per_event"),
        ]

    def __str__(self):
        return f"{self.gateway} {self.event or '?'}"
