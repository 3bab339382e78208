"""When an outlet is open: on a day, at a moment, and in one sentence.

Sources, the first that speaks counts: the outlet's stage; its own special days; those of the house (Tết, a
storm); the season; the market days; public holidays; the week. A span belongs to the day it begins on, so one
that runs past midnight ends in the next day whatever that day is. All times are Asia/Ho_Chi_Minh.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from . import wording
from .ahead import write_ahead
from .almanac import HOLIDAY, MARKET, SEASON, SPECIAL, UNKNOWN, WEEKLY, Almanac, at

__all__ = ["Almanac", "State", "fits", "is_open", "spans_on", "state", "states", "write_ahead"]

LOOK_AHEAD = 400  # days: a season opens again within a year
ALWAYS = 8  # days open without a break are "around the clock"


@dataclass(frozen=True)
class State:
    """Whether an outlet is open at `moment`.

    `until`: when it closes, None when open around the clock or not open. `opens`: when it opens next, None
    when open or not known. `why`: "" when open or between hours; else the stage, "appointment", "special",
    "holiday", "season", "market", "week" or "unknown". `last`: the last day of a special closure.
    """

    moment: datetime
    open: bool = False
    until: datetime | None = None
    opens: datetime | None = None
    why: str = ""
    reason: str = ""
    last: date | None = None
    since: date | None = None

    @property
    def today(self) -> date:
        return timezone.localtime(self.moment).date()

    @property
    def said(self) -> str:
        """ "Đang mở, đóng lúc 17:30" in the language of the reader."""
        return wording.said(self)

    def __str__(self):
        return self.said


def spans_on(outlet, day: date, almanac: Almanac | None = None) -> list[tuple[datetime, datetime]]:
    """[(opens, closes)] that begin on `day`, local; nothing while the outlet does not serve.

    Of an outlet by appointment, the hours in which it takes appointments.
    """
    if not outlet.serves:
        return []
    return (almanac or Almanac([outlet], day, day)).spans(outlet, day)


def is_open(outlet, moment: datetime, almanac: Almanac | None = None) -> bool:
    """Whether one may walk in at `moment`."""
    if not outlet.serves or outlet.by_appointment:
        return False
    today = timezone.localtime(moment).date()
    almanac = almanac or Almanac([outlet], today - timedelta(days=1), today)
    return _span_at(outlet, moment, today, almanac) is not None


def state(outlet, moment: datetime | None = None, almanac: Almanac | None = None) -> State:
    """Open or not at `moment` (now), until or from when, and why."""
    moment = moment or timezone.now()
    if not outlet.serves:
        return State(moment, why=outlet.stage, reason=outlet.stage_reason, since=outlet.stage_since)
    if outlet.by_appointment:
        return State(moment, why=wording.APPOINTMENT)
    today = timezone.localtime(moment).date()
    almanac = almanac or _almanac([outlet], today)
    span = _span_at(outlet, moment, today, almanac)
    if span:
        return State(moment, open=True, until=_until(outlet, span, today, almanac))
    return _closed(outlet, moment, today, almanac)


def states(outlets: Iterable, moment: datetime | None = None) -> dict[int, State]:
    """{key of the outlet: its state}, in three queries for however many outlets."""
    moment = moment or timezone.now()
    rows = list(outlets)
    almanac = _almanac(rows, timezone.localtime(moment).date())
    return {outlet.pk: state(outlet, moment, almanac) for outlet in rows}


def fits(outlet, day: date, starts: time, minutes: int, almanac: Almanac | None = None) -> str:
    """Why nobody can be there on `day` from `starts` for `minutes`; "" when the outlet is open all that time.

    An outlet by appointment without hours takes any time: it answers for itself.
    """
    if not outlet.serves:
        return state(outlet).said
    almanac = almanac or Almanac([outlet], day - timedelta(days=1), day + timedelta(days=1))
    if outlet.by_appointment and almanac.day(outlet, day).why == UNKNOWN:
        return ""
    begins = at(day, starts.hour * 60 + starts.minute)
    ends = begins + timedelta(minutes=minutes)
    reached = begins
    for step in (-1, 0, 1):
        for opens, closes in almanac.spans(outlet, day + timedelta(days=step)):
            if opens <= reached < closes:
                reached = closes
    return "" if reached >= ends else _misfit(outlet, day, almanac)


def _almanac(outlets, today):
    return Almanac(outlets, today - timedelta(days=1), today + timedelta(days=LOOK_AHEAD))


def _span_at(outlet, moment, today, almanac):
    for day in (today, today - timedelta(days=1)):
        for opens, closes in almanac.spans(outlet, day):
            if opens <= moment < closes:
                return opens, closes
    return None


def _until(outlet, span, today, almanac):
    """When it really closes: spans that touch count as one."""
    until = span[1]
    for step in range(-1, ALWAYS + 1):
        for opens, closes in almanac.spans(outlet, today + timedelta(days=step)):
            if opens <= until < closes:
                until = closes
    return until if until < at(today, 0) + timedelta(days=ALWAYS) else None


def _closed(outlet, moment, today, almanac):
    """Why it is closed now, and when it opens next."""
    opens, between = None, []
    for step in range(LOOK_AHEAD + 1):
        day = today + timedelta(days=step)
        opens = next((opens for opens, _closes in almanac.spans(outlet, day) if opens > moment), None)
        if opens:
            break
        between.append((day, almanac.day(outlet, day)))
    whys = [each.why for _day, each in between if not each.spans]
    for why in (UNKNOWN, SEASON):
        if why in whys and not (why == UNKNOWN and opens):
            return State(moment, opens=opens, why=why)
    for index, (day, each) in enumerate(between):
        if each.why in {SPECIAL, HOLIDAY} and not each.spans:
            last = day
            for later, other in between[index + 1 :]:
                if other.spans or other.why not in {SPECIAL, HOLIDAY}:
                    break
                last = later
            return State(moment, opens=opens, why=each.why, reason=each.reason, last=last)
    why = next((why for why in (MARKET, WEEKLY) if why in whys), "")
    return State(moment, opens=opens, why=why)


def _misfit(outlet, day, almanac):
    there = almanac.day(outlet, day)
    date_text = f"{day:%d/%m/%Y}"
    if there.spans:
        hours = wording.hours(almanac.spans(outlet, day))
        return _("%(outlet)s is open on %(day)s from %(hours)s.") % {
            "outlet": outlet.name,
            "day": date_text,
            "hours": hours,
        }
    if there.why in {SPECIAL, HOLIDAY}:
        return _("%(outlet)s is closed on %(day)s: %(reason)s.") % {
            "outlet": outlet.name,
            "day": date_text,
            "reason": there.reason,
        }
    reasons = {
        SEASON: _("%(outlet)s is out of season on %(day)s."),
        MARKET: _("%(outlet)s opens on market days only; %(day)s is none."),
        UNKNOWN: _("%(outlet)s has not said its hours."),
    }
    sentence = reasons.get(there.why) or _("%(outlet)s is closed on %(day)s.")
    return sentence % {"outlet": outlet.name, "day": date_text}
