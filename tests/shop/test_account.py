"""The account: one's own orders, addresses, wish list, alerts and devices, and nobody else's."""

import json
import re

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext as _
from oscar.apps.customer.models import ProductAlert
from oscar.apps.wishlists.models import Line as WishListLine

from buying import FORM, ORIGIN, basket_with, buyer, fill, seen, send
from catalogue.producers.models import Commune
from office import persons
from office.accounts.models import User
from office.stages import Refused
from shop.account import addressing, personal, wishing
from shop.account.devices import named
from shop.account.models import Claim, SavedAddress
from shop.basket.filling import add, contents
from shop.order.models import Order
from shop.order.placing import place

pytestmark = pytest.mark.django_db
PASSWORD = "mat-khau-dai-29"
PAGES = ("don-hang/", "dia-chi/", "dia-chi/them/", "yeu-thich/", "bao-hang/", "ho-so/", "thiet-bi/", "don-hang/nhan/")  # fmt: skip


def signed_in(person):
    client = Client()
    client.force_login(User.objects.get(pk=person.pk))
    return client


def order_of(shop, person, *products, quantity=1):
    basket = basket_with(shop, products[0], quantity)
    for product in products[1:]:
        add(basket, product, quantity, adult=False)
    return place(basket, buyer(), key=f"k{basket.pk}", expected_total=contents(basket).total, by=person)


def address_of(person, **facts):
    facts = {"name": "Hoa", "phone": "+84912345678", "street": "12", **facts}
    return addressing.keep(by=person, commune=Commune.objects.get(pk=facts.pop("commune", "18073")), **facts)


@pytest.mark.parametrize("path", PAGES)
def test_page_of_the_account_asks_a_stranger_to_sign_in_and_is_kept_by_nobody(client, shop, path):
    assert "/tai-khoan/login/" in client.get(f"/tai-khoan/{path}")["Location"]
    answer = signed_in(shop.user()).get(f"/tai-khoan/{path}")
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


def test_front_page_leads_to_every_section(shop):
    page = seen(signed_in(shop.user()).get("/tai-khoan/"))
    paths = ("don-hang/", "dia-chi/", "yeu-thich/", "bao-hang/", "ho-so/", "thiet-bi/")
    assert all(f'href="/tai-khoan/{path}"' in page for path in paths)
    assert 'href="/du-lieu-ca-nhan/"' in page


# Orders


def test_own_orders_are_listed_with_the_state_of_each_parcel_and_no_others(shop):
    me, other = shop.user(), shop.user()
    mine = order_of(shop, me, shop.product(), shop.product())
    theirs = order_of(shop, other, shop.product())
    page = seen(signed_in(me).get("/tai-khoan/don-hang/"))
    assert mine.number in page
    assert page.count('class="badge ended">Mới') == 2
    assert theirs.number not in page


@pytest.mark.parametrize("number", [3, 30])
def test_orders_cost_the_same_for_3_and_30(shop, number, django_assert_num_queries):
    me, product = shop.user(), shop.product(stock=100)
    for _n in range(number):
        order_of(shop, me, product)
    client = signed_in(me)
    client.get("/tai-khoan/don-hang/")
    with django_assert_num_queries(7):
        client.get("/tai-khoan/don-hang/")


def test_ordering_again_takes_todays_price_and_says_what_is_missing(shop):
    me = shop.user()
    honey, tea, rice = shop.product("Mật", price=100_000), shop.product("Chè", stock=3), shop.product("Gạo")
    order = order_of(shop, me, honey, tea, rice, quantity=2)
    honey.stockrecords.update(price=120_000)
    rice.is_public = False
    rice.save()
    client = signed_in(me)
    answer = client.post(f"/tai-khoan/don-hang/{order.number}/mua-lai/", follow=True)
    lines = {each.product.pk: each for each in contents(answer.wsgi_request.basket).lines}
    assert lines[honey.pk].price == 120_000
    assert lines[tea.pk].quantity == 1
    assert rice.pk not in lines
    page = seen(answer)
    assert "Gạo: " in page
    assert "Chè: " in page


def test_another_persons_order_is_not_ordered_again(shop):
    order = order_of(shop, shop.user(), shop.product())
    client = signed_in(shop.user())
    assert client.post(f"/tai-khoan/don-hang/{order.number}/mua-lai/").status_code == 404


# Addresses

ADDRESS = {
    "name": "Lan",
    "phone": "0912 000 111",
    "province": "42",
    "commune_text": "Thành Sen",
    "street": "5",
}


def test_first_address_is_the_default_and_a_commune_of_before_2025_is_understood(shop):
    me = shop.user()
    client = signed_in(me)
    client.post("/tai-khoan/dia-chi/them/", {**ADDRESS, "commune_text": "phường Nam Hà"})
    first = SavedAddress.objects.get(user=me)
    assert first.is_default
    assert first.commune.valid_to is None
    assert first.commune.name == "Thành Sen"


def test_unknown_commune_is_said_at_its_field_with_everything_typed(shop):
    answer = signed_in(shop.user()).post("/tai-khoan/dia-chi/them/", {**ADDRESS, "commune_text": "Nơi nào"})
    assert answer.status_code == 422
    assert 'value="Nơi nào"' in answer.content.decode()
    assert 'id="id_commune_text_error"' in answer.content.decode()
    assert not SavedAddress.objects.exists()


def test_default_moves_and_is_inherited(shop):
    me = shop.user()
    first, second = address_of(me), address_of(me, street="13")
    client = signed_in(me)
    client.post(f"/tai-khoan/dia-chi/{second.pk}/mac-dinh/")
    assert list(me.saved_addresses.values_list("pk", "is_default")) == [(second.pk, True), (first.pk, False)]
    client.post(f"/tai-khoan/dia-chi/{second.pk}/xoa/")
    assert list(me.saved_addresses.values_list("pk", "is_default")) == [(first.pk, True)]


def test_address_is_changed_by_its_owner(shop):
    me = shop.user()
    mine = address_of(me)
    client = signed_in(me)
    assert 'value="Phường Thành Sen"' in client.get(f"/tai-khoan/dia-chi/{mine.pk}/").content.decode()
    client.post(f"/tai-khoan/dia-chi/{mine.pk}/", {**ADDRESS, "street": "99"})
    mine.refresh_from_db()
    assert mine.street == "99"


@pytest.mark.parametrize("path", ["", "xoa/", "mac-dinh/"])
def test_another_persons_address_is_not_found(shop, path):
    theirs = address_of(shop.user())
    client = signed_in(shop.user())
    assert client.post(f"/tai-khoan/dia-chi/{theirs.pk}/{path}", ADDRESS).status_code == 404
    for act in (addressing.remove, addressing.make_default):
        with pytest.raises(Refused):
            act(theirs, by=shop.user())
    assert SavedAddress.objects.filter(pk=theirs.pk, street="12").exists()


def test_a_number_of_another_country_keeps_its_code_and_orders_again_as_it_stands(shop):
    me = shop.user()
    address_of(me, phone="+447911123456")
    client = signed_in(me)
    assert "+44 7911 123456" in seen(client.get("/tai-khoan/dia-chi/"))
    fill(client, shop.product())
    typed = re.search(r'name="phone"[^>]*value="([^"]*)"', seen(client.get("/thanh-toan/")))[1]
    assert typed == "+44 7911 123456"
    placed = client.get(send(client, phone=typed)["Location"])
    assert "+44 7911 123456" in seen(placed).split("<aside")[1]
    fill(client, shop.product())
    at_home = client.get(send(client, phone="0912345678")["Location"])
    assert "0912 345 678" in seen(at_home).split("<aside")[1]


@pytest.mark.parametrize("number", [3, 20])
def test_addresses_cost_the_same_for_few_and_many(shop, number, django_assert_num_queries):
    me = shop.user()
    for n in range(number):
        address_of(me, street=str(n))
    client = signed_in(me)
    client.get("/tai-khoan/dia-chi/")
    with django_assert_num_queries(3):
        client.get("/tai-khoan/dia-chi/")


def test_address_book_ends_at_twenty(shop):
    me = shop.user()
    for n in range(20):
        address_of(me, street=str(n))
    with pytest.raises(Refused):
        address_of(me, street="21")
    assert address_of(me, street="3") == me.saved_addresses.get(street="3")


def test_checkout_starts_with_the_default_address_and_offers_the_others(shop):
    me = shop.user()
    address_of(me, name="Bà Hoa", street="1 Nguyễn Du")
    second = address_of(me, name="Ông Sơn", street="2 Lê Lợi", commune="18652")
    theirs = address_of(shop.user(), street="Của người khác")
    client = signed_in(me)
    fill(client, shop.product())
    page = client.get("/thanh-toan/").content.decode()
    assert 'value="1 Nguyễn Du"' in page
    assert "2 Lê Lợi" in page
    assert 'value="2 Lê Lợi"' in client.get(f"/thanh-toan/?dia-chi={second.pk}").content.decode()
    assert "Của người khác" not in client.get(f"/thanh-toan/?dia-chi={theirs.pk}").content.decode()


def test_checkout_keeps_the_address_when_ticked_and_a_guest_is_not_asked(client, shop):
    fill(client, shop.product())
    assert "keep_address" not in client.get("/thanh-toan/").content.decode()
    me = shop.user()
    client = signed_in(me)
    for tick in ({}, {"keep_address": "on"}, {"keep_address": "on"}):
        fill(client, shop.product())
        send(client, **tick)
    assert Order.objects.filter(user=me).count() == 3
    assert me.saved_addresses.get().street == FORM["street"]


# Wish list


def heart(client, product, **more):
    return client.post("/tai-khoan/yeu-thich/", {"product": product.pk, **more}, **ORIGIN)


def test_heart_puts_a_product_on_the_own_list_once(shop):
    me, product = shop.user(), shop.product("Bưởi Phúc Trạch")
    client = signed_in(me)
    heart(client, product)
    assert heart(client, product).status_code == 302
    assert "Bưởi Phúc Trạch" in seen(client.get("/tai-khoan/yeu-thich/"))
    assert wishing.lines_of(me).count() == 1
    assert "Bưởi Phúc Trạch" not in seen(signed_in(shop.user()).get("/tai-khoan/yeu-thich/"))
    assert json.loads(client.get("/gio-hang/tom-tat/").content)["wished"] == [product.pk]
    heart(client, product, remove=1)
    assert not WishListLine.objects.exists()


def test_guest_with_a_heart_signs_in_and_is_asked_once_more(client, shop):
    product = shop.product("Bưởi")
    answer = heart(client, product)
    assert answer["Location"].startswith("/tai-khoan/login/?next=/tai-khoan/yeu-thich/")
    assert not WishListLine.objects.exists()
    client.force_login(User.objects.get(pk=shop.user().pk))
    page = client.get(f"/tai-khoan/yeu-thich/?them={product.pk}").content.decode()
    assert f'name="product" value="{product.pk}"' in page
    assert not WishListLine.objects.exists()


def test_heart_from_elsewhere_is_refused(shop):
    client = signed_in(shop.user())
    elsewhere = {"headers": {"Origin": "https://noi-khac.example"}}
    assert (
        client.post("/tai-khoan/yeu-thich/", {"product": shop.product().pk}, **elsewhere).status_code == 403
    )


def test_public_pages_carry_the_heart_and_nothing_of_the_person(client, shop):
    me, product = shop.user(), shop.product()
    wishing.wish(product, by=me)
    url = product.get_absolute_url()
    guest, mine = client.get(url), signed_in(me).get(url)
    assert f'form="wish" name="product" value="{product.pk}"' in guest.content.decode()
    assert guest.content == mine.content
    assert f'name="product" value="{product.pk}"' in client.get("/san-pham/").content.decode()


def test_somebody_elses_line_is_not_taken_off(shop):
    line = wishing.wish(shop.product(), by=shop.user())
    other = shop.user()
    assert signed_in(other).post(f"/tai-khoan/yeu-thich/{line.pk}/bo/").status_code == 404
    wishing.forget(line, by=other)
    assert WishListLine.objects.filter(pk=line.pk).exists()


def test_hidden_product_stays_on_the_list_without_its_page_and_is_not_put_on_it(shop):
    me, product = shop.user(), shop.product("Bưởi")
    wishing.wish(product, by=me)
    product.is_public = False
    product.save()
    page = seen(signed_in(me).get("/tai-khoan/yeu-thich/"))
    assert _("Not shown here at the moment.") in page
    assert product.get_absolute_url() not in page
    with pytest.raises(Refused):
        wishing.wish(product, by=shop.user())


@pytest.mark.parametrize("text", ["", "abc", "²", "9" * 40])
def test_heart_for_no_product_changes_nothing(shop, text):
    client = signed_in(shop.user())
    assert client.post("/tai-khoan/yeu-thich/", {"product": text}, **ORIGIN).status_code == 302
    assert client.get(f"/tai-khoan/yeu-thich/?them={text}").status_code == 200
    assert not WishListLine.objects.exists()


@pytest.mark.parametrize("number", [3, 30])
def test_wish_list_and_alerts_cost_the_same_for_3_and_30(shop, number, django_assert_num_queries):
    me, maker = shop.user(), shop.producer()
    for _n in range(number):
        product = shop.product(producer=maker)
        wishing.wish(product, by=me)
        ProductAlert.objects.create(user=me, product=product)
    client = signed_in(me)
    client.get("/tai-khoan/yeu-thich/")
    with django_assert_num_queries(6):
        client.get("/tai-khoan/yeu-thich/")
    with django_assert_num_queries(4):
        client.get("/tai-khoan/bao-hang/")


# Alerts


def test_alerts_are_listed_and_ended_by_who_waits(shop):
    me, other = shop.user(), shop.user()
    alert = ProductAlert.objects.create(user=me, product=shop.product("Mực khô"))
    assert "Mực khô" in seen(signed_in(me).get("/tai-khoan/bao-hang/"))
    assert "Mực khô" not in seen(signed_in(other).get("/tai-khoan/bao-hang/"))
    assert signed_in(other).post(f"/tai-khoan/bao-hang/{alert.pk}/bo/").status_code == 404
    with pytest.raises(Refused):
        wishing.cancel_alert(alert, by=other)
    signed_in(me).post(f"/tai-khoan/bao-hang/{alert.pk}/bo/")
    alert.refresh_from_db()
    assert alert.is_cancelled


# Devices and profile


def entered(person, agent="Mozilla/5.0 (Linux; Android 14) Chrome/130"):
    client = Client(headers={"User-Agent": agent})
    client.post("/tai-khoan/login/", {"login": person.email, "password": PASSWORD})
    assert client.session.get("_auth_user_id") == str(person.pk)
    return client


def test_device_is_signed_out_from_another_and_only_ones_own(shop):
    me = shop.user(password=PASSWORD)
    phone, desk = entered(me), entered(me, "Mozilla/5.0 (Windows NT 10.0) Firefox/130")
    page = seen(desk.get("/tai-khoan/thiet-bi/"))
    assert "Chrome, Android" in page
    assert "Firefox, Windows" in page
    row = UserSession.objects.get(session_key=phone.session.session_key)
    assert signed_in(shop.user()).post(f"/tai-khoan/thiet-bi/{row.pk}/").status_code == 404
    assert phone.get("/tai-khoan/").status_code == 200
    desk.post(f"/tai-khoan/thiet-bi/{row.pk}/")
    assert phone.get("/tai-khoan/").status_code == 302
    assert desk.get("/tai-khoan/").status_code == 200


def test_all_other_devices_are_signed_out_at_once(shop):
    me = shop.user(password=PASSWORD)
    others = [entered(me) for _n in range(3)]
    here = entered(me)
    here.post("/tai-khoan/thiet-bi/con-lai/")
    assert [each.get("/tai-khoan/").status_code for each in (*others, here)] == [302, 302, 302, 200]


@pytest.mark.parametrize("number", [3, 30])
def test_devices_cost_the_same_for_3_and_30(shop, number, django_assert_num_queries):
    me = shop.user(password=PASSWORD)
    here = entered(me)
    for n in range(number):
        UserSession.objects.create(user=me, ip="127.0.0.1", session_key=f"k{n}", user_agent="x")
    here.get("/tai-khoan/thiet-bi/")
    with django_assert_num_queries(4):
        here.get("/tai-khoan/thiet-bi/")


def test_devices_add_no_query_to_any_page():
    assert not any("usersessions" in each for each in settings.MIDDLEWARE)


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/120 Chrome/114 Safari/537", "Cốc Cốc, Windows"),
    ],
)
def test_device_is_named_as_people_call_it(db, agent, name):
    assert named(agent) == name
    assert named("") == _("Unknown device")


def test_name_is_changed_and_shown(shop):
    me = shop.user()
    client = signed_in(me)
    client.post("/tai-khoan/ho-so/", {"name": "Lê Thị Lan"})
    assert "Lê Thị Lan" in seen(client.get("/tai-khoan/"))


def test_copy_holds_what_the_account_keeps_and_erasing_leaves_nothing_of_it(shop):
    me, other = shop.user(password=PASSWORD), shop.user()
    entered(me)
    address_of(me, street="1 Nguyễn Du")
    address_of(other)
    Claim.objects.create(user=me, phone="+84912345678", until=timezone.now())
    names = {"saved addresses", "devices", "codes for orders"}
    kept = persons.collect(persons.Person(user=me))
    assert names <= kept.keys()
    assert kept["saved addresses"][0]["street"] == "1 Nguyễn Du"
    for erase in (personal.erase_addresses, personal.erase_devices, personal.erase_claims):
        assert erase(persons.Person(user=me)) == []
        erase(persons.Person())
    assert not names & persons.collect(persons.Person(user=me)).keys()
    assert other.saved_addresses.count() == 1
