"""What must be true whatever happened: of the stock, of the books, of one order."""

import json
from datetime import timedelta

from django.db.models import Sum
from django.test import Client
from django.utils import timezone
from django.utils.crypto import get_random_string

from buying import FORM, fill
from catalogue.producers.models import Hold, StockRecord
from office.ledger import reading as books
from office.models import Job
from office.numbering import Counter
from office.payment import owing
from office.payment.models import Attempt, Due, Fee, Refund, Settlement, Trouble
from office.stages import StageMove
from shop.basket.models import Basket
from shop.order.models import Order

KEY, ACCOUNT = "key", "0071000888888"
LATER = timedelta(hours=1)


class Checkout:
    """A guest with one product in the basket and the form filled in, not sent yet."""

    def __init__(self, product, way, total, quantity=1):
        self.client, self.product, self.quantity, self.way = Client(), product, quantity, way
        fill(self.client, product, quantity)
        self.basket = Basket.objects.latest("pk")
        self.form = {**FORM, "key": get_random_string(32), "total": total, "way": way}
        self.cookies = {name: each.value for name, each in self.client.cookies.items()}

    @property
    def post(self):
        """What a process is given to send the form."""
        return "/thanh-toan/", self.form, self.cookies

    def send(self, **changes):
        return self.client.post(
            "/thanh-toan/", {**self.form, **changes}, headers={"Origin": "http://testserver"}
        )

    @property
    def order(self):
        return Order.objects.filter(key=self.form["key"]).first()

    def has_left_no_trace(self, kept=0):
        """Nothing owed, nothing kept but the `kept` pieces of others; the basket is as it was."""
        self.basket.refresh_from_db()
        assert (self.basket.status, self.basket.num_items) == (Basket.OPEN, self.quantity)
        assert (
            Hold.objects.filter(record__product=self.product).aggregate(n=Sum("quantity"))["n"] or 0
        ) == kept
        assert self.order is None


def ordered(product, way, total):
    """The order of a guest who took `way`."""
    checkout = Checkout(product, way, total)
    checkout.send()
    return checkout.order


def back(attempt):
    """Where the provider sends the payer back to."""
    due = attempt.due
    return f"/thanh-toan/{due.reference}/tro-ve/?k={due.signature}&lan={attempt.pk}"


def repaired(mortals):
    """The worker comes round, after the claims of the dead have ended."""
    claims_have_ended()
    mortals.do("acts:work")


def stock_is_true(start):
    """`start`: {record: pieces} at the beginning. What is promised is what orders hold, none lost."""
    for record in StockRecord.objects.with_free():
        kept = Hold.objects.filter(record=record)
        sent, firm, waiting = (
            each.aggregate(n=Sum("quantity"))["n"] or 0
            for each in (kept.filter(state="left"), kept.filter(state="firm"), kept.counting())
        )
        assert record.num_in_stock == start[record.pk] - sent
        assert (record.num_allocated or 0) == firm
        assert firm + waiting + record.free == record.num_in_stock
        assert record.free >= 0


def numbers_have_no_gap():
    numbers = sorted(int(each[5:]) for each in Order.objects.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert (Counter.objects.filter(series="order").aggregate(n=Sum("last"))["n"] or 0) == len(numbers)


def books_are_true():
    """Every đồng that arrived is booked once; it belongs to a running order, is going back, or waits on the desk."""
    assert sum(books.trial_balance().values()) == 0
    gone = Refund.objects.filter(stage="done")
    for asset in ("bank", "stripe"):
        arrived = Settlement.objects.filter(asset=asset).aggregate(n=Sum("amount"))["n"] or 0
        back = sum(
            each.amount for each in gone if (each.settlement.asset if each.gateway else "bank") == asset
        )
        kept = Fee.objects.filter(gateway=asset).aggregate(n=Sum("amount"))["n"] or 0
        assert books.balance(asset) == arrived - back - kept
    for due in Due.objects.all():
        ours = due.settlements.exclude(asset="")  # another currency is booked nowhere
        assert due.paid == (ours.aggregate(n=Sum("amount"))["n"] or 0)
        back = sum(each.amount for each in gone if each.due_id == due.pk)
        live = due.refunds.exclude(stage="dropped").aggregate(n=Sum("amount"))["n"] or 0
        assert due.refunded == live <= due.paid
        order = due.subject
        spent = order.status not in {"awaiting", "cancelled"}
        worth = sum(each.total for each in order.parcels.exclude(stage="cancelled")) if spent else 0
        unspoken = due.paid - due.refunded - min(worth, due.paid)
        on_desk = _on_desk(due)
        assert unspoken <= on_desk, f"{due}: {unspoken} đồng belong to nothing, {on_desk} on the desk"
        assert due.returnable >= unspoken


def _on_desk(due):
    """How much of what came for `due` a person has to decide about."""
    waiting = due.troubles.filter(solved_at=None)
    if waiting.filter(kind__in=("under", "undelivered")).exists():  # about all of it, whatever is missing
        return due.returnable
    return waiting.aggregate(n=Sum("amount"))["n"] or 0


def is_sold_once(order, *, asset=None, sold=None):
    """A whole order the makers see: its goods firm once, its money taken and booked once (`asset`).

    `sold`: pieces of its product sold in all, if others were before.
    """
    order.refresh_from_db()
    assert order.status == "new"
    pieces = sum(line.quantity for line in order.lines.all())
    for parcel in order.parcels.all():
        holds = Hold.objects.filter(key=parcel.stock_key)
        assert {each.state for each in holds} == {"firm"}
        assert sum(each.quantity for each in holds) == sum(line.quantity for line in parcel.lines.all())
    product = order.lines.get().product
    product.refresh_from_db()
    assert product.sold == product.stockrecords.get().num_allocated == (sold or pieces)
    due = Due.objects.of(order).get()
    assert due.amount == order.total_incl_tax
    assert due.reference == order.number.replace("-", "")
    if asset is None:
        assert (due.state, due.paid, owing.live_attempt(due).state) == ("open", 0, "promised")
        return
    settled = Settlement.objects.get(due=due)
    assert (due.state, due.paid, settled.amount, settled.asset) == ("paid", due.amount, due.amount, asset)
    assert books.balance("payers", about=due.reference) == -due.amount
    news = StageMove.objects.filter(
        after="new", object_id__in=order.parcels.values("pk"), content_type__model="parcel"
    )
    assert news.count() == order.parcels.count()
    assert not Trouble.objects.filter(due=due).exists()


def is_kept(order):
    """A whole order that waits for its money: its goods kept for a while, asked for once."""
    order.refresh_from_db()
    assert order.status == "awaiting"
    pieces = sum(line.quantity for line in order.lines.all())
    keys = [parcel.stock_key for parcel in order.parcels.all()]
    assert sum(each.quantity for each in Hold.objects.filter(key__in=keys).counting()) == pieces
    due = owing.due_of(order)
    assert (due.state, due.amount) == ("open", order.total_incl_tax)
    assert due.attempts.filter(state__in=Attempt.LIVE).count() <= 1
    assert Job.objects.filter(kind="order-unpaid", payload__order=order.pk).count() == 1


def transfer(due, amount=None, *, event=None):
    """(body, headers) by which the bank's service tells of a transfer for `due`."""
    said = {
        "id": event or f"e-{due.reference}",
        "accountNumber": ACCOUNT,
        "content": f"CK {due.reference}",
        "transferType": "in",
        "transferAmount": amount or due.amount,
        "referenceCode": f"FT{event or due.reference}",
    }
    return json.dumps(said), {"Authorization": f"Apikey {KEY}"}


def claims_have_ended():
    """The quarter of an hour in which a dead process holds its jobs is over; so are the pauses of failed ones."""
    Job.objects.exclude(kind__in=("order-unpaid", "nightly")).update(due_at=timezone.now())


def nothing_waits():
    """The outbox has been worked off."""
    waiting = Job.objects.exclude(kind__in=("order-unpaid", "nightly", "payment-look-up", "payment-fee"))
    assert list(waiting.values_list("kind", "error")) == []
