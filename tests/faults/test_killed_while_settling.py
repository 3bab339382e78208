"""The process killed at every step of taking money: order, money, ledger and stock agree once it has been repaired."""

import pytest
from standing import (
    back,
    books_are_true,
    is_kept,
    is_sold_once,
    nothing_waits,
    ordered,
    repaired,
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


@pytest.mark.django_db(transaction=True)
def test_killed_while_taking_a_transfer(product, mortals):
    start = {product.stockrecords.get().pk: 50}
    steps = (UNVERIFIED, *UNCOMMITTED, *COMMITTED)
    for number, step in enumerate(steps, 1):
        order = ordered(product, "vietqr", PRICE + FEE)
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
        order = ordered(product, "stripe", PRICE + FEE)
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
