"""The lunar calendar as Vietnam reckons it."""

from datetime import date, timedelta

import pytest

from outlets.hours import lunar

TET = {
    2024: "10/02", 2025: "29/01", 2026: "17/02", 2027: "06/02", 2028: "26/01", 2029: "13/02", 2030: "02/02",
    2031: "23/01", 2032: "11/02", 2033: "31/01", 2034: "19/02", 2035: "08/02", 2036: "28/01",
}  # fmt: skip


@pytest.mark.parametrize(("year", "day"), TET.items())
def test_tet_is_where_vietnam_has_it(year, day):
    assert f"{lunar.tet(year):%d/%m}" == day
    assert lunar.of(lunar.tet(year)) == (1, 1, False)


def test_tet_2030_is_a_day_before_that_of_china():
    assert lunar.of(date(2030, 2, 2)) == (1, 1, False)
    assert lunar.of(date(2030, 2, 3)) == (2, 1, False)


@pytest.mark.parametrize("year", [2026, 2027, 2033])
def test_families_are_at_home_from_the_eve_to_the_third_day(year):
    first = lunar.tet(year)
    days = (first + timedelta(days=n) for n in range(-2, 4))
    assert [lunar.is_tet(day) for day in days] == [False, True, True, True, True, False]
    assert not lunar.is_tet(date(year, 9, 2))


def test_months_follow_each_other_without_a_gap():
    day, before = date(2024, 1, 1), lunar.of(date(2023, 12, 31))
    while day <= date(2036, 12, 31):
        now = lunar.of(day)
        assert now[0] == before[0] + 1 or (now[0] == 1 and before[0] in {29, 30})
        before, day = now, day + timedelta(days=1)


@pytest.mark.parametrize(("day", "told"), [
    (date(2025, 7, 25), (1, 6, True)), (date(2028, 6, 23), (1, 5, True)), (date(2033, 12, 22), (1, 11, True)),
    (date(2026, 9, 25), (15, 8, False)),  # mid-autumn
    (date(2027, 5, 20), (15, 4, False)),  # Vesak
])  # fmt: skip
def test_known_days(day, told):
    assert lunar.of(day) == told


def test_market_days_of_a_year():
    days = lunar.days_in(2026, [3, 8, 13, 18, 23, 28])
    assert days[:2] == [date(2026, 1, 1), date(2026, 1, 6)]  # 13 and 18 of the eleventh month
    assert all(lunar.of(day)[0] in {3, 8, 13, 18, 23, 28} for day in days)
    assert len(days) in range(72, 76)


def test_the_thirtieth_is_left_out_of_short_months():
    assert 5 <= len(lunar.days_in(2026, [30])) <= 8


@pytest.mark.parametrize("year", [2023, 2037])
def test_a_year_nobody_has_reckoned_is_an_error(year):
    with pytest.raises(ValueError, match="2024 to 2036"):
        lunar.days_in(year, [1])
