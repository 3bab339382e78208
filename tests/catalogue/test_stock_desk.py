"""The desk of stock, and what buyers read of it: places, made to order, pre-order."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from buying import fill, seen
from catalogue import listing, shelving
from catalogue.models import Product
from catalogue.producers import stocking
from catalogue.producers.models import StockPlace, StockRecord
from office.stages import Refused

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec/san-pham/"
FORM = {"stock": "10", "seen": "10", "supply": "in_stock", "harvest": ""}
HARVEST = {
    "supply": "pre_order",
    "ready_from": timezone.localdate() + timedelta(days=290),
    "harvest": "Vụ bưởi chính",
}


@pytest.fixture
def maker(shop):
    return shop.user()


@pytest.fixture
def jar(shop, maker):
    return shop.product("Bưởi Phúc Trạch", producer=shop.producer(people=[maker]), price=1000)


def shelf(product, place=None):
    return StockRecord.objects.get(product=product, place=place)


def test_maker_opens_a_place_puts_goods_there_and_sells_both_together(client, maker, jar):
    client.force_login(maker)
    answer = client.post(f"{DESK}{jar.pk}/kho/", {"name": "Kho Vinh", "sends_orders": "on"})
    place = StockPlace.objects.get()
    assert answer["Location"] == f"{DESK}{jar.pk}/kho/{place.pk}/"
    assert "Kho Vinh" in seen(client.get(answer["Location"]))
    client.post(answer["Location"], FORM | {"stock": "7", "seen": "0", "low_at": "3"})
    record = shelf(jar, place)
    assert (record.num_in_stock, record.low_stock_threshold, int(record.price)) == (7, 3, 1000)
    assert "còn bán 17" in seen(client.get(f"{DESK}{jar.pk}/"))
    client.post(f"{DESK}{jar.pk}/kho/{place.pk}/sua/", {"name": "Kho Vinh 2"})
    assert "còn bán 10" in seen(client.get(f"{DESK}{jar.pk}/"))


@pytest.mark.parametrize("tail", ["kho/", "kho/0/", "kho/{place}/", "kho/{place}/sua/"])
def test_stock_of_others_is_neither_seen_nor_changed(client, shop, jar, tail):
    place = shelving.open_place(jar.producer, "Kho Vinh", by=shop.office)
    stranger = shop.user()
    shop.producer(people=[stranger])
    client.force_login(stranger)
    address = f"{DESK}{jar.pk}/{tail.format(place=place.pk)}"
    assert client.get(address).status_code == 403
    assert client.post(address, FORM | {"stock": "1", "name": "x"}).status_code == 403
    assert shelf(jar).num_in_stock == 10


def test_place_of_another_maker_is_not_found_and_takes_no_goods(client, shop, maker, jar):
    theirs = shelving.open_place(shop.producer(), "Kho khác", by=shop.office)
    client.force_login(maker)
    assert client.get(f"{DESK}{jar.pk}/kho/{theirs.pk}/").status_code == 404
    with pytest.raises(Refused):
        shelving.shelve(jar, theirs, pieces=3, by=maker)


@pytest.mark.parametrize("name", ["", "Kho Vinh"])
def test_place_needs_a_name_of_its_own(client, shop, maker, jar, name):
    shelving.open_place(jar.producer, "Kho Vinh", by=maker)
    client.force_login(maker)
    assert 'id="id_name_error"' in client.post(f"{DESK}{jar.pk}/kho/", {"name": name}).content.decode()
    assert StockPlace.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"supply": "made_to_order"}, "ready_in_days"),
        ({"supply": "pre_order"}, "ready_from"),
        ({"stock": "2"}, "stock"),
        ({"stock": "12", "seen": "9"}, "stock"),
        ({"stock": "-1"}, "stock"),
    ],
)
def test_unclear_supply_and_impossible_number_are_told_at_their_field(client, maker, jar, change, field):
    stocking.hold({jar: 3}, key="a")
    client.force_login(maker)
    page = client.post(f"{DESK}{jar.pk}/kho/0/", FORM | change).content.decode()
    assert f'id="id_{field}_error"' in page
    assert (shelf(jar).num_in_stock, shelf(jar).supply) == (10, "in_stock")


def test_stock_page_says_what_is_free_promised_and_waiting_for_payment(
    client, maker, jar, django_assert_num_queries
):
    stocking.hold({jar: 3}, key="a")
    stocking.hold({jar: 2}, key="b", until=timezone.now() + timedelta(minutes=15))
    shelving.shelve(jar, None, pieces=10, seen=10, low_at=8, by=maker)
    for n in range(3):
        shelving.open_place(jar.producer, f"Kho {n}", by=maker)
    client.force_login(maker)
    client.get(f"{DESK}{jar.pk}/kho/")
    with django_assert_num_queries(9):
        page = seen(client.get(f"{DESK}{jar.pk}/kho/"))
    assert re.findall(r'<dd class="num">(\d+)</dd>', page) == ["5", "3", "2", "10"]
    assert "sắp hết" in page


def test_what_is_made_to_order_says_its_days_on_page_basket_and_to_machines(client, shop, maker, jar):
    shelving.shelve(jar, None, pieces=10, supply="made_to_order", ready_in_days=7, by=maker)
    page = seen(client.get(jar.get_absolute_url()))
    assert "Làm theo đơn, gửi sau khoảng 7 ngày." in page
    assert "https://schema.org/MadeToOrder" in page
    fill(client, jar)
    assert "Làm theo đơn, gửi sau khoảng 7 ngày." in seen(client.get("/gio-hang/"))
    day = timezone.localdate() + timedelta(days=7)
    feed = b"".join(client.get("/feeds/san-pham.xml").streaming_content).decode()
    assert f"<g:availability>backorder</g:availability><g:availability_date>{day}" in feed


def test_pre_order_says_day_maximum_and_harvest_and_is_in_stock_once_the_day_has_come(client, maker, jar):
    shelving.shelve(jar, None, pieces=40, by=maker, **HARVEST)
    page = seen(client.get(jar.get_absolute_url()))
    assert f"Đặt trước, gửi từ {HARVEST['ready_from']:%d/%m/%Y}, còn nhận 40 phần." in page
    assert "Vụ bưởi chính" in page
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    assert data["offers"]["availability"] == "https://schema.org/PreOrder"
    StockRecord.objects.update(ready_from=timezone.localdate())
    page = seen(client.get(jar.get_absolute_url()))
    assert "Đặt trước" not in page
    assert "https://schema.org/InStock" in page


def test_maximum_of_a_pre_order_is_never_exceeded_and_then_it_is_sold_out(client, maker, jar):
    shelving.shelve(jar, None, pieces=3, by=maker, **HARVEST)
    stocking.hold({jar: 3}, key="a", until=timezone.now() + timedelta(minutes=15))
    page = seen(client.get(jar.get_absolute_url()))
    assert "Tạm hết hàng" in page
    assert "Đặt trước" not in page
    assert f"/bao-co-hang/{jar.pk}/" in page


def test_sizes_each_say_how_they_are_supplied(client, shop, maker, jar):
    size = listing.add_size(jar, pack="Thùng 10 quả", price=5000, stock=4, by=maker)
    shelving.shelve(size, None, pieces=4, supply="made_to_order", ready_in_days=3, by=maker)
    page = seen(client.get(Product.objects.get(pk=jar.pk).get_absolute_url()))
    assert page.count("Làm theo đơn, gửi sau khoảng 3 ngày.") == 1


def test_what_is_kept_for_somebody_is_sold_out_for_others_in_list_basket_and_feed(client, shop, jar):
    fill(client, jar)
    assert f"<g:id>{jar.pk}<" in b"".join(client.get("/feeds/san-pham.xml").streaming_content).decode()
    stocking.hold({jar: 10}, key="a", until=timezone.now() + timedelta(minutes=15))
    assert "hết hàng" in seen(client.get("/san-pham/"))
    assert "Vừa hết hàng" in seen(client.get("/gio-hang/"))
    assert f"<g:id>{jar.pk}<" not in b"".join(client.get("/feeds/san-pham.xml").streaming_content).decode()
