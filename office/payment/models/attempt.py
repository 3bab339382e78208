"""One try to pay one due in one way."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AttemptQuerySet(models.QuerySet):
    def paying_later(self):
        """On invoice: asked for, or approved once. A term holds while another way is tried, unless that is cash."""
        asked = models.Q(state__in=Attempt.LIVE) | models.Q(data__has_key="confirmed_for")
        in_cash = Attempt.objects.filter(due=models.OuterRef("due"), gateway="cod", state__in=Attempt.LIVE)
        return self.filter(~models.Exists(in_cash), asked, gateway="invoice")


class Attempt(models.Model):
    """`key` is the idempotency key for the provider, `provider_reference` its name there.

    `data` is the gateway's own: an address to go to, the terms asked for, a code's hash.
    """

    class State(models.TextChoices):
        BEGUN = "begun", _("begun")
        UNDER_WAY = "under_way", _("under way")
        WAITING = "waiting", _("waiting for a confirmation")
        PROMISED = "promised", _("promised")
        UNKNOWN = "unknown", _("the provider has not answered")
        SUCCEEDED = "succeeded", _("paid")
        FAILED = "failed", _("failed")
        ABANDONED = "abandoned", _("given up")

    LIVE = (State.BEGUN, State.UNDER_WAY, State.WAITING, State.PROMISED, State.UNKNOWN)
    UNDECIDED = (State.BEGUN, State.UNDER_WAY, State.UNKNOWN)

    due = models.ForeignKey("payment.Due", models.PROTECT, related_name="attempts")
    gateway = models.CharField(_("way to pay"), max_length=20)
    amount = models.BigIntegerField(_("amount"))
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.BEGUN, db_index=True
    )
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    provider_reference = models.CharField(max_length=120, blank=True)
    data = models.JSONField(default=dict, blank=True)
    error = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(_("payer says it is paid"), null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        app_label = "payment"
        verbose_name = _("try to pay")
        verbose_name_plural = _("tries to pay")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="attempt_of_something"),
            models.UniqueConstraint(
                fields=["gateway", "provider_reference"],
                condition=~models.Q(provider_reference=""),
                name="one_attempt_per_provider_reference",
            ),
            models.UniqueConstraint(
                fields=["due"],
                condition=models.Q(state__in=["begun", "under_way", "waiting", "promised", "unknown"]),
                name="one_live_attempt_per_due",
            ),
        ]

    def __str__(self):
        return f"{self.due_id} {self.gateway} {self.state}"

    @property
    def is_live(self):
        return self.state in self.LIVE
