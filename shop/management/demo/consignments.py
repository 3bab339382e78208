"""Goods in commission at the Cửa Lò showroom and one centre, other goods and a star that has ended; by acts."""

from datetime import timedelta

from catalogue.models import Product
from catalogue.producers.models import Partner
from outlets.models import Consignment, Outlet
from outlets.stock import alerting, consigning, shelving, stocking

BEACH, CENTRE = "showroom-ocop-cua-lo", "trung-tam-ocop-thanh-sen"
OTHER_GOODS = (("Nón lá", 60_000), ("Bưu ảnh biển Cửa Lò", 10_000))
GOODS = 3  # of each maker
DELIVERED = 24  # pieces of each
SALES = (
    (20, (2, 1, 0)),
    (17, (3, 0, 1)),
    (12, (1, 2, 2)),
    (6, (4, 1, 0)),
    (1, (1, 1, 1)),
)  # days ago, pieces


def plant(people, *, today, by):
    """Everything once: what somebody did since is left alone."""
    beach, centre = (Outlet.objects.filter(slug=slug).first() for slug in (BEACH, CENTRE))
    if beach is None or centre is None or Consignment.objects.exists():
        return
    keeper = people["cualo"]
    _shelf(beach, keeper, today)
    first, second = people["htx"], people["ho"]
    _history(_agreed(beach, first, keeper, "12.5", today), first, keeper, today)
    sold = _agreed(beach, second, keeper, "10", today)
    _sell(sold, second, keeper, today, SALES[2:4])
    there = centre.keepings.get().user
    due = _agreed(centre, first, there, "15", today - timedelta(days=40))
    _sell(due, first, there, today, SALES[1:])
    alerting.choose(_maker(first), when="at_once", by=first)
    alerting.choose(_maker(second), when="daily", hour=19, by=second)


def _maker(person):
    return Partner.objects.filter(users=person).order_by("pk").first()


def _shelf(outlet, keeper, today):
    """Goods that are not OCOP, and one whose star has ended."""
    for label, price in OTHER_GOODS:
        shelving.put(outlet, label=label, price=price, by=keeper, today=today)
    ended = Product.objects.on_sale_list().filter(stars__gt=0, stars_until__lt=today, price__gt=0)
    product = ended.exclude(on_shelves__outlet=outlet).order_by("-stars_withdrawn", "pk").first()
    if product is not None:
        seen = today - timedelta(days=1)
        shelving.put(outlet, product=product, price=product.price, by=keeper, today=seen)


def _agreed(outlet, person, keeper, commission, since):
    row = consigning.offer(outlet, _maker(person), commission=commission, by=keeper)
    return consigning.accept(row, by=person, today=since)


def _goods(producer):
    goods = Product.objects.on_sale_list().filter(
        producer=producer, structure=Product.STANDALONE, price__gt=0, stockrecords__place=None
    )
    return list(goods.exclude(legal_class="service").order_by("pk").distinct()[:GOODS])


def _sell(row, person, keeper, today, sales):
    """Goods in, and what was sold of them; the deliveries are confirmed by the maker."""
    goods = _goods(row.producer)
    came = stocking.deliver(
        row, dict.fromkeys(goods, DELIVERED), by=keeper, day=today - timedelta(days=25), key=f"demo-{row.pk}"
    )
    stocking.confirm(came, by=person)
    notes = []
    for days, pieces in sales:
        lines = {each: (n, each.price) for each, n in zip(goods, pieces, strict=False) if n}
        if lines:
            notes.append(stocking.sell(row, lines, by=keeper, day=today - timedelta(days=days)))
    return goods, notes


def _history(row, person, keeper, today):
    """A whole life: sold, one sale reversed, some back, counted, paid, a new delivery under way, new terms."""
    goods, notes = _sell(row, person, keeper, today, SALES)
    for note in notes[:3]:
        stocking.confirm(note, by=person)
    if goods:
        slip = stocking.sell(row, {goods[0]: (10, goods[0].price)}, by=keeper, day=today)
        stocking.reverse(slip, reason="Gõ nhầm 10 thành 1", by=keeper)
        stocking.sell(row, {goods[0]: (1, goods[0].price)}, by=keeper, day=today)
        stocking.give_back(row, {goods[-1]: 4}, by=keeper, text="Sắp hết hạn dùng")
        there = stocking.lying_at(row)
        counted = {each: (there[each] - (each == goods[0]), "tasted") for each in goods}
        stocking.count(row, counted, by=keeper)
        paid = stocking.pay(row, 300_000, by=keeper, day=today - timedelta(days=3), text="Chuyển khoản")
        stocking.confirm(paid, by=person)
        stocking.deliver(row, {goods[0]: 12}, by=person, text="Gửi xe chiều nay")
    consigning.offer(row.outlet, row.producer, commission="10", by=person)
