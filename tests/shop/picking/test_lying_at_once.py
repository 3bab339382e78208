"""Who orders, sells, counts and fetches the same goods in commission at once: on PostgreSQL, with real threads."""

import random
from datetime import timedelta

import pytest
from django.db.models import Sum
from django.utils import timezone

from at_once import at_once
from buying import buyer
from catalogue.producers.models import Hold, StockRecord
from fetching import counter, fetched, ordered
from office.stages import Refused
from outlets.models import NoteLine
from outlets.stock import stocking
from shop.basket.filling import add, contents
from shop.basket.models import Basket
from shop.order.fulfilling import move, put_back
from shop.order.models import Order
from shop.order.placing import confirm, expire, place
from shop.picking import handing_out

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def sold_out(shop, pieces, products=1):
    at = counter(shop, pieces=pieces, products=products)
    StockRecord.objects.filter(place=None, product__in=at.goods).update(num_in_stock=0)
    return at


def done(results):
    return [each for each in results if not isinstance(each, Refused)]


def check(at):
    """What notes moved is what lies there, and what is promised is what firm holds say; nothing below zero."""
    for product in at.goods:
        record = StockRecord.objects.get(product=product, place=at.row.place)
        firm = Hold.objects.filter(record=record, state="firm").aggregate(n=Sum("quantity"))["n"] or 0
        moved = NoteLine.objects.filter(product=product).aggregate(n=Sum("change"))["n"]
        assert (record.num_in_stock, record.num_allocated) == (moved, firm)
        assert record.num_in_stock >= firm >= 0
        own = StockRecord.objects.get(product=product, place=None)
        assert (own.num_in_stock, own.num_allocated or 0) == (0, 0)


def take(at, quantity=1, **facts):
    return lambda: ordered(at, quantity=quantity, outlet=at.outlet.pk, **facts)


def take_of_both(stalls):
    """An order of a jar of each of two makers, fetched at two outlets: their records are locked together."""
    basket = Basket.objects.create()
    for at in stalls:
        add(basket, at.jar, 1, adult=True, outlet=at.outlet.pk)
    total = contents(basket).total
    return place(basket, buyer(commune=None, street=""), key=f"both-{basket.pk}", expected_total=total)


def test_the_last_piece_is_ordered_or_sold_never_both(shop):
    at = sold_out(shop, 1)
    results = at_once(take(at), take(at), at.sell, at.sell)
    assert len(done(results)) == 1
    check(at)


def test_orders_sales_and_a_count_lose_no_piece(shop):
    at = sold_out(shop, 6)
    count = lambda: stocking.count(at.row, {at.jar: (5, "lost")}, by=at.keeper, seen={at.jar: 6})  # noqa: E731
    results = at_once(*[take(at)] * 4, *[at.sell] * 4, count)
    counted = not isinstance(results[-1], Refused)
    assert len(done(results[:-1])) == 6 - counted
    check(at)


def test_a_hold_that_runs_out_goes_to_one_of_those_who_want_it(shop):
    at = sold_out(shop, 2)
    late = take(at, 2, way="vietqr", hold_until=timezone.now() - timedelta(seconds=1))()
    results = at_once(lambda: confirm(late), lambda: expire(late), take(at, 2), lambda: at.sell(2))
    kept = Order.objects.exclude(status__in=("awaiting", "cancelled")).count()
    sold = -(NoteLine.objects.filter(note__kind="sold").aggregate(n=Sum("change"))["n"] or 0)
    assert 2 * kept + sold == 2, results
    check(at)


def test_fetched_by_two_keepers_it_leaves_once(shop):
    at = sold_out(shop, 3)
    order = take(at, 2)()
    handing_out.lay_aside(fetched(order), by=at.keeper)
    code = fetched(order).code
    give = lambda: handing_out.hand_over(fetched(order), code=code, cash_taken=True, by=at.keeper)  # noqa: E731
    results = at_once(give, give, at.sell, at.sell)
    assert len(done(results)) == 2
    assert at.there() == 0
    check(at)


def test_two_kinds_of_goods_in_both_orders_break_nobody_off(shop):
    at = sold_out(shop, 4, products=2)
    both = [list(at.goods), list(reversed(at.goods))]
    orders = [take(at, products=each) for each in both * 2]
    sales = [
        lambda each=each: stocking.sell(at.row, dict.fromkeys(each, (1, 50000)), by=at.keeper)
        for each in both * 2
    ]
    assert len(done(at_once(*orders, *sales))) == 4
    check(at)


@pytest.mark.parametrize("seed", range(3))
def test_a_busy_morning_at_two_outlets_loses_nothing(shop, seed):
    dice = random.Random(seed)  # noqa: S311  (which morning, not a secret)
    stalls = [sold_out(shop, 8, products=2) for _each in range(2)]
    ready = []
    for at in stalls:
        for _each in range(2):
            order = take(at)()
            handing_out.lay_aside(fetched(order), by=at.keeper)
            ready.append((at, order, fetched(order).code))
    manager = shop.user("shop_manager")

    def give(at, order, code):
        handing_out.hand_over(fetched(order), code=code, cash_taken=True, by=at.keeper)
        put_back(order.parcels.get(), by=manager)

    acts = [lambda each=each: give(*each) for each in ready]
    for at in stalls:
        goods = list(at.goods)
        acts += [take(at, products=dice.sample(goods, dice.randint(1, 2))) for _each in range(3)]
        acts += [lambda at=at: at.sell(dice.randint(1, 2)) for _each in range(2)]
        acts += [
            take(at, way="vietqr", hold_until=timezone.now() + timedelta(seconds=1)),
            lambda at=at: stocking.count(at.row, {at.jar: (dice.randint(4, 8), "lost")}, by=at.keeper),
            lambda at=at: move(take(at)().parcels.get(), "cancelled", by=manager, reason="thử"),
        ]
    acts += [lambda: take_of_both(stalls), lambda: take_of_both(stalls[::-1])] * 2
    dice.shuffle(acts)
    at_once(*acts)
    for order in Order.objects.filter(status="awaiting"):
        expire(order)
    for at in stalls:
        check(at)
