"""What counts on a day: an outlet's week, its market days, public holidays and dated exceptions, read at once."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from django.db.models import Q
from django.utils import timezone

from office.calendar import Holiday

from ..models import MarketYear, Outlet, SpecialDays
from .osm import Spans, Unreadable, Week, read, read_spans

# Why a day is closed, or has other hours than the week says.
SPECIAL, HOLIDAY, SEASON, MARKET, WEEKLY, UNKNOWN = (
    "special",
    "holiday",
    "season",
    "market",
    "week",
    "unknown",
)


@dataclass(frozen=True)
class Day:
    """Hours of one day, in minutes after its midnight; `why` when they are not the week's, `reason` in words."""

    spans: Spans
    why: str = ""
    reason: str = ""


def week_of(outlet) -> Week | None:
    """The week of `outlet`, None when nobody has said one (or the text cannot be read)."""
    return _week(outlet.hours, outlet.on_holidays)


@lru_cache(maxsize=4096)
def _week(hours: str, on_holidays: str) -> Week | None:
    if not hours:
        return None
    try:
        week = read(hours)
    except Unreadable:
        return None
    if week.holidays is None and on_holidays == Outlet.OnHolidays.CLOSED:
        return replace(week, holidays=())
    return week


@lru_cache(maxsize=4096)
def _special_spans(text: str) -> Spans:
    try:
        return read_spans(text) if text else ()
    except Unreadable:
        return ()


def at(day: date, minute: int) -> datetime:
    """`minute` minutes after the midnight `day` begins with; the clock has no summer time here."""
    midnight = datetime.combine(day, datetime.min.time(), timezone.get_default_timezone())
    return midnight + timedelta(minutes=minute)


def _plain(name: str) -> str:
    """ "Tết Nguyên đán" of "Tết Nguyên đán (mồng 1)"."""
    return name.split(" (", maxsplit=1)[0]


class Almanac:
    """Exceptions and market days of `outlets` from `first` to `last`, in three queries at most.

    Asked about a day outside of these, or about another outlet, it knows only the week.
    """

    def __init__(self, outlets, first, last):
        self.first, self.last = first, last
        keys = [outlet.pk for outlet in outlets]
        self._own: dict[int, list[SpecialDays]] = defaultdict(list)
        self._house: list[SpecialDays] = []
        rows = SpecialDays.objects.filter(
            Q(outlet=None) | Q(outlet__in=keys), first__lte=last, last__gte=first
        ).order_by("-pk")  # the one entered last counts
        for row in rows:
            (self._house if row.outlet_id is None else self._own[row.outlet_id]).append(row)
        holidays = Holiday.objects.filter(day__range=(first, last), closed=True)
        self._holidays = {day: _plain(name) for day, name in holidays.values_list("day", "name")}
        self._markets: dict[int, set[str]] = defaultdict(set)
        if any(outlet.lunar_days for outlet in outlets):
            years = MarketYear.objects.filter(outlet__in=keys, year__range=(first.year, last.year))
            for key, days in years.values_list("outlet", "days"):
                self._markets[key].update(days)

    def day(self, outlet, day, *, but_own=False) -> Day:
        """What counts for `outlet` on `day`; with `but_own` as if it had no special days of its own."""
        special = (None if but_own else self.own(outlet, day)) or self.of_house(outlet, day)
        if special:
            return Day(_special_spans(special.spans), SPECIAL, special.reason)
        week = week_of(outlet)
        if week is None:
            return Day((), UNKNOWN)
        spans = week.on(day)
        if spans is None:
            return Day((), SEASON)
        if outlet.lunar_days and day.isoformat() not in self._markets[outlet.pk]:
            return Day((), MARKET)
        if week.holidays is not None and day in self._holidays:
            return Day(week.holidays, HOLIDAY, self._holidays[day])
        return Day(spans, "" if spans else WEEKLY)

    def own(self, outlet, day):
        """The outlet's own special days that count on `day`, or None."""
        return next((row for row in self._own.get(outlet.pk, ()) if row.first <= day <= row.last), None)

    def of_house(self, outlet, day):
        """Those of the house: for everyone, or for whoever is not open as usual on public holidays."""
        rows = [row for row in self._house if row.first <= day <= row.last]
        if not rows:
            return None
        week = week_of(outlet)
        usual = week is not None and week.holidays is None
        return next((row for row in rows if row.for_everyone or not usual), None)

    def spans(self, outlet, day):
        """[(opens, closes)] of `day` as moments; the last may close on the next day."""
        return [(at(day, start), at(day, end)) for start, end in self.day(outlet, day).spans]

    def pattern(self, outlet):
        """Outlets with the same pattern have the same hours on every day."""
        alone = outlet.pk if outlet.lunar_days or outlet.pk in self._own else None
        return outlet.hours, outlet.on_holidays, alone
