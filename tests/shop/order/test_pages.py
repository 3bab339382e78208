"""An order's page, its copy, and tracking."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from after_order import Sale
from buying import ORIGIN, basket_with, buyer, seen, send
from catalogue import listing
from fetching import counter, method, ordered
from office.outbox import drain
from office.payment import owing, paying, refunding
from office.payment.gateways import Arrival
from shop.basket.filling import add, contents
from shop.basket.models import Basket
from shop.order.models import Order
from shop.order.placing import place
from shop.returning import cancelling

pytestmark = pytest.mark.django_db


def test_size_is_named_in_basket_order_copy_and_on_the_desk(client, shop):
    honey = shop.product("Mật ong Sao", pack="Chai nhỏ")
    size = listing.add_size(honey, pack="Chai 1 lít", price=200_000, stock=3, by=shop.office)
    client.post(reverse("basket:add", args=[honey.pk]), {"quantity": 1, "size": size.pk}, **ORIGIN)
    name = "Mật ong Sao · Chai 1 lít"
    assert name in seen(client.get("/gio-hang/"))
    address = send(client)["Location"]
    assert name in seen(client.get(address))
    order = Order.objects.get()
    assert name in seen(client.get(f"/don-hang/{order.number}/ban-luu/?k={order.signature}"))
    client.force_login(shop.user("shop_manager"))
    assert name in seen(client.get("/ban-lam-viec/don-hang/"))


def test_page_of_an_order_opens_by_a_signature_of_the_key_before(client, shop, settings):
    order = place(basket_with(shop, shop.product(price=1000)), buyer(), key="s", expected_total=31_000)
    address = order.get_absolute_url()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a-newer-key-of-the-same-site"
    assert client.get(address).status_code == 200
    settings.SECRET_KEY_FALLBACKS = []
    assert client.get(address).status_code == 404


def test_order_page_and_copy_say_what_is_paid_and_what_is_not(client, shop):
    until = timezone.now() + timedelta(minutes=15)
    sales = {
        "cash": Sale(shop),
        "waits": Sale(shop, way="vietqr", hold_until=until),
        "paid": Sale(shop).pay(),
    }
    said = {"cash": "Trả tiền mặt khi nhận hàng", "waits": "Chưa thanh toán", "paid": "Đã thanh toán"}
    for name, made in sales.items():
        page = seen(client.get(made.order.get_absolute_url()))
        copy = seen(client.get(f"/don-hang/{made.order.number}/ban-luu/?k={made.order.signature}"))
        assert [each for each in said if said[each] in copy] == [name]
        assert said[name] in page
        assert (made.due.get_absolute_url() in page.split("<aside")[0]) == (name == "waits")


def test_an_order_paid_twice_says_what_is_too_much(client, shop):
    sale = Sale(shop).pay()
    address = sale.order.get_absolute_url()
    assert "trả dư" not in seen(client.get(address))
    paying.settle("vietqr", Arrival(reference="FT-again", amount=sale.total), due=sale.due)
    assert "Bạn đã trả dư 230.000 ₫." in seen(client.get(address))


def cash_said(client, order):
    return re.findall(
        r"Tiền mặt khi nhận kiện này</b>\s*<b class=\"num\">([^<]+)<",
        seen(client.get(order.get_absolute_url())),
    )


def test_of_several_parcels_paid_in_cash_each_says_what_is_asked_for_with_it(client, shop):
    sale = Sale(shop, shop.product(price=100_000), shop.product(price=40_000), quantity=2)
    assert cash_said(client, sale.order) == ["230.000 ₫", "110.000 ₫"]
    sale.to("delivered")
    assert cash_said(client, sale.order) == ["110.000 ₫"]
    cancelling.cancel(sale.order.parcels.get(number=2), by=sale.manager, reason="sold_out")
    assert cash_said(client, sale.order) == []


def test_what_is_paid_before_or_comes_in_one_parcel_asks_for_no_cash_beside_the_total(client, shop):
    assert cash_said(client, Sale(shop).order) == []
    assert (
        cash_said(client, Sale(shop, shop.product(price=100_000), shop.product(price=40_000)).pay().order)
        == []
    )


def test_what_is_fetched_at_several_outlets_names_no_single_one(client, shop):
    here, there = counter(shop), counter(shop)
    basket = Basket.objects.create()
    for each in (here, there):
        add(basket, each.jar, 1, adult=True)
    chosen = {each.producer.pk: method(each.outlet, stock=True) for each in (here, there)}
    to = buyer(commune=None, street="", methods=chosen)
    order = place(basket, to, key="two", expected_total=contents(basket, chosen=chosen).total)
    page = seen(client.get(order.get_absolute_url())).split("<aside")[1]
    assert "Mỗi kiện nhận tại điểm bán ghi ở kiện đó." in page
    assert here.outlet.street not in page
    alone = seen(client.get(ordered(here).get_absolute_url())).split("<aside")[1]
    assert here.outlet.street in alone
    assert "Mỗi kiện" not in alone


def test_order_page_needs_its_signature(client, shop):
    order = place(basket_with(shop, shop.product(price=1000)), buyer(), key="s", expected_total=31_000)
    assert client.get(f"/don-hang/{order.number}/").status_code == 404
    assert client.get(f"/don-hang/{order.number}/?k=forged").status_code == 404
    assert client.get(order.get_absolute_url()).status_code == 200
    copy = client.get(f"/don-hang/{order.number}/ban-luu/?k={order.signature}")
    assert "attachment" in copy["Content-Disposition"]


def test_tracking_needs_both_number_and_phone_and_wrong_ones_look_alike(client, shop):
    order = place(basket_with(shop, shop.product(price=1000)), buyer(), key="t", expected_total=31_000)
    url = "/don-hang/tra-cuu/"
    right = client.post(url, {"number": order.number.lower(), "phone": "0912345678"}, **ORIGIN)
    assert right["Location"] == order.get_absolute_url()
    wrong = [
        client.post(url, {"number": number, "phone": phone}, **ORIGIN).content.decode()
        for number, phone in ((order.number, "0987654321"), ("HT26-999999", "0912345678"))
    ]
    assert all("Không có đơn nào khớp" in page for page in wrong)


@pytest.mark.parametrize(
    "typed", ["{order}-1", "{note}", "{note_small} ", "{half} {rest}", "{half}–{rest}", "{half} {rest} 1"]
)
def test_an_order_is_found_by_its_number_as_label_message_and_bank_note_write_it(client, shop, typed):
    order = place(basket_with(shop, shop.product(price=1000)), buyer(), key="t", expected_total=31_000)
    half, rest = order.number.split("-")
    number = typed.format(
        order=order.number, note=half + rest, note_small=f"{half}{rest}".lower(), half=half, rest=rest
    )
    answer = client.post("/don-hang/tra-cuu/", {"number": number, "phone": "0912345678"}, **ORIGIN)
    assert answer["Location"] == order.get_absolute_url()


@pytest.mark.parametrize("typed", ["{order}9", "{order}-1-1", "{rest}", "x{order}"])
def test_a_number_that_is_none_finds_no_order(client, shop, typed):
    order = place(basket_with(shop, shop.product(price=1000)), buyer(), key="t", expected_total=31_000)
    number = typed.format(order=order.number, rest=order.number.split("-")[1])
    answer = client.post("/don-hang/tra-cuu/", {"number": number, "phone": "0912345678"}, **ORIGIN)
    assert "Không có đơn nào khớp" in seen(answer)


def test_guessing_order_numbers_is_stopped_after_ten_tries(client, reference):
    answers = [
        client.post(
            "/don-hang/tra-cuu/", {"number": f"HT26-{n:06d}", "phone": "0912345678"}, **ORIGIN
        ).status_code
        for n in range(11)
    ]
    assert answers == [200] * 10 + [429]


def unpaid(shop):
    """An order of 230,000 đồng to be paid by transfer within a quarter of an hour."""
    until = timezone.now() + timedelta(minutes=15)
    basket = basket_with(shop, shop.product(price=100_000), 2)
    facts = {"expected_total": 230_000, "way": "vietqr", "hold_until": until}
    return place(basket, buyer(email="hoa@example.com"), key="unpaid", **facts)


def pay(order):
    paying.settle("vietqr", Arrival(reference="FT1", amount=230_000), due=owing.due_of(order))


def test_what_is_to_be_paid_is_the_first_thing_an_unpaid_order_says(client, shop):
    order = unpaid(shop)
    page = seen(client.get(order.get_absolute_url()))
    address = owing.due_of(order).get_absolute_url()
    button = page.index(f'<a class="btn big" href="{address}">Thanh toán 230.000 ₫</a>')
    assert page.index("Giữ hàng cho bạn đến") < button < page.index(f"{order.number}</p>")
    assert "tiền mặt" not in page.lower()
    pay(order)
    page = seen(client.get(order.get_absolute_url()))
    assert "Đã thanh toán: 230.000 ₫" in page
    assert "Thanh toán 230.000 ₫" not in page


def test_cash_is_named_as_what_is_left_to_pay_at_the_door(client, shop):
    sale = Sale(shop, *(shop.product(producer=shop.producer(), price=100_000) for _ in range(2)))
    assert "Trả tiền mặt khi nhận hàng: 460.000 ₫" in seen(client.get(sale.order.get_absolute_url()))
    cancelling.cancel(sale.parcel, reason="sold_out", by=sale.manager)
    page = seen(client.get(sale.order.get_absolute_url()))
    assert "Trả tiền mặt khi nhận hàng: 230.000 ₫" in page
    assert "−230.000 ₫" in page
    cancelling.cancel(sale.order.parcels.get(number=2), reason="sold_out", by=sale.manager)
    page = seen(client.get(sale.order.get_absolute_url()))
    assert "Không còn phải trả gì" in page
    assert "Trả tiền mặt" not in page


def test_refund_stands_with_the_payment_and_asks_for_the_account_it_has_not(client, shop):
    order = unpaid(shop)
    pay(order)
    refunding.refund(owing.due_of(order), 50_000, reason="broken", key="r1", by=shop.user("shop_manager"))
    page = seen(client.get(order.get_absolute_url()))
    assert "Đang hoàn tiền" in page
    assert "Ghi tài khoản nhận tiền" in page


def test_copy_and_mail_say_the_way_the_order_is_paid(client, shop):
    order = unpaid(shop)
    copy = f"/don-hang/{order.number}/ban-luu/?k={order.signature}"
    assert "Chưa thanh toán: 230.000 ₫" in seen(client.get(copy))
    pay(order)
    assert "Đã thanh toán: 230.000 ₫" in seen(client.get(copy))
    drain()
    drain()
    said = next(
        html
        for each in mail.outbox
        for html, _kind in each.alternatives
        if "chủ thể đã nhận" in html.lower() or "cảm ơn" in html.lower()
    )
    assert "Đã thanh toán: 230.000 ₫" in said.replace("\u00a0", " ")


@pytest.mark.parametrize("makers", [1, 3])
def test_page_of_an_order_costs_the_same_for_one_maker_and_three(
    client, shop, django_assert_num_queries, makers
):
    sale = Sale(shop, *(shop.product(producer=shop.producer(), price=100_000) for _ in range(makers)))
    client.get(sale.order.get_absolute_url())
    with django_assert_num_queries(8):
        client.get(sale.order.get_absolute_url())
