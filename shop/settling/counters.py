"""What outlets sold of a producer's goods at their counters. They pay the producer themselves: a part of the
statement of its own, beside what the house owes.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from catalogue.producers.models import Partner
from outlets.models import Consignment
from outlets.stock import books

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Counter:
    """One outlet: sold there, its commission (below 0), paid by it (below 0), and what it owes for that time."""

    consignment: Consignment
    sold: int
    fee: int
    paid: int
    due: int


def counters_of(producer: Partner, *, since: date | None = None, until: date | None = None) -> list[Counter]:
    """The outlets where something moved from day to day, both counted; all of it by default. 2 queries."""
    sums = books.sums_of(producer, since=since, until=until)
    if not sums:
        return []
    rows = Consignment.objects.filter(producer=producer).select_related("outlet", "producer")
    return [Counter(row, **sums[row.code]) for row in rows if row.code in sums]


def counters_of_week(producer: Partner, monday: date) -> list[Counter]:
    """The same, of one week."""
    return counters_of(producer, since=monday, until=monday + WEEK - timedelta(days=1))
