"""A week of opening hours, and OpenStreetMap's text for it.

The part of `opening_hours` that the weekly grid can say: a season ("Apr 15-Sep 05"), weekdays ("Mo-Fr",
"Mo,We"), up to three spans a day ("07:30-11:30,18:00-02:00"), public holidays ("PH off", "PH 08:00-11:00").
Specification: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from django.utils.translation import gettext as _

DAY = 24 * 60
MOST_SPANS = 3
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

Span = tuple[int, int]  # minutes after midnight; the end is after the start, past 1440 on the next day
Spans = tuple[Span, ...]
Season = tuple[tuple[int, int], tuple[int, int]]  # (month, day) of the first and the last day

_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})")
_DATE = rf"({'|'.join(MONTHS)})(?: (\d{{1,2}}))?"
_SEASON = re.compile(rf"{_DATE}-{_DATE}:?(?: |$)")
_RULES = re.compile(r";|,\s+(?=[A-Z])")
_DAYS = re.compile(r"(?:(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)[-,]?)+(?: |$)")


class Unreadable(ValueError):
    """The text is not hours as the grid writes them. The message is a translated sentence."""


@dataclass(frozen=True)
class Week:
    """Seven days, Monday first. `holidays`: None as usual, () closed, or the spans of public holidays.

    Out of season the days of `rest` count; None is closed.
    """

    days: tuple[Spans, ...] = ((),) * 7
    holidays: Spans | None = None
    season: Season | None = None
    rest: tuple[Spans, ...] | None = None

    def on(self, day: date) -> Spans | None:
        """The spans of `day` by its weekday, None out of season."""
        days = self.days if self.in_season(day) else self.rest
        return None if days is None else days[day.weekday()]

    def in_season(self, day: date) -> bool:
        if self.season is None:
            return True
        (first, last), now = self.season, (day.month, day.day)
        return first <= now <= last if first <= last else now >= first or now <= last


def clock(minute: int) -> str:
    """ "07:30"; midnight at the end of a day is "24:00", two in the morning after it "02:00"."""
    minute = minute if minute <= DAY else minute - DAY
    return f"{minute // 60:02}:{minute % 60:02}"


def time_of_day(minute: int) -> str:
    """Minutes from midnight as "08:30"; midnight, at either end of a day, is "00:00"."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def write_spans(spans: Spans) -> str:
    return ",".join(f"{clock(start)}-{clock(end)}" for start, end in spans)


def read_spans(text: str) -> Spans:
    """The spans in "07:30-11:30,18:00-02:00". Raises `Unreadable`: no times, too many, or they overlap."""
    spans = []
    for part in re.split(r"[,;]", text):
        found = _SPAN.fullmatch(part.strip())
        if not found:
            raise Unreadable(
                _("“%(text)s” is not a span of hours like 07:30-11:30.") % {"text": part.strip()}
            )
        spans.append(span(*(int(number) for number in found.groups())))
    return in_order(spans)


def span(hour: int, minute: int, to_hour: int, to_minute: int) -> Span:
    """One span; an end at or before the start lies on the next day, and 00:00-00:00 is the whole day."""
    start, end = hour * 60 + minute, to_hour * 60 + to_minute
    if minute > 59 or to_minute > 59 or start >= DAY or end > DAY:
        raise Unreadable(_("Hours go from 00:00 to 24:00."))
    if start == end != 0:
        raise Unreadable(_("These hours start and end at the same time."))
    return (start, end) if end > start else (start, end + DAY)


def in_order(spans) -> Spans:
    """Spans of one day, early ones first. Raises `Unreadable` when there are too many or they overlap."""
    ordered = tuple(sorted(spans))
    if len(ordered) > MOST_SPANS:
        raise Unreadable(_("A day has at most three spans of hours."))
    for (_start, end), (start, _end) in pairwise(ordered):
        if start < end:
            raise Unreadable(_("These hours overlap."))
    return ordered


def other_half(season: Season) -> Season:
    """The days of the year that are not in `season`."""
    return _next_day(season[1]), _day_before(season[0])


def clash(days: tuple[Spans, ...]) -> int | None:
    """The first weekday whose last span runs into the hours of the day after it, or None."""
    for index, spans in enumerate(days):
        after = days[(index + 1) % 7]
        if spans and after and spans[-1][1] - DAY > after[0][0]:
            return index
    return None


def write(week: Week) -> str:
    """OSM's text for `week`; days that are not named are closed.

    Where a night runs into the next day, the rules add up (","): after a ";" other readers take the next
    day's rule for the whole day and cut the night off.
    """
    rules = _rules(week.days, week.season)
    if week.season and week.rest is not None:
        rules += _rules(week.rest, other_half(week.season))
    every = [*week.days, *(week.rest or ())]
    over_night = any(end > DAY for spans in every for _start, end in spans)
    text = (", " if over_night else "; ").join(rules)
    if week.holidays is not None:
        season = "" if week.rest is not None else _dates(week.season)
        text += f"; {season}PH {write_spans(week.holidays) or 'off'}"
    return text


@lru_cache(maxsize=4096)
def read(text: str) -> Week:
    """The week that `text` says; a later rule wins over an earlier one. Raises `Unreadable`."""
    if text.strip() == "24/7":
        return Week(days=(((0, DAY),),) * 7)
    halves: dict[Season | None, list[Spans]] = {}
    holidays: Spans | None = None
    for rule in filter(None, (part.strip() for part in _RULES.split(text))):
        season, names, spans = _rule(rule)
        if "PH" in names:
            holidays = spans
        for name in names:
            if name != "PH":
                halves.setdefault(season, [()] * 7)[WEEKDAYS.index(name)] = spans
    if not halves:
        return Week(holidays=holidays)
    (season, days), *others = halves.items()
    if not others:
        return Week(tuple(days), holidays, season)
    if len(others) > 1 or season is None or others[0][0] != other_half(season):
        raise Unreadable(_("There may be one season and the rest of the year."))
    return Week(tuple(days), holidays, season, tuple(others[0][1]))


def month_day(month: int, day: int) -> tuple[int, int]:
    """A day of the year. Raises `Unreadable` when no year has it."""
    if not 1 <= month <= 12 or not 1 <= day <= LENGTHS[month - 1]:
        raise Unreadable(_("The calendar has no such day."))
    return month, day


def _rules(days, season):
    return [f"{_dates(season)}{names} {write_spans(spans)}" for names, spans in _alike(days)] or [
        f"{_dates(season)}off"
    ]


def _dates(season):
    """ "Apr 15-Sep 05 ", nothing all year round."""
    return "-".join(f"{MONTHS[month - 1]} {day:02}" for month, day in season) + " " if season else ""


def _next_day(value):
    month, day = value
    return (month, day + 1) if day < LENGTHS[month - 1] else (month % 12 + 1, 1)


def _day_before(value):
    month, day = value
    return (month, day - 1) if day > 1 else ((month - 2) % 12 + 1, LENGTHS[month - 2])


def _alike(days):
    """("Mo-Fr", spans) of days with the same hours, in the order of their first day; closed ones left out."""
    groups: dict[Spans, list[int]] = {}
    for index, spans in enumerate(days):
        if spans:
            groups.setdefault(spans, []).append(index)
    for spans, indexes in groups.items():
        yield ",".join(_runs(indexes)), spans


def _runs(indexes):
    """ "Mo-Fr", "Su": days that follow each other drawn together."""
    first = last = indexes[0]
    for index in [*indexes[1:], None]:
        if index == last + 1:
            last = index
            continue
        yield WEEKDAYS[first] if first == last else f"{WEEKDAYS[first]}-{WEEKDAYS[last]}"
        first = last = index


def _rule(rule):
    """(season, names of days, spans) of one rule between semicolons."""
    season = None
    found = _SEASON.match(rule)
    if found:
        first, first_day, last, last_day = found.groups()
        season = (
            month_day(MONTHS.index(first) + 1, int(first_day or 1)),
            month_day(MONTHS.index(last) + 1, int(last_day or LENGTHS[MONTHS.index(last)])),
        )
        rule = rule[found.end() :].strip()
    named = _DAYS.match(rule)
    names = _names(named[0].strip()) if named else list(WEEKDAYS)
    hours = (rule[named.end() :] if named else rule).strip()
    return season, names, () if hours in {"off", "closed"} else read_spans(hours)


def _names(text):
    names = []
    for part in text.split(","):
        ends = part.split("-")
        if (
            len(ends) > 2
            or not all(end in WEEKDAYS or end == "PH" for end in ends)
            or (len(ends) == 2 and "PH" in ends)
        ):
            raise Unreadable(_("“%(text)s” are not days of the week.") % {"text": text})
        if len(ends) == 1:
            names += ends
            continue
        at, to = WEEKDAYS.index(ends[0]), WEEKDAYS.index(ends[1])
        names += [WEEKDAYS[(at + step) % 7] for step in range((to - at) % 7 + 1)]
    return names
