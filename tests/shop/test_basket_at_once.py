"""A finger that taps twice: real transactions at once, on PostgreSQL."""

import threading

import pytest
from django.db import connections

from shop.basket.filling import add
from shop.basket.models import Basket, Line

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
]


def test_the_same_product_put_in_four_times_at_once_is_one_line_of_four(shop):
    basket, product = Basket.objects.create(), shop.product(stock=10)
    gate, faults = threading.Barrier(4), []

    def tap():
        try:
            gate.wait()
            add(Basket.objects.get(pk=basket.pk), product, 1, adult=True)
        except Exception as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=tap) for _each in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert Line.objects.get().quantity == 4
