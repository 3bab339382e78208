"""The one form of the checkout: bad input, communes, consents, keys."""

import re

import pytest

from buying import FORM, ORIGIN, fill, seen, send
from catalogue.producers.folding import fold
from catalogue.producers.models import StockRecord
from office.limiting import too_often
from shop.order.models import Consent, Order

pytestmark = pytest.mark.django_db


def test_same_form_sent_twice_makes_one_order(client, shop):
    product = shop.product()
    fill(client, product)
    page = client.get("/thanh-toan/").content.decode()
    hidden = dict(re.findall(r'name="(key|total)" value="([^"]*)"', page))
    answers = [client.post("/thanh-toan/", {**hidden, **FORM}, **ORIGIN)["Location"] for _ in range(2)]
    assert answers[0] == answers[1]
    assert Order.objects.count() == 1
    assert StockRecord.objects.get(product=product).num_allocated == 1


@pytest.mark.parametrize("key", [None, "", "k"])
def test_form_without_its_key_makes_no_order_shows_nobody_elses_and_may_be_sent_again(client, shop, key):
    fill(client, shop.product())
    send(client)  # somebody's order is there
    stranger = type(client)()
    fill(stranger, shop.product())
    form = FORM if key is None else {**FORM, "key": key}
    page = stranger.post("/thanh-toan/", {"total": "115000", **form}, **ORIGIN)
    assert page.status_code == 422
    assert Order.objects.count() == 1
    hidden = dict(re.findall(r'name="(key|total)" value="([^"]*)"', page.content.decode()))
    assert len(hidden["key"]) == 32


def test_text_typed_last_wins_over_a_commune_chosen_before(client, shop):
    fill(client, shop.product())
    send(client, commune="18073", commune_text="Sơn Kim 1")
    assert Order.objects.get().shipping_address.line4 == "Xã Sơn Kim 1"


def test_former_district_asks_which_commune_and_keeps_what_was_typed(client, shop):
    fill(client, shop.product())
    page = send(client, commune_text="huyện Hương Khê")
    assert page.status_code == 422
    assert page.content.decode().count('type="radio" name="commune"') > 1
    assert not Order.objects.exists()


def test_price_changed_in_between_is_told_before_anything_is_ordered(client, shop):
    product = shop.product(price=50_000)
    fill(client, product)
    page = client.get("/thanh-toan/").content.decode()
    hidden = dict(re.findall(r'name="(key|total)" value="([^"]*)"', page))
    StockRecord.objects.update(price=60_000)
    response = client.post("/thanh-toan/", {**hidden, **FORM}, **ORIGIN)
    assert response.status_code == 422
    assert "Giá đã thay đổi" in response.content.decode()
    assert not Order.objects.exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"phone": "12345"}, "không phải số điện thoại"),
        ({"phone": "không có"}, "không phải số điện thoại"),
        ({"commune_text": "Xứ Không Có"}, "Không có xã, phường nào"),
        ({"province": "1", "commune_text": "Thành Sen"}, "Có phải bạn muốn nói"),
        ({"terms": ""}, "đánh dấu nếu bạn đồng ý"),
        ({"name": ""}, "id_name_error"),
        ({"email": "a@"}, "id_email_error"),
    ],
)
def test_bad_input_is_told_at_its_field_and_what_was_typed_stays(client, shop, changes, sentence):
    fill(client, shop.product())
    response = send(client, **changes)
    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    assert "12 Phan Đình Phùng" in page
    assert not Order.objects.exists()
    assert client.get("/gio-hang/").content.decode().count('class="line"') == 1


def test_an_old_name_outside_ha_tinh_is_told_to_be_unknown_and_which_name_is_asked_for(client, shop):
    fill(client, shop.product())
    page = seen(client.get("/thanh-toan/"))
    assert "trong Hà Tĩnh ghi tên cũ cũng được" in page
    far = seen(send(client, province="1", commune_text="Trung Hòa"))
    assert "Ngoài Hà Tĩnh, hãy ghi tên mới từ 01/7/2025" in far
    near = seen(send(client, commune_text="Xứ Không Có"))
    assert "Hãy kiểm tra lại chính tả." in near


def test_why_a_basket_cannot_be_paid_in_cash_is_said_where_the_way_is_chosen(client, shop, settings):
    settings.COD_LIMIT = 100_000
    fill(client, shop.product(price=60_000))
    page = seen(client.get("/thanh-toan/"))
    assert 'value="cod"' in page
    assert "chỉ áp dụng đến" not in page
    fill(client, shop.product(price=60_000))
    page = seen(client.get("/thanh-toan/"))
    assert 'value="cod"' not in page
    assert page.count("Trả tiền mặt khi nhận hàng chỉ áp dụng đến 100.000 ₫.") == 1
    refused = seen(send(client, way="cod")).split('id="cach-tra"')[1]
    assert refused.count("Trả tiền mặt khi nhận hàng chỉ áp dụng đến 100.000 ₫.") == 1


def test_provinces_stand_where_the_alphabet_has_them_with_their_marks(client, shop):
    fill(client, shop.product())
    page = seen(client.get("/thanh-toan/"))
    names = re.findall(
        r"<option value=\"\d+\"[^>]*>([^<]+)", page.split('name="province"')[1].split("</select>")[0]
    )
    assert len(names) == 34
    assert names == sorted(names, key=fold)
    assert names.index("Đà Nẵng") < names.index("Gia Lai") < names.index("Hà Tĩnh") < names.index("Huế")


def test_the_tab_of_the_checkout_is_called_as_its_page_and_not_as_an_order_made(client, shop):
    fill(client, shop.product())
    page = seen(client.get("/thanh-toan/"))
    assert (
        re.search(r"<title>\s*([^<–]+?)\s*[<–]", page)[1]
        == re.search(r"<h1>([^<]+)</h1>", page)[1]
        == "Đặt hàng"
    )


def test_what_is_wrong_is_listed_in_the_order_of_the_page(client, shop):
    fill(client, shop.product())
    page = seen(send(client, name="", phone="", commune_text="", street="", terms=""))
    listed = re.findall(r'<li><a href="#id_(\w+)"', page.split('class="errors"')[1].split("</ul>")[0])
    assert listed == ["name", "phone", "commune_text", "street", "terms"]


def test_former_commune_and_missing_marks_are_accepted(client, shop):
    fill(client, shop.product())
    send(client, commune_text="dau lieu")
    assert Order.objects.get().shipping_address.line4 == "Phường Nam Hồng Lĩnh"


def test_sixty_first_order_from_one_address_in_ten_minutes_waits_and_loses_nothing(client, shop):
    fill(client, shop.product())
    for _ in range(60):
        too_often("checkout", "127.0.0.1", times=60, seconds=600)
    page = send(client)
    assert page.status_code == 429
    assert "12 Phan Đình Phùng" in page.content.decode()
    assert not Order.objects.exists()


def test_lost_basket_at_the_end_loses_nothing_typed(client, shop):
    fill(client, shop.product())
    page = client.get("/thanh-toan/").content.decode()
    hidden = dict(re.findall(r'name="(key|total)" value="([^"]*)"', page))
    client.cookies.clear()
    response = client.post("/thanh-toan/", {**hidden, **FORM}, **ORIGIN)
    assert response.status_code == 422
    assert "Giỏ hàng trống" in response.content.decode()
    assert "Nguyễn Thị Hoa" in response.content.decode()


def test_consents_are_kept_in_their_words_and_marketing_only_when_ticked(client, shop):
    fill(client, shop.product())
    send(client)
    assert list(Consent.objects.values_list("kind", flat=True)) == ["terms"]
