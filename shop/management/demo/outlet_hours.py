"""Hours of the demo that a week does not say: Tết at one place, appointments at another, repairs at a third."""

from datetime import timedelta

from django.utils import timezone

from outlets.hours import lunar, osm, scheduling
from outlets.models import Outlet

CENTRE, GARDEN, REPAIRS = "trung-tam-ocop-thanh-sen", "vuon-buoi-phuc-trach", "cua-hang-ocop-duc-tho"


def plant(*, by):
    """Each once, and only where the outlet is."""
    places = {outlet.slug: outlet for outlet in Outlet.objects.filter(slug__in=(CENTRE, GARDEN, REPAIRS))}
    garden = places.get(GARDEN)
    if garden and not garden.by_appointment:
        scheduling.set_hours(garden, by=by, week=osm.read(garden.hours), by_appointment=True)
    centre = places.get(CENTRE)
    if centre and not centre.special_days.exists():
        _tet(centre, by)
    repairs = places.get(REPAIRS)
    if repairs and not repairs.special_days.exists():
        first = timezone.localdate() + timedelta(days=9)
        scheduling.add_special_days(
            repairs, by=by, first=first, last=first + timedelta(days=1), reason="Nghỉ kiểm kê cuối kỳ"
        )


def _tet(outlet, by):
    """Short hours on the last day of the year and from the fourth on; closed on the three days between."""
    year = scheduling.next_tet()
    tet = lunar.tet(year)
    closed = {tet + timedelta(days=step): () for step in range(3)}
    short = {tet + timedelta(days=step): ((480, 690),) for step in (-1, 3, 4)}
    scheduling.set_tet(outlet, by=by, year=year, days=closed | short)
