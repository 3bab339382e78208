"""An order's page, its copy, and tracking."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from after_order import Sale
from buying import ORIGIN, basket_with, buyer, seen, send
from catalogue import listing
from shop.order.models import Order
from shop.order.placing import place

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
    said = {"cash": "Tiền mặt khi nhận hàng", "waits": "Còn phải trả", "paid": "Đã trả"}
    for name, made in sales.items():
        page = seen(client.get(made.order.get_absolute_url()))
        copy = seen(client.get(f"/don-hang/{made.order.number}/ban-luu/?k={made.order.signature}"))
        assert [each for each in said if said[each] in copy] == [name]
        assert said[name] in page
        assert (made.due.get_absolute_url() in page.split("<aside")[0]) == (name == "waits")


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


def test_guessing_order_numbers_is_stopped_after_ten_tries(client, reference):
    answers = [
        client.post(
            "/don-hang/tra-cuu/", {"number": f"HT26-{n:06d}", "phone": "0912345678"}, **ORIGIN
        ).status_code
        for n in range(11)
    ]
    assert answers == [200] * 10 + [429]
