"""What, when and how much before paying: what was seen is what is placed, with a script and without."""

import re

import pytest
from test_account import signed_in

from buying import FORM, ORIGIN, fill, seen, send
from catalogue.producers.models import Commune
from delivery import rates
from shop.account import addressing
from shop.order.models import Order, Parcel
from shop.shipping.models import Handling, Method, Rate

pytestmark = pytest.mark.django_db
HANOI = {"province": "1", "commune_text": "Ba Đình"}


def hidden(page):
    return dict(re.findall(r'name="(key|total|seen)" value="([^"]*)"', page.content.decode()))


def order(client, page, **changes):
    return client.post("/thanh-toan/", {**FORM, **hidden(page), **changes}, **ORIGIN)


def test_order_to_the_estimated_place_is_placed_at_once(client, shop):
    rates()
    fill(client, shop.product())
    assert order(client, client.get("/thanh-toan/")).status_code == 302
    parcel = Parcel.objects.get()
    assert (parcel.fee, parcel.method, parcel.method_name) == (20_000, "tiet-kiem", "Tiết kiệm")
    assert parcel.promised_from <= parcel.promised_to
    assert parcel.leaves_on < parcel.promised_to
    assert parcel.weight_g > 0
    assert parcel.is_tracked


def test_another_place_comes_back_with_its_price_and_days_and_is_placed_when_agreed_to(client, shop):
    rates()
    fill(client, shop.product(price=85_000))
    page = order(client, client.get("/thanh-toan/"), **HANOI)
    assert page.status_code == 422
    assert not Order.objects.exists()
    assert "115.000" in page.content.decode()
    assert "Nguyễn Thị Hoa" in page.content.decode()
    assert order(client, page, **HANOI).status_code == 302
    placed = Order.objects.get()
    assert (int(placed.total_incl_tax), int(placed.shipping_incl_tax)) == (115_000, 30_000)


def test_with_an_address_kept_the_first_page_says_its_price_and_one_tap_orders(shop):
    rates()
    me, there = shop.user(), Commune.objects.get(province=1, name="Ba Đình")
    addressing.keep(by=me, name="Hoa", phone="+84912345678", commune=there, street="12")
    client = signed_in(me)
    fill(client, shop.product(price=85_000))
    page = client.get("/thanh-toan/")
    assert "Đặt hàng, 115.000 ₫" in seen(page)
    assert "Giao tới Phường Ba Đình, Hà Nội" in seen(page)
    assert order(client, page, **HANOI).status_code == 302


def test_a_page_that_comes_back_without_a_commune_estimates_for_the_province_chosen(client, shop):
    rates()
    fill(client, shop.product(price=85_000))
    page = order(client, client.get("/thanh-toan/"), province="1", commune_text="Nowhere")
    assert page.status_code == 422
    assert "Đặt hàng, 115.000 ₫" in seen(page)
    assert "Ước tính cho Hà Nội" in seen(page)
    home = order(client, page, province="42", commune_text="Nowhere")
    assert "Ước tính cho Hà Tĩnh" in seen(home)


def test_same_price_but_other_days_has_to_be_seen_too(client, shop):
    rates(fees=(20_000,) * 3)
    fill(client, shop.product())
    page = order(client, client.get("/thanh-toan/"), **HANOI)
    assert page.status_code == 422
    assert order(client, page, **HANOI).status_code == 302


def test_total_that_was_not_seen_is_never_placed(client, shop):
    rates()
    fill(client, shop.product())
    assert send(client, **HANOI, seen="").status_code == 422
    assert not Order.objects.exists()


def test_rate_changed_in_between_is_shown_before_anything_is_ordered(client, shop):
    rates()
    fill(client, shop.product())
    page = client.get("/thanh-toan/")
    Rate.objects.update(fee=35_000)
    again = order(client, page)
    assert again.status_code == 422
    assert not Order.objects.exists()
    assert order(client, again).status_code == 302


def test_method_is_chosen_for_each_parcel(client, shop):
    rates()
    rates(code="nhanh", name="Nhanh", fees=(50_000,) * 3)
    mine, other = shop.product(), shop.product()
    fill(client, mine)
    fill(client, other)
    page = client.get("/thanh-toan/")
    assert page.content.decode().count('type="radio" name="gui-') == 4
    choice = {f"gui-{other.producer_id}": "nhanh"}
    again = order(client, page, **choice)
    assert again.status_code == 422  # another price than seen
    assert order(client, again, **choice).status_code == 302
    methods = dict(Parcel.objects.values_list("producer_id", "method"))
    assert methods == {mine.producer_id: "tiet-kiem", other.producer_id: "nhanh"}


def test_method_that_is_none_is_the_cheapest(client, shop):
    rates()
    product = shop.product()
    fill(client, product)
    assert (
        order(client, client.get("/thanh-toan/"), **{f"gui-{product.producer_id}": "none"}).status_code == 302
    )
    assert Parcel.objects.get().method == "tiet-kiem"


@pytest.mark.parametrize("key", ["gui-", "gui-x", "gui-²", "gui-99999999999999999999"])
def test_choice_for_nobody_is_passed_over(client, shop, key):
    rates()
    fill(client, shop.product())
    assert order(client, client.get("/thanh-toan/"), **{key: "nhanh"}).status_code == 302


def test_what_cannot_be_sent_there_is_told_at_the_place_and_orders_nothing(client, shop):
    rates()
    product = shop.product("Cam tươi")
    Handling.objects.create(product=product, keeps_hours=48)
    fill(client, product)
    page = order(client, client.get("/thanh-toan/"), province="96", commune_text="Năm Căn")
    assert page.status_code == 422
    text = page.content.decode()
    assert "Cam tươi" in text
    assert "id_commune_text_error" in text
    assert not Order.objects.exists()


def test_promise_made_while_a_method_was_offered_is_not_placed_by_another(client, shop):
    rates()
    rates(code="nhanh", name="Nhanh", fees=(20_000,) * 3)
    product = shop.product()
    fill(client, product)
    page = client.get("/thanh-toan/")
    Method.objects.filter(code="tiet-kiem").update(is_active=False)
    assert order(client, page).status_code == 422
    assert not Order.objects.exists()


def test_summary_alone_tells_price_and_days_of_a_place(client, shop):
    rates()
    fill(client, shop.product(price=85_000))
    asked = {"province": "1", "commune_text": "Ba Đình", "commune": ""}
    text = client.get("/thanh-toan/tom-tat/", asked).content.decode()
    assert 'name="total" value="115000"' in text
    assert "Phường Ba Đình" in text
    assert 'hx-swap-oob="true"' in text


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"province": "79"},
        {"province": "79", "commune_text": "khôngcó", "commune": "zz"},
        {"province": "x", "commune_text": "\x00"},
        {"province": "999999999999999999999"},
    ],
)
def test_summary_of_half_an_address_is_an_estimate(client, shop, asked):
    rates()
    fill(client, shop.product())
    assert client.get("/thanh-toan/tom-tat/", asked).status_code == 200


def test_summary_of_an_empty_basket_is_empty(client, reference):
    assert client.get("/thanh-toan/tom-tat/").status_code == 200


def test_basket_says_from_how_much_and_what_is_missing_for_free_delivery(client, shop):
    rates().reaches.update(free_from=100_000)
    fill(client, shop.product(price=85_000))
    text = client.get("/gio-hang/").content.decode().replace("\u00a0", " ")
    assert "20.000 ₫" in text
    assert "15.000 ₫" in text


def test_free_delivery_is_placed_as_free(client, shop):
    rates().reaches.update(free_from=50_000)
    fill(client, shop.product(price=85_000))
    assert order(client, client.get("/thanh-toan/")).status_code == 302
    assert Parcel.objects.get().fee == 0


def test_order_page_tells_way_days_and_code(client, shop):
    rates(tracking_url="https://buudien.example/?ma={code}")
    fill(client, shop.product())
    link = order(client, client.get("/thanh-toan/"))["Location"]
    parcel = Parcel.objects.get()
    text = client.get(link).content.decode().replace("\u00a0", " ")
    assert "Tiết kiệm" in text
    assert f"{parcel.promised_to:%d/%m}" in text
    Parcel.objects.update(tracking_code="EH1VN", tracking_link="https://buudien.example/?ma=EH1VN")
    text = client.get(link).content.decode()
    assert 'href="https://buudien.example/?ma=EH1VN"' in text


@pytest.mark.parametrize("makers", [1, 3])
def test_checkout_costs_the_same_for_one_maker_and_three(client, shop, django_assert_num_queries, makers):
    rates()
    for _ in range(makers):
        fill(client, shop.product())
    client.get("/thanh-toan/")
    with django_assert_num_queries(8):
        client.get("/thanh-toan/")
