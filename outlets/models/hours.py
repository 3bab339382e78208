"""When an outlet is open: dated exceptions to its week, and the spans written ahead for questions."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class SpecialDays(models.Model):
    """From `first` to `last` (days, both included) other hours count: `spans`, or closed when there are none.

    `spans` is text like "07:30-11:30,14:00-22:00"; a span may run past midnight ("18:00-01:00"). `outlet`
    is empty for all outlets that close on holidays (Tết). Of rows for one day the outlet's own wins, then
    the one entered last.
    """

    outlet = models.ForeignKey(
        "outlets.Outlet",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="special_days",
        verbose_name=_("point of sale"),
    )
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))
    spans = models.CharField(_("hours"), max_length=100, blank=True)
    reason = models.CharField(_("reason"), max_length=120)

    class Meta:
        ordering = ["first", "pk"]
        verbose_name = _("special days")
        verbose_name_plural = _("special days")
        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="special_days_end_after_start")
        ]

    def __str__(self):
        return f"{self.first:%d/%m/%Y}–{self.last:%d/%m/%Y} {self.reason}"


class OpenSpan(models.Model):
    """One stretch an outlet is open, written ahead by `outlets.opening` so that lists can ask the database."""

    outlet = models.ForeignKey("outlets.Outlet", models.CASCADE, related_name="open_spans")
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()

    class Meta:
        ordering = ["opens_at"]
        indexes = [models.Index(fields=["outlet", "closes_at", "opens_at"], name="open_span_of_outlet")]
        constraints = [
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="open_span_has_length")
        ]

    def __str__(self):
        return f"{self.opens_at} – {self.closes_at}"
