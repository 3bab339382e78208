"""The lunar calendar as Vietnam reckons it (UTC+7), from Tết 2023 to the end of 2036.

Libraries on PyPI (lunardate, lunarcalendar) reckon for Beijing (UTC+8): they have Tết 2007 and Tết 2030 a day
late and miss four beginnings of months between 2030 and 2034. So the months are facts here: worked out once
from the new moons and the winter solstices at 7 hours east, month 11 holding the solstice and the first month
without a principal term in a year of thirteen being the leap one.
"""

from bisect import bisect_right
from datetime import date, timedelta

# {lunar year: (first day, the month that is doubled or 0, for each month whether it has 30 days)}
_YEARS = {
    2023: (date(2023, 1, 22), 2, "0100110110101"),
    2024: (date(2024, 2, 10), 0, "010010110110"),
    2025: (date(2025, 1, 29), 6, "1010010101110"),
    2026: (date(2026, 2, 17), 0, "101001001110"),
    2027: (date(2027, 2, 6), 0, "110100100110"),
    2028: (date(2028, 1, 26), 5, "1110100100110"),
    2029: (date(2029, 2, 13), 0, "110101010010"),
    2030: (date(2030, 2, 2), 0, "110110101010"),
    2031: (date(2031, 1, 23), 3, "0101101101010"),
    2032: (date(2032, 2, 11), 0, "010101101101"),
    2033: (date(2033, 1, 31), 11, "0100101011101"),
    2034: (date(2034, 2, 19), 0, "010010011101"),
    2035: (date(2035, 2, 8), 0, "101001001101"),
    2036: (date(2036, 1, 28), 6, "1101001001011"),
}
FIRST_YEAR, LAST_YEAR = 2024, 2036  # calendar years known from end to end


def _months():
    """(first day, month, doubled) of every month, and the day after the last."""
    begins = date.min
    for first, doubled, lengths in _YEARS.values():
        begins, month, again = first, 0, False
        for long in lengths:
            again = month == doubled != 0 and not again
            month += not again
            yield begins, month, again
            begins += timedelta(days=29 + int(long))
    yield begins, 0, False


_MONTHS = list(_months())
_BEGINS = [begins for begins, _month, _again in _MONTHS]


def of(day: date) -> tuple[int, int, bool]:
    """(day, month, whether the month is a leap one) of `day`. Raises `ValueError` outside the table."""
    index = bisect_right(_BEGINS, day) - 1
    if index < 0 or index >= len(_MONTHS) - 1:
        raise ValueError(f"The lunar calendar is known from {_BEGINS[0]} to {_BEGINS[-1]} only.")
    begins, month, again = _MONTHS[index]
    return (day - begins).days + 1, month, again


def tet(year: int) -> date:
    """The first day of lunar `year`."""
    return _YEARS[year][0]


def is_tet(day: date) -> bool:
    """Whether `day` is one on which families stay at home: from the eve of the new year to its third day."""
    first, _doubled, _lengths = _YEARS.get(day.year, (date.min, 0, ""))
    return -1 <= (day - first).days <= 2


def days_in(year: int, lunar_days) -> list[date]:
    """The days of calendar `year` that are one of `lunar_days` (1–30) of their lunar month.

    Raises `ValueError` for a year outside the table. A month of 29 days has no day 30.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"The lunar calendar is known from {FIRST_YEAR} to {LAST_YEAR} only.")
    wanted = set(lunar_days)
    first = date(year, 1, 1)
    days = (first + timedelta(days=step) for step in range((date(year + 1, 1, 1) - first).days))
    return [day for day in days if of(day)[0] in wanted]
