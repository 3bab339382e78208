"""Whatever is delivered, sold, returned, counted, paid and reversed, in whatever order: stock and books agree."""

from contextlib import suppress

from consigning_rows import Counter
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from catalogue.producers.models import StockRecord
from factories import Shop
from office.ledger import reading
from office.stages import Refused
from outlets.models import Note, NoteLine
from outlets.stock import books, consigning, stocking

GOODS, PIECES = st.integers(0, 1), st.integers(0, 12)
STEPS = st.one_of(
    st.tuples(st.just("deliver"), GOODS, PIECES, st.booleans()),
    st.tuples(st.just("confirm"), st.integers(0, 9)),
    st.tuples(st.just("refuse"), st.integers(0, 9), st.booleans()),
    st.tuples(st.just("sell"), GOODS, PIECES, st.sampled_from([1, 33, 50_000, 33_337])),
    st.tuples(st.just("sell"), GOODS, PIECES, st.sampled_from([1, 33, 50_000, 33_337])),
    st.tuples(st.just("give_back"), GOODS, PIECES),
    st.tuples(st.just("count"), GOODS, PIECES),
    st.tuples(st.just("pay"), st.sampled_from([0, 1, 10_000, 10**9])),
    st.tuples(st.just("pay_all")),
    st.tuples(st.just("reverse"), st.integers(0, 9)),
    st.tuples(st.just("reverse"), st.integers(0, 9)),
    st.tuples(st.just("terms"), st.sampled_from([0, "0.1", "12.5", 33, 50])),
)


class World(Counter):
    """The acts, and beside them a plain reckoning of what lies there and what is owed."""

    def __init__(self):
        super().__init__(Shop(), commission="12.5", products=2)
        self.lying, self.owed = [0, 0], 0

    def _note(self, number):
        notes = list(Note.objects.order_by("pk"))
        return notes[number % len(notes)] if notes else None

    def deliver(self, goods, pieces, sent):
        by = self.maker if sent else self.keeper
        stocking.deliver(self.row, {self.goods[goods]: pieces}, by=by)
        if not sent:
            self.lying[goods] += pieces

    def confirm(self, number):
        if note := self._note(number):
            came = note.stage == Note.Stage.UNDER_WAY
            stocking.confirm(note, by=self.keeper if came else self.maker)
            if came:
                self._lie(note, 1)

    def refuse(self, number, by_keeper):
        if note := self._note(number):
            stocking.refuse(note, reason="thử", by=self.keeper if by_keeper else self.maker)

    def sell(self, goods, pieces, price):
        note = stocking.sell(self.row, {self.goods[goods]: (pieces, price)}, by=self.keeper)
        self.lying[goods] -= pieces
        self.owed += note.due
        self.row.refresh_from_db()
        assert abs(note.commission * 1000 - note.amount * self.row.commission * 10) <= 500

    def give_back(self, goods, pieces):
        stocking.give_back(self.row, {self.goods[goods]: pieces}, by=self.keeper)
        self.lying[goods] -= pieces

    def count(self, goods, pieces):
        stocking.count(self.row, {self.goods[goods]: (pieces, "lost")}, by=self.keeper)
        self.lying[goods] = pieces

    def pay(self, amount):
        stocking.pay(self.row, amount, by=self.keeper)
        self.owed -= amount

    def pay_all(self):
        self.pay(self.owed)

    def reverse(self, number):
        if note := self._note(number):
            stocking.reverse(note, reason="thử", by=self.keeper)
            self._lie(note, -1)
            self.owed += {"sold": -note.due, "paid": note.amount}.get(note.kind, 0)

    def terms(self, commission):
        row = consigning.offer(self.outlet, self.producer, commission=commission, by=self.maker)
        consigning.accept(row, by=self.keeper)

    def _lie(self, note, sign):
        for line in note.lines.all():
            self.lying[[each.pk for each in self.goods].index(line.product_id)] += sign * line.change

    def check(self):
        there = stocking.lying_at(self.row)
        assert [there.get(each, 0) for each in self.goods] == self.lying
        assert min(self.lying) >= 0
        counted = NoteLine.objects.filter(note__in=Note.objects.counted())
        moved = dict(counted.order_by().values_list("product").annotate(sum=Sum("change")))
        assert [moved.get(each.pk, 0) for each in self.goods] == self.lying
        assert books.debt_of(self.row) == self.owed
        assert sum(row["due"] for row in books.sums_of(self.producer).values()) == self.owed
        assert reading.balance(books.producer_code(self.producer.pk)) == -self.owed
        assert sum(reading.trial_balance().values()) == 0
        own = StockRecord.objects.filter(place=None, product__in=self.goods)
        assert {each.num_in_stock for each in own} == {10}
        numbers = [
            int(number[-5:]) for number in Note.objects.order_by("pk").values_list("number", flat=True)
        ]
        assert numbers == list(range(1, len(numbers) + 1))


class AnyHistory(TestCase):
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(steps=st.lists(STEPS, min_size=4, max_size=25))
    def test_stock_debt_and_books_agree_after_every_step(self, steps):
        world = World()
        stocking.deliver(world.row, dict.fromkeys(world.goods, 9), by=world.keeper)
        world.lying = [9, 9]
        for name, *facts in steps:
            with suppress(Refused):  # then the reckoning has not moved, and nothing else may have
                getattr(world, name)(*facts)
            world.check()
