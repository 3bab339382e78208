"""Notes of goods in commission: what they do to stock and debt, who may write them, and that they stay."""

from datetime import timedelta

import pytest
from consigning_rows import Counter
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalogue.producers import stocking as pieces
from office.ledger import reading
from office.notices import Notice
from office.stages import Refused
from outlets.models import Note, NoteLine
from outlets.stock import books, stocking

pytestmark = pytest.mark.django_db
Stage = Note.Stage
NEXT_DAY = timedelta(days=1)


@pytest.fixture
def counter(shop):
    return Counter(shop, products=2, pieces=10)


def test_goods_in_by_the_keeper_lie_there_and_the_producer_is_told(shop):
    counter = Counter(shop)
    note = stocking.deliver(counter.row, {counter.jar: 7}, by=counter.keeper)
    assert (counter.there(), note.stage) == (7, Stage.WRITTEN)
    assert note.number in Notice.objects.filter(user=counter.maker).first().sentence
    assert [item.product for item in counter.outlet.shelf.there()] == [counter.jar]
    assert stocking.confirm(note, by=counter.maker).stage == Stage.AGREED


def test_goods_sent_by_the_producer_lie_there_once_the_keeper_confirms(shop):
    counter = Counter(shop)
    note = stocking.deliver(counter.row, {counter.jar: 7}, by=counter.maker)
    assert (counter.there(), note.stage) == (0, Stage.UNDER_WAY)
    with pytest.raises(Refused):
        stocking.confirm(note, by=counter.maker)
    stocking.confirm(note, by=counter.keeper)
    assert counter.there() == 7
    with pytest.raises(Refused):
        stocking.confirm(note, by=counter.keeper)
    assert counter.there() == 7


def test_goods_under_way_may_be_refused_and_called_back(shop):
    counter = Counter(shop)
    for who in (counter.keeper, counter.maker):
        note = stocking.deliver(counter.row, {counter.jar: 7}, by=counter.maker)
        assert stocking.refuse(note, reason="Vỡ", by=who).stage == Stage.REFUSED
    assert counter.there() == 0


def test_a_sale_takes_pieces_and_leaves_a_debt_less_commission(counter):
    note = counter.sell(2, 55_000)
    assert (counter.there(), note.amount, note.commission, note.due) == (8, 110_000, 11_000, 99_000)
    assert books.debt_of(counter.row) == 99_000
    assert books.sums_of(counter.producer) == {
        counter.row.code: {"sold": 110_000, "fee": -11_000, "paid": 0, "due": 99_000}
    }
    assert sum(reading.trial_balance().values()) == 0


def test_more_than_lies_there_is_refused_at_its_line_and_nothing_happens(counter):
    other = counter.goods[1]
    with pytest.raises(Refused) as refused:
        stocking.sell(counter.row, {counter.jar: (1, 1_000), other: (11, 1_000)}, by=counter.keeper)
    assert refused.value.field == f"pieces-{other.pk}"
    assert (counter.there(), counter.there(other), books.debt_of(counter.row)) == (10, 10, 0)
    assert not Note.objects.filter(kind="sold").exists()


def test_more_cannot_go_back_than_lies_there(counter):
    with pytest.raises(Refused):
        stocking.give_back(counter.row, {counter.jar: 11}, by=counter.keeper)
    stocking.give_back(counter.row, {counter.jar: 10}, by=counter.keeper)
    assert counter.there() == 0


def test_pieces_kept_for_pick_ups_are_not_sold_at_the_counter(counter):
    record = counter.row.place.records.get(product=counter.jar)
    pieces.hold({record: 9}, key="don-1")
    with pytest.raises(Refused) as refused:
        counter.sell(2)
    assert refused.value.field == f"pieces-{counter.jar.pk}"
    counter.sell(1)
    assert counter.there() == 9


@pytest.mark.parametrize("pieces_", [0, -1, 10_000_000_000])
def test_strange_numbers_are_refused_at_their_line(counter, pieces_):
    for act, line in (
        (stocking.deliver, pieces_),
        (stocking.give_back, pieces_),
        (stocking.sell, (pieces_, 1_000)),
    ):
        with pytest.raises(Refused) as refused:
            act(counter.row, {counter.jar: line}, by=counter.keeper)
        assert refused.value.field == f"pieces-{counter.jar.pk}"
    assert counter.there() == 10


@pytest.mark.parametrize("price", [None, 0, -5, 10_000_000_000])
def test_strange_prices_are_refused_at_their_line(counter, price):
    with pytest.raises(Refused) as refused:
        counter.sell(1, price)
    assert refused.value.field == f"price-{counter.jar.pk}"


def test_a_note_without_lines_is_refused(counter):
    for act in (stocking.deliver, stocking.give_back, stocking.sell, stocking.count):
        with pytest.raises(Refused):
            act(counter.row, {}, by=counter.keeper)


def test_goods_of_another_producer_are_refused(shop, counter):
    with pytest.raises(Refused):
        stocking.deliver(counter.row, {shop.product(): 1}, by=counter.keeper)


@pytest.mark.parametrize("days", [1, -32])
def test_a_day_to_come_or_long_ago_is_refused(counter, days):
    with pytest.raises(Refused) as refused:
        counter.sell(day=timezone.localdate() + timedelta(days=days))
    assert refused.value.field == "day"


def test_a_count_says_why_it_differs(counter):
    with pytest.raises(Refused) as refused:
        stocking.count(counter.row, {counter.jar: (8, "")}, by=counter.keeper)
    assert refused.value.field == f"reason-{counter.jar.pk}"
    note = stocking.count(
        counter.row, {counter.jar: (8, "tasted"), counter.goods[1]: (10, "lost")}, by=counter.keeper
    )
    assert [(line.expected, line.quantity, line.reason, line.change) for line in note.lines.all()] == [
        (10, 8, "tasted", -2), (10, 10, "", 0),
    ]  # fmt: skip
    assert (counter.there(), books.debt_of(counter.row)) == (8, 0)


def test_a_count_says_when_the_next_is_due(counter):
    counter.row.refresh_from_db()
    assert not counter.row.count_is_due
    stocking.count(counter.row, {counter.jar: (10, "")}, by=counter.keeper)
    counter.row.refresh_from_db()
    assert counter.row.count_by == timezone.localdate() + timedelta(days=30)
    assert list(type(counter.row).objects.count_due(counter.row.count_by)) == [counter.row]


def test_a_count_of_numbers_seen_before_a_sale_is_refused(counter):
    counter.sell(1)
    with pytest.raises(Refused) as refused:
        stocking.count(counter.row, {counter.jar: (10, "")}, seen={counter.jar: 10}, by=counter.keeper)
    assert refused.value.field == f"pieces-{counter.jar.pk}"


def test_payments_bring_the_debt_down_and_never_below_zero(counter):
    counter.sell(2)
    for amount in (None, 0, -1, 90_001):
        with pytest.raises(Refused) as refused:
            stocking.pay(counter.row, amount, by=counter.keeper)
        assert refused.value.field == "amount"
    stocking.pay(counter.row, 60_000, by=counter.keeper)
    assert books.debt_of(counter.row) == 30_000
    assert books.debts_of([counter.row]) == {counter.row.pk: 30_000}


def test_a_reversal_takes_back_pieces_and_money_and_the_note_stays(counter):
    note = counter.sell(2)
    back = stocking.reverse(note, reason="Gõ nhầm", by=counter.keeper)
    note.refresh_from_db()
    assert (note.amount, back.amount, back.reverses) == (100_000, -100_000, note)
    assert (counter.there(), books.debt_of(counter.row)) == (10, 0)
    for again in (note, back):
        with pytest.raises(Refused):
            stocking.reverse(again, reason="Gõ nhầm", by=counter.keeper)


def test_goods_in_that_were_sold_since_cannot_be_reversed(counter):
    note = Note.objects.get(kind="in")
    counter.sell(1)
    with pytest.raises(Refused):
        stocking.reverse(note, reason="Nhầm", by=counter.keeper)
    assert counter.there() == 9


def test_a_reversed_count_gives_the_pieces_back(counter):
    note = stocking.count(counter.row, {counter.jar: (6, "lost")}, by=counter.keeper)
    stocking.reverse(note, reason="Tìm thấy rồi", by=counter.keeper)
    assert counter.there() == 10


def test_a_reversal_needs_a_reason(counter):
    note = counter.sell(1)
    with pytest.raises(Refused) as refused:
        stocking.reverse(note, reason=" ", by=counter.keeper)
    assert refused.value.field == "reason"


def test_the_producer_disputes_and_the_keeper_hears(counter):
    note = stocking.give_back(counter.row, {counter.jar: 2}, by=counter.keeper)
    assert stocking.refuse(note, reason="Tôi chỉ nhận 1", by=counter.maker).stage == Stage.DISPUTED
    assert any("Tôi chỉ nhận 1" in notice.sentence for notice in Notice.objects.filter(user=counter.keeper))
    assert counter.there() == 8


def test_the_same_form_sent_twice_is_one_note(counter):
    first, again = counter.sell(1, key="k1"), counter.sell(1, key="k1")
    assert (first, counter.there()) == (again, 9)


def test_a_form_sent_for_one_consignment_writes_nothing_in_another(counter, shop):
    other = Counter(shop, pieces=10)
    counter.sell(1, key="k1")
    with pytest.raises(Refused):
        other.sell(1, key="k1")
    assert (counter.there(), other.there()) == (9, 10)


def test_numbers_have_no_gap_when_a_note_is_refused(counter):
    first = counter.sell(1)
    with pytest.raises(Refused):
        counter.sell(100)
    assert int(counter.sell(1).number[-5:]) == int(first.number[-5:]) + 1


def test_only_the_keeper_of_this_outlet_writes(shop, counter):
    other = Counter(shop)
    for stranger in (other.keeper, other.maker, counter.maker, shop.user("trade_department")):
        for act, line in (
            (stocking.sell, (1, 1_000)),
            (stocking.give_back, 1),
            (stocking.count, (10, "")),
        ):
            with pytest.raises(Refused):
                act(counter.row, {counter.jar: line}, by=stranger)
        with pytest.raises(Refused):
            stocking.pay(counter.row, 1, by=stranger)
        with pytest.raises(Refused):
            stocking.reverse(Note.objects.filter(consignment=counter.row).first(), reason="x", by=stranger)
    with pytest.raises(Refused):
        stocking.deliver(counter.row, {counter.jar: 1}, by=other.maker)


def test_only_this_producer_confirms(shop, counter):
    note = counter.sell(1)
    for stranger in (Counter(shop).maker, counter.keeper):
        with pytest.raises(Refused):
            stocking.confirm(note, by=stranger)
        with pytest.raises(Refused):
            stocking.refuse(note, reason="x", by=stranger)


def test_the_database_refuses_to_change_or_delete_a_note(counter):
    note = counter.sell(1)
    for change in (
        lambda: Note.objects.filter(pk=note.pk).update(amount=1),
        lambda: Note.objects.filter(pk=note.pk).delete(),
        lambda: NoteLine.objects.filter(note=note).update(quantity=2, change=-2),
        lambda: NoteLine.objects.filter(note=note).delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    assert stocking.confirm(note, by=counter.maker).stage == Stage.AGREED


def test_a_size_is_sold_and_its_product_stands_on_the_shelf(shop, counter):
    from catalogue import listing

    size = listing.add_size(counter.jar, pack="Hũ lớn", price=90_000, stock=3, by=counter.maker)
    stocking.deliver(counter.row, {size: 4}, by=counter.keeper)
    assert counter.there(size) == 4
    assert counter.outlet.shelf.filter(product=counter.jar).count() == 1


def test_a_months_sales_by_outlet_producer_and_area(shop, counter):
    today = timezone.localdate()
    counter.sell(2)
    stocking.reverse(counter.sell(3), reason="Nhầm", by=counter.keeper)
    Counter(shop, pieces=5).sell(1)
    for whom in (counter.outlet, counter.producer):
        (row,) = stocking.sales_of_month(whom, today)
        assert (row.pieces, row.amount, row.product_pk) == (2, 100_000, counter.jar.pk)
    everywhere = stocking.sales_of_month(counter.outlet.commune.area, today)
    assert sum(row.pieces for row in everywhere) == 3
    assert stocking.sales_of_month(counter.outlet, today.replace(day=1) - NEXT_DAY) == []
