"""What outlets sold, by month: a read for reports, sheets and statements. A reversal counts in its own month."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db.models import F, Q, Sum
from django.utils.translation import gettext as _

from catalogue.producers.models import Area, Partner
from office.tables import Sheet, as_xlsx

from ..models import NoteLine, Outlet


@dataclass(frozen=True, slots=True)
class Sold:
    """Of one product at one outlet in one month: pieces, and what was paid for them in đồng.

    `fetched` are pieces handed over there for orders of the site, whose money the house settles by parcel.
    """

    outlet: str
    outlet_pk: int
    producer: str
    product: str
    product_pk: int
    pieces: int
    amount: int
    fetched: int = 0


def sales_of_month(whom: Outlet | Partner | Area | None, month: date) -> list[Sold]:
    """Sales in the month of the day `month`: at an outlet, of a producer's goods, in an area, or (None) everywhere.

    Most sold first. 1 query.
    """
    first = month.replace(day=1)
    lines = NoteLine.objects.filter(
        note__kind__in=("sold", "order"),
        note__day__gte=first,
        note__day__lt=first + relativedelta(months=1),
        **_of(whom),
    )
    sold, order = Q(note__kind="sold"), Q(note__kind="order")
    found = lines.values(
        outlet_pk=F("note__consignment__outlet_id"),
        outlet=F("note__consignment__outlet__name"),
        producer=F("note__consignment__producer__name"),
        product_pk=F("product_id"),
        title=F("product__title"),
        of=F("product__parent__title"),
        pack=F("product__pack"),
    ).annotate(
        pieces=-Sum("change", filter=sold, default=0),
        taken=-Sum(F("change") * F("price"), filter=sold, default=0),
        fetched=-Sum("change", filter=order, default=0),
    )
    return [_sold(row) for row in found.order_by("-taken", "outlet", "product_pk")]


def month_sheet(whom, month: date) -> bytes:
    """The month as an XLSX file: a line per product and outlet, and the sum."""
    rows = sales_of_month(whom, month)
    title = _("Sold in %(month)s") % {"month": f"{month:%m/%Y}"}
    return as_xlsx(
        Sheet(
            title=f"{month:%m-%Y}",
            top=[title, *([str(whom)] if whom else [])],
            header=[
                _("Point of sale"),
                _("Producer"),
                _("Product"),
                _("Pieces"),
                _("Amount, đồng"),
                _("Pieces fetched, ordered on the site"),
            ],
            rows=[
                [row.outlet, row.producer, row.product, row.pieces, row.amount, row.fetched] for row in rows
            ],
            footer=[
                [
                    _("Total"),
                    "",
                    "",
                    sum(row.pieces for row in rows),
                    sum(row.amount for row in rows),
                    sum(row.fetched for row in rows),
                ]
            ],
        )
    )


def _of(whom):
    match whom:
        case None:
            return {}
        case Outlet():
            return {"note__consignment__outlet": whom}
        case Partner():
            return {"note__consignment__producer": whom}
        case Area():
            return {"note__consignment__outlet__commune__area": whom}
    raise TypeError(f"no sales of {whom!r}")


def _sold(row):
    title = row["title"] or ""
    if row["of"]:
        title = f"{title or row['of']} · {row['pack']}".rstrip(" ·")
    return Sold(
        row["outlet"],
        row["outlet_pk"],
        row["producer"],
        title,
        row["product_pk"],
        row["pieces"],
        row["taken"],
        row["fetched"],
    )
