"""Weeks, seasons and exceptions for property tests, told twice: in words, and as `outlets.hours.osm` has them."""

from datetime import timedelta

from hours_oracle import FIRST, Told
from hypothesis import strategies as st

from outlets.hours import lunar, osm

TET = lunar.tet(2026)


def clock(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


@st.composite
def hours(draw, least=0):
    """Up to three spans of a day; the last may run past midnight (to 04:00), or end with the day."""
    number = draw(st.integers(least, 3))
    marks = sorted(draw(st.lists(st.integers(0, 287), min_size=2 * number, max_size=2 * number, unique=True)))
    spans = [(marks[2 * index] * 5, marks[2 * index + 1] * 5) for index in range(number)]
    if spans:
        start = spans[-1][0]
        first = spans[0][0]
        how = draw(st.sampled_from(["day", "midnight", "night", "whole"]))
        if how == "midnight":
            spans[-1] = (start, 1440)
        elif how == "night" and min(first, 245) > 5:
            spans[-1] = (max(start, 600) if number == 1 else start, 1440 + min(first, 245) - 5)
        elif how == "whole" and number == 1:
            spans = [(0, 1440)]
    return [f"{clock(start)}-{'24:00' if end == 1440 else clock(end % 1440)}" for start, end in spans]


months = st.integers(1, 12)


@st.composite
def month_days(draw):
    month = draw(months)
    return month, draw(st.integers(1, osm.LENGTHS[month - 1]))


@st.composite
def days_between(draw):
    """First and last day of an exception, often near Tết."""
    start = draw(
        st.one_of(
            st.integers(-6, 8).map(lambda step: TET + timedelta(days=step)),
            st.integers(0, 725).map(lambda step: FIRST + timedelta(days=step)),
        )
    )
    return start, start + timedelta(days=draw(st.integers(0, 12)))


@st.composite
def weeks(draw):
    days = draw(st.lists(hours(), min_size=7, max_size=7))
    if draw(st.booleans()):
        days = [days[0]] * 5 + days[5:]
    holidays = draw(st.one_of(st.none(), st.just([]), hours()))
    season = draw(st.one_of(st.none(), st.tuples(month_days(), month_days())))
    rest = None
    if season and season[0] != osm.other_half(season)[0] and draw(st.booleans()):
        rest = [draw(hours())] * 5 + [draw(hours(1))] * 2
    return Told(days, season, holidays, rest=rest)


@st.composite
def tellings(draw):
    """A week with its exceptions and market days."""
    told = draw(weeks())
    spans = st.one_of(st.just([]), hours())
    told.own = [(*draw(days_between()), draw(spans)) for _ in range(draw(st.integers(0, 3)))]
    told.house = [
        (*draw(days_between()), draw(spans), draw(st.booleans())) for _ in range(draw(st.integers(0, 2)))
    ]
    return told


def as_spans(texts):
    return osm.read_spans(",".join(texts)) if texts else ()


def as_week(told):
    holidays = None if told.holidays is None else as_spans(told.holidays)
    rest = told.rest and tuple(as_spans(day) for day in told.rest)
    return osm.Week(tuple(as_spans(day) for day in told.week), holidays, told.season, rest)
