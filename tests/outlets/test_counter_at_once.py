"""Two at one counter: real transactions at once, on PostgreSQL."""

import pytest
from consigning_rows import Counter

from at_once import at_once, refusals
from catalogue.producers import stocking as pieces
from outlets.stock import books, stocking

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
]


def test_two_sales_of_the_last_piece_one_wins(shop):
    counter = Counter(shop, pieces=1)
    assert len(refusals(at_once(*[counter.sell] * 2))) == 1
    assert (counter.there(), books.debt_of(counter.row)) == (0, 45_000)


def test_many_sales_and_returns_lose_no_piece(shop):
    counter = Counter(shop, pieces=10)
    back = lambda: stocking.give_back(counter.row, {counter.jar: 1}, by=counter.keeper)  # noqa: E731
    assert len(refusals(at_once(*[counter.sell] * 8, *[back] * 8))) == 6
    assert counter.there() == 0


def test_a_pick_up_and_a_sale_of_the_last_piece_one_wins(shop):
    counter = Counter(shop, pieces=1)
    record = counter.row.place.records.get()
    assert len(refusals(at_once(counter.sell, lambda: pieces.hold({record: 1}, key="don-1")))) == 1
    assert counter.there() + len(counter.row.notes.filter(kind="sold")) == 1


def test_a_note_reversed_by_two_is_reversed_once(shop):
    counter = Counter(shop, pieces=5)
    note = counter.sell(2)
    back = lambda: stocking.reverse(note, reason="thử", by=counter.keeper)  # noqa: E731
    assert len(refusals(at_once(back, back))) == 1
    assert (counter.there(), books.debt_of(counter.row)) == (5, 0)


def test_more_than_is_owed_is_not_paid_by_two(shop):
    counter = Counter(shop, pieces=5)
    counter.sell(2)
    pay = lambda: stocking.pay(counter.row, 90_000, by=counter.keeper)  # noqa: E731
    assert len(refusals(at_once(pay, pay))) == 1
    assert books.debt_of(counter.row) == 0
