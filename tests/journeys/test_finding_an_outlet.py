"""A visitor at the beach looks on the phone for the Cửa Lò showroom: is it open, what is on its shelf, how to get there."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from catalogue.producers.models import Commune
from catalogue.search.indexing import rebuild
from cms.planting import plant_pages
from outlets.hours.opening import write_ahead
from outlets.models import Outlet, ShelfItem

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BEACH = {"latitude": 18.8102, "longitude": 105.7219}


def stands_open(name, code, latitude, longitude, **fields):
    facts = {
        "kind": Outlet.Kind.POINT,
        "stage": Outlet.Stage.OPEN,
        "operator": "Công ty TNHH Du lịch Sóng Lô Xanh",
        "street": "210 đường Bình Minh",
        "hours": "Mo-Su 00:00-24:00",
        "verified_on": timezone.localdate(),
    }
    row = Outlet.objects.create(
        slug=f"diem-{code}",
        name=name,
        commune=Commune.objects.get(pk=code),
        latitude=latitude,
        longitude=longitude,
        **facts | fields,
    )
    write_ahead(Outlet.objects.filter(pk=row.pk))
    return row


@pytest.fixture
def coast(live_server, shop, settings):
    """The showroom, open; a shop in the city that sells the same honey; one at the beach that has closed."""
    settings.SITE_URL = live_server.url
    showroom = stands_open(
        "Showroom OCOP Hà Tĩnh tại Cửa Lò", "16732", "18.811300", "105.722400", phone="+84950003024"
    )
    city = stands_open("Trung tâm OCOP Thành Sen", "18073", "18.347900", "105.896400", kind="centre")
    stands_open(
        "Quầy bãi tắm",
        "18364",
        "18.735000",
        "105.772000",
        stage=Outlet.Stage.CLOSED,
        stage_reason="Hết mùa thuê",
    )
    honey, candy = shop.product("Mật ong hoa rừng", stars=4), shop.product("Cu đơ gừng")
    for place in (showroom, city):
        ShelfItem.objects.create(outlet=place, product=honey, price=190_000)
    ShelfItem.objects.create(outlet=showroom, product=candy, state=ShelfItem.State.SHOWN)
    plant_pages()
    rebuild()
    shop.address, shop.showroom = live_server.url, showroom
    return shop


def test_a_visitor_on_a_phone_finds_the_showroom_open_now_and_what_is_on_its_shelf(chromium, coast):
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, geolocation=BEACH, permissions=["geolocation"], has_touch=True
    )
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(coast.address)
    page.get_by_role("navigation", name="Chính").get_by_role("link", name="Điểm bán").click()
    page.get_by_label("Đang mở cửa").check()
    page.get_by_role("button", name="Gần tôi").click()
    page.get_by_role("heading", name=re.compile("2 điểm bán, gần bạn xếp trước")).wait_for()
    first = page.locator(".outlet").first
    expect(first).to_contain_text(re.compile(r"Cửa\s+Lò"))
    expect(first.locator(".at-door.open")).to_be_visible()
    expect(first).to_contain_text(re.compile(r"150\sm|100\sm"))
    first.locator("h3 a").click()
    page.get_by_role("heading", name="Trên kệ").wait_for()
    shelf = page.locator("#ke-hang")
    expect(shelf.locator(".card", has_text="Mật").locator(".badge")).to_have_count(1)
    expect(shelf).to_contain_text("190.000")
    expect(shelf).to_contain_text("Chỉ trưng bày")
    expect(page.locator("a[href^='tel:+84950003024']").first).to_be_visible()
    expect(page.locator("a[href^='geo:18.811300,105.722400']")).to_be_visible()
    assert faults == []
    context.close()


def test_who_sells_the_honey_then_where_else(chromium, coast):
    page = chromium.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(f"{coast.address}/diem-ban/")
    page.get_by_label("Bạn muốn mua gì?").fill("mat ong")
    page.get_by_label("Bạn muốn mua gì?").press("Enter")
    page.get_by_role("heading", name="2 điểm bán").wait_for()
    page.get_by_role("link", name=re.compile("Mật|Có “mat ong”")).first.click()
    page.get_by_role("heading", name="3 điểm bán").wait_for()
    expect(page.locator(".outlet").nth(2)).to_contain_text("Hết mùa thuê")
    page.context.close()
