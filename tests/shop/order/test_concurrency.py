"""Two hundred buyers, fifty jars: paid in cash or online, confirmed, cancelled, given up, all at once.

Real threads with connections of their own, so PostgreSQL only.
"""

import random
import threading
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Sum
from django.utils import timezone

from buying import buyer
from catalogue.models import Product
from catalogue.producers import stocking
from catalogue.producers.models import Hold, StockPlace, StockRecord
from office.stages import Refused
from shop.basket.filling import add, contents
from shop.basket.models import Basket
from shop.order.fulfilling import move, move_all
from shop.order.models import Order, Parcel
from shop.order.placing import confirm, expire, place

BUYERS, THREADS, JARS = 200, 20, 50
ADVANCE = {"new": "confirmed", "confirmed": "packed", "packed": "handed_over"}


class Market:
    """What each buyer does, decided by a seed; what went wrong is kept in `faults`."""

    def __init__(self, shop, seed):
        self.office, self.who, self.seed = shop.office, buyer(), seed
        makers = [shop.producer() for _ in range(2)]
        self.jar = shop.product(producer=makers[0], stock=JARS - 20, price=1000)
        self.box = shop.product(producer=makers[1], stock=BUYERS, price=1000)
        corner = StockPlace.objects.create(producer=makers[0], name="Kho Vinh")
        StockRecord.objects.create(
            product=self.jar, partner=makers[0], place=corner, partner_sku="V", price=1000, num_in_stock=20,
            num_allocated=0,
        )  # fmt: skip
        self.baskets = [self.filled(n) for n in range(BUYERS)]
        self.start = self.stock()
        self.faults, self.done = [], Counter()

    def filled(self, n):
        """A jar, and for every third buyer a box before or after it: locks are asked for crosswise."""
        basket = Basket.objects.create()
        goods = [self.jar] if n % 3 else [self.box, self.jar] if n % 2 else [self.jar, self.box]
        for each in goods:
            add(basket, each, 1 + n % 2 if each == self.jar else 1, adult=False)
        return basket, contents(basket).total

    def stock(self):
        return dict(StockRecord.objects.values_list("pk", "num_in_stock"))

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
                self.buy(n, random.Random(f"{self.seed}-{n}"))  # noqa: S311
        finally:
            connection.close()

    def buy(self, n, chance):
        try:
            order = self.order(n, chance)
            self.after(order, chance)
        except Refused:
            self.done["refused"] += 1
        except Exception as fault:  # a deadlock too; what a thread raises is lost otherwise
            self.faults.append(fault)

    def order(self, n, chance):
        basket, total = self.baskets[n]
        online = chance.random() < 0.6
        seconds = chance.choice([0.02, 0.2, 60])
        until = timezone.now() + timedelta(seconds=seconds) if online else None
        order = place(
            basket, self.who, key=f"m-{n}", expected_total=total, way="stripe" if online else "cod",
            hold_until=until,
        )  # fmt: skip
        self.done["online" if online else "cash"] += 1
        return order

    def after(self, order, chance):
        if order.status == Parcel.Stage.AWAITING:
            what = chance.choice(["confirm", "confirm", "twice", "extend", "expire", "leave"])
            if what == "extend":
                keys = [parcel.stock_key for parcel in order.parcels.all()]
                stocking.extend(keys, timezone.now() + timedelta(seconds=60))
            if what in {"confirm", "twice", "extend"}:
                order = confirm(order)
                self.done["confirmed"] += 1
            if what in {"expire", "twice"}:
                expire(order)
            if what == "leave":
                return
        parcels = list(order.parcels.exclude(stage__in=("awaiting", "cancelled")))
        what = chance.choice(["cancel", "cancel one", "send", "wait"])
        if what == "cancel" and parcels:
            move_all(parcels, "cancelled", by=self.office)
            self.done["cancelled"] += 1
        elif what == "cancel one" and parcels:
            move(parcels[-1], "cancelled", by=self.office)
        elif what == "send":
            for parcel in parcels:
                while stage := ADVANCE.get(parcel.stage):
                    move(parcel, stage, by=self.office)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", [1, 2])
def test_200_buyers_of_50_jars_never_oversell_lose_none_and_never_deadlock(shop, seed):
    market = Market(shop, seed)
    market.run()
    assert market.faults == []
    assert min(market.done[what] for what in ("cash", "online", "confirmed", "cancelled", "refused")) > 0
    for record in StockRecord.objects.with_free():
        kept = Hold.objects.filter(record=record)
        sent = kept.filter(state="left").aggregate(n=Sum("quantity"))["n"] or 0
        firm = kept.filter(state="firm").aggregate(n=Sum("quantity"))["n"] or 0
        waiting = kept.counting().aggregate(n=Sum("quantity"))["n"] or 0
        assert record.num_in_stock == market.start[record.pk] - sent
        assert record.num_allocated == firm
        assert record.num_allocated + waiting + record.free == record.num_in_stock
        assert record.free >= 0
    for product in (market.jar, market.box):
        lines = product.line_set.exclude(status__in=("cancelled", "awaiting"))
        pieces = lines.aggregate(n=Sum("quantity"))["n"]
        assert Product.objects.get(pk=product.pk).sold == pieces
        of_product = Hold.objects.filter(record__product=product, state__in=("firm", "left"))
        assert of_product.aggregate(n=Sum("quantity"))["n"] == pieces
    assert market.jar.line_set.exclude(status="awaiting").exclude(status="cancelled").count() <= JARS
    numbers = sorted(Order.objects.values_list("number", flat=True))
    assert [int(each[5:]) for each in numbers] == list(range(1, len(numbers) + 1))
