"""The desk: the same few queries however much there is to do."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from after_order import Sale
from buying import basket_with, buyer, seen
from catalogue.templatetags.ocop import dong
from office.notices import tell
from shop.order.placing import place

pytestmark = pytest.mark.django_db


def orders(shop, number, maker):
    producer = shop.producer(people=[maker])
    goods = shop.product(producer=producer, price=1000, stock=100)
    for n in range(number):
        place(basket_with(shop, goods), buyer(), key=f"desk-{n}", expected_total=31_000)


@pytest.mark.parametrize("number", [3, 30])
def test_front_page_costs_the_same_for_3_things_and_30(client, shop, number, django_assert_num_queries):
    maker = shop.user()
    orders(shop, number, maker)
    for n in range(number):
        tell(maker, f"Tin {n}")
    client.force_login(maker)
    client.get("/ban-lam-viec/")
    with django_assert_num_queries(22):
        client.get("/ban-lam-viec/")


@pytest.mark.parametrize("number", [3, 30])
def test_parcels_cost_the_same_for_3_and_30(client, shop, number, django_assert_num_queries):
    maker = shop.user()
    orders(shop, number, maker)
    client.force_login(maker)
    client.get("/ban-lam-viec/don-hang/")
    with django_assert_num_queries(10):
        page = client.get("/ban-lam-viec/don-hang/").content.decode()
    assert page.count('<article class="seller"') == number


def test_parcel_says_what_is_to_be_collected_and_nothing_once_it_is_paid(client, shop):
    sales = [Sale(shop), Sale(shop).pay()]
    client.force_login(sales[0].manager)
    page = seen(client.get("/ban-lam-viec/don-hang/"))
    assert page.count("<b>Tiền thu khi giao</b>") == 1
    assert page.count("Không thu tiền khi giao") == 1


def test_unpaid_parcel_is_not_sent_to_its_maker_from_the_parcels(client, shop):
    until = timezone.now() + timedelta(minutes=15)
    made = Sale(shop, way="vietqr", hold_until=until)
    client.force_login(made.manager)
    page = seen(client.get("/ban-lam-viec/don-hang/"))
    assert "Chưa thanh toán" in page
    assert reverse("payment_desk:waiting") in page
    answer = client.post(reverse("desk:move-parcel", args=[made.parcel.pk]), {"stage": "new"})
    assert "khi đơn đã thanh toán" in seen(answer)
    assert made.parcel.stage == "awaiting"


def test_parcels_beyond_a_page_are_on_the_next(client, shop):
    maker = shop.user()
    orders(shop, 32, maker)
    client.force_login(maker)
    assert (
        client.get("/ban-lam-viec/don-hang/?trang=2").content.decode().count('<article class="seller"') == 2
    )


def test_notices_are_marked_as_read_by_their_owner_alone(client, shop):
    mine, other = shop.user(), shop.user()
    tell(mine, "Tin của tôi")
    tell(other, "Tin của người khác")
    client.force_login(mine)
    answer = client.post("/tai-khoan/tin/da-doc/", {"next": "/ban-lam-viec/"})
    assert answer["Location"] == "/ban-lam-viec/"
    assert [notice.read_at is None for notice in (mine.notices.get(), other.notices.get())] == [False, True]
    assert (
        client.post("/tai-khoan/tin/da-doc/", {"next": "https://elsewhere.example/"})["Location"]
        == "/tai-khoan/"
    )


def test_maker_collects_cash_for_what_is_not_paid_and_none_for_what_is(client, shop):
    sale = Sale(shop)
    client.force_login(sale.person)
    page = seen(client.get("/ban-lam-viec/don-hang/"))
    assert '<b>Tiền thu khi giao</b><b class="num">230.000 ₫</b>' in page
    sale.pay()
    page = seen(client.get("/ban-lam-viec/don-hang/"))
    assert "Tiền thu khi giao" not in page
    assert "Không thu tiền khi giao" in page


def test_parcel_that_waits_for_its_payment_leads_to_the_payments_and_is_not_handed_on(client, shop):
    basket = basket_with(shop, shop.product(price=1000))
    until = timezone.now() + timedelta(minutes=15)
    place(basket, buyer(), key="unpaid", expected_total=31_000, way="vietqr", hold_until=until)
    client.force_login(shop.user("shop_manager"))
    page = client.get("/ban-lam-viec/don-hang/").content.decode()
    assert 'name="stage" value="new"' not in page
    assert reverse("payment_desk:waiting") in page


@pytest.mark.parametrize(("method", "waits"), [("table", True), ("own", False)])
def test_cash_of_a_courier_is_to_be_handed_over_and_a_makers_own_is_in_its_statement(
    client, shop, method, waits
):
    sale = Sale(shop)
    sale.order.parcels.update(method=method)
    sale.to("delivered")
    client.force_login(sale.manager)
    page = seen(client.get(reverse("payment_desk:remittances")))
    assert (dong(sale.total).replace("\xa0", " ") in page) is waits
