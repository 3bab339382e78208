"""Two hundred buyers, fifty jars, every way to pay at once: cash, transfers and cards told late, twice, wrong or only
when asked, both ways for one order, calling off, giving up. No jar is promised twice or lost, no two acts lock each other out, no đồng is without an owner.

Real threads with connections of their own, so PostgreSQL only.
"""

import random
import threading
from collections import Counter

import pytest
from django.db import connection
from django.db.models import Sum
from django.utils import timezone
from standing import books_are_true, numbers_have_no_gap, stock_is_true, transfer

from buying import buyer
from catalogue.producers.models import Hold, StockRecord
from office.models import Job
from office.outbox import drain
from office.payment import callbacks, looking_up, owing, paying, refunding
from office.payment.gateways import Forged
from office.payment.models import Due, Fee, Refund, Settlement, Trouble
from office.stages import Refused
from shop.basket.filling import add, contents
from shop.basket.models import Basket
from shop.order import charging
from shop.order.fulfilling import move_all
from shop.order.models import Order
from shop.order.payments import give_up_if_unpaid
from shop.order.placing import place
from shop.returning.cancelling import cancel_for_buyer

BUYERS, THREADS, JARS = 200, 16, 50
# what becomes of a card payment; "mute": no webhook comes; "both": a transfer for the same order comes beside it
CARDS = ("right", "twice", "late", "mute", "declined", "forged", "both", "never")
TRANSFERS = ("right", "right", "twice", "late", "less", "more", "never", "double")


class Market:
    """What each buyer does, decided by a seed; what went wrong is kept in `faults`."""

    def __init__(self, shop, seed, stripe):
        self.stripe = stripe
        self.office, self.to, self.seed = shop.office, buyer(), seed
        makers = [shop.producer() for _ in range(2)]
        self.jar = shop.product(producer=makers[0], stock=JARS, price=50_000)
        self.box = shop.product(producer=makers[1], stock=BUYERS, price=40_000)
        self.start = dict(StockRecord.objects.values_list("pk", "num_in_stock"))
        self.faults, self.done = [], Counter()

    def run(self):
        numbers = list(range(BUYERS))
        random.Random(self.seed).shuffle(numbers)  # noqa: S311
        ready = threading.Barrier(THREADS)
        threads = [
            threading.Thread(target=self.buyers, args=(numbers[n::THREADS], ready)) for n in range(THREADS)
        ]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]

    def buyers(self, numbers, ready):
        ready.wait()
        try:
            for n in numbers:
                self.carefully(self.buy, n, random.Random(f"{self.seed}-{n}"))  # noqa: S311
        finally:
            connection.close()

    def carefully(self, act, *args):
        try:
            act(*args)
        except Refused:
            self.done["refused"] += 1
        except Exception as fault:  # a deadlock too; what a thread raises is lost otherwise
            self.faults.append(fault)

    def buy(self, n, chance):
        way = chance.choice(["cod", "vietqr", "vietqr", "stripe", "stripe"])
        order = self.order(n, way)
        self.done[way] += 1
        if way == "stripe":
            self.carefully(self.pay_by_card, owing.due_of(order), chance.choice(CARDS))
        elif way == "vietqr":
            due = owing.due_of(order)
            self.carefully(paying.begin, due, way)
            self.pay(due, chance.choice(TRANSFERS), chance)
        self.after(Order.objects.get(pk=order.pk), chance)

    def order(self, n, way):
        basket = Basket.objects.create()
        for each in [self.jar] if n % 3 else [self.box, self.jar] if n % 2 else [self.jar, self.box]:
            add(basket, each, 1, adult=False)
        total = contents(basket, to=self.to.commune).total
        until = charging.hold_until(way, total)
        return place(basket, self.to, key=f"m-{n}", expected_total=total, way=way, hold_until=until)

    def pay(self, due, how, chance):
        self.done[how] += 1
        if how == "never":
            return
        if how == "late":  # in the moment in which it is given up
            self.over(due)
            self.beside(lambda: give_up_if_unpaid(due.subject), lambda: self.tell(due))
        elif how == "twice":  # the same told twice at once
            self.beside(lambda: self.tell(due), lambda: self.tell(due))
        elif how == "double":  # two transfers
            self.beside(lambda: self.tell(due), lambda: self.tell(due, event=f"second-{due.pk}"))
        elif how == "less":
            part = chance.randint(1_000, due.amount - 1_000)
            self.tell(due, part)
            if chance.random() < 0.5:
                self.tell(due, due.amount - part, event=f"rest-{due.pk}")
        else:
            self.tell(due, due.amount + (7_000 if how == "more" else 0))

    def pay_by_card(self, due, how):
        self.done[f"card {how}"] += 1
        attempt = paying.begin(due, "stripe")
        session = attempt.provider_reference
        if how == "never":
            return
        if how == "declined":  # another card is taken on the same page
            self.stripe.decline(session)
            self.by_webhook("payment_intent.payment_failed", attempt)
        self.stripe.pay(session)
        if how == "late":
            self.over(due)
            self.beside(lambda: give_up_if_unpaid(due.subject), lambda: self.card_paid(attempt))
        elif how == "twice":
            self.beside(lambda: self.card_paid(attempt), lambda: self.card_paid(attempt))
        elif how == "both":
            self.beside(lambda: self.card_paid(attempt), lambda: self.tell(due))
        elif how == "mute":  # the payer's return and the worker ask at once
            self.beside(lambda: looking_up.look_up(attempt), lambda: looking_up.came_back(attempt, {}))
        else:
            if how == "forged":
                self.forge(attempt)
            self.card_paid(attempt)

    def card_paid(self, attempt):
        self.by_webhook("checkout.session.completed", attempt)

    def by_webhook(self, kind, attempt):
        """Stripe tells of the last event of this kind of this try, signed."""
        callbacks.receive("stripe", *self.stripe.signed(self.event(kind, attempt)))

    def event(self, kind, attempt):
        for event in reversed(list(self.stripe.events)):
            if event["type"] == kind and event["data"]["object"]["metadata"]["attempt"] == str(attempt.pk):
                return event
        raise LookupError(kind)

    def forge(self, attempt):
        """Somebody else says it is paid, with another secret, and is not believed."""
        event = self.event("checkout.session.completed", attempt) | {"id": f"evt_forged_{attempt.pk}"}
        try:
            callbacks.receive("stripe", *self.stripe.signed(event, secret="whsec_of_somebody"))
        except Forged:
            self.done["forgeries"] += 1

    def tell(self, due, amount=None, *, event=None):
        body, headers = transfer(due, amount, event=event)
        callbacks.receive("vietqr", body.encode(), headers)

    def over(self, due):
        """Its time has run out, and so has the time it stays open after that."""
        past = timezone.now() - charging.grace() * 2
        keys = [parcel.stock_key for parcel in due.subject.parcels.all()]
        Hold.objects.filter(key__in=keys, state="temporary").update(until=past)
        Due.objects.filter(pk=due.pk).update(until=past)

    def beside(self, *acts):
        def run(act):
            try:
                self.carefully(act)
            finally:
                connection.close()

        threads = [threading.Thread(target=run, args=(act,)) for act in acts]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]

    def after(self, order, chance):
        what = chance.choice(["call off", "call off", "deliver", "give up", "wait"])
        if what == "call off":
            cancel_for_buyer(order, list(order.parcels.all()), reason="changed_mind")
            self.done["called off"] += 1
        elif what == "give up" and order.status == "awaiting":
            self.over(owing.due_of(order))
            give_up_if_unpaid(order)
            self.done["given up"] += 1
        elif what == "deliver" and order.status == "new":
            for stage in ("confirmed", "packed", "handed_over", "delivered"):
                move_all(list(order.parcels.all()), stage, by=self.office)
            self.done["delivered"] += 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("bank")
@pytest.mark.parametrize("seed", [1, 2])
def test_200_buyers_of_50_jars_with_mixed_payments(shop, seed, fake):
    fake.per_mille, fake.fixed = 29, 1_000
    market = Market(shop, seed, fake)
    market.run()
    assert market.faults == []
    work_off()
    cards = [f"card {how}" for how in CARDS]
    ways = ("cod", "vietqr", "stripe", *TRANSFERS, *cards)
    for what in (*ways, "called off", "given up", "delivered", "refused", "forgeries"):
        assert market.done[what] > 0, what
    stock_is_true(market.start)
    sold = market.jar.line_set.exclude(status__in=("awaiting", "cancelled"))
    assert sum(line.quantity for line in sold) <= JARS
    market.jar.refresh_from_db()
    assert market.jar.sold == sum(line.quantity for line in sold)
    numbers_have_no_gap()
    books_are_true()
    assert not Job.objects.filter(kind__in=WORK).exists()
    cards_are_true(fake)
    send_back_what_nobody_owns()
    books_are_true()


WORK = ("payment-callback", "payment-give-up", "payment-refund", "payment-fee")


def work_off():
    """The worker comes round: calls, sessions to end, refunds, fees."""
    for kind in WORK:
        Job.objects.filter(kind=kind).update(due_at=timezone.now())
        while drain(kind):
            pass


def cards_are_true(stripe):
    """Every card that was charged is one settlement, with its fee once; every refund there is one of ours."""
    charged = {
        each["id"]: each["amount"] for each in stripe.payments.values() if each["status"] == "succeeded"
    }
    came = Settlement.objects.filter(gateway="stripe")
    assert dict(came.values_list("reference", "amount")) == charged
    assert {each.settlement_id for each in Fee.objects.exclude(settlement=None)} == {each.pk for each in came}
    sent = Refund.objects.filter(gateway="stripe", stage="done")
    assert sorted(sent.values_list("provider_reference", "amount")) == sorted(
        (each["id"], each["amount"]) for each in stripe.refunds.values()
    )
    assert not any(each["status"] == "open" for each in ended_sessions(stripe))


def ended_sessions(stripe):
    """Sessions of orders that are asked for no longer."""
    closed = set(Due.objects.exclude(state="open").values_list("reference", flat=True))
    return [each for each in stripe.sessions.values() if each["client_reference_id"] in closed]


def send_back_what_nobody_owns():
    """All that is not an order's can go back, to the đồng."""
    for due in Due.objects.all():
        kept = due.subject.parcels.exclude(stage__in=("awaiting", "cancelled"))
        over = due.returnable - min(sum(each.total for each in kept), due.returnable)
        if over:
            refunding.refund(due, over, reason="nobody's", key=f"over-{due.pk}", by=None)
    work_off()
    for refund in Refund.objects.filter(stage="asked", gateway=""):
        refunding.by_hand(refund, bank_reference=f"back-{refund.pk}", by=None, account={"number": "1234"})
    Trouble.objects.update(solved_at=timezone.now(), answer="refunded")
    assert not Refund.objects.exclude(stage="done").exists()
    known = Settlement.objects.filter(asset__in=("bank", "stripe"))
    arrived = known.aggregate(n=Sum("amount"))["n"]
    back = Refund.objects.filter(stage="done").aggregate(n=Sum("amount"))["n"]
    mine = sum(due.returnable for due in Due.objects.filter(settlements__in=known).distinct())
    assert mine == arrived - back
