"""Stock promised, given back, leaving and returning: never below zero, never a piece lost."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from catalogue import listing
from catalogue.cards import with_left
from catalogue.models import Product
from catalogue.producers import stocking
from catalogue.producers.models import Hold, StockPlace, StockRecord
from office.stages import Refused

pytestmark = pytest.mark.django_db
SOON = timedelta(minutes=15)


def record_of(product, place=None):
    return StockRecord.objects.get(product=product, place=place)


def numbers(product, place=None):
    record = record_of(product, place)
    return record.num_in_stock, record.num_allocated


def left(product):
    return with_left(Product.objects.filter(pk=product.pk)).get().left


def end_now(key):
    Hold.objects.filter(key=key).update(until=timezone.now() - timedelta(seconds=1))


def second_place(product, pieces, *, sends_orders=True, **facts):
    place = StockPlace.objects.create(producer=product.producer, name="Kho Vinh", sends_orders=sends_orders)
    StockRecord.objects.create(
        product=product, partner=product.producer, place=place, partner_sku=f"SP{product.pk}-2",
        price=product.price, num_in_stock=pieces, num_allocated=0, **facts,
    )  # fmt: skip
    return place


def test_temporary_hold_counts_up_to_its_end_and_not_a_moment_longer(shop):
    jar = shop.product(stock=5)
    stocking.hold({jar: 3}, key="a", until=timezone.now() + SOON)
    assert (left(jar), numbers(jar)) == (2, (5, 0))
    with pytest.raises(stocking.NotEnough):
        stocking.hold({jar: 3}, key="b")
    end_now("a")
    assert left(jar) == 5
    stocking.hold({jar: 5}, key="b")
    assert (left(jar), numbers(jar)) == (0, (5, 5))


def test_firm_hold_is_promised_leaves_and_comes_back(shop):
    jar = shop.product(stock=5)
    stocking.hold({jar: 3}, key="a")
    stocking.leave("a")
    assert numbers(jar) == (2, 0)
    stocking.take_back("a", {jar: 1})
    assert numbers(jar) == (3, 0)
    with pytest.raises(Refused):
        stocking.take_back("a", {jar: 3})
    stocking.take_back("a")
    stocking.take_back("a")
    assert numbers(jar) == (5, 0)


def test_each_act_done_twice_is_done_once(shop):
    jar = shop.product(stock=5)
    stocking.hold({jar: 2}, key="a", until=timezone.now() + SOON)
    for _again in range(2):
        stocking.firm("a")
        assert numbers(jar) == (5, 2)
    for _again in range(2):
        stocking.leave("a")
        assert numbers(jar) == (3, 0)
    stocking.release("a")
    assert numbers(jar) == (3, 0)


def test_part_of_a_hold_is_given_back_and_more_than_is_kept_is_refused(shop):
    jar = shop.product(stock=5)
    stocking.hold({jar: 3}, key="a")
    stocking.release("a", {jar: 1})
    assert numbers(jar) == (5, 2)
    with pytest.raises(Refused):
        stocking.release("a", {jar: 3})
    stocking.release("a", {record_of(jar): 2})
    stocking.release("a")
    assert (numbers(jar), Hold.objects.get().state) == ((5, 0), "released")


def test_hold_that_ended_becomes_firm_while_its_goods_are_there_and_not_when_they_are_sold(shop):
    jar = shop.product(stock=1)
    stocking.hold({jar: 1}, key="late", until=timezone.now() + SOON)
    end_now("late")
    stocking.firm("late")
    assert numbers(jar) == (1, 1)
    stocking.release("late")
    stocking.hold({jar: 1}, key="later", until=timezone.now() + SOON)
    end_now("later")
    stocking.hold({jar: 1}, key="quick")
    for act in (stocking.firm, lambda key: stocking.extend(key, timezone.now() + SOON)):
        with pytest.raises(stocking.NotEnough) as refused:
            act("later")
        assert jar.title in refused.value.message
    assert numbers(jar) == (1, 1)


def test_extended_hold_goes_on_counting_and_never_ends_earlier(shop):
    jar = shop.product(stock=1)
    first, later = timezone.now() + SOON, timezone.now() + 2 * SOON
    stocking.hold({jar: 1}, key="a", until=first)
    stocking.extend("a", later)
    stocking.extend("a", first)
    assert Hold.objects.get().until == later


def test_given_back_is_gone_for_good(shop):
    jar = shop.product(stock=1)
    stocking.hold({jar: 1}, key="a", until=timezone.now() + SOON)
    stocking.release("a")
    with pytest.raises(Refused):
        stocking.firm("a")
    with pytest.raises(Refused):
        stocking.extend("a", timezone.now() + SOON)


def test_short_in_one_thing_keeps_nothing_of_the_others(shop):
    jar, box = shop.product(stock=5), shop.product(stock=1)
    with pytest.raises(stocking.NotEnough) as refused, transaction.atomic():
        stocking.hold({jar: 2, box: 2}, key="a")
    assert (refused.value.product, refused.value.left) == (box, 1)
    assert (numbers(jar), Hold.objects.count()) == ((5, 0), 0)


def test_goods_of_two_places_are_one_number_to_buyers_and_an_order_may_take_from_both(shop):
    jar = shop.product(stock=3)
    place = second_place(jar, 4)
    assert left(jar) == 7
    stocking.hold({jar: 5}, key="a")
    assert (numbers(jar), numbers(jar, place)) == ((3, 3), (4, 2))
    stocking.release("a", {jar: 4})
    assert (numbers(jar), numbers(jar, place)) == ((3, 0), (4, 1))


def test_place_that_sends_no_orders_is_not_sold_from_but_may_be_held_by_name(shop):
    jar = shop.product(stock=3)
    place = second_place(jar, 4, sends_orders=False)
    assert left(jar) == 3
    with pytest.raises(stocking.NotEnough):
        stocking.hold({jar: 4}, key="a")
    stocking.hold({record_of(jar, place): 4}, key="b")
    assert numbers(jar, place) == (4, 4)


def test_what_is_ready_sooner_is_taken_first(shop):
    jar = shop.product(stock=3)
    StockRecord.objects.update(supply="made_to_order", ready_in_days=7)
    place = second_place(jar, 4)
    stocking.hold({jar: 5}, key="a")
    assert (numbers(jar), numbers(jar, place)) == ((3, 1), (4, 4))


@pytest.mark.parametrize(
    ("facts", "ready"),
    [
        ({}, date(2026, 9, 1)),
        ({"supply": "made_to_order", "ready_in_days": 7}, date(2026, 9, 8)),
        ({"supply": "pre_order", "ready_from": date(2026, 9, 15)}, date(2026, 9, 15)),
        ({"supply": "pre_order", "ready_from": date(2026, 8, 1)}, date(2026, 9, 1)),
    ],
)
def test_day_it_can_leave(facts, ready):
    assert StockRecord(**facts).ready_on(date(2026, 9, 1)) == ready


def test_counted_stock_may_not_go_below_what_is_promised_even_for_a_while(shop):
    jar = shop.product(stock=5)
    stocking.hold({jar: 1}, key="a")
    stocking.hold({jar: 2}, key="b", until=timezone.now() + SOON)
    with pytest.raises(Refused):
        listing.set_stock(jar, 2, by=shop.office)
    listing.set_stock(jar, 3, by=shop.office)
    end_now("b")
    listing.set_stock(jar, 1, by=shop.office)
    assert (numbers(jar), left(jar)) == ((1, 1), 0)


def test_maker_hears_once_that_little_is_left_and_again_only_after_refilling(shop):
    maker = shop.user()
    jar = shop.product(stock=10, producer=shop.producer(people=[maker]))
    StockRecord.objects.update(low_stock_threshold=5)

    def said():
        return maker.notices.filter(about="low-stock").count()

    stocking.hold({jar: 4}, key="a")
    assert said() == 0
    stocking.hold({jar: 1}, key="b")
    stocking.hold({jar: 1}, key="c")
    stocking.release("b")
    stocking.hold({jar: 1}, key="d")
    assert said() == 1
    assert jar.title in maker.notices.get().sentence
    listing.set_stock(jar, 20, by=shop.office)
    stocking.hold({jar: 9}, key="e", until=timezone.now() + SOON)
    assert said() == 1
    stocking.firm("e")
    assert said() == 2


def test_old_ends_are_tidied_away_and_running_ones_stay(shop):
    jar = shop.product(stock=5)
    stocking.hold({jar: 1}, key="old", until=timezone.now() + SOON)
    stocking.hold({jar: 1}, key="running", until=timezone.now() + SOON)
    stocking.hold({jar: 1}, key="firm")
    end_now("old")
    assert stocking.tidy(timezone.now()) == 1
    assert set(Hold.objects.values_list("key", flat=True)) == {"running", "firm"}


def test_price_is_the_same_at_every_place(shop):
    jar = shop.product(stock=3, price=85_000)
    place = second_place(jar, 4)
    listing.set_price(jar, 90_000, by=shop.office)
    assert {int(record_of(jar, each).price) for each in (None, place)} == {90_000}


def test_holding_ten_things_costs_six_queries_and_giving_them_back_eight(shop, django_assert_num_queries):
    goods = dict.fromkeys(shop.products(10), 1)
    with django_assert_num_queries(6):  # two of them the savepoint
        stocking.hold_all({"a": goods})
    with django_assert_num_queries(8):
        stocking.release("a")


class Shelf(RuleBasedStateMachine):
    """Against a model that counts by hand: what is there, and who has how much in which state."""

    shop = None

    def __init__(self):
        super().__init__()
        self.products = [self.shop.product(stock=6) for _ in range(2)]
        self.there = dict.fromkeys(self.products, 6)
        self.gone: Counter[Product] = Counter()
        self.kept = {}  # key: (state, {product: pieces})
        self.number = 0

    def promised(self, product, *states):
        return sum(wanted.get(product, 0) for state, wanted in self.kept.values() if state in states)

    def free(self, product):
        return self.there[product] - self.promised(product, "temporary", "firm")

    def keys(self, *states):
        return sorted(key for key, (state, _wanted) in self.kept.items() if state in states)

    def pick(self, data, *states):
        return data.draw(st.sampled_from(self.keys(*states)))

    @rule(first=st.integers(0, 4), second=st.integers(0, 4), temporary=st.booleans())
    def hold(self, first, second, temporary):
        wanted = {p: n for p, n in zip(self.products, (first, second), strict=True) if n}
        self.number += 1
        key, fits = f"{id(self)}:{self.number}", all(n <= self.free(p) for p, n in wanted.items())
        try:
            with transaction.atomic():
                stocking.hold(wanted, key=key, until=timezone.now() + SOON if temporary else None)
        except stocking.NotEnough:
            assert not fits
        else:
            assert fits
            if wanted:
                self.kept[key] = ("temporary" if temporary else "firm", wanted)

    @precondition(lambda self: self.keys("temporary"))
    @rule(data=st.data())
    def end(self, data):
        key = self.pick(data, "temporary")
        end_now(key)
        self.kept[key] = ("ended", self.kept[key][1])

    @precondition(lambda self: self.keys("temporary", "ended"))
    @rule(data=st.data(), firmly=st.booleans())
    def firm_or_extend(self, data, firmly):
        key = self.pick(data, "temporary", "ended")
        state, wanted = self.kept[key]
        fits = state == "temporary" or all(n <= self.free(p) for p, n in wanted.items())
        try:
            with transaction.atomic():
                stocking.firm(key) if firmly else stocking.extend(key, timezone.now() + SOON)
        except stocking.NotEnough:
            assert not fits
        else:
            assert fits
            self.kept[key] = ("firm" if firmly else "temporary", wanted)

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def release(self, data):
        key = self.pick(data, "temporary", "ended", "firm", "left", "released")
        stocking.release(key)
        if self.kept[key][0] != "left":
            self.kept[key] = ("released", self.kept[key][1])

    @precondition(lambda self: self.keys("firm", "left"))
    @rule(data=st.data())
    def leave(self, data):
        key = self.pick(data, "firm", "left")
        state, wanted = self.kept[key]
        stocking.leave(key)
        if state == "firm":
            for product, number in wanted.items():
                self.there[product] -= number
            self.kept[key] = ("left", wanted)

    @precondition(lambda self: self.keys("left"))
    @rule(data=st.data())
    def take_back(self, data):
        key = self.pick(data, "left")
        stocking.take_back(key)
        for product, number in self.kept.pop(key)[1].items():
            self.there[product] += number

    @precondition(lambda self: self.keys("firm"))
    @rule(data=st.data())
    def release_one(self, data):
        key = self.pick(data, "firm")
        wanted = dict(self.kept[key][1])
        product = data.draw(st.sampled_from(sorted(wanted, key=lambda each: each.pk)))
        stocking.release(key, {product: 1})
        wanted[product] -= 1
        wanted = {p: n for p, n in wanted.items() if n}
        self.kept[key] = ("firm" if wanted else "released", wanted)

    @rule(which=st.integers(0, 1), pieces=st.integers(0, 8))
    def count(self, which, pieces):
        product = self.products[which]
        fits = pieces >= self.promised(product, "temporary", "firm")
        try:
            with transaction.atomic():
                stocking.count(record_of(product), pieces)
        except Refused:
            assert not fits
        else:
            assert fits
            self.there[product] = pieces

    @invariant()
    def numbers_are_those_counted_by_hand(self):
        for product in self.products:
            assert numbers(product) == (self.there[product], self.promised(product, "firm"))
            assert left(product) == self.free(product) >= 0


def test_any_history_leaves_the_numbers_one_counts_by_hand(shop):
    Shelf.shop = shop
    run_state_machine_as_test(
        Shelf,
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
        ),
    )
