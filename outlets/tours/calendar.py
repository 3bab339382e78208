"""A tour as iCalendar (RFC 5545), for one day it starts on, in the language of its reader."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event

from catalogue.structured_data import absolute

from . import surveying
from .touring import doubts
from .wording import page_language, texts_of, words_of_stops, words_of_tour


def calendar(itinerary, start, *, language=""):
    """The bytes of a calendar with one event a stop; the tour starts on `start` (a day)."""
    language = language or page_language()
    title = words_of_tour(itinerary, language, texts_of(itinerary)).title
    stops = list(surveying.of_itinerary(itinerary))
    words, doubted = words_of_stops(stops, language), doubts([itinerary])
    made = Calendar()
    made.add("prodid", "-//OCOP Hà Tĩnh//Tour//VI")
    made.add("version", "2.0")
    made.add("name", title.text, parameters={"language": title.language})
    made.add("x-wr-calname", title.text)
    for stop in stops:
        event = _event(itinerary, title, stop, words[stop.pk], start)
        if doubt := doubted.get(stop.pk):
            event.add("status", "TENTATIVE")
            event.add("comment", doubt)
        made.add_component(event)
    made.add_missing_timezones()
    return made.to_ical()


def _event(itinerary, title, stop, words, start):
    zone = timezone.get_default_timezone()
    begins = datetime.combine(start + timedelta(days=stop.day - 1), stop.starts, zone)
    event = Event()
    event.add("uid", f"tour-{itinerary.pk}-{stop.pk}-{start:%Y%m%d}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("dtstamp", itinerary.changed_at)
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=stop.minutes))
    event.add("summary", f"{title}: {words.name}", parameters={"language": title.language})
    event.add("description", words.reason.text, parameters={"language": words.reason.language})
    event.add("url", f"{absolute(itinerary.address_in(words.tongue.code))}#diem-{stop.pk}")
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
