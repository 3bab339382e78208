"""A finger that taps twice: real transactions at once, on PostgreSQL."""

import pytest

from at_once import at_once, of_each, refusals
from buying import basket_with, buyer
from shop.basket.filling import add, contents
from shop.basket.models import Basket, Line
from shop.order.models import Order
from shop.order.placing import place

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
]


def test_the_same_product_put_in_four_times_at_once_is_one_line_of_four(shop):
    basket, product = Basket.objects.create(), shop.product(stock=10)
    results = of_each(4, lambda _n: add(Basket.objects.get(pk=basket.pk), product, 1, adult=True))
    assert refusals(results) == []
    assert Line.objects.get().quantity == 4


def test_what_is_put_in_while_the_basket_is_ordered_is_refused_and_not_lost_in_it(shop):
    first, second = shop.product(stock=50), shop.product(stock=50)
    to = buyer()
    for turn in range(5):
        basket = basket_with(shop, first)
        total = contents(basket, to=to.commune).total
        late = Basket.objects.get(pk=basket.pk)
        order, put = at_once(
            lambda b=basket, t=total, n=turn: place(b, to, key=f"now-{n}", expected_total=t),
            lambda b=late: add(b, second, 1, adult=True),
        )
        if isinstance(order, Order):  # else the second was in first, and the total another
            assert [put] == refusals([put])
        assert not (refusals([order]) and refusals([put]))
