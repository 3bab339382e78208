"""The basket: what may lie in it, how much of it, and whose it is."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from buying import ORIGIN, basket_with, buyer, fill, seen, send
from catalogue import listing
from office.stages import Refused
from shop.basket.filling import add, contents
from shop.basket.models import Basket, Line
from shop.order.models import Order
from shop.order.placing import place

pytestmark = pytest.mark.django_db


def test_night_in_a_home_stay_is_sent_by_no_courier(shop):
    stay = shop.product("Nhà dân Sơn Kim", group="du-lich", price=300_000)
    assert contents(basket_with(shop, stay)).delivery == 0
    assert contents(basket_with(shop, stay, 2)).total == 600_000


@pytest.mark.parametrize("size", ["²", "abc", "-1", "9" * 40])
def test_size_that_is_none_is_not_found(client, shop, size):
    url = reverse("basket:add", args=[shop.product().pk])
    assert client.post(url, {"quantity": 1, "size": size}, **ORIGIN).status_code == 404


@pytest.mark.parametrize("quantity", ["-3", "1.5", "abc", "999999", "٣", "50000₫", "1" * 5000])
def test_quantity_that_is_none_is_refused_on_the_product_page(client, shop, quantity):
    response = client.post(reverse("basket:add", args=[shop.product().pk]), {"quantity": quantity}, **ORIGIN)
    page = response.content.decode()
    assert response.status_code == 422
    assert "no-cache" in response["Cache-Control"]
    assert re.search(r'id="quantity-error">[^<]*không phải số lượng', page)
    assert f'value="{quantity}"' in page
    assert not Line.objects.exists()


def test_size_chosen_stays_chosen_when_the_quantity_is_refused(client, shop):
    honey = shop.product(pack="Chai nhỏ")
    size = listing.add_size(honey, pack="Chai to", price=90_000, stock=2, by=shop.office)
    form = {"quantity": 9, "size": size.pk}
    page = client.post(reverse("basket:add", args=[honey.pk]), form, **ORIGIN).content.decode()
    assert f'value="{size.pk}" checked' in page
    assert page.count(" checked") == 1


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


def test_more_than_are_left_is_told_at_its_line_with_the_number_typed(client, shop):
    fill(client, shop.product(stock=3))
    other = shop.product()
    fill(client, other, 2)
    line, untouched = Line.objects.exclude(product=other).get(), Line.objects.get(product=other)
    answer = client.post(reverse("basket:change", args=[line.pk]), {"quantity": "49"}, **ORIGIN)
    page = seen(answer)
    value = {
        each.pk: re.search(rf'id="quantity-{each.pk}"[^>]* value="(\d+)"', page)[1]
        for each in (line, untouched)
    }
    assert (answer.status_code, value) == (422, {line.pk: "49", untouched.pk: "2"})
    assert "Chỉ còn 3." in page


def test_who_signs_in_with_a_basket_is_told_in_their_language_what_came_into_their_own(client, shop):
    fill(client, shop.product(), 2)
    client.force_login(shop.user())
    assert "Giỏ hàng của bạn có thêm 2 món đã chọn trước khi đăng nhập." in seen(client.get("/gio-hang/"))


def test_someone_elses_line_is_not_found(client, shop):
    basket_with(shop, shop.product())
    line = Line.objects.get()
    response = client.post(reverse("basket:change", args=[line.pk]), {"quantity": 1}, **ORIGIN)
    assert response.status_code == 404


def test_a_guest_who_is_refused_keeps_no_number_of_a_basket_another_guest_may_get(client, shop):
    jar = shop.product(stock=3)
    assert client.post(f"/gio-hang/them/{jar.pk}/", {"quantity": 4}, **ORIGIN).status_code == 422
    assert "oscar_open_basket" not in client.cookies
    other = Client()
    other.post(f"/gio-hang/them/{jar.pk}/", {"quantity": 2}, **ORIGIN)
    assert "oscar_open_basket" in other.cookies
    assert "Giỏ còn trống" in client.get("/gio-hang/").content.decode()


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


@pytest.mark.parametrize("lines", [1, 6])
def test_basket_and_checkout_cost_the_same_for_one_line_and_many(
    client, shop, django_assert_num_queries, lines
):
    maker = shop.producer()
    for _ in range(lines):
        fill(client, shop.product(producer=maker))
    client.get("/gio-hang/")
    with django_assert_num_queries(7):
        client.get("/gio-hang/")
    with django_assert_num_queries(9):
        client.get("/thanh-toan/")
