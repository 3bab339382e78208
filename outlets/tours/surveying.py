"""What the stops of an itinerary are like today: rows of places and hours, read as a plan."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.producers.folding import fold

from ..hours import opening
from ..hours.almanac import HOLIDAY, SPECIAL, Almanac, week_of
from ..models import Outlet, Stop
from ..models.itinerary import MOST_DAYS
from ..visits import hosting
from . import planning
from .planning import Planned, Trip

EXCEPTIONS = frozenset({SPECIAL, HOLIDAY})


def minute(at):
    """Minutes from midnight to a time of day."""
    return at.hour * 60 + at.minute


def of_itinerary(itinerary):
    """Its stops with all that planning and pages ask of them: 1 query."""
    return with_hosts(Stop.objects.filter(itinerary=itinerary))


def with_hosts(stops):
    """The query set with hosts, places and conditions read along."""
    return stops.select_related("outlet__commune__area", "producer__commune__area", "producer__visiting")


def trip_of(itinerary, today=None):
    """What planning knows of the whole tour: its days of the coming year included."""
    today = today or timezone.localdate()
    return Trip(
        days=itinerary.days,
        guests=itinerary.group_max,
        by_coach=itinerary.by_coach,
        departures=planning.departures(itinerary.months, itinerary.weekdays, today=today),
    )


def problems(itinerary, stops, today=None):
    """What makes the itinerary impossible today, given its stops (`with_hosts`): 3 queries for the hours."""
    today = today or timezone.localdate()
    almanac = almanac_of(stops, today, today + timedelta(days=366 + MOST_DAYS))
    return planning.problems(trip_of(itinerary, today), [planned(stop, almanac) for stop in stops])


def almanac_of(stops, first, last):
    """The hours of the outlets among `stops` from `first` to `last`."""
    outlets = {stop.outlet_id: stop.outlet for stop in stops if stop.outlet_id}
    return Almanac(list(outlets.values()), first - timedelta(days=1), last)


def planned(stop, almanac, *, exceptions=False):
    """A stop as planning sees it. Dated exceptions (Tết, holidays) count on a day asked for, not for a season."""
    facts: dict[str, Any] = {"place": (stop.kind, fold(stop.name)), "asked_at": "name"}
    if stop.outlet_id:
        facts = _outlet_facts(stop, almanac, exceptions=exceptions)
    elif stop.producer_id:
        facts = _producer_facts(stop, exceptions=exceptions)
    return Planned(
        key=stop.pk,
        name=str(stop),
        day=stop.day,
        starts=stop.starts,
        minutes=stop.minutes,
        point=point_of(stop),
        **facts,
    )


def point_of(stop):
    """(latitude, longitude) of a stop, or None where nobody has said it."""
    where = stop
    if stop.outlet_id:
        where = stop.outlet
    elif stop.producer_id:
        where = getattr(stop.producer, "visiting", None)
    if where is None or where.latitude is None or where.longitude is None:
        return None
    return float(where.latitude), float(where.longitude)


def shut(stop):
    """Why nobody is received at this stop at present, as a sentence; "" when its host receives guests."""
    if stop.outlet_id:
        return _outlet_shut(stop.outlet)
    if stop.producer_id:
        visiting = getattr(stop.producer, "visiting", None)
        if stop.producer.is_suspended:
            return _("“%(name)s” is suspended at present.") % {"name": stop.producer.name}
        if visiting is None or not visiting.welcomes:
            return _("“%(name)s” receives no visitors.") % {"name": stop.producer.name}
    return ""


def outlet_closed(almanac, outlet, day, starts, minutes, *, exceptions):
    """Why a group cannot be at the outlet on `day` for `minutes` from `starts`; "" when it can."""
    hours = almanac.day(outlet, day)
    if hours.why in EXCEPTIONS and not exceptions:
        return ""
    begins = minute(starts)
    if any(opens <= begins and begins + minutes <= closes for opens, closes in hours.spans):
        return ""  # nearly always; the rest is for nights and for the words
    why = opening.fits(outlet, day, starts, minutes, almanac)
    return "" if why and not exceptions and _reached(almanac, outlet, day) else why


def _reached(almanac, outlet, day):
    """Whether the day before or after goes by an exception, which may reach over midnight."""
    return any(almanac.day(outlet, day + timedelta(days=n)).why in EXCEPTIONS for n in (-1, 1))


def _outlet_facts(stop, almanac, *, exceptions):
    outlet = stop.outlet
    week = None if exceptions or outlet.lunar_days else week_of(outlet)
    known: dict[tuple, str] = {}

    def closed_on(day: date) -> str:
        """Days alike to the week are looked at once: a season is a year of them. The sentence names the first."""
        if week is None:
            return outlet_closed(almanac, outlet, day, stop.starts, stop.minutes, exceptions=exceptions)
        if almanac.day(outlet, day).why in EXCEPTIONS:
            return ""
        alike = day.weekday(), week.in_season(day)
        if alike not in known:
            why = outlet_closed(almanac, outlet, day, stop.starts, stop.minutes, exceptions=exceptions)
            if not why and _reached(almanac, outlet, day):
                return ""
            known[alike] = why
        return known[alike]

    return {
        "place": ("outlet", outlet.pk),
        "asked_at": "host",
        "takes": outlet.visit_capacity,
        "coach": outlet.coach_places > 0,
        "shut": _outlet_shut(outlet),
        "closed_on": closed_on,
    }


def _outlet_shut(outlet):
    said = {
        "name": outlet.name,
        "day": f"{outlet.stage_since:%d/%m/%Y}",
        "why": outlet.stage_reason.rstrip("."),
    }
    if outlet.stage == Outlet.Stage.CLOSED:
        return _("“%(name)s” has been closed for good since %(day)s: %(why)s.") % said
    if outlet.stage == Outlet.Stage.SUSPENDED:
        return _("“%(name)s” has been suspended since %(day)s: %(why)s.") % said
    return "" if outlet.serves else _("“%(name)s” is not open yet.") % said


def _producer_facts(stop, *, exceptions):
    producer, visiting = stop.producer, getattr(stop.producer, "visiting", None)

    def closed_on(day: date) -> str:
        return hosting.why_closed(visiting, day, stop.starts, stop.minutes, exceptions=exceptions)

    facts: dict[str, Any] = {"place": ("producer", producer.pk), "asked_at": "host", "shut": shut(stop)}
    if visiting is None:
        return facts
    return facts | {
        "takes": visiting.largest_group,
        "coach": visiting.coach_reaches,
        "closed_on": closed_on,
    }
