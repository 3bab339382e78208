"""What makes a plan impossible, each beside the plan that is possible; and what holds for any plan."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlets.tours.planning import (
    DAY,
    Planned,
    Trip,
    departures,
    in_order,
    problems,
    road_km,
    straight_km,
    travel_minutes,
)

HERE = (18.3428, 105.9056)
THIRTY_KM_AWAY = (18.3428, 106.1897)
TRIP = Trip(days=2, guests=20, by_coach=True)


def stop(key, at="08:00", minutes=45, **facts):
    hour, minute = at.split(":")
    facts = {"day": 1, "place": ("outlet", key), "asked_at": "host", **facts}
    return Planned(key=key, name=f"Điểm {key}", starts=time(int(hour), int(minute)), minutes=minutes, **facts)


def said(*stops, trip=TRIP):
    """[(stop, input)] of what is wrong."""
    return [(problem.key, problem.field) for problem in problems(trip, stops)]


PAIRS = [
    ("after midnight", stop(1, "23:30", 31), stop(1, "23:30", 30), "minutes"),
    ("a day too many", stop(1, day=3), stop(1, day=2), "day"),
    ("too many guests", stop(1, takes=19), stop(1, takes=20), "host"),
    ("no place for the coach", stop(1, coach=False), stop(1, coach=True), "host"),
    ("suspended", stop(1, shut="Tạm ngừng."), stop(1), "host"),
]


@pytest.mark.parametrize(("name", "wrong", "right", "field"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_a_stop_that_cannot_be_is_told_at_its_field(name, wrong, right, field):
    assert said(wrong) == [(1, field)]
    assert said(right) == []


def test_without_a_coach_nobody_needs_parking():
    assert said(stop(1, coach=False), trip=replace(TRIP, by_coach=False)) == []


def test_two_stops_do_not_overlap_and_may_touch():
    assert said(stop(1, "08:00", 45), stop(2, "08:44")) == [(2, "starts")]
    assert said(stop(1, "08:00", 45), stop(2, "08:45")) == []
    assert said(stop(1, "08:00", 45), stop(2, "08:10", day=2)) == []


def test_the_same_place_is_visited_once():
    assert said(stop(1), stop(2, "10:00", place=("outlet", 1))) == [(2, "host")]
    assert said(stop(1), stop(2, "10:00", place=("producer", 1))) == []


def test_the_way_takes_its_time_at_sixty_kilometres_an_hour():
    """30 km as the crow flies are 39 km of road: 39 minutes and 5 to get off and on."""
    assert travel_minutes(HERE, THIRTY_KM_AWAY) == 44
    late = stop(1, "08:00", 45, point=HERE), stop(2, "09:28", point=THIRTY_KM_AWAY)
    assert said(*late) == [(2, "starts")]
    assert said(late[0], stop(2, "09:29", point=THIRTY_KM_AWAY)) == []


def test_a_stop_without_a_point_between_costs_its_minutes():
    a, b = stop(1, "08:00", 45, point=HERE), stop(3, "10:00", point=THIRTY_KM_AWAY)
    assert said(a, stop(2, "08:50", 31), b) == []
    assert said(a, stop(2, "08:50", 32), b) == [(3, "starts")]


def test_a_collision_is_told_at_either_of_the_two():
    (problem,) = problems(TRIP, [stop(1, "08:00", 45), stop(2, "08:10")])
    assert (problem.at(2), problem.at(1), problem.at(7)) == ("starts", "minutes", "")


def test_a_stop_closed_on_one_day_of_the_season_cannot_be():
    monday = date(2026, 11, 30)

    def closed(day):
        return "Thứ Hai nghỉ." if day == monday else ""

    trip = replace(TRIP, departures=[monday - timedelta(days=1), monday])
    assert said(stop(1, closed_on=closed), trip=trip) == [(1, "starts")]
    assert said(stop(1, closed_on=closed), trip=replace(trip, departures=[monday + timedelta(days=1)])) == []
    later = stop(1, day=2, closed_on=closed)
    assert said(later, trip=replace(trip, departures=[monday])) == []
    assert said(later, trip=replace(trip, departures=[monday - timedelta(days=1)])) == [(1, "starts")]


def test_departures_lie_in_the_season_and_on_the_weekdays():
    days = departures([12, 1], [5, 6], today=date(2026, 11, 25))
    assert {day.month for day in days} == {12, 1}
    assert {day.weekday() for day in days} == {5, 6}
    assert days[0] == date(2026, 12, 5)
    assert len(departures(range(1, 13), [], today=date(2026, 11, 25))) == 365


points = st.tuples(st.floats(6, 23.5), st.floats(102, 118))
stops = st.lists(
    st.builds(
        Planned,
        key=st.integers(1, 10**6),
        name=st.just("Điểm"),
        day=st.integers(1, 2),
        starts=st.times(),
        minutes=st.integers(5, 720),
        place=st.integers(1, 10**6).map(lambda n: ("sight", n)),
        point=st.one_of(st.none(), points),
    ),
    max_size=6,
    unique_by=(lambda each: each.key, lambda each: each.place),
)


@given(points, points)
def test_distances_are_those_of_a_globe(a, b):
    assert straight_km(a, b) == pytest.approx(straight_km(b, a), abs=1e-6)
    assert 0 <= straight_km(a, b) <= 20_040
    assert road_km(a, b) >= straight_km(a, b)
    assert travel_minutes(a, b) >= 5


@given(points, points, points)
def test_no_way_round_is_shorter(a, b, c):
    assert straight_km(a, c) <= straight_km(a, b) + straight_km(b, c) + 1e-6


@given(stops)
def test_a_plan_without_problems_can_be_walked(plan):
    """Checked by a walk of its own: one clock that only goes forward."""
    if problems(TRIP, plan):
        return
    for day in (1, 2):
        now, place = 0, None
        for each in in_order(each for each in plan if each.day == day):
            assert each.begins >= now
            if each.point and place:
                way = travel_minutes(place[0], each.point)
                assert each.begins - place[1] >= way
            now = each.ends
            if each.point:
                place = (each.point, each.ends)
        assert now <= DAY


@given(stops)
def test_taking_a_stop_out_never_makes_a_plan_worse(plan):
    """Except that the way to the next is no longer covered by a stop in between: those have no point here."""
    plan = [replace(each, point=None) for each in plan]
    before = len(problems(TRIP, plan))
    for each in plan:
        assert len(problems(TRIP, [other for other in plan if other is not each])) <= before


@given(stops)
def test_the_order_stops_are_given_in_does_not_matter(plan):
    assert sorted(map(str, problems(TRIP, plan))) == sorted(map(str, problems(TRIP, plan[::-1])))
