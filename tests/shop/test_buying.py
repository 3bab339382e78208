"""From the product page to the order: baskets, the checkout's one form, placing, tracking, parcels."""

import re
import threading

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse
from django.utils import translation

from catalogue import listing, reviewing
from catalogue.producers.models import Commune, StockRecord
from office.accounts.models import User
from office.stages import Refused
from shop.basket.filling import add, contents
from shop.basket.models import Basket, Line
from shop.granting import grant
from shop.order.fulfilling import move
from shop.order.models import Consent, Order, Parcel
from shop.order.placing import TERMS, Buyer, place

pytestmark = pytest.mark.django_db
ORIGIN = {"headers": {"Origin": "http://testserver"}}
FORM = {
    "name": "Nguyễn Thị Hoa",
    "phone": "0912 345 678",
    "province": "42",
    "commune_text": "Thành Sen",
    "street": "12 Phan Đình Phùng",
    "note": "Gọi trước giúp tôi",
    "email": "hoa@example.com",
    "terms": "on",
}


def fill(client, product, quantity=1):
    return client.post(reverse("basket:add", args=[product.pk]), {"quantity": quantity}, **ORIGIN)


def send(client, **changes):
    page = client.get("/thanh-toan/").content.decode()
    hidden = dict(re.findall(r'name="(key|total)" value="([^"]*)"', page))
    return client.post("/thanh-toan/", {**hidden, **FORM, **changes}, **ORIGIN)


def buyer(**changes):
    facts = {
        "name": "Hoa",
        "phone": "+84912345678",
        "commune": Commune.objects.get(pk="18073"),
        "street": "12",
    }
    return Buyer(**{**facts, **changes})


def basket_with(shop, product, quantity=1):
    basket = Basket.objects.create()
    add(basket, product, quantity, adult=False)
    return basket


def test_guest_orders_from_two_makers_and_gets_one_order_with_two_parcels(
    client, shop, django_capture_on_commit_callbacks
):
    first, second = shop.product(price=85_000, stars=4), shop.product(price=40_000)
    fill(client, first, 2)
    fill(client, second)
    with django_capture_on_commit_callbacks(execute=True):
        response = send(client)
    order = Order.objects.get()
    assert response["Location"].startswith(f"/don-hang/{order.number}/?k=")
    assert int(order.total_incl_tax) == 2 * 85_000 + 40_000 + 2 * 30_000
    assert [parcel.fee for parcel in order.parcels.all()] == [30_000, 30_000]
    assert order.lines.get(product=first).stars == 4
    assert order.shipping_address.line4 == "Phường Thành Sen"
    assert StockRecord.objects.get(product=first).num_allocated == 2
    assert "hoa@example.com" in mail.outbox[0].to
    page = client.get(response["Location"]).content.decode()
    assert order.number in page
    assert "230.000" in page or "270.000" in page


def test_number_is_read_aloud_easily_and_has_no_gap(shop):
    orders = [
        place(basket_with(shop, shop.product(price=1000)), buyer(), key=f"k{n}", expected_total=31_000)
        for n in (1, 2)
    ]
    first, second = (int(order.number[5:]) for order in orders)
    assert re.fullmatch(r"HT\d\d-\d{6}", orders[0].number)
    assert second == first + 1


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


def test_size_is_named_in_basket_order_copy_and_on_the_desk(client, shop):
    honey = shop.product("Mật ong Sao", pack="Chai nhỏ")
    size = listing.add_size(honey, pack="Chai 1 lít", price=200_000, stock=3, by=shop.office)
    client.post(reverse("basket:add", args=[honey.pk]), {"quantity": 1, "size": size.pk}, **ORIGIN)
    name = "Mật ong Sao · Chai 1 lít"
    assert name in client.get("/gio-hang/").content.decode()
    address = send(client)["Location"]
    assert name in client.get(address).content.decode()
    order = Order.objects.get()
    assert name in client.get(f"/don-hang/{order.number}/ban-luu/?k={order.signature}").content.decode()
    client.force_login(shop.user("shop_manager"))
    assert name in client.get("/ban-lam-viec/don-hang/").content.decode()


def test_size_of_a_drink_with_alcohol_takes_no_cash_either(shop):
    wine = shop.product("Rượu nếp", group="ruou-trang", price=1000)
    size = listing.add_size(wine, pack="Chai 1 lít", price=2000, stock=3, by=shop.office)
    type(size).objects.filter(pk=size.pk).update(legal_class="food")  # whatever wrote the row
    basket = Basket.objects.create()
    add(basket, size, 1, adult=True)
    with pytest.raises(Refused):
        place(basket, buyer(), key="w", expected_total=contents(basket).total)


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


def test_night_in_a_home_stay_is_sent_by_no_courier(shop):
    stay = shop.product("Nhà dân Sơn Kim", group="du-lich", price=300_000)
    assert contents(basket_with(shop, stay)).delivery == 0
    assert contents(basket_with(shop, stay, 2)).total == 600_000


def test_makers_are_told_in_vietnamese_and_the_buyer_in_the_language_of_the_order(client, shop):
    maker = shop.user()
    fill(client, shop.product(producer=shop.producer(people=[maker])))
    page = client.get("/en/thanh-toan/").content.decode()
    hidden = dict(re.findall(r'name="(key|total)" value="([^"]*)"', page))
    client.post("/en/thanh-toan/", {**hidden, **FORM}, **ORIGIN)
    order = Order.objects.get()
    assert order.language == "en"
    assert maker.notices.get().sentence == f"Có kiện hàng mới cần xác nhận: đơn {order.number}."
    with translation.override("en"):
        assert order.consents.get().text == str(TERMS)
    order.user = shop.user("buyer")
    order.save(update_fields=["user"])
    move(order.parcels.get(), "confirmed", by=shop.office)
    assert order.user.notices.get().sentence == f"Your parcel {order.number}-1: confirmed."


def test_line_of_a_parcel_is_not_moved_alone_in_the_dashboard(client, shop):
    grant()
    order = place(basket_with(shop, shop.product(price=1000)), buyer(), key="l", expected_total=31_000)
    line = order.lines.get()
    client.force_login(User.objects.get(pk=shop.user("shop_manager").pk))
    form = {"line_action": "change_line_statuses", "new_status": "cancelled", "selected_line": [line.pk]}
    form[f"selected_line_qty_{line.pk}"] = 1
    client.post(f"/quan-tri/cua-hang/orders/{order.number}/", form)
    line.refresh_from_db()
    assert (line.status, line.num_allocated) == ("new", 1)


def test_page_of_an_order_opens_by_a_signature_of_the_key_before(client, shop, settings):
    order = place(basket_with(shop, shop.product(price=1000)), buyer(), key="s", expected_total=31_000)
    address = order.get_absolute_url()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a-newer-key-of-the-same-site"
    assert client.get(address).status_code == 200
    settings.SECRET_KEY_FALLBACKS = []
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("size", ["²", "abc", "-1", "9" * 40])
def test_size_that_is_none_is_not_found(client, shop, size):
    url = reverse("basket:add", args=[shop.product().pk])
    assert client.post(url, {"quantity": 1, "size": size}, **ORIGIN).status_code == 404


def test_last_jar_goes_to_one_buyer_and_the_other_keeps_the_basket(shop):
    jar = shop.product(stock=1, price=1000)
    baskets = [basket_with(shop, jar), basket_with(shop, jar)]
    place(baskets[0], buyer(), key="a", expected_total=31_000)
    with pytest.raises(Refused) as refused:
        place(baskets[1], buyer(), key="b", expected_total=31_000)
    assert "hết hàng" in refused.value.message
    assert baskets[1].lines.count() == 1
    assert Order.objects.count() == 1


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


def test_former_commune_and_missing_marks_are_accepted(client, shop):
    fill(client, shop.product())
    send(client, commune_text="dau lieu")
    assert Order.objects.get().shipping_address.line4 == "Phường Nam Hồng Lĩnh"


def test_lost_basket_at_the_end_loses_nothing_typed(client, shop):
    fill(client, shop.product())
    page = client.get("/thanh-toan/").content.decode()
    hidden = dict(re.findall(r'name="(key|total)" value="([^"]*)"', page))
    client.cookies.clear()
    response = client.post("/thanh-toan/", {**hidden, **FORM}, **ORIGIN)
    assert response.status_code == 422
    assert "Giỏ hàng trống" in response.content.decode()
    assert "Nguyễn Thị Hoa" in response.content.decode()


@pytest.mark.parametrize("quantity", ["-3", "1.5", "abc", "999999", "٣", "50000₫"])
def test_quantity_that_is_none_is_refused_on_the_product_page(client, shop, quantity):
    response = client.post(
        reverse("basket:add", args=[shop.product().pk]), {"quantity": quantity}, follow=True, **ORIGIN
    )
    assert "không phải số lượng" in response.content.decode()
    assert not Line.objects.exists()


@pytest.mark.parametrize("quantity", ["-3", "abc"])
def test_quantity_that_is_none_is_refused_in_the_basket_at_its_line(client, shop, quantity):
    fill(client, shop.product(), 2)
    line = Line.objects.get()
    response = client.post(reverse("basket:change", args=[line.pk]), {"quantity": quantity}, **ORIGIN)
    assert response.status_code == 422
    assert f'id="problem-{line.pk}"' in response.content.decode()
    line.refresh_from_db()
    assert line.quantity == 2


def test_more_than_there_is_is_refused_with_the_number_left(client, shop):
    response = client.post(
        reverse("basket:add", args=[shop.product(stock=3).pk]), {"quantity": 4}, follow=True, **ORIGIN
    )
    assert "Chỉ còn 3" in response.content.decode()


def test_someone_elses_line_is_not_found(client, shop):
    basket_with(shop, shop.product())
    line = Line.objects.get()
    response = client.post(reverse("basket:change", args=[line.pk]), {"quantity": 1}, **ORIGIN)
    assert response.status_code == 404


def test_tampered_basket_cookie_is_an_empty_basket(client, reference):
    client.cookies["oscar_open_basket"] = "1:forged"
    assert "Giỏ còn trống" in client.get("/gio-hang/").content.decode()


def test_product_that_became_unavailable_is_marked_in_the_basket_and_stops_the_order(client, shop):
    product = shop.product()
    fill(client, product)
    type(product).objects.filter(pk=product.pk).update(is_public=False)
    assert "Không còn bán ở đây" in client.get("/gio-hang/").content.decode()
    assert send(client).status_code == 422
    assert not Order.objects.exists()


def test_basket_post_from_another_site_is_refused(client, shop):
    url = reverse("basket:add", args=[shop.product().pk])
    assert (
        client.post(url, {"quantity": 1}, headers={"Origin": "https://elsewhere.example"}).status_code == 403
    )


def test_medicine_never_enters_a_basket(shop):
    medicine = shop.product("Viên hoàn", group="duoc-lieu", legal_class="medicine")
    with pytest.raises(Refused):
        add(Basket.objects.create(), medicine, 1, adult=True)


def test_alcohol_enters_the_basket_of_adults_only_and_takes_no_cash_on_delivery(shop):
    wine = shop.product("Rượu nếp", group="ruou-trang", price=1000)
    basket = Basket.objects.create()
    with pytest.raises(Refused):
        add(basket, wine, 1, adult=False)
    add(basket, wine, 1, adult=True)
    with pytest.raises(Refused) as refused:
        place(basket, buyer(), key="w", expected_total=contents(basket).total)
    assert "trả tiền khi nhận hàng" in refused.value.message


def test_consents_are_kept_in_their_words_and_marketing_only_when_ticked(client, shop):
    fill(client, shop.product())
    send(client)
    assert list(Consent.objects.values_list("kind", flat=True)) == ["terms"]


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


def test_shop_manager_moves_a_parcel_through_its_stages_and_stock_leaves(shop):
    product = shop.product(price=1000, stock=5)
    order = place(basket_with(shop, product, 2), buyer(), key="m", expected_total=32_000)
    manager = shop.user("shop_manager")
    for stage in ("confirmed", "packed", "handed_over"):
        move(order.parcels.get(), stage, by=manager)
    record = StockRecord.objects.get(product=product)
    order.refresh_from_db()
    assert (record.num_in_stock, record.num_allocated, order.status) == (3, 0, "handed_over")
    moves = list(order.parcels.get().moves().values_list("before", "after", "by"))
    assert moves[0] == ("new", "confirmed", manager.pk)
    assert len(moves) == 3


def test_guest_without_e_mail_gets_a_text_when_it_matters_and_none_for_small_steps(
    shop, texts, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        order = place(basket_with(shop, shop.product(price=1000)), buyer(), key="sms", expected_total=31_000)
    assert order.number in texts.pop()[1]
    for stage in ("confirmed", "packed", "handed_over"):
        with django_capture_on_commit_callbacks(execute=True):
            move(order.parcels.get(), stage, by=shop.office)
    (text,) = texts
    assert text[0] == "+84912345678"
    assert "đã giao cho vận chuyển" in text[1]


def test_cancelling_frees_the_stock_and_a_move_the_map_has_not_is_refused(shop):
    product = shop.product(price=1000, stock=5)
    parcel = place(basket_with(shop, product, 2), buyer(), key="c", expected_total=32_000).parcels.get()
    with pytest.raises(Refused):
        move(parcel, "delivered", by=shop.office)
    move(parcel, "cancelled", by=shop.office)
    record = StockRecord.objects.get(product=product)
    assert (record.num_in_stock, record.num_allocated) == (5, 0)


def test_producer_sees_and_moves_own_parcels_only(client, shop):
    mine, other = shop.user(password="x"), shop.user(password="x")
    maker, stranger = shop.producer(people=[mine]), shop.producer(people=[other])
    parcel = place(
        basket_with(shop, shop.product(producer=maker, price=1000)), buyer(), key="p", expected_total=31_000
    ).parcels.get()
    for user, may in ((mine, True), (other, False)):
        client.force_login(user)
        page = client.get("/ban-lam-viec/don-hang/").content.decode()
        assert (str(parcel) in page) == may
        answer = client.post(f"/ban-lam-viec/don-hang/{parcel.pk}/chuyen/", {"stage": "confirmed"})
        assert answer.status_code == (302 if may else 403)
    assert stranger.parcels.count() == 0
    assert Parcel.objects.get().stage == "confirmed"


def test_buyer_has_no_parcels_page_and_guest_is_led_to_sign_in(client, shop):
    assert "/tai-khoan/login/" in client.get("/ban-lam-viec/don-hang/")["Location"]
    client.force_login(shop.user("buyer"))
    assert client.get("/ban-lam-viec/don-hang/").status_code == 403


@pytest.mark.parametrize("lines", [1, 6])
def test_basket_and_checkout_cost_the_same_for_one_line_and_many(
    client, shop, django_assert_num_queries, lines
):
    maker = shop.producer()
    for _ in range(lines):
        fill(client, shop.product(producer=maker))
    client.get("/gio-hang/")
    with django_assert_num_queries(2):
        client.get("/gio-hang/")
    with django_assert_num_queries(3):
        client.get("/thanh-toan/")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_twenty_buyers_one_jar_one_order(shop):
    jar = shop.product(stock=1, price=1000)
    baskets = [basket_with(shop, jar) for _ in range(20)]
    who, refusals, ready = buyer(), [], threading.Barrier(20)

    def buy(n):
        try:
            ready.wait()
            place(baskets[n], who, key=f"many-{n}", expected_total=31_000)
        except Refused as refused:
            refusals.append(refused)
        finally:
            connection.close()

    threads = [threading.Thread(target=buy, args=(n,)) for n in range(20)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    record = StockRecord.objects.get(product=jar)
    assert Order.objects.count() == 1
    assert len(refusals) == 19
    assert (record.num_in_stock, record.num_allocated) == (1, 1)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_one_form_sent_by_ten_fingers_at_once_makes_one_order(shop):
    basket = basket_with(shop, shop.product(stock=50, price=1000))
    who, numbers, ready = buyer(), [], threading.Barrier(10)

    def buy():
        ready.wait()
        numbers.append(place(basket, who, key="same", expected_total=31_000).number)
        connection.close()

    threads = [threading.Thread(target=buy) for _ in range(10)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(numbers) == 10
    assert len(set(numbers)) == 1
    assert Order.objects.count() == 1


def test_review_of_a_buyer_whose_parcel_came_is_marked_and_another_is_not(shop):
    person, product = shop.user("buyer"), shop.product(price=1000)
    text = {"title": "Ngon", "body": "Thơm", "name": "Hoa"}
    order = place(basket_with(shop, product), buyer(), key="had-it", expected_total=31_000, by=person)
    early = shop.user("buyer")
    place(basket_with(shop, product), buyer(), key="on-the-way", expected_total=31_000, by=early)
    for stage in ("confirmed", "packed", "handed_over", "delivered"):
        move(order.parcels.get(), stage, by=shop.office)
    assert reviewing.write(product, score=5, by=person, **text).verified
    assert not reviewing.write(product, score=5, by=early, **text).verified
    assert not reviewing.write(product, score=5, by=shop.user("buyer"), **text).verified


def test_cancelled_parcel_frees_its_stock_and_no_longer_counts_as_sold(shop):
    product = shop.product(price=1000, stock=5)
    order = place(basket_with(shop, product), buyer(), key="cancelled", expected_total=31_000)
    product.refresh_from_db()
    assert product.sold == 1
    move(order.parcels.get(), "cancelled", by=shop.office)
    product.refresh_from_db()
    assert product.sold == 0
    assert StockRecord.objects.get(product=product).num_allocated == 0
