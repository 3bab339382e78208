"""Whether a plan of stops can be: pure functions over times, places and what hosts say of themselves.

Nothing here asks the database. `outlets.tours.surveying` turns rows into `Planned` stops and a `Trip`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import pairwise
from math import asin, ceil, cos, radians, sin, sqrt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..hours.osm import time_of_day

EARTH_KM = 6371.0088  # mean radius (IUGG)
ROAD_FACTOR = 1.3  # a road in the province is about this much longer than the straight line
TOP_KMH = 60  # more on average, towns and hills included, no coach holds
GETTING_OFF = 5  # minutes to get off and on again
DAY = 24 * 60
Point = tuple[float, float]  # latitude, longitude in degrees (WGS 84)


@dataclass(frozen=True, slots=True)
class Planned:
    """One stop as planning sees it.

    `place` is equal for two stops at the same place. `takes` is the largest group (None for any), `shut` why
    nobody is received there at all, `closed_on(day)` says in a sentence why this stop cannot be on that day.
    `asked_at` is the name of the input that says where it is.
    """

    key: int | None
    name: str
    day: int
    starts: time
    minutes: int
    place: tuple
    point: Point | None = None
    takes: int | None = None
    coach: bool = True
    shut: str = ""
    closed_on: Callable[[date], str] = field(default=lambda day: "", compare=False)
    asked_at: str = "name"

    @property
    def begins(self):
        """Minutes from midnight to the arrival."""
        return self.starts.hour * 60 + self.starts.minute

    @property
    def ends(self):
        """Minutes from midnight to the departure; more than 1,440 past midnight."""
        return self.begins + self.minutes

    @property
    def leaves(self):
        """The departure as people read it."""
        return time_of_day(self.ends)


@dataclass(frozen=True, slots=True)
class Trip:
    """What holds for all stops: how many days and guests, by coach or not, and the days it may start on."""

    days: int
    guests: int
    by_coach: bool
    departures: Sequence[date] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a plan cannot be. `key` is the stop to change, `field` its input; `other` the stop it collides with."""

    key: int | None
    field: str
    sentence: str
    other: int | None = None
    other_field: str = ""

    def at(self, key):
        """The input of the stop `key` this is about; "" when it is about others."""
        if key == self.key:
            return self.field
        return self.other_field if self.other_field and key == self.other else ""


def straight_km(a: Point, b: Point) -> float:
    """Kilometres between two points along the great circle (haversine)."""
    (lat_a, lon_a), (lat_b, lon_b) = ((radians(p[0]), radians(p[1])) for p in (a, b))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def road_km(a: Point, b: Point) -> float:
    """About how many kilometres the road between two points is."""
    return straight_km(a, b) * ROAD_FACTOR


def travel_minutes(a: Point, b: Point) -> int:
    """The least minutes from leaving `a` to being at `b`: the road at 60 km/h, and 5 to get off and on."""
    return ceil(road_km(a, b) / TOP_KMH * 60) + GETTING_OFF


def departures(months: Iterable[int], weekdays: Iterable[int], *, today: date) -> list[date]:
    """The days of the coming year from `today` on that lie in `months` and on `weekdays` (empty: on every one)."""
    wanted, on = set(months), set(weekdays) or set(range(7))
    year = (today + timedelta(days=n) for n in range(365))
    return [day for day in year if day.month in wanted and day.weekday() in on]


def in_order(stops: Iterable[Planned]) -> list[Planned]:
    """By day and arrival."""
    return sorted(stops, key=lambda stop: (stop.day, stop.begins, stop.ends))


def problems(trip: Trip, stops: Iterable[Planned]) -> list[Problem]:
    """All that makes the plan impossible, in the order of the day; empty when it can be."""
    ordered = in_order(stops)
    found = [problem for stop in ordered for problem in _alone(trip, stop)]
    found += _twice(ordered)
    for day in sorted({stop.day for stop in ordered}):
        of_day = [stop for stop in ordered if stop.day == day]
        found += _overlaps(of_day)
        found += _too_far(of_day)
    place = {stop.key: n for n, stop in enumerate(ordered)}
    return sorted(found, key=lambda problem: place[problem.key])


def _alone(trip, stop):
    """What is wrong with one stop whatever the others are."""
    said = {"name": stop.name}
    if not 1 <= stop.day <= trip.days:
        yield Problem(
            stop.key,
            "day",
            ngettext("The tour has %(n)d day.", "The tour has %(n)d days.", trip.days) % {"n": trip.days},
        )
    if stop.ends > DAY:
        yield Problem(stop.key, "minutes", _("This stop would end after midnight."))
    if stop.shut:
        yield Problem(stop.key, stop.asked_at, stop.shut)
        return
    if stop.takes is not None and trip.guests > stop.takes:
        yield Problem(
            stop.key,
            stop.asked_at,
            _("“%(name)s” receives up to %(takes)d guests, the tour has up to %(guests)d.")
            % {**said, "takes": stop.takes, "guests": trip.guests},
        )
    if trip.by_coach and not stop.coach:
        yield Problem(
            stop.key,
            stop.asked_at,
            _("A coach cannot get to “%(name)s” or has no place to park there.") % said,
        )
    if why := _closed(trip, stop):
        yield Problem(stop.key, "starts", why)


def _closed(trip, stop):
    """The first day of the season on which the stop is closed at its time, and how many more there are."""
    days = (start + timedelta(days=stop.day - 1) for start in trip.departures)
    shut = [why for day in days if (why := stop.closed_on(day))]
    if not shut:
        return ""
    why, more = shut[0], len(shut) - 1
    if not more:
        return why
    if len(shut) == len(trip.departures):
        return f"{why} " + _("So on every day of the season.")
    return f"{why} " + ngettext(
        "The same on %(n)d more day of the season.", "The same on %(n)d more days of the season.", more
    ) % {"n": more}


def _twice(ordered):
    seen: dict[tuple, Planned] = {}
    for stop in ordered:
        if first := seen.get(stop.place):
            yield Problem(
                stop.key,
                stop.asked_at,
                _("The tour stops at “%(name)s” already: day %(day)d at %(time)s.")
                % {"name": stop.name, "day": first.day, "time": time_of_day(first.begins)},
                first.key,
                first.asked_at,
            )
        else:
            seen[stop.place] = stop


def _overlaps(of_day):
    for number, later in enumerate(of_day):
        for earlier in of_day[:number]:
            if later.begins < earlier.ends:
                yield Problem(
                    later.key,
                    "starts",
                    _("At %(time)s the group is still at “%(name)s”, until %(until)s.")
                    % {"time": time_of_day(later.begins), "name": earlier.name, "until": earlier.leaves},
                    earlier.key,
                    "minutes",
                )


def _too_far(of_day):
    """Neighbours on the map that the time between them does not reach; stops without a point cost their time."""
    placed = [n for n, stop in enumerate(of_day) if stop.point]
    for before, after in pairwise(placed):
        a, b = of_day[before], of_day[after]
        between = sum(stop.minutes for stop in of_day[before + 1 : after])
        free, needed = b.begins - a.ends - between, travel_minutes(a.point, b.point)
        if 0 <= free < needed:
            yield Problem(
                b.key,
                "starts",
                _(
                    "From “%(a)s” to “%(b)s” it is about %(km)d km: at least %(needed)d minutes, the plan leaves %(free)d."
                )
                % {
                    "a": a.name,
                    "b": b.name,
                    "km": round(road_km(a.point, b.point)),
                    "needed": needed,
                    "free": free,
                },
                a.key,
                "minutes",
            )
