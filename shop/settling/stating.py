"""What a producer reads: its weeks, one week line by line, one parcel's account. All of it from the ledger.

Amounts in đồng as the producer sees them: what it is owed above 0, what is taken from it below.
"""

from dataclasses import dataclass, field, fields
from datetime import date, datetime, timedelta

from django.db.models import Max, Min, Sum
from django.db.models.functions import Coalesce, TruncWeek
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalogue.producers.models import Partner
from office.ledger import reading
from office.ledger.models import Row

from . import books
from .books import written_as
from .models import Payout, PayoutLine

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    label: object
    meaning: object


COLUMNS = (
    Column("sold", _("Goods sold"), _("What buyers paid for your goods, after discounts.")),
    Column(
        "carried",
        _("Delivery by yourself"),
        _("Delivery fees of parcels you brought yourself. The courier's fee goes to the courier."),
    ),
    Column("returned", _("Returned to buyers"), _("What buyers got back for returned or spoiled goods.")),
    Column("fee", _("Commission"), _("What the platform keeps for its work, by the rate of the day.")),
    Column(
        "withheld",
        _("Tax withheld"),
        _(
            "VAT and personal income tax the platform pays in your name (Decree 117/2025: households and groups)."
        ),
    ),
    Column(
        "kept", _("Cash you received"), _("What buyers paid you in person, so that it is not owed to you.")
    ),
)


@dataclass(slots=True)
class Sums:
    """The columns of a statement: goods sold, delivery by the producer, returned to buyers, commission,
    tax withheld, cash the producer kept, paid out; `total` is the sum of all.
    """

    sold: int = 0
    carried: int = 0
    returned: int = 0
    fee: int = 0
    withheld: int = 0
    kept: int = 0
    paid: int = 0
    total: int = 0

    @property
    def earned(self):
        """What the week or parcel brought, before it is paid out."""
        return self.total - self.paid

    def cells(self):
        """[(column, đồng)], of all columns but what was paid out."""
        return [(column, getattr(self, column.name)) for column in COLUMNS]

    def __add__(self, other):
        return Sums(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(Sums)))


@dataclass(slots=True)
class Week:
    monday: date
    sums: Sums
    opening: int
    closing: int

    @property
    def sunday(self):
        return self.monday + WEEK - timedelta(days=1)


@dataclass(slots=True)
class ParcelAccount:
    """One parcel's line. `at` is the first day it moved in the books, `moved` the last moment, transfers apart;
    `payouts` what paid of the parcel, newest last.
    """

    number: str
    sums: Sums
    at: date
    moved: datetime
    payouts: list[Payout] = field(default_factory=list)

    @property
    def payout(self):
        """What pays the line as it stands, or None: one proposed before it last moved knows less than it."""
        since = [each for each in self.payouts if each.batch.proposed_at >= self.moved]
        worked = (each for each in since if each.stage != Payout.Stage.FAILED)
        return next(worked, since[-1] if since else None)


@dataclass(slots=True)
class Transfer:
    """What one payout, or one that came back, moved in a week."""

    payout: Payout
    at: date
    amount: int
    came_back: bool


@dataclass(slots=True)
class Statement:
    producer: Partner
    monday: date
    opening: int
    lines: list[ParcelAccount]
    transfers: list[Transfer]

    @property
    def sunday(self):
        return self.monday + WEEK - timedelta(days=1)

    @property
    def totals(self):
        return sum((line.sums for line in self.lines), Sums())

    @property
    def shown(self):
        """See `shown_in`."""
        return shown_in(self.lines)

    @property
    def paid(self):
        return sum(transfer.amount for transfer in self.transfers)

    @property
    def closing(self):
        return self.opening + self.totals.total + self.paid


def shown_in(lines: list[ParcelAccount]) -> list[Column]:
    """The columns in which something stands."""
    return [column for column in COLUMNS if any(getattr(line.sums, column.name) for line in lines)]


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def owed_to(producer: Partner, *, on: date | None = None) -> int:
    """What the house owes the producer (at the end of the day `on`). 1 query."""
    return -reading.balance(books.producer_code(producer.pk), on=on)


def weeks_of(producer: Partner) -> list[Week]:
    """Every week in which something happened, the newest first. 1 query."""
    found = (
        _rows_of(producer)
        .annotate(week=TruncWeek("entry__at"))
        .values("week")
        .annotate(**_columns())
        .order_by("week")
    )
    weeks, balance = [], 0
    for row in found:
        sums = _sums(row)
        weeks.append(Week(timezone.localdate(row["week"]), sums, balance, balance + sums.total))
        balance += sums.total
    return weeks[::-1]


def statement(producer: Partner, monday: date) -> Statement:
    """One week: parcels line by line, transfers, balance before and after. 4 queries."""
    rows = _rows_of(producer).filter(
        entry__at__gte=reading.start_of(monday), entry__at__lt=reading.start_of(monday + WEEK)
    )
    return Statement(
        producer,
        monday,
        owed_to(producer, on=monday - timedelta(days=1)),
        _lines(rows.exclude(written_as(*books.COLUMNS["paid"]))),
        _transfers(rows.filter(written_as(*books.COLUMNS["paid"]))),
    )


def parcel_accounts(producer: Partner, numbers: list[str] | None = None) -> list[ParcelAccount]:
    """The accounts of the producer's parcels (or of these), from their first day on. 2 queries."""
    rows = _rows_of(producer)
    return _lines(rows if numbers is None else rows.filter(about__in=numbers))


def parcels_of(producer: Partner):
    """A query of {"about": parcel number}, the newest first: to be paged, then read by `parcel_accounts`."""
    found = _rows_of(producer).values("about").annotate(at=Min("entry__at"))
    return found.order_by("-at", "-about")


def producers_with_dues(producers) -> list[tuple[Partner, int]]:
    """[(producer, đồng owed to it)] of a page of producers. 1 query."""
    codes = {books.producer_code(each.pk): each for each in producers}
    sums = Row.objects.filter(account__code__in=codes).order_by().values_list("account__code")
    owed = dict(sums.annotate(sum=Sum("amount")))
    return [(each, -owed.get(code, 0)) for code, each in codes.items()]


def _rows_of(producer):
    return Row.objects.filter(account__code=books.producer_code(producer.pk)).order_by()


def _columns():
    columns = {
        name: Coalesce(Sum("amount", filter=written_as(*kinds)), 0) for name, kinds in books.COLUMNS.items()
    }
    return {**columns, "total": Sum("amount")}


def _sums(row):
    return Sums(**{each.name: -row[each.name] for each in fields(Sums)})


def _lines(rows):
    moved = Max("entry__at", filter=~written_as(*books.COLUMNS["paid"]))
    found = rows.values("about").annotate(at=Min("entry__at"), moved=moved, **_columns())
    lines = {
        row["about"]: ParcelAccount(
            row["about"], _sums(row), timezone.localdate(row["at"]), row["moved"] or row["at"]
        )
        for row in found.order_by("at", "about")
    }
    paid = PayoutLine.objects.filter(about__in=lines).select_related("payout__batch")
    for line in paid.exclude(payout__stage=Payout.Stage.DROPPED).order_by("payout_id"):
        lines[line.about].payouts.append(line.payout)
    return list(lines.values())


def _transfers(rows):
    found = list(
        rows.values_list("entry__key", "entry__at").annotate(sum=Sum("amount")).order_by("entry__at")
    )
    pks = {int(key.split(":")[1]) for key, _at, _sum in found}
    payouts = Payout.objects.select_related("batch", "account").in_bulk(pks)
    return [
        Transfer(
            payouts[int(key.split(":")[1])],
            timezone.localdate(at),
            -amount,
            books.kind_of(key) == books.PAYOUT_FAILED,
        )
        for key, at, amount in found
    ]
