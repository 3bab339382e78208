"""Whether an outlet is open, in one sentence."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Outlet
from .almanac import HOLIDAY, MARKET, SEASON, SPECIAL, UNKNOWN
from .osm import write_spans

APPOINTMENT = "appointment"
DAYS = (
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
    gettext_lazy("Saturday"),
    gettext_lazy("Sunday"),
)
WEEKDAYS = (
    gettext_lazy("on Monday"),
    gettext_lazy("on Tuesday"),
    gettext_lazy("on Wednesday"),
    gettext_lazy("on Thursday"),
    gettext_lazy("on Friday"),
    gettext_lazy("on Saturday"),
    gettext_lazy("on Sunday"),
)


def said(state) -> str:
    """The sentence for a `State` of `outlets.hours.opening`."""
    if state.open:
        return _open(state)
    stages = {
        Outlet.Stage.PLANNED: _("Not open yet"),
        Outlet.Stage.SUSPENDED: _("Suspended since %(day)s: %(reason)s"),
        Outlet.Stage.CLOSED: _("Closed for good since %(day)s"),
    }
    if state.why in stages:
        since = f"{state.since:%d/%m/%Y}" if state.since else ""
        return stages[state.why] % {"day": since, "reason": state.reason}
    if state.why == APPOINTMENT:
        return _("Open by appointment only")
    if state.why in {SPECIAL, HOLIDAY}:
        return _exception(state)
    if state.opens is None:
        return _("The hours are not known") if state.why == UNKNOWN else _("Closed for now")
    if state.why == SEASON:
        return _("Out of season, opens again %(day)s") % {
            "day": _on(state, timezone.localtime(state.opens).date())
        }
    if state.why == MARKET:
        return _("Next market day: %(when)s") % {"when": _when(state)}
    return _again(state)


def clock(moment) -> str:
    return f"{timezone.localtime(moment):%H:%M}"


def closing(moment) -> str:
    """Midnight is the end of the day that was."""
    return clock(moment).replace("00:00", "24:00")


def weekday(day) -> str:
    return str(WEEKDAYS[day.weekday()])


def closed_for(why, reason) -> str:
    """ "Nghỉ Quốc khánh", "Đóng cửa (bão số 5)"; a reason that says so itself stays as it is."""
    if reason.casefold().startswith(("nghỉ", "đóng", "closed")):
        return reason
    if why == HOLIDAY:
        return _("Closed for %(name)s") % {"name": reason}
    return _("Closed (%(reason)s)") % {"reason": reason}


def hours(spans) -> str:
    """ "07:30–11:30, 13:30–17:30" of [(opens, closes)]."""
    return ", ".join(f"{clock(opens)}–{closing(closes)}" for opens, closes in spans)


def span_text(spans) -> str:
    """The same of minutes after midnight."""
    return write_spans(spans).replace("-", "–").replace(",", ", ")


def _open(state):
    if state.until is None:
        return _("Open around the clock")
    if state.until - state.moment <= timedelta(days=1):
        return _("Open, closes at %(time)s") % {"time": closing(state.until)}
    last = timezone.localtime(state.until - timedelta(minutes=1)).date()
    return _("Open, closes %(day)s at %(time)s") % {"time": closing(state.until), "day": weekday(last)}


def _again(state):
    """When it opens: today and tomorrow by name, the next days by their weekday, later ones by their date."""
    days = (timezone.localtime(state.opens).date() - state.today).days
    if days == 0:
        return _("Opens again at %(time)s today") % {"time": clock(state.opens)}
    if days == 1:
        return _("Opens again at %(time)s tomorrow") % {"time": clock(state.opens)}
    return _("Opens again %(day)s at %(time)s") % {"day": _day(state), "time": clock(state.opens)}


def _when(state):
    return _("%(day)s, %(time)s") % {"day": _day(state), "time": clock(state.opens)}


def _day(state):
    day = timezone.localtime(state.opens).date()
    days = (day - state.today).days
    if days < 2:
        return _("today") if days == 0 else _("tomorrow")
    return weekday(day) if days < 7 else _on(state, day)


def _on(state, day):
    return _("on %(day)s") % {"day": _date(state, day)}


def _date(state, day):
    """ "15/04", with the year when it is over half a year away."""
    return f"{day:%d/%m}" if (day - state.today).days < 183 else f"{day:%d/%m/%Y}"


def _exception(state):
    """ "Nghỉ Tết đến hết 20/02", and when it opens if that is not the morning after."""
    name = closed_for(state.why, state.reason)
    if state.last == state.today:
        sentence = _("%(why)s today") % {"why": name}
    else:
        sentence = _("%(why)s until the end of %(day)s") % {"why": name, "day": _date(state, state.last)}
    if state.opens is None:
        return sentence
    after = timezone.localtime(state.opens).date() - state.last
    if state.last != state.today and after == timedelta(days=1):
        return sentence
    again = _again(state)
    return f"{sentence}, {again[0].lower()}{again[1:]}"
