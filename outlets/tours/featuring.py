"""The route of the month: of the tours on the site, the one whose season and open doors speak for it now."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Itinerary, Stop
from . import surveying
from .choosing import in_season

MOST_TOURS = 100  # looked at; those changed last


@dataclass(frozen=True)
class OfTheMonth:
    """The tour that suits this month best, and why in one sentence."""

    itinerary: Itinerary
    why: str


def of_the_month(today=None):
    """The published tour of the month, or None. The same all month long while nothing changes.

    Before others: with places that receive guests only now, then open on most days of the month, then with
    the shorter season.
    """
    today = today or timezone.localdate()
    tours = list(
        in_season(Itinerary.objects.published(today), today.month)
        .select_related("operator")
        .order_by("-changed_at")[:MOST_TOURS]
    )
    by_tour = defaultdict(list)
    for stop in surveying.with_hosts(Stop.objects.filter(itinerary__in=tours)):
        by_tour[stop.itinerary_id].append(stop)
    first = today.replace(day=1)
    days = [first + timedelta(days=n) for n in range(31) if (first + timedelta(days=n)).month == today.month]
    every = [stop for stops in by_tour.values() for stop in stops]
    almanac = surveying.almanac_of(every, first, days[-1] + timedelta(days=15))
    ranked = sorted(
        (_rank(tour, by_tour[tour.pk], days, almanac) for tour in tours if by_tour[tour.pk]),
        key=lambda row: row[0],
    )
    return ranked[0][1] if ranked and ranked[0][1] else None


def _rank(tour, stops, days, almanac):
    """((what it is sorted by), the tour of the month with its sentence, or None when no day works)."""
    plans = [surveying.planned(stop, almanac, exceptions=True) for stop in stops]
    on = set(tour.weekdays) or set(range(7))
    works = [
        day
        for day in days
        if day.weekday() in on
        and not any(plan.shut or plan.closed_on(day + timedelta(days=plan.day - 1)) for plan in plans)
    ]
    now_only = [
        stop.producer
        for stop in stops
        if stop.producer_id
        and getattr(stop.producer, "visiting", None)
        and len(stop.producer.visiting.months) < 12
    ]
    chosen = OfTheMonth(tour, _why(tour, stops, works, days, now_only)) if works else None
    return (not works, -len(now_only), -len(works), len(tour.months), tour.pk), chosen


def _why(tour, stops, works, days, now_only):
    said = {"month": days[0].month, "works": len(works), "days": len(days), "stops": len(stops)}
    if now_only:
        visiting = now_only[0].visiting
        return _(
            "“%(name)s” receives visitors only in months %(first)d–%(last)d, and in month %(month)d all %(stops)d stops are open on %(works)d of %(days)d days."
        ) % {**said, "name": now_only[0].name, "first": visiting.season_from, "last": visiting.season_to}
    return (
        _("In month %(month)d all %(stops)d stops are open at their time on %(works)d of %(days)d days.")
        % said
    )
