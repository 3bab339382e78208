"""Whatever happens, in whatever order: the books balance to the đồng."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from buying import basket_with, buyer
from catalogue.producers.models import Partner
from factories import Shop
from offering import everything, voucher
from office.ledger import reading
from office.payment.models import Due
from office.stages import Refused
from shop.basket import vouchers
from shop.basket.filling import contents
from shop.offer.models import Bearer
from shop.order.fulfilling import move
from shop.order.placing import place
from shop.returning import answering, claiming
from shop.returning.models import Return
from shop.settling import banking, books, paying_out, recording, stating
from shop.settling.models import FeeRate, Payout, PayoutBatch

PRICES = {"household": 33_337, "cooperative": 100_001, "group": 7}
# code: (percent off, who bears it)
DISCOUNTS = {
    "NHA30": (30, Bearer.PLATFORM),
    "NHA100": (100, Bearer.PLATFORM),
    "CHUTHE33": (33, Bearer.PRODUCER),
}
STEPS = ("confirmed", "packed", "handed_over", "delivered")

ORDERS = st.tuples(
    st.just("order"),
    st.sampled_from(sorted(PRICES)),
    st.integers(1, 9),
    st.sampled_from(["delivered", "delivered", "delivered", "delivered by maker", "cancelled", "returned"]),
    st.sampled_from(["", "", *DISCOUNTS]),
)
RETURNS = st.tuples(
    st.just("give_back"),
    st.integers(0, 9),
    st.integers(1, 9),
    st.sampled_from([None, None, 40]),
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
    st.lists(st.one_of(ORDERS, REFUNDS, RETURNS, PAYOUTS, PAYOUTS), min_size=5, max_size=20),
)


class World:
    def __init__(self):
        self.shop = Shop()
        self.one, self.two = self.shop.user("shop_manager"), self.shop.user("shop_manager")
        FeeRate.objects.create(per_mille=17, valid_from=date(2026, 1, 1), legal_basis="thử")
        self.goods, self.makers, self.parcels, self.count = {}, [], [], 0
        for code, (percent, bearer) in DISCOUNTS.items():
            voucher(code, percent=percent, borne_by=bearer, goods=everything())
        for form, price in PRICES.items():
            person = self.shop.user("producer")
            maker = self.shop.producer(people=[person])
            Partner.objects.filter(pk=maker.pk).update(legal_form=form)
            self.goods[form] = self.shop.product(producer=maker, price=price, stock=1000)
            account = banking.enter(maker, bank="970405", number="0123456", holder="Thu", by=person)
            banking.check(account, by=self.two)
            self.makers.append(maker)

    def order(self, form, pieces, end, code=""):
        self.count += 1
        basket = basket_with(self.shop, self.goods[form], pieces)
        if code:
            vouchers.use(basket, code, by=None)
        total = contents(basket).total
        parcel = place(basket, buyer(), key=f"h{self.count}", expected_total=total).parcels.get()
        if end == "cancelled":
            move(parcel, "cancelled", by=self.one)
            return
        if end == "delivered by maker":
            parcel.method = "own"
        for step in (*STEPS[:-1], "returned") if end == "returned" else STEPS:
            move(parcel, step, by=self.one)
        self.parcels.append((parcel, end))

    def refund(self, nth, percent, delivery):
        """By the books alone."""
        self.count += 1
        if self.parcels:
            parcel, _end = self.parcels[nth % len(self.parcels)]
            line = parcel.lines.get()
            recording.refunded(
                parcel,
                int(line.line_price_incl_tax) * percent // 100,
                borne=line.discount_platform * percent // 100,
                delivery=delivery,
                key=f"r{self.count}",
            )

    def give_back(self, nth, pieces, percent):
        """By the buyer's return, of all that is granted, or of `percent` of it."""
        delivered = [parcel for parcel, end in self.parcels if end != "returned"]
        if not delivered:
            return
        parcel = delivered[nth % len(delivered)]
        line = parcel.lines.get()
        pieces = min(pieces, line.quantity)
        asked = claiming.ask(parcel, {line.pk: pieces}, reason="wrong_item", text="Nhầm", wanted="refund")
        paid = asked.lines.get().worth
        amount = max(paid * percent // 100, 1) if percent and paid else None
        answering.accept(asked, remedy="refund", amount=amount, by=self.one)

    def wholly_back(self):
        """Numbers of parcels of which every piece came back at its whole price."""
        for parcel, end in self.parcels:
            done = Return.objects.filter(parcel=parcel, stage__in=("accepted", "refunded"))
            lines = [line for each in done for line in each.lines.all()]
            whole = sum(line.quantity for line in lines) == parcel.lines.get().quantity
            if end == "delivered" and whole and all(line.granted == line.worth for line in lines):
                yield str(parcel)

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
        assert books_.get("discounts", 0) >= 0
        for due in Due.objects.all():
            assert 0 <= due.refunded <= due.paid
        for maker in self.makers:
            owed = stating.owed_to(maker)
            assert owed == -books_.get(books.producer_code(maker.pk), 0)
            lines = stating.parcel_accounts(maker)
            assert owed == sum(line.sums.total for line in lines)
            assert all(0 <= -line.sums.returned <= line.sums.sold + 30_000 for line in lines)
            gone = set(self.wholly_back())
            kept = [line for line in lines if line.number in gone and line.sums.earned]
            assert not kept  # the maker keeps nothing of what came back
            weeks = stating.weeks_of(maker)
            if weeks:
                week = stating.statement(maker, weeks[0].monday)
                assert owed == week.closing == weeks[0].closing
                assert (week.opening, week.totals.earned + week.paid) == (
                    weeks[0].opening,
                    weeks[0].sums.total,
                )


class AnyHistory(TestCase):
    def test_goods_the_house_paid_for_whole_leave_nothing_with_the_maker_when_they_come_back(self):
        world = World()
        for nth, code in enumerate(("NHA100", "NHA30")):
            world.order("household", 3, "delivered", code)
            assert reading.trial_balance()["discounts"] > 0
            world.give_back(nth, 2, None)
            world.give_back(nth, 1, None)
            left = {key: amount for key, amount in reading.trial_balance().items() if amount}
            assert not {key for key in left if key.startswith(("producer", "tax", "commission", "discounts"))}
        assert list(world.wholly_back()) == [str(parcel) for parcel, _end in world.parcels]
        world.check()

    def test_what_is_called_off_before_it_is_delivered_costs_nobody_a_discount(self):
        world = World()
        for code in DISCOUNTS:
            world.order("group", 9, "cancelled", code)
            world.order("cooperative", 2, "returned", code)
        assert not any(reading.trial_balance().get(key) for key in ("discounts", "commission"))
        world.check()

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
