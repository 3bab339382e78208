"""Placing: stock under lock, one order per form, numbers without gaps."""

import re

import pytest
from django.core import mail
from django.utils import translation

from at_once import of_each, refusals
from buying import FORM, ORIGIN, basket_with, buyer, fill, send
from catalogue import listing
from catalogue.producers.models import StockRecord
from office.stages import Refused
from shop.basket.filling import add, contents
from shop.basket.models import Basket
from shop.order.fulfilling import move
from shop.order.models import Order
from shop.order.placing import TERMS, place

pytestmark = pytest.mark.django_db


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
    assert "270.000" in page


def test_number_is_read_aloud_easily_and_has_no_gap(shop):
    orders = [
        place(basket_with(shop, shop.product(price=1000)), buyer(), key=f"k{n}", expected_total=31_000)
        for n in (1, 2)
    ]
    first, second = (int(order.number[5:]) for order in orders)
    assert re.fullmatch(r"HT\d\d-\d{6}", orders[0].number)
    assert second == first + 1


def test_size_of_a_drink_with_alcohol_takes_no_cash_either(shop):
    wine = shop.product("Rượu nếp", group="ruou-trang", price=1000)
    size = listing.add_size(wine, pack="Chai 1 lít", price=2000, stock=3, by=shop.office)
    type(size).objects.filter(pk=size.pk).update(legal_class="food")  # whatever wrote the row
    basket = Basket.objects.create()
    add(basket, size, 1, adult=True)
    with pytest.raises(Refused):
        place(basket, buyer(), key="w", expected_total=contents(basket).total)


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


def test_three_makers_and_ten_lines_are_placed_in_41_queries(shop, django_assert_num_queries):
    makers = [shop.producer(people=[shop.user()]) for _ in range(3)]
    who = buyer(email="hoa@example.com")
    first, basket = Basket.objects.create(), Basket.objects.create()
    add(first, shop.product(), 1, adult=False)
    place(
        first, who, key="one", expected_total=contents(first).total
    )  # the site, the country: read by the first
    for n in range(10):
        add(basket, shop.product(producer=makers[n % 3]), 1, adult=False)
    total = contents(basket).total
    with django_assert_num_queries(41):
        order = place(basket, who, key="ten", expected_total=total)
    assert (order.parcels.count(), order.lines.count()) == (3, 10)


def test_last_jar_goes_to_one_buyer_and_the_other_keeps_the_basket(shop):
    jar = shop.product(stock=1, price=1000)
    baskets = [basket_with(shop, jar), basket_with(shop, jar)]
    place(baskets[0], buyer(), key="a", expected_total=31_000)
    with pytest.raises(Refused) as refused:
        place(baskets[1], buyer(), key="b", expected_total=31_000)
    assert "hết hàng" in refused.value.message
    assert baskets[1].lines.count() == 1
    assert Order.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_twenty_buyers_one_jar_one_order(shop):
    jar = shop.product(stock=1, price=1000)
    baskets = [basket_with(shop, jar) for _ in range(20)]
    who = buyer()
    results = of_each(20, lambda n: place(baskets[n], who, key=f"many-{n}", expected_total=31_000))
    record = StockRecord.objects.get(product=jar)
    assert Order.objects.count() == 1
    assert len(refusals(results)) == 19
    assert (record.num_in_stock, record.num_allocated) == (1, 1)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_one_form_sent_by_ten_fingers_at_once_makes_one_order(shop):
    basket = basket_with(shop, shop.product(stock=50, price=1000))
    who = buyer()
    orders = of_each(10, lambda _n: place(basket, who, key="same", expected_total=31_000))
    assert len({order.number for order in orders}) == 1
    assert Order.objects.count() == 1
