"""What was withheld in a month, producer by producer (Decree 117/2025/ND-CP): the platform's monthly return."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from catalogue.producers.models import Partner
from office.ledger import reading
from office.ledger.models import Row

from . import books
from .books import written_as

SALES = books.COLUMNS["sold"] + books.COLUMNS["carried"]  # what the house bore of the price is taxed, too
CARRIED = (books.CARRIED, books.CARRIED_BORNE, books.CARRIED_BACK, books.CARRIED_BORNE + books.BACK)
TAXES = (books.VAT, books.VAT + books.BACK, books.PIT, books.PIT + books.BACK)


@dataclass(slots=True)
class Withheld:
    """Of one producer in one month, in đồng: sold, of that returned (of this month or an earlier one),
    the difference, what of it is `carriage` (taxed by another rate than goods), and the taxes withheld less those
    given back.
    """

    producer: Partner
    sold: int
    returned: int
    carriage: int
    vat: int
    pit: int

    @property
    def revenue(self):
        return self.sold - self.returned


def month(first: date) -> list[Withheld]:
    """The producers something was withheld from or given back to in the month that begins on `first`. 2 queries."""
    following = (first + timedelta(days=31)).replace(day=1)
    taxed = _rows().filter(written_as(*TAXES)).values("about")
    found = (
        _rows()
        .filter(
            entry__at__gte=reading.start_of(first),
            entry__at__lt=reading.start_of(following),
            about__in=taxed,
        )
        .values("account__code")
        .annotate(
            sold=Sum("amount", filter=written_as(*SALES), default=0),
            returned=Sum("amount", filter=written_as(*books.COLUMNS["returned"]), default=0),
            carriage=Sum("amount", filter=written_as(*CARRIED), default=0),
            vat=Sum("amount", filter=written_as(books.VAT, books.VAT + books.BACK), default=0),
            pit=Sum("amount", filter=written_as(books.PIT, books.PIT + books.BACK), default=0),
        )
        .filter(~Q(sold=0) | ~Q(returned=0) | ~Q(vat=0) | ~Q(pit=0))
    )
    rows = {books.producer_of(row["account__code"]): row for row in found}
    producers = Partner.objects.select_related("commune__province").filter(pk__in=rows).order_by("name", "pk")
    return [
        Withheld(
            each,
            -rows[each.pk]["sold"],
            rows[each.pk]["returned"],
            -rows[each.pk]["carriage"],
            rows[each.pk]["vat"],
            rows[each.pk]["pit"],
        )
        for each in producers
    ]


def months() -> list[date]:
    """The first days of the months in which tax was withheld or given back, the newest first. 1 query."""
    found = (
        _rows()
        .filter(written_as(*TAXES))
        .annotate(month=TruncMonth("entry__at"))
        .values_list("month", flat=True)
    )
    return [timezone.localdate(each) for each in found.distinct().order_by("-month")]


def _rows():
    return Row.objects.filter(account__code__startswith="producer:").order_by()
