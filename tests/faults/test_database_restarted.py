"""The database restarted in the middle of a checkout, as after a power cut: one order for each form, nothing lost."""

import threading
import time

import httpx
import pytest
from cluster import IS_THERE, Cluster, Site
from django.utils.crypto import get_random_string
from standing import ACCOUNT, KEY

from buying import FORM
from mortal import Mortals

PRICE, FEE, STOCK = 85_000, 30_000, 50
pytestmark = [pytest.mark.postgres, pytest.mark.skipif(not IS_THERE, reason="no initdb here")]


@pytest.fixture(scope="module")
def cluster(django_db_setup):
    with Cluster() as made:
        yield made


@pytest.fixture(scope="module")
def site(cluster):
    with Site(cluster, SEPAY_API_KEY=KEY, VIETQR_ACCOUNT=ACCOUNT) as served:
        yield served


@pytest.fixture(scope="module")
def inside(cluster):
    """Processes that look into the database of the site."""
    with Mortals(cluster.url) as them:
        them.settings = {"SEPAY_API_KEY": KEY, "VIETQR_ACCOUNT": ACCOUNT}
        yield them


class Buyer:
    """A visitor with the product in the basket and the form filled in."""

    def __init__(self, site, product, way="cod"):
        self.http = site.visitor()
        assert self.http.post(f"/gio-hang/them/{product}/", data={"quantity": 1}).status_code < 400
        self.form = {**FORM, "key": get_random_string(32), "total": PRICE + FEE, "way": way}

    def send(self):
        return self.http.post("/thanh-toan/", data=self.form)


def in_the_background(act):
    """Run `act`; returns (thread, list that gets what it gave)."""
    said = []

    def run():
        try:
            said.append(act())
        except httpx.TransportError as fault:
            said.append(fault)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, said


def while_locked(cluster, sql, act):
    """Restart the database while `act` waits for the rows that `sql` holds; what became of `act`."""
    holding = cluster.connect()
    holding.execute(sql)
    thread, said = in_the_background(act)
    cluster.wait_for_a_waiting_one()
    cluster.restart()
    thread.join(60)
    return said[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM partner_stockrecord FOR UPDATE",
        "SELECT * FROM office_counter FOR UPDATE",
        "SELECT * FROM basket_basket FOR UPDATE",
    ],
    ids=["stock", "number", "basket"],
)
def test_the_buyer_sees_an_error_and_the_form_sent_again_is_one_order(cluster, site, inside, sql):
    product = inside.do("acts:put_on_sale", PRICE, STOCK)
    Buyer(site, product).send()  # the first number of the year is there
    buyer = Buyer(site, product)
    answer = while_locked(cluster, sql, buyer.send)
    assert answer.status_code == 500
    assert "<h1" in answer.text  # our page, not a trace
    assert not inside.do("acts:orders_of", buyer.form["key"])
    again = [buyer.send() for _ in range(2)]
    assert {each.status_code for each in again} == {302}
    assert again[0].headers["Location"] == again[1].headers["Location"]
    assert buyer.http.get(again[0].headers["Location"]).status_code == 200
    assert inside.do("acts:orders_of", buyer.form["key"]) == ["new"]
    inside.do("acts:all_is_true", STOCK)


@pytest.mark.django_db
def test_money_told_in_that_moment_settles_once(cluster, site, inside):
    product = inside.do("acts:put_on_sale", PRICE, STOCK)
    buyer = Buyer(site, product, way="vietqr")
    assert buyer.send().status_code == 302
    body, headers = inside.do("acts:transfer_of", buyer.form["key"])
    headers["Content-Type"] = "application/json"

    def tell():
        return site.visitor().post("/thanh-toan/goi-lai/vietqr/", content=body, headers=headers)

    while_locked(cluster, "SELECT * FROM partner_stockrecord FOR UPDATE", tell)
    assert inside.do("acts:orders_of", buyer.form["key"]) == ["awaiting"]
    inside.do("acts:repair")
    assert inside.do("acts:orders_of", buyer.form["key"]) == ["new"]
    assert tell().status_code == 200
    inside.do("acts:all_is_true", STOCK)


@pytest.mark.django_db
def test_restarted_again_and_again_while_many_order_each_form_is_one_order(cluster, site, inside):
    product = inside.do("acts:put_on_sale", PRICE, STOCK)
    buyers = [Buyer(site, product, way="vietqr" if n % 2 else "cod") for n in range(12)]
    seen = []

    def till_it_is_there(some):
        for buyer in some:
            while (answer := buyer.send()).status_code != 302:
                seen.append(answer.status_code)
                time.sleep(0.1)

    running = [in_the_background(lambda n=n: till_it_is_there(buyers[n::4])) for n in range(4)]
    for _ in range(3):
        time.sleep(0.6)
        cluster.restart()
    for thread, said in running:
        thread.join(90)
        assert said == [None]
    assert set(seen) <= {500}
    inside.do("acts:repair")
    for buyer in buyers:
        expected = "awaiting" if buyer.form["way"] == "vietqr" else "new"
        assert inside.do("acts:orders_of", buyer.form["key"]) == [expected]
    inside.do("acts:all_is_true", STOCK)
