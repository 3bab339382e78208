"""Parcels on their way: who moves them, what stock and buyers learn of it."""

import pytest

from buying import basket_with, buyer
from catalogue import reviewing
from catalogue.producers.models import StockRecord
from office.accounts.models import User
from office.stages import Refused
from shop.granting import grant
from shop.order.fulfilling import move
from shop.order.models import Parcel
from shop.order.placing import place

pytestmark = pytest.mark.django_db


def test_line_of_a_parcel_is_not_moved_alone_in_the_dashboard(client, shop):
    grant()
    order = place(basket_with(shop, shop.product(price=1000)), buyer(), key="l", expected_total=31_000)
    line = order.lines.get()
    client.force_login(User.objects.get(pk=shop.user("shop_manager").pk))
    form = {"line_action": "change_line_statuses", "new_status": "cancelled", "selected_line": [line.pk]}
    form[f"selected_line_qty_{line.pk}"] = 1
    client.post(f"/quan-tri/cua-hang/orders/{order.number}/", form)
    line.refresh_from_db()
    assert (line.status, line.stockrecord.num_allocated) == ("new", 1)


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
