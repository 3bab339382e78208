"""A second opinion on opening hours: a strip of paper with a box for every minute, painted layer over layer.

It knows neither `outlets.hours.opening` nor any library: hours are plain words here, as a keeper says them.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
DAYS = (LAST - FIRST).days + 1
MINUTES = DAYS * 1440
HERE = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass
class Told:
    """What a keeper and the house say. Hours: "07:30-11:30"; `holidays` None as usual, else a list of hours."""

    week: list[list[str]]
    season: tuple | None = None  # ((month, day), (month, day))
    holidays: list[str] | None = None
    own: list[tuple] = field(default_factory=list)  # (first, last, hours), in the order they were entered
    house: list[tuple] = field(default_factory=list)  # (first, last, hours, everywhere)
    market: set[date] | None = None
    rest: list[list[str]] | None = None  # out of season


def paint(told, public_holidays):
    """A byte for each minute of 2026 and 2027 and the night after: 1 while it is open."""
    strip = bytearray(MINUTES + 1440)
    for day, hours in choose(told, public_holidays).items():
        for text in hours:
            start, end = (minutes(part) for part in text.split("-"))
            length = end - start if end > start else end + 1440 - start
            for box in range(box_of(day) + start, box_of(day) + start + length):
                if box >= 0:
                    strip[box] = 1
    return strip


def choose(told, public_holidays):
    """{day: hours}: the week first, then whatever comes over it, the strongest last."""
    chosen = {}
    for day in each_day(FIRST - timedelta(days=1), LAST):
        outside = told.season is not None and not in_season(day, told.season)
        chosen[day] = (told.rest if outside and told.rest else told.week)[day.weekday()]
        if told.holidays is not None and day in public_holidays:
            chosen[day] = told.holidays
        if told.market is not None and day not in told.market:
            chosen[day] = []
        if outside and not told.rest:
            chosen[day] = []
    for first, last, hours, everywhere in told.house:
        if everywhere or told.holidays is not None:
            chosen |= {day: hours for day in each_day(first, last) if day in chosen}
    for first, last, hours in told.own:
        chosen |= {day: hours for day in each_day(first, last) if day in chosen}
    return chosen


def in_season(day, season):
    """Count the days of a leap year from the first day of the season until `day` or the end comes."""
    (month, number), (to_month, to_number) = season
    at, end = date(2024, month, number), date(2024, to_month, to_number)
    wanted = date(2024, day.month, day.day)
    while True:
        if at == wanted:
            return True
        if at == end:
            return False
        at = at + timedelta(days=1) if at != date(2024, 12, 31) else date(2024, 1, 1)


def each_day(first, last):
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


def minutes(text):
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def box_of(day):
    return (day - FIRST).days * 1440


def moment(box):
    return datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=HERE) + timedelta(minutes=box)
