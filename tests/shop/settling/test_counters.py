"""What outlets sold of a producer's goods stands on its statement, beside what the house owes."""

import pytest
from consigning_rows import Counter
from django.urls import reverse
from django.utils import timezone

from outlets.stock import stocking
from shop.settling import counters, stating

pytestmark = pytest.mark.django_db


@pytest.fixture
def counter(shop):
    counter = Counter(shop, pieces=10)
    counter.sell(2)
    stocking.pay(counter.row, 40_000, by=counter.keeper)
    return counter


def test_sums_are_those_of_the_books(counter):
    (row,) = counters.counters_of(counter.producer)
    assert (row.consignment, row.sold, row.fee, row.paid, row.due) == (
        counter.row, 100_000, -10_000, -40_000, 50_000,
    )  # fmt: skip


def test_a_week_counts_its_own_days_only(counter):
    monday = stating.monday_of(timezone.localdate())
    assert [row.due for row in counters.counters_of_week(counter.producer, monday)] == [50_000]
    assert counters.counters_of_week(counter.producer, monday - stating.WEEK) == []


def test_the_house_owes_nothing_of_it(counter):
    assert stating.owed_to(counter.producer) == 0


def test_the_producer_reads_it_and_another_does_not(client, shop, counter):
    other = Counter(shop)
    for person, producer, seen in (
        (counter.maker, counter.producer, True),
        (other.maker, other.producer, False),
    ):
        client.force_login(person)
        text = client.get(reverse("statements:weeks", args=[producer.pk])).content.decode()
        assert (counter.outlet.name in text) is seen
    client.force_login(other.maker)
    assert client.get(reverse("statements:weeks", args=[counter.producer.pk])).status_code == 404
