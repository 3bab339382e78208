"""The terms of a consignment: one side offers, the other says yes."""

import pytest
from consigning_rows import Counter
from outlet_rows import outlet

from catalogue import shelving
from catalogue.producers.models import StockPlace
from office.notices import Notice
from office.stages import Refused
from outlets.models import Consignment
from outlets.stock import consigning, stocking

pytestmark = pytest.mark.django_db
Stage = Consignment.Stage


@pytest.fixture
def sides(shop):
    keeper, maker = shop.user("keeper"), shop.user("producer")
    return outlet(keeper=keeper), shop.producer(people=[maker]), keeper, maker


def test_the_outlet_offers_and_the_producer_agrees(sides):
    place, producer, keeper, maker = sides
    row = consigning.offer(place, producer, commission="12.5", by=keeper)
    assert (row.stage, row.commission, consigning.place_of(place, producer)) == (Stage.OFFERED, None, None)
    assert Notice.objects.filter(user=maker, about="consignment").count() == 1
    row = consigning.accept(row, by=maker)
    assert (row.stage, f"{row.commission}", row.offered) == (Stage.RUNNING, "12.5", None)
    store = consigning.place_of(place, producer)
    assert (store.kind, store.sends_orders, store.producer) == (StockPlace.Kind.OUTLET, False, producer)
    assert Notice.objects.filter(user=keeper, about="consignment").count() == 1
    said = Notice.objects.filter(about="consignment").values_list("sentence", flat=True)
    assert ["12,5 %" in sentence for sentence in said] == [True, True]


def test_the_producer_offers_and_the_keeper_agrees(sides):
    place, producer, keeper, maker = sides
    row = consigning.offer(place, producer, commission=0, by=maker)
    with pytest.raises(Refused):
        consigning.accept(row, by=maker)
    assert consigning.accept(row, by=keeper).runs


def test_nobody_says_yes_to_their_own_terms(sides):
    place, producer, keeper, _maker = sides
    row = consigning.offer(place, producer, commission=10, by=keeper)
    with pytest.raises(Refused):
        consigning.accept(row, by=keeper)


def test_new_terms_count_once_the_other_side_agreed(shop):
    counter = Counter(shop, pieces=10)
    row = consigning.offer(counter.outlet, counter.producer, commission=20, by=counter.keeper)
    assert counter.sell().commission == 5_000
    consigning.accept(row, by=counter.maker)
    assert counter.sell().commission == 10_000


def test_declined_terms_leave_those_that_ran(shop):
    counter = Counter(shop, pieces=10)
    row = consigning.offer(counter.outlet, counter.producer, commission=20, by=counter.keeper)
    with pytest.raises(Refused) as refused:
        consigning.decline(row, reason=" ", by=counter.maker)
    assert refused.value.field == "reason"
    consigning.decline(row, reason="Cao quá", by=counter.maker)
    assert counter.sell().commission == 5_000


def test_a_declined_offer_may_be_followed_by_another(sides):
    place, producer, keeper, maker = sides
    row = consigning.offer(place, producer, commission=30, by=keeper)
    assert consigning.decline(row, reason="Cao quá", by=maker).stage == Stage.DECLINED
    row = consigning.offer(place, producer, commission=10, by=keeper)
    assert consigning.accept(row, by=maker).runs
    assert Consignment.objects.count() == 1


@pytest.mark.parametrize(
    "facts", [{"commission": -1}, {"commission": 51}, {"count_every": 0}, {"count_every": 400}]
)
def test_terms_out_of_range_are_refused_at_their_field(sides, facts):
    place, producer, keeper, _maker = sides
    with pytest.raises(Refused) as refused:
        consigning.offer(place, producer, by=keeper, **{"commission": 10} | facts)
    assert refused.value.field == next(iter(facts))


def test_strangers_offer_nothing(shop, sides):
    place, producer, _keeper, _maker = sides
    for stranger in (shop.user("keeper"), shop.user("producer"), shop.user("trade_department")):
        with pytest.raises(Refused):
            consigning.offer(place, producer, commission=10, by=stranger)


def test_it_ends_only_without_goods_and_debt(shop):
    counter = Counter(shop, pieces=1)
    for step in (
        counter.sell,
        lambda: stocking.pay(counter.row, 45_000, by=counter.keeper),
    ):
        with pytest.raises(Refused):
            consigning.end(counter.row, reason="Nghỉ", by=counter.keeper)
        step()
    assert consigning.end(counter.row, reason="Nghỉ", by=counter.keeper).stage == Stage.ENDED
    with pytest.raises(Refused):
        stocking.deliver(counter.row, {counter.jar: 1}, by=counter.keeper)
    assert stocking.place_of(counter.outlet, counter.producer) is None


def test_a_place_name_that_is_taken_gets_a_number(sides):
    place, producer, keeper, maker = sides
    shelving.open_place(producer, place.name, by=maker)
    row = consigning.accept(consigning.offer(place, producer, commission=10, by=keeper), by=maker)
    assert row.place.name == f"{place.name} (2)"


def test_the_stock_desk_does_not_touch_what_lies_at_an_outlet(shop):
    counter = Counter(shop, pieces=5)
    with pytest.raises(Refused):
        shelving.shelve(counter.jar, counter.row.place, pieces=9, by=counter.maker)
    with pytest.raises(Refused):
        shelving.revise_place(counter.row.place, name="Kho", sends_orders=True, by=counter.maker)
    assert counter.there() == 5
