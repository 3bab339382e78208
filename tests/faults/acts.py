"""What the processes of `mortal` do: requests and the worker's round, as the site does them."""

from collections import defaultdict

import standing
from django.test import Client
from django.utils import translation

from factories import Shop
from office.accounts.models import User
from office.payment import owing
from shop.management.commands.work import work_once
from shop.order import fulfilling
from shop.order.models import Order
from shop.returning.cancelling import cancel_for_buyer

ORIGIN = {"Origin": "http://testserver"}


def send(path, data, cookies=None, headers=None):
    """POST a form; where the answer leads, or what it is."""
    client = Client()
    client.cookies.load(cookies or {})
    answer = client.post(path, data, headers={**ORIGIN, **(headers or {})})
    return answer.headers.get("Location") or answer.status_code


def tell(gateway, body, headers):
    """What a provider calls."""
    client = Client()
    path = f"/thanh-toan/goi-lai/{gateway}/"
    return client.post(path, body, content_type="application/json", headers=headers).status_code


def see(path):
    """GET a page; its status."""
    return Client().get(path).status_code


def work():
    """One round of the worker."""
    translation.activate("vi")
    work_once()


def call_off(order):
    """The buyer calls the whole order off."""
    order = Order.objects.get(pk=order)
    cancel_for_buyer(order, list(order.parcels.all()), reason="changed_mind")


def move(order, stage, by):
    """Somebody of the office moves its parcels on."""
    fulfilling.move_all(list(Order.objects.get(pk=order).parcels.all()), stage, by=User.objects.get(pk=by))


def put_on_sale(price, stock):
    """A product; its key."""
    return Shop().product(price=price, stock=stock).pk


def orders_of(key):
    """The stages of the orders of one form."""
    return [order.status for order in Order.objects.filter(key=key)]


def transfer_of(key):
    """How the bank tells that the order of this form has been paid."""
    return standing.transfer(owing.due_of(Order.objects.get(key=key)))


def repair():
    """The worker comes round till all is done, after the claims of the dead have ended: jobs post jobs."""
    for _round in range(4):
        standing.claims_have_ended()
        work()
    standing.nothing_waits()


def all_is_true(stock):
    """Stock (so many pieces of everything at first), books, numbers."""
    standing.stock_is_true(defaultdict(lambda: stock))
    standing.books_are_true()
    standing.numbers_have_no_gap()
