"""Card payments down, slow and lying, through the whole checkout: the goods stay kept, another way can be taken."""

import socket
import time

import pytest
from django.test import Client
from standing import (
    Checkout,
    back,
    books_are_true,
    claims_have_ended,
    is_kept,
    is_sold_once,
    nothing_waits,
    stock_is_true,
    transfer,
)

from office.ledger import reading as books
from office.outbox import drain
from office.payment import owing
from office.payment.models import Attempt, Due, Settlement, Trouble

PRICE, FEE = 85_000, 30_000
TOTAL = PRICE + FEE
ORIGIN = {"Origin": "http://testserver"}
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("bank")]


@pytest.fixture
def product(shop):
    return shop.product(price=PRICE, stock=3)


@pytest.fixture
def checkout(product, fake):
    return Checkout(product, "stripe", TOTAL)


def down(fake, settings):
    """Nobody listens there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.STRIPE_API_BASE = f"http://127.0.0.1:{free.getsockname()[1]}"


def slow(fake, settings):
    """It answers, but later than we wait."""
    settings.STRIPE_TIMEOUT, fake.slow = 0.2, 1.5


def cut(fake, settings):
    """It does what it was asked, and the answer is lost."""
    fake.dies_after = True


def mute(fake, settings):
    """It takes the connection and says nothing."""
    fake.down = True


def well_again(fake, settings):
    settings.STRIPE_TIMEOUT, settings.STRIPE_API_BASE = 5, fake.url
    fake.down = fake.dies_after = False
    fake.slow = 0


@pytest.mark.parametrize("fault", [down, slow, cut, mute])
def test_with_the_provider_out_of_reach_the_goods_are_kept_and_a_transfer_pays(
    product, checkout, fake, settings, fault
):
    fault(fake, settings)
    began = time.monotonic()
    answer = checkout.send()
    assert time.monotonic() - began < 5
    order = checkout.order
    is_kept(order)
    due = owing.due_of(order)
    assert answer["Location"] == due.get_absolute_url()
    assert due.attempts.get().state == Attempt.State.UNKNOWN
    page = Client().get(due.get_absolute_url()).content.decode()
    assert "cach/vietqr/" in page
    choose(due, "vietqr")
    tell("vietqr", *transfer(due))
    is_sold_once(order, asset="bank")
    well_again(fake, settings)
    repair()
    assert {each["status"] for each in fake.sessions.values()} <= {"expired"}
    is_sold_once(order, asset="bank")
    nothing_waits()
    done(product)


@pytest.mark.parametrize("fault", [down, slow, cut, mute])
def test_with_the_provider_back_the_same_try_goes_on_and_pays_once(product, checkout, fake, settings, fault):
    fault(fake, settings)
    checkout.send()
    due = owing.due_of(checkout.order)
    well_again(fake, settings)
    answer = choose(due, "stripe")
    assert answer["Location"].startswith(fake.url)
    (session,) = fake.sessions
    fake.pay(session)
    repair()
    is_sold_once(checkout.order, asset="stripe")
    done(product)


def test_paid_by_card_in_an_answer_we_never_got_and_by_transfer_too_is_seen_on_the_desk(
    product, checkout, fake, settings
):
    cut(fake, settings)
    checkout.send()
    due = owing.due_of(checkout.order)
    choose(due, "vietqr")
    fake.pay(next(iter(fake.sessions)))  # the page was open in another window
    tell("vietqr", *transfer(due))
    well_again(fake, settings)
    repair()
    due.refresh_from_db()
    assert (due.state, due.paid, due.returnable) == (Due.State.PAID, 2 * TOTAL, 2 * TOTAL)
    assert [(each.kind, each.amount) for each in Trouble.objects.all()] == [("double", TOTAL)]
    assert (books.balance("bank"), books.balance("stripe")) == (TOTAL, TOTAL)
    done(product)


def test_a_browser_that_says_paid_is_not_believed(product, checkout, fake):
    checkout.send()
    order, attempt = checkout.order, Attempt.objects.get()
    for lie in ("", "&payment_status=paid", "&session_id=cs_fake_other&status=complete"):
        page = Client().get(back(attempt) + lie, follow=True)
        assert page.status_code == 200
    is_kept(order)
    assert not Settlement.objects.exists()
    choose(owing.due_of(order), "cod")
    is_sold_once(order)
    done(product)


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ({"amount": TOTAL - 1_000}, ["under"]),
        ({"amount": TOTAL + 5_000}, ["over"]),
        ({"currency": "usd"}, ["currency"]),
    ],
)
def test_another_amount_or_currency_is_seen_on_the_desk_and_nothing_of_it_is_lost(
    product, checkout, fake, said, kinds
):
    checkout.send()
    order, due = checkout.order, Due.objects.get()
    session = fake.pay(Attempt.objects.get().provider_reference, **said)
    event(fake)
    due.refresh_from_db()
    foreign = session["currency"] != "vnd"
    assert due.paid == (0 if foreign else session["amount_total"])
    assert list(Trouble.objects.values_list("kind", flat=True)) == kinds
    assert books.balance("stripe") == due.paid
    order.refresh_from_db()
    if kinds == ["over"]:
        assert order.status == "new"
    else:
        is_kept(order)
        choose(due, "vietqr")
        tell("vietqr", *transfer(due, due.rest))
        order.refresh_from_db()
        assert order.status == "new"
    books_are_true()


def test_a_card_payment_of_one_order_pays_no_other(shop, product, checkout, fake):
    checkout.send()
    other = Checkout(product, "stripe", TOTAL)
    other.send()
    mine, theirs = (Attempt.objects.get(due=owing.due_of(each.order)) for each in (checkout, other))
    fake.pay(theirs.provider_reference)
    assert Client().get(back(mine)).status_code == 302  # on my page, while theirs is paid
    is_kept(checkout.order)
    event(fake)
    is_kept(checkout.order)
    is_sold_once(other.order, asset="stripe")
    forged, headers = fake.signed(fake.last("checkout.session.completed"))
    forged = forged.replace(f'"{theirs.pk}"'.encode(), f'"{mine.pk}"'.encode())
    assert tell("stripe", forged.decode(), headers).status_code == 401
    is_kept(checkout.order)
    done(product)


def choose(due, code):
    """The buyer takes a way on the payment page."""
    path = f"/thanh-toan/{due.reference}/cach/{code}/?k={due.signature}"
    return Client().post(path, headers=ORIGIN)


def tell(gateway, body, headers):
    path = f"/thanh-toan/goi-lai/{gateway}/"
    return Client().post(path, body, content_type="application/json", headers=headers)


def event(fake):
    body, headers = fake.signed(fake.last("checkout.session.completed"))
    assert tell("stripe", body.decode(), headers).status_code == 200


def repair():
    """The worker comes round twice: what one round finds out, the next does."""
    for _ in range(2):
        claims_have_ended()
        drain()


def done(product):
    books_are_true()
    stock_is_true({product.stockrecords.get().pk: 3})
