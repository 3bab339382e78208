"""Goods that lie at outlets in commission, for buyers who fetch them there: where, how many, and for how much.

The maker's own store may be sold out: what lies at an outlet is its own stock, held on the record of that place.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from catalogue.producers.models import StockRecord
from outlets.models import Consignment, Outlet

from .picking_up import handing_over, on_shelves
from .quoted import Quote

MOST = 5  # outlets named for one product


@dataclass(frozen=True, slots=True)
class Lying:
    """Of one product: `left` pieces that can be ordered at `outlet`. Where `is_open`, it hands them over."""

    record: StockRecord
    outlet: Outlet
    left: int
    is_open: bool = True


def at_outlets(products) -> dict[int, list[Lying]]:
    """{product's key: where it lies, most first} of the `products` (keys) that can be fetched. 1 query."""
    rows = _rows().filter(product__in=products, free__gt=0, is_open=True).order_by("-free", "pk")
    found: dict[int, list[Lying]] = {}
    for row in rows:
        found.setdefault(row.product_id, []).append(_lying(row))
    return {product: places[:MOST] for product, places in found.items()}


def at_outlet(product: int, outlet: int) -> Lying | None:
    """What of a product lies at an outlet (keys) that hands orders over, or None. 1 query."""
    row = _rows().filter(product=product, place__consignment__outlet=outlet, is_open=True).first()
    return _lying(row) if row else None


def of_records(records) -> dict[int, Lying]:
    """{record's key: what lies there} of the `records` (keys) of outlets. 1 query, none without records."""
    return {row.pk: _lying(row) for row in _rows().filter(pk__in=records)} if records else {}


def quotes(groups, *, at) -> list[Quote]:
    """How each of `groups` [(producer, lines, outlet)], goods that lie at the outlet, is fetched there.

    With a `problem` where that is over. 10 queries, however many groups.
    """
    found = on_shelves([(producer, lines, outlet.pk) for producer, lines, outlet in groups], at=at)
    return [
        quote or _nowhere(outlet) for quote, (_producer, _lines, outlet) in zip(found, groups, strict=True)
    ]


def _nowhere(outlet):
    problem = _("It cannot be fetched at %(outlet)s as it is in the basket.") % {"outlet": outlet.name}
    return Quote("", "", "", 0, problem=problem)


def _rows() -> Any:
    running = Consignment.objects.running().filter(place=OuterRef("place"), outlet__in=handing_over())
    rows = StockRecord.objects.with_free().filter(place__consignment__isnull=False)
    return rows.annotate(is_open=Exists(running)).select_related("place__consignment__outlet__commune")


def _lying(row):
    return Lying(row, row.place.consignment.outlet, max(0, row.free), row.is_open)
