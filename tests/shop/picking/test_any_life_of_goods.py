"""Whatever is ordered, fetched, called off, brought back, sold and counted at an outlet: notes, stock and holds agree."""

from contextlib import suppress

from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from catalogue.producers.models import Hold, StockRecord
from factories import Shop
from fetching import counter, fetched, ordered
from office.ledger import reading
from office.stages import Refused
from outlets.models import NoteLine
from outlets.stock import books, stocking
from shop.order.fulfilling import move, put_back
from shop.picking import ending, handing_out
from shop.settling import books as settling

PIECES, NUMBER = st.integers(1, 4), st.integers(0, 9)
STEPS = st.one_of(
    st.tuples(st.just("order"), PIECES),
    st.tuples(st.just("order"), PIECES),
    st.tuples(st.just("fetch"), NUMBER),
    st.tuples(st.just("fetch"), NUMBER),
    st.tuples(st.just("call_off"), NUMBER),
    st.tuples(st.just("cannot"), NUMBER),
    st.tuples(st.just("come_back"), NUMBER, PIECES),
    st.tuples(st.just("sell"), PIECES),
    st.tuples(st.just("count"), st.integers(0, 12)),
    st.tuples(st.just("deliver"), PIECES),
)


class World:
    """The acts at a counter whose maker is sold out, and beside them a plain reckoning."""

    def __init__(self):
        shop = Shop()
        self.at, self.manager = counter(shop, pieces=8), shop.user("shop_manager")
        StockRecord.objects.filter(product=self.at.jar, place=None).update(num_in_stock=0)
        self.orders, self.given = [], []
        self.lying, self.held, self.owed = 8, 0, 0

    def _order(self, number):
        return self.orders[number % len(self.orders)] if self.orders else None

    def order(self, pieces):
        order = ordered(self.at, quantity=pieces, outlet=self.at.outlet.pk)
        self.orders.append((order, pieces))
        self.held += pieces

    def fetch(self, number):
        if found := self._order(number):
            order, pieces = found
            with suppress(Refused):
                handing_out.lay_aside(fetched(order), by=self.at.keeper)
            handing_out.hand_over(
                fetched(order), code=fetched(order).code, cash_taken=True, by=self.at.keeper
            )
            self.lying, self.held = self.lying - pieces, self.held - pieces

    def call_off(self, number):
        if found := self._order(number):
            move(found[0].parcels.get(), "cancelled", by=self.manager, reason="thử")
            self.held -= found[1]

    def cannot(self, number):
        if found := self._order(number):
            ending.send_back(fetched(found[0]), reason="thử", by=self.at.keeper)
            self.held -= found[1]

    def come_back(self, number, pieces):
        if found := self._order(number):
            put_back(found[0].parcels.get(), {self.at.jar: pieces}, by=self.manager)
            self.lying += pieces

    def sell(self, pieces):
        self.owed += self.at.sell(pieces).due
        self.lying -= pieces

    def count(self, pieces):
        stocking.count(self.at.row, {self.at.jar: (pieces, "lost")}, by=self.at.keeper)
        self.lying = pieces

    def deliver(self, pieces):
        stocking.deliver(self.at.row, {self.at.jar: pieces}, by=self.at.keeper)
        self.lying += pieces

    def check(self):
        record = StockRecord.objects.get(product=self.at.jar, place=self.at.row.place)
        assert (record.num_in_stock, record.num_allocated) == (self.lying, self.held)
        firm = Hold.objects.filter(record=record, state="firm").aggregate(n=Sum("quantity"))["n"] or 0
        moved = NoteLine.objects.filter(product=self.at.jar).aggregate(n=Sum("change"))["n"]
        assert (moved, firm) == (self.lying, self.held)
        own = StockRecord.objects.get(product=self.at.jar, place=None)
        assert (own.num_in_stock, own.num_allocated) == (0, 0)
        assert books.debt_of(self.at.row) == self.owed  # an order of the site owes nothing between the two
        delivered = sum(order.parcels.get().stage == "delivered" for order, _pieces in self.orders)
        sold = reading.rows(settling.producer_code(self.at.producer.pk)).filter(
            entry__key__startswith="sold:"
        )
        assert sold.count() == delivered
        assert sum(reading.trial_balance().values()) == 0


class AnyLife(TestCase):
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(steps=st.lists(STEPS, min_size=4, max_size=16))
    def test_notes_stock_holds_and_books_agree_after_every_step(self, steps):
        world = World()
        for name, *facts in steps:
            with suppress(Refused):  # then the reckoning has not moved, and nothing else may have
                getattr(world, name)(*facts)
            world.check()
