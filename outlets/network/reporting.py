"""Half-year reports: outlets that the state supports or has recognised say what they sold and whom they received.

The day a report is due is the office's clock `outlet.report` after the end of the half-year.
"""

from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from office.clocks import clock
from office.notices import tell
from office.stages import Refused

from ..models import NetworkReport, Outlet, RecognitionApplication
from ..rules import keeps, runs_network
from .verifying import keepers_of

MOST_GOODS = 5_000
MOST_SALES = 1_000_000_000_000
MOST_VISITORS = 5_000_000


def half_before(day):
    """(year, half) of the half-year that ended last before `day`."""
    return (day.year, 1) if day.month > 6 else (day.year - 1, 2)


def days_of(year, half):
    """First and last day of a half-year."""
    return (date(year, 1, 1), date(year, 6, 30)) if half == 1 else (date(year, 7, 1), date(year, 12, 31))


def who_reports(year, half):
    """Outlets with the duty to report of this half-year: supported by the state, or recognised on a day of it."""
    first, last = days_of(year, half)
    recognised = RecognitionApplication.objects.filter(
        Q(revoked_on=None) | Q(revoked_on__gt=first),
        stage=RecognitionApplication.Stage.RECOGNISED,
        valid_from__lte=last,
        valid_to__gte=first,
    )
    served = Q(stage__in=Outlet.SERVING, stage_since__lte=last) | Q(
        stage__in=[Outlet.Stage.SUSPENDED, Outlet.Stage.CLOSED], stage_since__gt=first
    )
    duty = Q(funding=Outlet.Funding.STATE) | Q(pk__in=recognised.values("outlet"))
    return Outlet.objects.filter(served, duty)


def open_duties(today=None):
    """Write down who has to report of the half-year that ended last, and tell their keepers. Returns how many are new."""
    year, half = half_before(today or timezone.localdate())
    end = days_of(year, half)[1]
    due = clock("outlet.report", end).end(end)
    new = 0
    for outlet in who_reports(year, half).exclude(reports__year=year, reports__half=half):
        with transaction.atomic():
            report, made = NetworkReport.objects.get_or_create(
                outlet=outlet, year=year, half=half, defaults={"due_on": due}
            )
            if made:
                new += 1
                _tell_keepers(report)
    return new


@transaction.atomic
def hand_in(report, *, by, goods, sales, visitors, note=""):
    """Hand the figures in: OCOP products on sale, sales in whole đồng, visitors. Returns the report.

    Its keepers may correct it until the day it is due, the Department afterwards too. Raises `Refused`
    at the field for numbers no outlet reaches.
    """
    report = NetworkReport.objects.select_for_update().get(pk=report.pk)
    today = timezone.localdate()
    late = report.handed_in_at is not None and report.due_on < today
    if not runs_network(by) and not keeps(by, report.outlet):
        raise Refused(_("The keepers of the point of sale report."))
    if late and not runs_network(by):
        raise Refused(_("It is handed in and its day has passed: the Department corrects it."))
    for field, value, most in (
        ("goods", goods, MOST_GOODS),
        ("sales", sales, MOST_SALES),
        ("visitors", visitors, MOST_VISITORS),
    ):
        if not 0 <= value <= most:
            raise Refused(_("No point of sale here reaches this number. Please check it."), field=field)
    report.goods, report.sales, report.visitors = goods, sales, visitors
    report.note, report.by = note.strip(), by
    report.handed_in_at = report.handed_in_at or timezone.now()
    report.save()
    return report


def reports_for(user):
    """The reports this person may read: all for the Department, of one's own outlets for keepers."""
    rows = NetworkReport.objects.select_related("outlet")
    if runs_network(user):
        return rows
    return rows.filter(outlet__keepings__user=user, outlet__keepings__until=None)


def _tell_keepers(report):
    link = reverse("outlet_office:report", args=[report.pk])
    with override(settings.LANGUAGE_CODE):
        sentence = _("The report of “%(outlet)s” for the %(period)s is due on %(day)s.") % {
            "outlet": report.outlet.name,
            "period": report.period,
            "day": f"{report.due_on:%d/%m/%Y}",
        }
        for keeper in keepers_of(report.outlet):
            tell(keeper, sentence, link=link, about=f"outlet-{report.outlet_id}")
