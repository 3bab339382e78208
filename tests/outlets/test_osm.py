"""The week and its text: what is written is read back, by us and by others."""

from datetime import timedelta

import pytest
from hours_made import as_week, weeks
from hours_oracle import MINUTES, moment, paint
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours

from outlets.hours import osm
from shop.management.demo.outlet_rows import PLACES


@given(weeks())
def test_a_week_is_read_back_as_it_was_written(told):
    week = as_week(told)
    assume(week.season is None or any(week.days) or week.holidays is not None)
    text = osm.write(week)
    assert osm.read(text) == week
    assert len(text) <= 1000


@settings(max_examples=60, deadline=None)
@given(weeks(), st.lists(st.integers(1440, MINUTES - 1440), min_size=40, max_size=40))
def test_other_software_reads_the_same_hours(told, boxes):
    """Public holidays are left out: the library has others than ours, without Tết."""
    told.holidays = None
    assume(told.season is None or (2, 29) not in told.season)
    others = OpeningHours(osm.write(as_week(told)))
    strip = paint(told, set())
    for box in boxes:
        assert others.is_open(moment(box).replace(tzinfo=None)) == bool(strip[box]), moment(box)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Mo-Fr 07:30-11:30,13:30-17:30; Sa 08:00-11:00",
            {0: "07:30-11:30,13:30-17:30", 5: "08:00-11:00", 6: ""},
        ),
        ("Fr,Sa 18:00-02:00", {3: "", 4: "18:00-02:00", 5: "18:00-02:00"}),
        ("Sa-Mo 08:00-17:00", {5: "08:00-17:00", 6: "08:00-17:00", 0: "08:00-17:00", 1: ""}),
        ("24/7", {0: "00:00-24:00", 6: "00:00-24:00"}),
        ("Mo-Su 08:00-17:00; We off", {1: "08:00-17:00", 2: ""}),
        ("08:00-17:00; PH off", {0: "08:00-17:00"}),
    ],
)
def test_hours_as_osm_has_them_are_read(text, days):
    week = osm.read(text)
    assert {day: osm.write_spans(week.days[day]) for day in days} == days


@pytest.mark.parametrize(
    "text",
    [
        "Mo-Fr", "Mo-Fr 8-17", "Mo-Fr 08:00-25:00", "Mo 08:00-08:00", "Mo 08:00-12:00,11:00-14:00", "Xx 08:00-12:00",
        "Mo 08:00-09:00,10:00-11:00,12:00-13:00,14:00-15:00", "Feb 30-Mar 02 Mo 08:00-12:00", "Mo-PH 08:00-09:00",
        "Apr 01-May 01 Mo 08:00-09:00; Tu 08:00-09:00",
    ],
)  # fmt: skip
def test_what_is_no_week_of_the_grid_is_refused(text):
    with pytest.raises(osm.Unreadable):
        osm.read(text)


def test_a_season_may_go_over_new_year():
    week = osm.read("Nov 01-Feb 28 Mo-Su 08:00-17:00")
    on = [day for day in (moment(n * 1440).date() for n in range(365)) if week.in_season(day)]
    assert (on[0].month, on[-1].month, len(on)) == (1, 12, 31 + 28 + 30 + 31)
    assert on[58] == on[0] + timedelta(days=58)


def test_a_night_that_runs_into_the_hours_of_the_morning_clashes():
    assert osm.clash(osm.read("Mo-Su 18:00-02:00").days) is None
    assert osm.clash(osm.read("Sa 18:00-02:00; Su 01:30-09:00").days) == 5


def test_a_season_of_months_may_have_other_hours_in_the_rest_of_the_year():
    week = osm.read("Apr-Sep 06:30-22:30; Oct-Mar Sa-Su 07:00-21:00")
    assert week.season == ((4, 1), (9, 30))
    assert [osm.write_spans(half[0]) for half in (week.days, week.rest)] == ["06:30-22:30", ""]
    assert osm.write(week) == "Apr 01-Sep 30 Mo-Su 06:30-22:30; Oct 01-Mar 31 Sa-Su 07:00-21:00"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_the_hours_of_the_demo_open_in_the_grid(place):
    assert not place.hours or any(osm.read(place.hours).days)
