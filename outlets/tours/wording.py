"""A tour in the language of its reader: its texts, each in the best language there is, and its facts as said there.

Facts are formatted by Babel. Names of months and days are those of dates ("format"): Babel 2.18 mixes the
languages of stand-alone names.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from babel import Locale
from babel.dates import format_skeleton, format_timedelta
from babel.lists import format_list
from babel.units import format_unit
from django.utils.html import format_html
from django.utils.translation import get_language

from ..hours.osm import time_of_day
from ..models import StopText, TourText
from ..models.tour_text import LANGUAGES

OWN = ("vi", "en")  # kept in columns of their own


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the language it is in."""

    text: str
    language: str

    def __str__(self):
        return self.text

    def __bool__(self):
        return bool(self.text)

    @property
    def attr(self):
        """` lang="ko"` for a tag that has this text, where the page is in another language."""
        if not self.text or self.language == page_language():
            return ""
        return format_html(' lang="{}"', self.language)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The facts of a tour as `code` says them; times on a clock of 24 hours, as on the whole site."""

    code: str

    @property
    def foreign(self):
        return self.code not in OWN

    @property
    def name(self):
        """What its speakers call it."""
        return LANGUAGES[self.code].name if self.foreign else {"vi": "Tiếng Việt", "en": "English"}[self.code]

    @property
    def on_paper(self):
        """Whether the typeface of our papers has its letters."""
        return not self.foreign or LANGUAGES[self.code].on_paper

    @property
    def locale(self):
        return Locale.parse(LANGUAGES[self.code].locale if self.foreign else self.code)

    def clock(self, minute):
        """A time of day, in minutes from midnight."""
        if not self.foreign:
            return time_of_day(minute)
        return format_skeleton(
            "Hm", datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minute), locale=self.locale
        )

    def minutes(self, number):
        return format_timedelta(
            timedelta(minutes=number), granularity="minute", threshold=10_000, locale=self.locale
        )

    def days(self, number):
        return format_timedelta(
            timedelta(days=number), granularity="day", threshold=10_000, locale=self.locale
        )

    def kilometres(self, number):
        return format_unit(number, "length-kilometer", "short", locale=self.locale)

    def season(self, itinerary):
        """ "November–January"; one name for a season of one month, "" for the whole year."""
        if len(itinerary.months) == 12:
            return ""
        names = self.locale.months["format"]["wide"]
        first, last = names[itinerary.season_from], names[itinerary.season_to]
        return first if first == last else f"{first}–{last}"

    def weekdays(self, itinerary):
        """The days of the week it starts on, or "" for every one."""
        names = self.locale.days["format"]["wide"]
        return format_list([names[number] for number in sorted(itinerary.weekdays)], locale=self.locale)


@dataclass(frozen=True, slots=True)
class TourWords:
    """The texts of a tour as its reader gets them, and the tongue of its facts."""

    tongue: Tongue
    title: Said
    summary: Said
    price_note: Said

    @property
    def attr(self):
        """` lang="ko"` for a tag with facts, where the page is in another language."""
        return Said("x", self.tongue.code).attr


@dataclass(frozen=True, slots=True)
class StopWords:
    """One stop as its reader gets it; `attr` is for a tag with its facts."""

    tongue: Tongue
    name: Said
    reason: Said
    starts: str
    leaves: str
    minutes: str

    @property
    def attr(self):
        return Said("x", self.tongue.code).attr


def page_language():
    """The language of the page around a tour: "vi" or "en"."""
    language = (get_language() or "vi").partition("-")[0]
    return language if language in OWN else "vi"


def texts_of(itinerary):
    """{language: its `TourText`} of a tour, in the order of `LANGUAGES`. 1 query."""
    rows = {row.language: row for row in TourText.objects.filter(itinerary=itinerary)}
    for row in rows.values():
        row.itinerary = itinerary
    return {code: rows[code] for code in LANGUAGES if code in rows}


def words_of_tour(itinerary, code, texts):
    """`TourWords` in `code`. A price the Vietnamese does not say any more is left to the other languages."""
    own = texts.get(code)
    note = None if own is not None and own.stale("price_note") else own
    return TourWords(
        tongue=Tongue(code),
        title=_said("title", itinerary, own, code),
        summary=_said("summary", itinerary, own, code),
        price_note=_said("price_note", itinerary, note, code),
    )


def words_of_stops(stops, code):
    """{key of the stop: `StopWords` in `code`}. 1 query, none in Vietnamese and English."""
    tongue, texts = Tongue(code), {}
    if tongue.foreign:
        rows = StopText.objects.filter(stop__in=[stop.pk for stop in stops], language=code)
        texts = {row.stop_id: row for row in rows}
    return {stop.pk: _words_of_stop(stop, tongue, texts.get(stop.pk)) for stop in stops}


def _words_of_stop(stop, tongue, text):
    begins = stop.starts.hour * 60 + stop.starts.minute
    host = stop.host
    return StopWords(
        tongue=tongue,
        name=Said(str(host), "vi") if host else _said("name", stop, text, tongue.code),
        reason=_said("reason", stop, text, tongue.code),
        starts=tongue.clock(begins),
        leaves=tongue.clock(begins + stop.minutes),
        minutes=tongue.minutes(stop.minutes),
    )


def _said(field, row, text, code):
    """The text of `field` in `code`, else in English, else in Vietnamese."""
    if text is not None and getattr(text, field):
        return Said(getattr(text, field), code)
    if code != "vi" and (english := getattr(row, f"{field}_en")):
        return Said(english, "en")
    return Said(getattr(row, f"{field}_vi") or "", "vi")
