"""What a provider told us, as it was said."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .attempt import Attempt
from .refund import Refund


class CallbackQuerySet(models.QuerySet):
    def about(self, due):
        """What we were told of the payments, tries and refunds of `due`; also what was told again."""
        names = [f"settlement {pk}" for pk in due.settlements.values_list("pk", flat=True)]
        lines = due.settlements.exclude(bank_line=None).values_list("bank_line", flat=True)
        names += [f"bank line {pk}" for pk in lines]
        for pk in due.attempts.values_list("pk", flat=True):
            names += [f"attempt {pk} had a hitch", *(f"attempt {pk} {state}" for state in Attempt.State)]
        for pk in due.refunds.values_list("pk", flat=True):
            names += [f"refund {pk} {stage}" for stage in Refund.Stage]
        told = models.Q(outcome__in=names) | models.Q(repeats__outcome__in=names)
        return self.filter(told, verified=True)


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
    outcome = models.CharField(max_length=200, blank=True, db_index=True)

    objects = CallbackQuerySet.as_manager()

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

    @property
    def became(self):
        """What became of it, as people read it; the record's own words where there are no others."""
        thing, *rest = self.outcome.split() or [""]
        last = rest[-1] if rest else ""
        if thing == "settlement":
            return _("booked as a payment")
        if thing == "bank":
            return _("read as a line of the bank")
        if thing == "attempt" and last == "hitch":
            return _("a try was refused, the payer may try again")
        if thing == "attempt" and last in Attempt.State.values:
            return _("the try: %(state)s") % {"state": Attempt.State(last).label}
        if thing == "refund" and last in Refund.Stage.values:
            return _("the refund: %(stage)s") % {"stage": Refund.Stage(last).label}
        return self.outcome
