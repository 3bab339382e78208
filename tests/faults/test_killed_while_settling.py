"""The process killed at every step of taking money: order, money, ledger and stock agree once it has been repaired."""

import pytest
from standing import (
    Checkout,
    books_are_true,
    claims_have_ended,
    is_kept,
    is_sold_once,
    nothing_waits,
    stock_is_true,
    transfer,
)

from office.ledger import reading as books
from office.payment import owing
from office.payment.models import Attempt, Callback, Due, Settlement

PRICE, FEE = 85_000, 30_000
UNVERIFIED = "office.payment.callbacks:_name:before"
UNCOMMITTED = (
    "office.outbox:_work:before",
    "office.outbox:_take:after",
    "office.payment.callbacks:take:before",
    "office.payment.booking:arrived:after",
    "office.payment.arriving:became_paid:before",
    "shop.order.fulfilling:stocking.firm:after",
    "shop.order.fulfilling:sales.count:after",
    "shop.order.placing:carry_out:after",
    "shop.order.placing:telling.thank:after",
    "office.payment.arriving:announce:after",
    "office.payment.callbacks:take:after",
)
COMMITTED = ("office.payment.callbacks:handle:after", "office.outbox:_run:after")
LOOKING_UP = (
    "office.payment.looking_up:take:before",
    "office.payment.booking:arrived:after",
    "shop.order.fulfilling:stocking.firm:after",
    "shop.order.placing:telling.thank:after",
    "office.payment.looking_up:take:after",
)


@pytest.fixture
def product(shop):
    return shop.product(price=PRICE, stock=50)


def ordered(product, way):
    checkout = Checkout(product, way, PRICE + FEE)
    checkout.send()
    return checkout.order


def repaired(mortals):
    """The worker comes round, after the claims of the dead have ended."""
    claims_have_ended()
    mortals.do("acts:work")


@pytest.mark.django_db(transaction=True)
def test_killed_while_taking_a_transfer(product, mortals):
    start = {product.stockrecords.get().pk: 50}
    steps = (UNVERIFIED, *UNCOMMITTED, *COMMITTED)
    for number, step in enumerate(steps, 1):
        order = ordered(product, "vietqr")
        due = owing.due_of(order)
        body, headers = transfer(due)
        mortals.kill("acts:tell", "vietqr", body, headers, die=step)
        due.refresh_from_db()
        if step in COMMITTED:
            assert due.is_paid, step
        else:
            is_kept(order)
            assert (due.paid, books.balance("payers", about=due.reference)) == (0, 0), step
        repaired(mortals)
        if step == UNVERIFIED:  # not believed yet, and not answered: the bank's service tells it again
            is_kept(order)
            assert mortals.do("acts:tell", "vietqr", body, headers) == 200
        is_sold_once(order, asset="bank", sold=number)
        assert mortals.do("acts:tell", "vietqr", body, headers) == 200
        assert books.balance("bank") == number * (PRICE + FEE)
    nothing_waits()
    books_are_true()
    stock_is_true(start)


@pytest.mark.django_db(transaction=True)
def test_killed_while_taking_a_card_payment_told_by_the_provider_or_by_the_buyers_return(
    product, mortals, fake
):
    start = {product.stockrecords.get().pk: 50}
    steps = [("tell", UNVERIFIED), ("tell", UNCOMMITTED[-1]), *(("see", step) for step in LOOKING_UP)]
    for number, (how, step) in enumerate(steps, 1):
        order = ordered(product, "stripe")
        attempt = Attempt.objects.get(due=owing.due_of(order))
        fake.pay(attempt.provider_reference)
        body, headers = fake.signed(fake.last("checkout.session.completed"))
        if how == "tell":
            mortals.kill("acts:tell", "stripe", body.decode(), headers, die=step)
        else:
            mortals.kill("acts:see", back(attempt), die=step)
        repaired(mortals)  # also when it was not believed yet: the worker asks the provider
        is_sold_once(order, asset="stripe", sold=number)
        assert mortals.do("acts:tell", "stripe", body.decode(), headers) == 200
        assert mortals.do("acts:see", back(attempt)) == 302
        is_sold_once(order, asset="stripe", sold=number)
    assert Settlement.objects.count() == Due.objects.count() == len(steps)
    assert not Callback.objects.filter(verified=True, handled_at=None).exists()
    books_are_true()
    stock_is_true(start)


def back(attempt):
    due = attempt.due
    return f"/thanh-toan/{due.reference}/tro-ve/?k={due.signature}&lan={attempt.pk}"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "step",
    [
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
    ],
)
def test_killed_while_a_paid_order_is_called_off_the_money_goes_back_once(product, mortals, fake, step):
    start = {product.stockrecords.get().pk: 50}
    order = ordered(product, "stripe")
    attempt = Attempt.objects.get(due=owing.due_of(order))
    fake.pay(attempt.provider_reference)
    mortals.do("acts:see", back(attempt))
    mortals.kill("acts:call_off", order.pk, die=step)
    order.refresh_from_db()
    if order.status == "new":
        is_sold_once(order, asset="stripe")
        assert fake.refunds == {}
        mortals.do("acts:call_off", order.pk)
    repaired(mortals)
    order.refresh_from_db()
    due = owing.due_of(order)
    assert (order.status, due.paid, due.refunded) == ("cancelled", PRICE + FEE, PRICE + FEE)
    assert [each["amount"] for each in fake.refunds.values()] == [PRICE + FEE]
    assert (books.balance("stripe"), books.balance("payers")) == (0, 0)
    product.refresh_from_db()
    assert product.sold == 0
    nothing_waits()
    books_are_true()
    stock_is_true(start)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "step",
    [
        "office.payment.booking:arrived:after",
        "shop.settling.recording:post:after",
        "shop.order.fulfilling:tell_buyer:after",
        "shop.order.fulfilling:move_all:after",
    ],
)
def test_killed_while_a_parcel_is_handed_over_to_its_buyer_the_cash_is_taken_once(
    shop, product, mortals, step
):
    order = ordered(product, "cod")
    for stage in ("confirmed", "packed", "handed_over"):
        mortals.do("acts:move", order.pk, stage, shop.office.pk)
    mortals.kill("acts:move", order.pk, "delivered", shop.office.pk, die=step)
    order.refresh_from_db()
    if order.status == "handed_over":
        assert not Settlement.objects.exists()
        mortals.do("acts:move", order.pk, "delivered", shop.office.pk)
    order.refresh_from_db()
    due = owing.due_of(order)
    assert (order.status, due.state, due.paid) == ("delivered", "paid", due.amount)
    assert Settlement.objects.get().amount == due.amount
    assert sum(books.trial_balance().values()) == 0
    assert books.balance("payers", about=due.reference) == 0  # it is the producer's now
