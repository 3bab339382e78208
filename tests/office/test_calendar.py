"""Working days and time limits: holidays are rows, the same answer however it is counted."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from office import clocks
from office.calendar import Holiday, add_working_days, is_working_day, working_day_from
from office.clocks import Clock

pytestmark = pytest.mark.django_db
DAYS = st.dates(date(2026, 1, 1), date(2028, 11, 30))
SLOW_DATABASE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 25), True),  # a Wednesday
        (date(2026, 11, 28), False),  # a Saturday
        (date(2026, 2, 17), False),  # the first day of Tết
        (date(2026, 4, 27), False),  # in exchange for Hùng Kings' Day on a Sunday
        (date(2027, 2, 8), False),
        (date(2028, 9, 4), False),
    ],
)
def test_tet_weekends_and_days_in_exchange_are_off(reference, day, works):
    assert is_working_day(day) is works


def test_a_saturday_worked_in_exchange_is_a_working_day(reference):
    Holiday.objects.create(day=date(2026, 8, 22), name="Làm bù", closed=False, legal_basis="Thông báo")
    assert is_working_day(date(2026, 8, 22))
    assert add_working_days(date(2026, 8, 21), 1) == date(2026, 8, 22)


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        (date(2026, 11, 25), 2, date(2026, 11, 27)),
        (date(2026, 11, 27), 2, date(2026, 12, 1)),  # over a weekend
        (date(2026, 2, 13), 2, date(2026, 2, 24)),  # over Tết
        (date(2026, 4, 24), 1, date(2026, 4, 28)),
        (date(2026, 11, 28), 0, date(2026, 11, 28)),
    ],
)
def test_working_days_are_counted_from_the_day_after(reference, start, number, end):
    assert add_working_days(start, number) == end


def test_working_days_are_not_counted_backwards(reference):
    with pytest.raises(ValueError, match="forwards"):
        add_working_days(date(2026, 11, 25), -1)


@given(day=DAYS, number=st.integers(1, 40))
@SLOW_DATABASE
def test_exactly_that_many_working_days_lie_between(reference, day, number):
    end = add_working_days(day, number)
    between = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(is_working_day(each) for each in between) == number
    assert is_working_day(end)


@given(day=DAYS, first=st.integers(1, 15), second=st.integers(1, 15))
@SLOW_DATABASE
def test_counting_in_two_goes_is_counting_once(reference, day, first, second):
    assert add_working_days(add_working_days(day, first), second) == add_working_days(day, first + second)


@given(day=DAYS, number=st.integers(1, 60))
@SLOW_DATABASE
def test_a_limit_in_days_is_never_shorter_and_ends_on_a_working_day(reference, day, number):
    end = Clock(number=number, unit=Clock.Unit.DAYS).end(day)
    assert end >= day + timedelta(days=number)
    assert is_working_day(end)
    assert end == working_day_from(day + timedelta(days=number))


@given(day=DAYS, number=st.integers(1, 20))
@SLOW_DATABASE
def test_years_run_from_the_end_of_the_year(reference, day, number):
    assert Clock(number=number, unit=Clock.Unit.YEARS).end(day) == date(day.year + number, 12, 31)


def test_a_limit_is_that_of_its_day(reference):
    old = Clock.objects.get(code="complaint.seller")
    Clock.objects.filter(pk=old.pk).update(valid_to=date(2027, 5, 31))
    Clock.objects.create(
        code="complaint.seller", number=1, unit="working", legal_basis="Luật mới", valid_from=date(2027, 6, 1)
    )
    assert clocks.due("complaint.seller", date(2027, 5, 31)) == date(2027, 6, 3)
    assert clocks.due("complaint.seller", date(2027, 6, 1)) == date(2027, 6, 2)


def test_no_limit_in_force_is_an_error_and_not_a_guess(reference):
    with pytest.raises(Clock.DoesNotExist):
        clocks.due("complaint.seller", date(2020, 1, 1))
