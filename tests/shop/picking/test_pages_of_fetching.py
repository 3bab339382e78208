"""The keeper's pages, the buyer's order page, the keeper's day: who sees what, and what is kept from whom."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buying import ORIGIN, seen
from fetching import counter, fetched, ordered
from office.access_log import Access
from outlets.hours import opening
from shop.order.models import PickUp
from shop.picking import handing_out

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(shop):
    return counter(shop, pieces=8)


def test_keeper_lays_aside_and_hands_over_with_the_code_on_the_page(client, at):
    row = fetched(ordered(at, name="Nguyễn Thị Hoa"))
    client.force_login(at.keeper)
    page = seen(client.get(f"/ban-lam-viec/nhan-hang/{at.outlet.pk}/"))
    assert "Nguyễn Thị Hoa" in page
    assert "…678" in page
    assert "912 345 678" not in page
    client.post(f"/ban-lam-viec/nhan-hang/kien/{row.pk}/de-rieng/", **ORIGIN)
    row.refresh_from_db()
    row.parcel.refresh_from_db()
    code = row.code
    page = client.get(f"/ban-lam-viec/nhan-hang/kien/{row.pk}/").content.decode()
    assert code not in page
    wrong = client.post(f"/ban-lam-viec/nhan-hang/kien/{row.pk}/giao/", {"code": "12"}, **ORIGIN)
    assert "Đây không phải mã của kiện này" in seen(wrong)
    unpaid = client.post(f"/ban-lam-viec/nhan-hang/kien/{row.pk}/giao/", {"code": code}, **ORIGIN)
    assert "tiền mặt trước" in seen(unpaid)
    facts = {"code": code, "cash_taken": "on"}
    assert client.post(f"/ban-lam-viec/nhan-hang/kien/{row.pk}/giao/", facts, **ORIGIN).status_code == 302
    assert fetched(row.parcel.order).handed_over_by == at.keeper


def test_code_stands_on_the_order_page_only_and_only_once_it_is_ready(client, at):
    order = ordered(at)
    row = fetched(order)
    page = seen(client.get(order.get_absolute_url()))
    assert at.outlet.name in page
    assert "Mã nhận hàng" not in page
    row = handing_out.lay_aside(row, by=at.keeper)
    page = seen(client.get(order.get_absolute_url()))
    assert row.code in page
    assert opening.state(at.outlet, timezone.now()).said in page
    assert f"{row.keep_until:%d/%m/%Y}" in page
    assert client.get(f"/don-hang/{order.number}/").status_code == 404
    copy = client.get(order.get_absolute_url().replace("/?", "/ban-luu/?"))
    assert row.code not in copy.content.decode()
    handing_out.hand_over(row, code=row.code, cash_taken=True, by=at.keeper)
    assert row.code not in seen(client.get(order.get_absolute_url()))


def test_shop_manager_reads_and_that_is_written_down_but_does_nothing(client, shop, at):
    row = fetched(ordered(at))
    manager = shop.user("shop_manager")
    client.force_login(manager)
    assert client.get(f"/ban-lam-viec/nhan-hang/{at.outlet.pk}/").status_code == 200
    assert client.get(f"/ban-lam-viec/nhan-hang/kien/{row.pk}/").status_code == 200
    assert Access.objects.filter(by=manager, about__startswith=str(row.parcel)).count() == 1
    assert Access.objects.filter(by=manager).count() == 2
    assert client.post(f"/ban-lam-viec/nhan-hang/kien/{row.pk}/de-rieng/", **ORIGIN).status_code == 403


@pytest.mark.parametrize("role", ["keeper", "trade_department", "producer", "tour_operator"])
def test_others_read_nothing_of_who_fetches_what(client, shop, at, role):
    row = fetched(ordered(at))
    client.force_login(shop.user(role))
    for address in (
        f"{at.outlet.pk}/",
        f"kien/{row.pk}/",
        f"kien/{row.pk}/khong-ma/",
        f"{at.outlet.pk}/thoi-han/",
    ):
        assert client.get(f"/ban-lam-viec/nhan-hang/{address}").status_code == 403


def test_the_day_of_the_outlet_counts_and_names_nobody(client, shop, at):
    ordered(at, name="Nguyễn Thị Hoa")
    client.force_login(shop.user("trade_department"))
    page = seen(client.get(f"/ban-lam-viec/diem-ban/{at.outlet.pk}/"))
    assert "1 đơn cần để riêng" in page
    assert "Nguyễn Thị Hoa" not in page


def test_makers_see_their_parcel_with_the_outlet_and_nothing_to_do(client, at):
    ordered(at, name="Nguyễn Thị Hoa")
    client.force_login(at.maker)
    page = seen(client.get("/ban-lam-viec/don-hang/"))
    assert at.outlet.name in page
    assert "Xác nhận đơn" not in page


@pytest.mark.parametrize("number", [3, 30])
def test_the_list_costs_the_same_for_3_and_30(client, shop, number, django_assert_num_queries):
    at = counter(shop, pieces=40)
    for _each in range(number):
        ordered(at)
    client.force_login(at.keeper)
    client.get(f"/ban-lam-viec/nhan-hang/{at.outlet.pk}/")
    with django_assert_num_queries(16):
        client.get(f"/ban-lam-viec/nhan-hang/{at.outlet.pk}/")


@pytest.mark.parametrize("tab", ["aside", "arriving", "ready", "gone", "bịa"])
def test_each_tab_opens(client, at, tab):
    row = handing_out.lay_aside(fetched(ordered(at)), by=at.keeper)
    PickUp.objects.filter(pk=row.pk).update(keep_until=timezone.localdate() - timedelta(days=1))
    client.force_login(at.keeper)
    assert client.get(f"/ban-lam-viec/nhan-hang/{at.outlet.pk}/?muc={tab}").status_code == 200


def test_conditions_stand_on_product_and_basket_before_anybody_orders(client, at):
    page = seen(client.get(at.jar.get_absolute_url()))
    assert "giữ 5 ngày" in page
