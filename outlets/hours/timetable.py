"""The hours of an outlet for pages and search engines: its week, the days ahead, what differs soon."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from . import wording
from .almanac import HOLIDAY, MARKET, SEASON, SPECIAL, UNKNOWN, Almanac, week_of
from .opening import LOOK_AHEAD, State, state
from .osm import DAY, clock, other_half

AHEAD = 60  # days of exceptions told on the public page
SCHEMA_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Line:
    """One day, or one weekday: its hours in words, "" when closed; `note` says why they differ."""

    name: str
    hours: str
    note: str = ""
    today: bool = False
    day: date | None = None

    @property
    def spans(self):
        """Span by span: a line of text may break between them only."""
        return self.hours.split(", ") if self.hours else []


@dataclass(frozen=True)
class OtherHours:
    """Days that follow each other with the same other hours; `spans` in minutes, none when closed."""

    first: date
    last: date
    spans: tuple
    why: str
    reason: str

    @property
    def said(self):
        days = f"{self.first:%d/%m}" if self.first == self.last else f"{self.first:%d/%m}–{self.last:%d/%m}"
        if not self.spans:
            return _("%(days)s: %(closed)s") % {
                "days": days,
                "closed": wording.closed_for(self.why, self.reason),
            }
        return _("%(days)s: open %(hours)s (%(reason)s)") % {
            "days": days,
            "hours": wording.span_text(self.spans),
            "reason": self.reason,
        }


@dataclass(frozen=True)
class Timetable:
    """What `components/hours.html` shows."""

    state: State
    week: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    ahead: list[OtherHours] = field(default_factory=list)


def timetable(outlet, moment=None) -> Timetable:
    """The hours of `outlet` as visitors see them; at most three queries."""
    moment = moment or timezone.now()
    today = timezone.localtime(moment).date()
    almanac = Almanac([outlet], today - timedelta(days=1), today + timedelta(days=LOOK_AHEAD))
    now = state(outlet, moment, almanac)
    week = week_of(outlet)
    if week is None or not outlet.serves:
        return Timetable(now)
    coming = [today + timedelta(days=(index - today.weekday()) % 7) for index in range(7)]
    lines = [_line(almanac.day(outlet, day), day, today) for day in coming]
    if all(almanac.day(outlet, day).why == SEASON for day in coming):
        lines = []  # the notes tell the season and its hours
    return Timetable(
        now, lines, _notes(outlet, week, today, almanac), exceptions(outlet, today, AHEAD, almanac)
    )


def _line(there, day, today):
    """A weekday of the week: what counts the next time it comes, and why when that is not as usual."""
    note = _note(there)
    if note and day != today:
        note = f"{day:%d/%m}: {note}"
    return Line(str(wording.DAYS[day.weekday()]), wording.span_text(there.spans), note, today=day == today)


def days_ahead(outlet, today=None, days=14) -> list[Line]:
    """The next days one by one, as the keeper checks them."""
    today = today or timezone.localdate()
    almanac = Almanac([outlet], today, today + timedelta(days=days))
    lines = []
    for step in range(days):
        day = today + timedelta(days=step)
        there = almanac.day(outlet, day)
        name = f"{wording.DAYS[day.weekday()]} {day:%d/%m}"
        lines.append(Line(name, wording.span_text(there.spans), _note(there), step == 0, day))
    return lines


def usual(outlet, today=None) -> list[str]:
    """The week in words and what limits it; nothing while the hours are not known. No query."""
    week, today = week_of(outlet), today or timezone.localdate()
    if week is None:
        return []
    half = week.days if week.rest is None or week.in_season(today) else week.rest
    return [half_in_words(half), *_notes(outlet, week, today)]


def exceptions(outlet, first, days, almanac=None) -> list[OtherHours]:
    """Special days and public holidays with other hours, from `first` on for so many days."""
    almanac = almanac or Almanac([outlet], first, first + timedelta(days=days))
    found: list[OtherHours] = []
    for step in range(days + 1):
        day = first + timedelta(days=step)
        there = almanac.day(outlet, day)
        if there.why not in {SPECIAL, HOLIDAY}:
            continue
        before = found[-1] if found else None
        if before and before.last == day - timedelta(days=1) and _same(before, there):
            found[-1] = OtherHours(before.first, day, there.spans, there.why, there.reason)
        else:
            found.append(OtherHours(day, day, there.spans, there.why, there.reason))
    return found


def specification(outlet, today=None) -> list[dict]:
    """`openingHoursSpecification` of schema.org: the week (in season), market days, and the exceptions ahead."""
    today = today or timezone.localdate()
    week = week_of(outlet)
    if week is None or not outlet.serves or outlet.by_appointment:
        return []
    almanac = Almanac([outlet], today, today + timedelta(days=AHEAD))
    rows = []
    if outlet.lunar_days:
        for step in range(AHEAD + 1):
            day = today + timedelta(days=step)
            there = almanac.day(outlet, day)
            if there.why == "":
                rows += [_dated(day, day, span) for span in there.spans]
    else:
        rows += _of_week(week.days, week.season, today)
        if week.season and week.rest:
            rows += _of_week(week.rest, other_half(week.season), today)
    for each in exceptions(outlet, today, AHEAD, almanac):
        rows += [_dated(each.first, each.last, span) for span in each.spans or ((0, 0),)]
    return rows


def in_words(there) -> str:
    """What counts on a day, in half a line: its hours, or closed and why."""
    hours = wording.span_text(there.spans) or _("closed that day")
    note = _note(there)
    return f"{hours} ({note})" if note else hours


def _of_week(half, season, today):
    dates = _season_dates(season, today)
    rows = []
    for spans in dict.fromkeys(filter(None, half)):
        days = [SCHEMA_DAYS[index] for index, each in enumerate(half) if each == spans]
        rows += [_schema(span) | {"dayOfWeek": days} | dates for span in spans]
    return rows


def _same(before, there):
    return (before.spans, before.why, before.reason) == (there.spans, there.why, there.reason)


def _note(there):
    if there.why in {SPECIAL, HOLIDAY}:
        return there.reason
    reasons = {
        SEASON: _("out of season"),
        MARKET: _("no market day"),
        UNKNOWN: _("The hours are not known"),
    }
    return reasons.get(there.why, "")


def limits(outlet) -> list[str]:
    """What else one has to know of the week all year round: by appointment, only on market days. No query."""
    notes = []
    if outlet.by_appointment:
        notes.append(_("By appointment only: please call first."))
    if outlet.lunar_days:
        days = ", ".join(str(day) for day in outlet.lunar_days)
        notes.append(_("Only on market days: %(days)s of the lunar month.") % {"days": days})
    return notes


def _notes(outlet, week, today, almanac=None):
    notes = limits(outlet)
    if outlet.lunar_days and almanac:
        coming = next_market_days(outlet, almanac, today)
        if coming:
            notes.append(
                _("Next market days: %(days)s.") % {"days": ", ".join(f"{each:%d/%m}" for each in coming)}
            )
    if week.season:
        notes += _of_seasons(week, today)
    if week.holidays is None:
        notes.append(_("Open as usual on public holidays."))
    elif week.holidays:
        notes.append(_("On public holidays: %(hours)s.") % {"hours": wording.span_text(week.holidays)})
    else:
        notes.append(_("Closed on public holidays."))
    return notes


def _of_seasons(week, today):
    if week.rest is None and week.in_season(today):
        return [_("In season from %(first)s to %(last)s.") % _ends(week.season)]
    if week.rest is None:
        hours = {"hours": half_in_words(week.days)}
        return [_("From %(first)s to %(last)s: %(hours)s.") % (_ends(week.season) | hours)]
    now, rest = (week.season, week.days), (other_half(week.season), week.rest)
    if not week.in_season(today):
        now, rest = rest, now
    return [
        _("These hours count from %(first)s to %(last)s.") % _ends(now[0]),
        _("From %(first)s to %(last)s: %(hours)s.") % (_ends(rest[0]) | {"hours": half_in_words(rest[1])}),
    ]


def half_in_words(half):
    """ "07:00–21:00", or "Thứ Bảy, Chủ nhật 07:30–17:30" when not every day is the same."""
    if len(set(half)) == 1:
        return wording.span_text(half[0]) or _("closed that day")
    parts = []
    for spans in dict.fromkeys(filter(None, half)):
        days = ", ".join(str(wording.DAYS[index]) for index, each in enumerate(half) if each == spans)
        parts.append(f"{days} {wording.span_text(spans)}")
    return "; ".join(parts)


def _ends(season):
    (month, day), (to_month, to_day) = season
    return {"first": f"{day:02}/{month:02}", "last": f"{to_day:02}/{to_month:02}"}


def next_market_days(outlet, almanac, today, number=4):
    """The next days on which a market outlet is open."""
    days = (today + timedelta(days=step) for step in range(AHEAD + 1))
    return [day for day in days if almanac.day(outlet, day).spans][:number]


def _schema(span):
    start, end = span
    closes = "23:59" if end == DAY else clock(end)
    return {"@type": "OpeningHoursSpecification", "opens": clock(start), "closes": closes}


def _dated(first, last, span):
    return _schema(span) | {"validFrom": first.isoformat(), "validThrough": last.isoformat()}


def _season_dates(season, today):
    """The season that is on, or the next one, as dates."""
    if season is None:
        return {}
    first, last = season
    for year in (today.year - 1, today.year, today.year + 1):
        begins = _in_year(first, year)
        ends = _in_year(last, year if first <= last else year + 1)
        if ends >= today:
            return {"validFrom": begins.isoformat(), "validThrough": ends.isoformat()}
    raise AssertionError("a season comes every year")


def _in_year(month_day, year):
    """29 February is the 28th in most years."""
    month, day = month_day
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)
