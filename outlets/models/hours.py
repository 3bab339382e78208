"""When an outlet is open: dated exceptions to its week, and the spans written ahead for questions."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SpecialDays(models.Model):
    """From `first` to `last` (days, both included) other hours count: `spans`, or closed when there are none.

    `spans` is text like "07:30-11:30,14:00-22:00"; a span may run past midnight ("18:00-01:00"). `outlet`
    is empty for all outlets: those that do not open as usual on public holidays (Tết), or with
    `for_everyone` each one (a storm). Of rows for one day the outlet's own wins, then the one entered last.
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
    for_everyone = models.BooleanField(_("also where public holidays are as usual"), default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["first", "pk"]
        verbose_name = _("special days")
        verbose_name_plural = _("special days")
        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="special_days_end_after_start")
        ]

    def __str__(self):
        return f"{self.first:%d/%m/%Y}–{self.last:%d/%m/%Y} {self.reason}"

    @property
    def hours(self):
        """`spans` as people write them: "07:30–11:30, 14:00–22:00"; "" when closed."""
        return self.spans.replace("-", "–").replace(",", ", ")


class HoursChange(models.Model):
    """Who set the hours of an outlet, when, to what. Never changed."""

    outlet = models.ForeignKey("outlets.Outlet", models.CASCADE, related_name="hours_changes")
    hours = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.at:%d/%m/%Y} {self.hours}"


class MarketYear(models.Model):
    """The market days of one outlet in one year: `days` are ISO dates, made from the lunar days, mended by hand."""

    outlet = models.ForeignKey("outlets.Outlet", models.CASCADE, related_name="market_years")
    year = models.PositiveSmallIntegerField(_("year"))
    days = models.JSONField(_("market days"), default=list)
    by_hand = models.BooleanField(_("changed by hand"), default=False)

    class Meta:
        ordering = ["year"]
        constraints = [models.UniqueConstraint(fields=["outlet", "year"], name="market_year_once")]

    def __str__(self):
        return f"{self.outlet} {self.year}"


class OpenSpan(models.Model):
    """One stretch an outlet is open, written ahead by `outlets.hours.opening` so that lists can ask the database.

    It says what the hours say; whether the outlet serves at all, `Outlet.objects.open_at` asks besides.
    """

    outlet = models.ForeignKey("outlets.Outlet", models.CASCADE, related_name="open_spans")
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()

    class Meta:
        ordering = ["opens_at"]
        indexes = [
            models.Index(fields=["outlet", "closes_at", "opens_at"], name="open_span_of_outlet"),
            models.Index(fields=["opens_at", "closes_at"], name="open_span_by_time"),  # little began already
        ]
        constraints = [
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="open_span_has_length")
        ]

    def __str__(self):
        return f"{self.opens_at} – {self.closes_at}"
