"""The process killed at every step of calling a paid order off and of delivering one: the money moves once."""

import pytest
from standing import back, books_are_true, is_sold_once, nothing_waits, ordered, repaired, stock_is_true

from office.ledger import reading as books
from office.payment import owing
from office.payment.models import Attempt, Settlement

TOTAL = 85_000 + 30_000
CALLING_OFF = (
    "office.payment.refunding:owing.lock:after",
    "shop.order.fulfilling:stocking.release:after",
    "shop.returning.repaying:repay:after",
    "shop.returning.cancelling:tell_about:after",
    "office.outbox:_work:before",
    "office.payment.refunding:gateway:before",
    "office.payment.refunding:take:before",
    "office.payment.booking:refunded:after",
    "office.payment.refunding:take:after",
    "office.outbox:_run:after",
)
DELIVERING = (
    "office.payment.booking:arrived:after",
    "shop.settling.recording:post:after",
    "shop.order.fulfilling:tell_buyer:after",
    "shop.order.fulfilling:move_all:after",
)
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def product(shop):
    return shop.product(price=85_000, stock=50)


def test_killed_while_a_paid_order_is_called_off_the_money_goes_back_once(product, mortals, fake):
    for number, step in enumerate(CALLING_OFF, 1):
        order = ordered(product, "stripe", TOTAL)
        attempt = Attempt.objects.get(due=owing.due_of(order))
        fake.pay(attempt.provider_reference)
        mortals.do("acts:see", back(attempt))
        mortals.kill("acts:call_off", order.pk, die=step)
        order.refresh_from_db()
        if order.status == "new":
            is_sold_once(order, asset="stripe")
            assert len(fake.refunds) == number - 1, step
            mortals.do("acts:call_off", order.pk)
        repaired(mortals)
        order.refresh_from_db()
        due = owing.due_of(order)
        assert (order.status, due.paid, due.refunded) == ("cancelled", TOTAL, TOTAL), step
        assert [each["amount"] for each in fake.refunds.values()] == number * [TOTAL], step
        assert (books.balance("stripe"), books.balance("payers")) == (0, 0), step
    product.refresh_from_db()
    assert product.sold == 0
    nothing_waits()
    books_are_true()
    stock_is_true({product.stockrecords.get().pk: 50})


def test_killed_while_a_parcel_is_delivered_the_cash_is_taken_once(shop, product, mortals):
    for number, step in enumerate(DELIVERING, 1):
        order = ordered(product, "cod", TOTAL)
        for stage in ("confirmed", "packed", "handed_over"):
            mortals.do("acts:move", order.pk, stage, shop.office.pk)
        mortals.kill("acts:move", order.pk, "delivered", shop.office.pk, die=step)
        order.refresh_from_db()
        if order.status == "handed_over":
            assert Settlement.objects.count() == number - 1, step
            mortals.do("acts:move", order.pk, "delivered", shop.office.pk)
        order.refresh_from_db()
        due = owing.due_of(order)
        assert (order.status, due.state, due.paid) == ("delivered", "paid", TOTAL), step
        assert Settlement.objects.get(due=due).amount == TOTAL
        assert sum(books.trial_balance().values()) == 0
        assert books.balance("payers", about=due.reference) == 0  # it is the producer's now
    stock_is_true({product.stockrecords.get().pk: 50})
