"""An outlet's special hours as a calendar (RFC 5545), for whoever wants them in theirs."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from catalogue.structured_data import absolute

from . import wording
from .almanac import at
from .timetable import exceptions

AHEAD = 365


def special_hours(outlet, today=None) -> bytes:
    """Closures as whole days, other hours as events of their length: the year ahead."""
    today = today or timezone.localdate()
    calendar = new_calendar(_("%(outlet)s: special hours") % {"outlet": outlet.name})
    for each in exceptions(outlet, today, AHEAD):
        if not each.spans:
            event = _event(outlet, each.first, "closed")
            event.add("summary", f"{outlet.name}: {wording.closed_for(each.why, each.reason)}")
            event.add("dtstart", each.first)
            event.add("dtend", each.last + timedelta(days=1))
            calendar.add_component(event)
            continue
        for step in range((each.last - each.first).days + 1):
            for number, (start, end) in enumerate(each.spans):
                day = each.first + timedelta(days=step)
                event = _event(outlet, day, number)
                said = _("open %(hours)s") % {"hours": wording.span_text(((start, end),))}
                event.add("summary", f"{outlet.name}: {said} ({each.reason})")
                event.add("dtstart", at(day, start))
                event.add("dtend", at(day, end))
                calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()


def new_calendar(name) -> Calendar:
    """An empty calendar of this site."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{_host()}//OCOP//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("refresh-interval;value=duration", "P1D")
    return calendar


def _event(outlet, day, mark):
    event = Event()
    event.add("uid", f"{outlet.slug}-{day:%Y%m%d}-{mark}@{_host()}")
    event.add("dtstamp", datetime.now(tz=timezone.get_fixed_timezone(0)))
    event.add("url", absolute(outlet.get_absolute_url()))
    event.add("location", f"{outlet.street}, {outlet.commune}")
    event.add("transp", "TRANSPARENT")
    return event


def _host():
    return urlsplit(settings.SITE_URL).hostname or "localhost"
