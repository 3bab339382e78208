"""Acts that want the same rows at once ask for them in one order: nobody is broken off as a deadlock."""

import pytest
from consigning_rows import Counter
from oscar.apps.voucher.models import Voucher

from at_once import at_once, of_each
from buying import basket_with, buyer
from catalogue.listing import add_size, revise, set_price, set_stock
from catalogue.shelving import open_place, shelve
from offering import voucher
from outlets.stock import stocking
from shop.basket.filling import add, contents
from shop.basket.models import Basket
from shop.basket.vouchers import use
from shop.order.models import Order
from shop.order.placing import place
from shop.returning.cancelling import cancel_for_buyer

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_a_voucher_used_again_while_the_orders_before_are_called_off(shop):
    """Whoever orders locks voucher, then stock; so does who calls off."""
    product = shop.product(stock=500, price=100_000)
    people = [shop.user(name=f"Người {n}") for n in range(8)]
    code = voucher("MOTLAN", usage=Voucher.ONCE_PER_CUSTOMER)
    to = buyer()

    def again_and_again(n):
        for turn in range(6):
            basket = basket_with(shop, product)
            Basket.objects.filter(pk=basket.pk).update(owner=people[n])
            basket = Basket.objects.get(pk=basket.pk)
            use(basket, code.code, by=people[n])
            total = contents(basket, to=to.commune).total
            order = place(basket, to, key=f"v-{n}-{turn}", expected_total=total, by=people[n])
            cancel_for_buyer(order, list(order.parcels.all()), reason="changed_mind", by=people[n])

    of_each(8, again_and_again)
    code.refresh_from_db()
    assert (Order.objects.count(), code.num_orders, code.total_discount) == (48, 0, 0)
    assert product.stockrecords.get().num_allocated == 0


def test_goods_that_come_to_an_outlet_for_the_first_time_while_they_are_ordered(shop):
    """A note locks the records of all its goods in the order of their keys, not product by product."""
    to = buyer()
    for turn in range(4):
        at = Counter(shop)
        old = shop.product(producer=at.producer, price=None)
        new = shop.product(producer=at.producer, price=50_000, stock=50)
        set_price(old, 50_000, by=shop.office)  # its record is the younger one
        set_stock(old, 50, by=shop.office)

        def order(n, turn=turn, goods=(old, new)):
            basket = Basket.objects.create()
            for each in goods:
                add(basket, each, 1, adult=False)
            total = contents(basket, to=to.commune).total
            return lambda: place(basket, to, key=f"o-{turn}-{n}", expected_total=total)

        come = lambda at=at, goods=(old, new): stocking.deliver(  # noqa: E731
            at.row, dict.fromkeys(goods, 2), by=at.keeper
        )
        at_once(*map(order, range(3)), come, *map(order, range(3, 6)))
        assert [at.there(each) for each in (old, new)] == [2, 2]
    assert Order.objects.count() == 24


def test_a_price_changed_at_all_places_while_what_lies_there_is_ordered(shop):
    """The record of the own store is the oldest: whoever changes a price locks it first, as orders do."""
    producer = shop.producer()
    product = shop.product(producer=producer, stock=50, price=50_000)
    for name in ("Kho Vinh", "Kho Kỳ Anh"):
        shelve(product, open_place(producer, name, by=shop.office), pieces=50, by=shop.office)
    to = buyer()
    for turn in range(6):
        orders = []
        for n in range(4):
            basket, key = basket_with(shop, product), f"p-{turn}-{n}"
            total = contents(basket, to=to.commune).total
            orders.append(lambda b=basket, k=key, t=total: place(b, to, key=k, expected_total=t))
        changes = [lambda p=price: set_price(product, p, by=shop.office) for price in (60_000, 50_000)]
        at_once(*orders[:2], *changes, *orders[2:])
        set_price(product, 50_000, by=shop.office)
    product.refresh_from_db()
    assert {int(each.price) for each in product.stockrecords.all()} == {product.price} == {50_000}


def test_sizes_priced_at_once_while_their_product_is_revised(shop):
    """The product is locked before its sizes; its price is the lowest of theirs, whoever was last."""
    product = shop.product(price=50_000, stock=5)
    big = add_size(product, pack="1 kg", price=90_000, stock=5, by=shop.office)
    small = product.children.exclude(pk=big.pk).get()
    wrong = []
    for turn in range(1, 13):
        low, high = 10_000 + turn, 90_000 + turn
        prices = (low, high) if turn % 2 else (high, low)
        at_once(
            lambda p=prices[0]: set_price(small, p, by=shop.office),
            lambda p=prices[1]: set_price(big, p, by=shop.office),
            lambda t=turn: revise(product, story=f"Lần {t}", by=shop.office),
        )
        product.refresh_from_db()
        if product.price != low:
            wrong.append((turn, product.price, low))
    assert not wrong
