"""A finger that taps twice: real transactions at once, on PostgreSQL."""

import pytest

from at_once import of_each, refusals
from shop.basket.filling import add
from shop.basket.models import Basket, Line

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
]


def test_the_same_product_put_in_four_times_at_once_is_one_line_of_four(shop):
    basket, product = Basket.objects.create(), shop.product(stock=10)
    results = of_each(4, lambda _n: add(Basket.objects.get(pk=basket.pk), product, 1, adult=True))
    assert refusals(results) == []
    assert Line.objects.get().quantity == 4
