"""Numbers without gaps, per series and year, under a lock; and reading one that somebody types."""

import re

from django.db import models, transaction

_TYPED = re.compile(r"([A-Z]{2}[0-9]{2})[\s.–-]*([0-9]{6,})(?:[\s.–-]+([0-9]{1,3}))?")


class Counter(models.Model):
    """The last number given in a series in a year."""

    series = models.CharField(max_length=30)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        app_label = "office"
        constraints = [
            models.UniqueConstraint(fields=["series", "year"], name="one_counter_per_series_and_year")
        ]

    def __str__(self):
        return f"{self.series} {self.year}: {self.last}"


def next_number(series, *, year):
    """The next number of `series` in `year`, from 1. Call it inside the transaction that uses it:
    if that fails the number is given again, so there is no gap. Raises outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("A number is given inside the transaction that uses it.")
    locked = Counter.objects.select_for_update().filter(series=series, year=year)
    counter = locked.first()
    if counter is None:
        Counter.objects.get_or_create(series=series, year=year)
        counter = locked.get()
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


def read_number(text):
    """("HT26-000123", "2") of what somebody types: small letters, blanks, without the dash as in a bank's note, with
    the number of a part ("" without). What is no number stays as it is, in capitals.
    """
    plain = " ".join(text.upper().split())
    found = _TYPED.fullmatch(plain)
    return (f"{found[1]}-{found[2]}", found[3] or "") if found else (plain, "")
