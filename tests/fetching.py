"""Parcels fetched at outlets, for tests: a counter with goods in commission, and orders that are fetched there."""

from itertools import count

from consigning_rows import Counter

from buying import buyer
from outlets.hours import opening
from shop.basket.filling import add, contents
from shop.basket.models import Basket
from shop.order.models import PickUp
from shop.order.placing import place
from shop.shipping.models import FROM_STOCK, SENT_THERE

_number = count(1)


def counter(shop, *, pieces=5, **facts):
    """A `Counter` whose outlet hands orders over, open around the clock."""
    made = Counter(shop, pieces=pieces, **facts)
    made.outlet.picks_up, made.outlet.hours = True, "Mo-Su 00:00-24:00"
    made.outlet.save(update_fields=["picks_up", "hours"])
    opening.write_ahead([made.outlet])
    return made


def method(outlet, *, stock):
    return f"{FROM_STOCK if stock else SENT_THERE}{outlet.pk}"


def ordered(
    at, *, products=(), stock=True, quantity=0, way="cod", hold_until=None, user=None, outlet=None, **facts
):
    """An order of `products` (the jar) fetched at the counter `at`, by a buyer without an address.

    Without `stock` of more than lies there, so that the maker sends it. With `outlet` (a key) of what lies there only.
    """
    quantity = quantity or (1 if stock else 6)
    basket = Basket.objects.create()
    for product in products or [at.jar]:
        add(basket, product, quantity, adult=True, outlet=outlet)
    chosen = {at.producer.pk: method(at.outlet, stock=stock)}
    to = buyer(**{"commune": None, "street": "", "methods": chosen, **facts})
    total = contents(basket, chosen=chosen).total
    return place(
        basket,
        to,
        key=f"fetch-{next(_number)}",
        expected_total=total,
        way=way,
        hold_until=hold_until,
        by=user,
    )


def fetched(order):
    """The first pick-up of an order."""
    return PickUp.objects.for_pages().get(parcel__order=order)
