"""Where a maker keeps goods, how many there are at each place, and when they can leave."""

from django.db import transaction
from django.utils.translation import gettext as _

from catalogue.producers import stocking
from catalogue.producers.models import StockPlace, StockRecord, Supply
from catalogue.producers.signals import stock_came
from office.stages import Refused

from .listing import may_list


@transaction.atomic
def open_place(producer, name, *, sends_orders=True, kind=StockPlace.Kind.OWN, by):
    """One more place where `producer` keeps goods; returns the `StockPlace`.

    Raises `Refused` without the right, without a name or with one that is taken.
    """
    _refuse_stranger(by, producer)
    _refuse_name(producer, name)
    position = StockPlace.objects.filter(producer=producer).count() + 1
    return StockPlace.objects.create(
        producer=producer, name=name.strip(), kind=kind, sends_orders=sends_orders, position=position
    )


@transaction.atomic
def revise_place(place, *, name, sends_orders, by):
    """Another name, or whether orders are sent from there; returns the place. Raises as `open_place` does."""
    place = StockPlace.objects.select_for_update().get(pk=place.pk)
    _refuse_stranger(by, place.producer)
    _refuse_outlet(place)
    if name.strip() != place.name:
        _refuse_name(place.producer, name)
    opened = sends_orders and not place.sends_orders
    place.name, place.sends_orders = name.strip(), sends_orders
    place.save(update_fields=["name", "sends_orders"])
    if opened and (products := set(place.records.values_list("product_id", flat=True))):
        stock_came.send(StockRecord, products=products)
    return place


@transaction.atomic
def shelve(
    product, place, *, pieces, by, seen=None, supply=Supply.IN_STOCK, ready_in_days=None, ready_from=None,
    harvest="", low_at=None,
):  # fmt: skip
    """How many pieces of `product` there are at `place` (None: the own store), when they leave, when to warn.

    For what is made to order or awaited, `pieces` is the most that is taken. `seen` is the number the form
    showed: when it is left as seen, the number stays what it is. Returns the record. Raises `Refused` without
    the right, without a price, below what is promised, when pieces came or went since `seen`, and for a
    supply without its days or day.
    """
    _refuse_stranger(by, product.producer)
    if place is not None and place.producer_id != product.producer_id:
        raise Refused(_("This place is another producer's."))
    _refuse_outlet(place)
    _refuse_unclear(supply, ready_in_days, ready_from)
    record = record_at(product, place)
    record.supply, record.harvest, record.low_stock_threshold = supply, harvest.strip(), low_at
    record.ready_in_days = ready_in_days if supply == Supply.MADE_TO_ORDER else None
    record.ready_from = ready_from if supply == Supply.PRE_ORDER else None
    record.save(
        update_fields=[
            "supply",
            "harvest",
            "low_stock_threshold",
            "ready_in_days",
            "ready_from",
            "date_updated",
        ]
    )
    if seen is not None and pieces == seen:
        return record
    return stocking.count(record, pieces, seen=seen)


def record_at(product, place):
    """The record, locked; at a new place it begins with the price of the own store and nothing there.

    Raises `Refused` without a price.
    """
    records = (
        StockRecord.objects.select_for_update(of=("self",), no_key=True)
        .filter(product=product)
        .order_by("pk")
    )
    rows = {each.place_id: each for each in records}
    if record := rows.get(place.pk if place else None):
        return record
    if None not in rows:
        raise Refused(_("Give the price first: what cannot be bought has no stock."), field="pieces")
    return StockRecord.objects.create(
        product=product,
        partner=product.producer,
        place=place,
        partner_sku=f"SP{product.pk}-{place.pk}",
        price_currency="VND",
        price=rows[None].price,
        num_in_stock=0,
        num_allocated=0,
    )


def _refuse_stranger(by, producer):
    if not may_list(by, producer):
        raise Refused(_("These are another producer's products."))


def _refuse_outlet(place):
    if place is not None and place.kind == StockPlace.Kind.OUTLET:
        raise Refused(
            _("What lies at a point of sale is counted by its notes: goods in, sold, returned, counted.")
        )


def _refuse_name(producer, name):
    if not name.strip():
        raise Refused(_("Give the place a name, for example “Store in Vinh”."), field="name")
    if StockPlace.objects.filter(producer=producer, name=name.strip()).exists():
        raise Refused(_("There is a place of that name already."), field="name")


def _refuse_unclear(supply, days, day):
    if supply == Supply.MADE_TO_ORDER and not days:
        raise Refused(_("Say after how many days it can leave."), field="ready_in_days")
    if supply == Supply.PRE_ORDER and not day:
        raise Refused(_("Say from which day on it can leave."), field="ready_from")
