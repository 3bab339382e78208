"""What the network is to reach, and what its outlets report."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TargetQuerySet(models.QuerySet):
    def in_force(self, on):
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)


class Target(models.Model):
    """How many serving outlets there are to be, in each former district, in the province or outside of it.

    `kind` is empty when every kind counts. `at_most` is empty when there is no upper number.
    """

    class Scope(models.TextChoices):
        EACH_AREA = "each_area", _("each former district")
        PROVINCE = "province", _("the whole province")
        OUTSIDE = "outside", _("other provinces")

    scope = models.CharField(_("where"), max_length=10, choices=Scope.choices)
    kind = models.CharField(_("kind"), max_length=12, blank=True)
    at_least = models.PositiveSmallIntegerField(_("at least"))
    at_most = models.PositiveSmallIntegerField(_("at most"), null=True, blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=300)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    objects = TargetQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("target of the network")
        verbose_name_plural = _("targets of the network")

    def __str__(self):
        return f"{self.get_scope_display()}: {self.at_least}"


class ReportQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(handed_in_at=None)

    def overdue(self, on=None):
        """Those not handed in whose day has passed."""
        return self.waiting().filter(due_on__lt=on or timezone.localdate())


class NetworkReport(models.Model):
    """What an outlet reports of half a year (`half` 1 or 2). Sales are whole đồng; empty until handed in."""

    outlet = models.ForeignKey("outlets.Outlet", models.CASCADE, related_name="reports")
    year = models.PositiveSmallIntegerField(_("year"))
    half = models.PositiveSmallIntegerField(_("half"))
    due_on = models.DateField(_("due on"))
    handed_in_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    goods = models.PositiveIntegerField(_("OCOP products on sale"), null=True, blank=True)
    sales = models.PositiveBigIntegerField(_("sales of OCOP products"), null=True, blank=True)
    visitors = models.PositiveIntegerField(_("visitors"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-half", "outlet__name"]
        verbose_name = _("half-year report")
        verbose_name_plural = _("half-year reports")
        constraints = [
            models.UniqueConstraint(fields=["outlet", "year", "half"], name="one_report_per_half_year"),
            models.CheckConstraint(condition=Q(half__in=[1, 2]), name="report_of_a_half_year"),
            models.CheckConstraint(
                condition=Q(handed_in_at=None)
                | Q(goods__isnull=False, sales__isnull=False, visitors__isnull=False),
                name="report_handed_in_is_whole",
            ),
        ]

    def __str__(self):
        return f"{self.outlet} {self.period}"

    @property
    def period(self):
        """ "the first half of 2026"."""
        name = _("first half of %(year)s") if self.half == 1 else _("second half of %(year)s")
        return str(name % {"year": self.year})

    @property
    def is_overdue(self):
        return self.handed_in_at is None and self.due_on < timezone.localdate()
