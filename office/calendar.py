"""Working days: weekends and the public holidays that are rows."""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class Holiday(models.Model):
    """A day on which offices are closed, with the law or the yearly notice that says so.

    `closed=False` is the opposite: a Saturday or Sunday worked in exchange.
    """

    day = models.DateField(_("day"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    closed = models.BooleanField(_("offices are closed"), default=True)
    legal_basis = models.CharField(_("legal basis"), max_length=200)

    class Meta:
        app_label = "office"
        ordering = ["day"]
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")

    def __str__(self):
        return f"{self.day:%d/%m/%Y} {self.name}"


def exceptions_between(first, last):
    """{day: closed} of the rows from `first` to `last`; one query."""
    return dict(Holiday.objects.filter(day__gte=first, day__lte=last).values_list("day", "closed"))


def is_working_day(day, known=None):
    """Whether offices work on `day`; `known` is what `exceptions_between` gave for it."""
    rows = exceptions_between(day, day) if known is None else known
    return not rows[day] if day in rows else day.weekday() < 5


def working_day_from(day):
    """`day` itself, or the next working day after it."""
    for each in _days(day):
        return each
    raise AssertionError("there is always a working day")


def add_working_days(day, number):
    """The `number`-th working day after `day` (`day` itself is never counted); `day` for 0."""
    if number < 0:
        raise ValueError("Working days are counted forwards.")
    if number == 0:
        return day
    for count, each in enumerate(_days(day + timedelta(days=1)), 1):
        if count == number:
            return each
    raise AssertionError("there is always a working day")


def _days(first: date):
    """The working days from `first` on, a hundred days read at a time."""
    while True:
        last = first + timedelta(days=99)
        known = exceptions_between(first, last)
        for step in range(100):
            day = first + timedelta(days=step)
            if is_working_day(day, known):
                yield day
        first = last + timedelta(days=1)
