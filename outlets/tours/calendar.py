"""A tour as iCalendar (RFC 5545), for one day it starts on."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event

from catalogue.structured_data import absolute

from . import surveying


def calendar(itinerary, start):
    """The bytes of a calendar with one event a stop; the tour starts on `start` (a day)."""
    made = Calendar()
    made.add("prodid", "-//OCOP Hà Tĩnh//Tour//VI")
    made.add("version", "2.0")
    made.add("name", itinerary.title)
    made.add("x-wr-calname", itinerary.title)
    for stop in surveying.of_itinerary(itinerary):
        made.add_component(_event(itinerary, stop, start))
    made.add_missing_timezones()
    return made.to_ical()


def _event(itinerary, stop, start):
    zone = timezone.get_default_timezone()
    begins = datetime.combine(start + timedelta(days=stop.day - 1), stop.starts, zone)
    event = Event()
    event.add("uid", f"tour-{itinerary.pk}-{stop.pk}-{start:%Y%m%d}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("dtstamp", itinerary.changed_at)
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=stop.minutes))
    event.add("summary", f"{itinerary.title}: {stop}")
    event.add("description", stop.reason)
    event.add("url", f"{absolute(itinerary.get_absolute_url())}#diem-{stop.pk}")
    if place := place_of(stop):
        event.add("location", place)
    if point := surveying.point_of(stop):
        event.add("geo", point)
    return event


def place_of(stop):
    """Where it is, in words; "" at a sight or a meal."""
    host = stop.host
    if host is None:
        return ""
    return ", ".join(part for part in (str(stop), host.street, str(host.commune or "")) if part)
