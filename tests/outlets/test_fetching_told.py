"""The page of an outlet says what fetching an order there is like; the page of a product leads to a route."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from finding_rows import showroom, stands
from outlet_rows import outlet
from tour_rows import HOSTING, host

from catalogue.models import LegalClass, Product
from catalogue.producers.models import Partner
from catalogue.search.indexing import rebuild
from outlets.models import Outlet
from outlets.visits import hosting
from shop.shipping import keeping

pytestmark = pytest.mark.django_db
LINK = re.compile(r'href="(/tour/goi-y/\?san-pham=[^"]+)"')


def page_of(client, row, prefix=""):
    return client.get(f"{prefix}{row.get_absolute_url()}").content.decode().replace("\u00a0", " ")


def test_an_outlet_that_hands_orders_over_says_how_long_it_keeps_them_and_what_to_bring(client, shop):
    keeper = shop.user("keeper")
    place = showroom(picks_up=True, keeper=keeper)
    assert "Đơn được giữ 5 ngày tại đây" in page_of(client, place)  # what holds without a word of its own
    keeping.set_terms(place, keeps_days=3, by=keeper)
    page = page_of(client, place)
    for words in (
        "Đơn được giữ 3 ngày tại đây",
        "Mang theo mã",
        "căn cước",
        "Đến trong giờ mở cửa",
        "trả tiền mặt tại đây",
    ):
        assert words in page
    assert "Không mất phí chuyển đến đây." not in page
    keeping.set_terms(place, keeps_days=3, is_free=True, by=shop.user("shop_manager"))
    assert "Không mất phí chuyển đến đây." in page_of(client, place)


def test_it_says_so_in_english_too(client, shop):
    place = showroom(picks_up=True)
    page = client.get(f"/en{place.get_absolute_url()}").content.decode()
    assert "Orders are kept for 5 days here." in page
    assert "Bring the code from our message." in page


@pytest.mark.parametrize(
    "facts",
    [
        {"picks_up": False},
        {"picks_up": True, "stage": Outlet.Stage.SUSPENDED, "stage_reason": "Sửa nhà"},
        {"picks_up": True, "stage": Outlet.Stage.CLOSED, "stage_reason": "Hết hợp đồng"},
    ],
)
def test_one_that_hands_none_over_says_nothing_of_it(client, facts):
    page = page_of(client, showroom(**facts))
    assert "Mang theo mã" not in page
    assert "nhan-hang" not in page


def test_saying_it_costs_one_query(client, django_assert_num_queries):
    for picks_up, queries in ((False, 8), (True, 9)):
        place = showroom(picks_up=picks_up, slug=f"noi-{queries}")
        client.get(place.get_absolute_url())
        with django_assert_num_queries(queries):
            client.get(place.get_absolute_url())


def route_of(client, product):
    """The address the page of the product leads to, with its words; None without."""
    rebuild()
    page = page_of(client, product)
    found = LINK.search(page)
    return found and (found[1], page[found.end() :].partition("<")[0].lstrip(">"))


def test_a_star_product_on_a_shelf_leads_to_a_route_that_stops_there(client, shop):
    honey = shop.product("Mật ong rừng", stars=4)
    place = outlet(name="Quầy Mật", visit_capacity=20)
    stands(honey, place)
    address, words = route_of(client, honey)
    assert words == "Tour ghé nơi bán sản phẩm này"
    answer = client.get(address)
    assert place.name in [call.place.host.name for call in answer.context["suggestion"].calls]
    assert answer.context["suggestion"].day == timezone.localdate() + timedelta(days=1)


def test_a_maker_that_receives_visitors_is_a_stop_and_one_that_does_not_is_none(client, shop):
    maker = host(shop)
    candy = shop.product("Cu đơ Mật Vàng", producer=maker, stars=4)
    address, words = route_of(client, candy)
    assert words == "Tour ghé nơi làm ra sản phẩm này"
    assert maker.name in [call.place.host.name for call in client.get(address).context["suggestion"].calls]
    hosting.receive(maker, by=shop.office, **HOSTING | {"welcomes": False})
    assert route_of(client, candy) is None
    hosting.receive(maker, by=shop.office, **HOSTING)
    Partner.objects.filter(pk=maker.pk).update(identity_state="suspended")
    assert route_of(client, candy) is None


def test_without_an_open_shelf_a_star_or_for_adults_only_there_is_no_route(client, shop):
    nowhere = shop.product("Ở đâu cũng không", stars=4)
    assert route_of(client, nowhere) is None
    stands(nowhere, outlet(stage=Outlet.Stage.CLOSED, stage_reason="Hết hợp đồng"))
    assert route_of(client, nowhere) is None
    plain = shop.product("Không sao")
    stands(plain, outlet())
    assert route_of(client, plain) is None
    wine = shop.product("Rượu nếp", stars=3)
    stands(wine, outlet())
    assert route_of(client, wine) is not None
    Product.objects.filter(pk=wine.pk).update(legal_class=LegalClass.ALCOHOL, abv="29.5")
    client.cookies["ocop_18"] = "1"
    assert route_of(client, wine) is None


def test_the_route_costs_the_product_page_no_query(client, shop, django_assert_num_queries):
    candy = shop.product(producer=host(shop), stars=4)
    rebuild()
    client.get(candy.get_absolute_url())
    with django_assert_num_queries(3):
        assert LINK.search(client.get(candy.get_absolute_url()).content.decode())
