"""Two hundred buyers, fifty jars, every way to pay at once: cash, transfers told late, twice or wrong, calling off,
giving up. No jar is promised twice or lost, no two acts lock each other out, no đồng is without an owner.

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
from office.payment import callbacks, owing, paying, refunding
from office.payment.models import Due, Refund, Settlement, Trouble
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
TRANSFERS = ("right", "right", "twice", "late", "less", "more", "never", "double")


class Market:
    """What each buyer does, decided by a seed; what went wrong is kept in `faults`."""

    def __init__(self, shop, seed):
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
        way = chance.choice(["cod", "vietqr", "vietqr"])
        order = self.order(n, way)
        self.done[way] += 1
        if way == "vietqr":
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
def test_200_buyers_of_50_jars_with_mixed_payments(shop, seed):
    market = Market(shop, seed)
    market.run()
    assert market.faults == []
    Job.objects.filter(kind="payment-callback").update(due_at=timezone.now())
    drain("payment-callback")
    for what in ("cod", "vietqr", *TRANSFERS, "called off", "given up", "delivered", "refused"):
        assert market.done[what] > 0, what
    stock_is_true(market.start)
    sold = market.jar.line_set.exclude(status__in=("awaiting", "cancelled"))
    assert sum(line.quantity for line in sold) <= JARS
    market.jar.refresh_from_db()
    assert market.jar.sold == sum(line.quantity for line in sold)
    numbers_have_no_gap()
    books_are_true()
    assert not Job.objects.filter(kind="payment-callback").exists()
    send_back_what_nobody_owns()
    books_are_true()


def send_back_what_nobody_owns():
    """All that is not an order's can go back, to the đồng."""
    for due in Due.objects.all():
        kept = due.subject.parcels.exclude(stage__in=("awaiting", "cancelled"))
        over = due.returnable - min(sum(each.total for each in kept), due.returnable)
        if over:
            refunding.refund(due, over, reason="nobody's", key=f"over-{due.pk}", by=None)
    for refund in Refund.objects.filter(stage="asked"):
        refunding.by_hand(refund, bank_reference=f"back-{refund.pk}", by=None, account={"number": "1234"})
    Trouble.objects.update(solved_at=timezone.now(), answer="refunded")
    arrived = Settlement.objects.filter(asset="bank").aggregate(n=Sum("amount"))["n"]
    back = Refund.objects.filter(stage="done").aggregate(n=Sum("amount"))["n"]
    mine = sum(due.returnable for due in Due.objects.filter(settlements__asset="bank").distinct())
    assert mine == arrived - back
