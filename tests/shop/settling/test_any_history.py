"""Whatever happens, in whatever order: the books balance to the đồng."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from buying import basket_with, buyer
from catalogue.producers.models import Partner
from factories import Shop
from office.ledger import reading
from office.stages import Refused
from shop.order.fulfilling import move
from shop.order.placing import place
from shop.settling import banking, books, paying_out, recording, stating
from shop.settling.models import FeeRate, Payout, PayoutBatch

PRICES = {"household": 33_337, "cooperative": 100_001, "group": 7}
STEPS = ("confirmed", "packed", "handed_over", "delivered")

ORDERS = st.tuples(
    st.just("order"),
    st.sampled_from(sorted(PRICES)),
    st.integers(1, 9),
    st.sampled_from(["delivered", "delivered", "delivered", "delivered by maker", "cancelled", "returned"]),
)
REFUNDS = st.tuples(
    st.just("refund"),
    st.integers(0, 9),
    st.sampled_from([1, 33, 50, 67, 100]),
    st.sampled_from([0, 777, 30_000]),
)
PAYOUTS = st.one_of(
    st.tuples(st.just("pay_out"), st.sampled_from(["proposed", "approved", "paid", "failed"])),
    st.tuples(st.just("pay_out"), st.sampled_from(["paid", "failed"])),
    st.tuples(st.just("propose"), st.sampled_from([0, 0, 50_000, 10**9])),
    st.tuples(st.just("approve")),
    st.tuples(st.just("approve")),
    st.tuples(st.just("drop")),
    st.tuples(st.just("pay"), st.integers(0, 3)),
    st.tuples(st.just("pay"), st.integers(0, 3)),
    st.tuples(st.just("fail"), st.integers(0, 3)),
)
HISTORIES = st.tuples(
    st.lists(ORDERS, min_size=2, max_size=5),
    st.lists(st.one_of(ORDERS, REFUNDS, PAYOUTS, PAYOUTS), min_size=5, max_size=20),
)


class World:
    def __init__(self):
        self.shop = Shop()
        self.one, self.two = self.shop.user("shop_manager"), self.shop.user("shop_manager")
        FeeRate.objects.create(per_mille=17, valid_from=date(2026, 1, 1), legal_basis="thử")
        self.goods, self.makers, self.parcels, self.count = {}, [], [], 0
        for form, price in PRICES.items():
            person = self.shop.user("producer")
            maker = self.shop.producer(people=[person])
            Partner.objects.filter(pk=maker.pk).update(legal_form=form)
            self.goods[form] = self.shop.product(producer=maker, price=price, stock=1000)
            account = banking.enter(maker, bank="970405", number="0123456", holder="Thu", by=person)
            banking.check(account, by=self.two)
            self.makers.append(maker)

    def order(self, form, pieces, end):
        self.count += 1
        basket = basket_with(self.shop, self.goods[form], pieces)
        total = PRICES[form] * pieces + 30_000
        parcel = place(basket, buyer(), key=f"h{self.count}", expected_total=total).parcels.get()
        if end == "cancelled":
            move(parcel, "cancelled", by=self.one)
            return
        if end == "delivered by maker":
            parcel.method = "own"
        for step in (*STEPS[:-1], "returned") if end == "returned" else STEPS:
            move(parcel, step, by=self.one)
        self.parcels.append((parcel, PRICES[form] * pieces))

    def refund(self, nth, percent, delivery):
        self.count += 1
        if self.parcels:
            parcel, goods = self.parcels[nth % len(self.parcels)]
            recording.refunded(parcel, goods * percent // 100, delivery=delivery, key=f"r{self.count}")

    def propose(self, minimum):
        paying_out.propose(minimum=minimum, by=self.one)

    def pay_out(self, end):
        """A whole payout, as far as `end`."""
        self.propose(0)
        if end != "proposed":
            self.approve()
        if end in ("paid", "failed"):
            self.pay(0) if end == "paid" else self.fail(0)

    def approve(self):
        batch = PayoutBatch.objects.filter(stage="proposed").first()
        if batch:
            due = {maker.pk: stating.owed_to(maker) for maker in self.makers}
            paying_out.approve(batch, by=self.two)
            for payout in batch.payouts.filter(stage=Payout.Stage.APPROVED):
                assert 0 < payout.amount <= due[payout.producer_id]

    def drop(self):
        batch = PayoutBatch.objects.filter(stage="proposed").first()
        if batch:
            paying_out.drop(batch, by=self.one)

    def pay(self, nth):
        self.count += 1
        if payout := self._on_its_way(nth):
            paying_out.mark_paid(payout, bank_reference=f"FT{self.count}", by=self.one)

    def fail(self, nth):
        if payout := self._on_its_way(nth):
            paying_out.mark_failed(payout, reason="Sai số", by=self.one)

    def _on_its_way(self, nth):
        found = list(Payout.objects.filter(stage=Payout.Stage.APPROVED).order_by("pk"))
        return found[nth % len(found)] if found else None

    def check(self):
        books_ = reading.trial_balance()
        assert sum(books_.values()) == 0
        amounts = dict.fromkeys(Payout.Stage, 0)
        for payout in Payout.objects.all():
            amounts[payout.stage] += payout.amount
        assert -books_.get("payouts", 0) == amounts["approved"]
        assert -books_.get("bank", 0) == amounts["paid"]
        for code in ("commission", "delivery", "tax:vat", "tax:pit"):
            assert books_.get(code, 0) <= 0
        for maker in self.makers:
            owed = stating.owed_to(maker)
            assert owed == -books_.get(books.producer_code(maker.pk), 0)
            lines = stating.parcel_accounts(maker)
            assert owed == sum(line.sums.total for line in lines)
            assert all(0 <= -line.sums.returned <= line.sums.sold + 30_000 for line in lines)
            weeks = stating.weeks_of(maker)
            if weeks:
                week = stating.statement(maker, weeks[0].monday)
                assert owed == week.closing == weeks[0].closing
                assert (week.opening, week.totals.earned + week.paid) == (
                    weeks[0].opening,
                    weeks[0].sums.total,
                )


class AnyHistory(TestCase):
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(HISTORIES)
    def test_the_books_balance_to_the_dong(self, history):
        world = World()
        for act, *facts in history[0] + history[1]:
            try:
                getattr(world, act)(*facts)
            except Refused:
                continue
        world.check()
