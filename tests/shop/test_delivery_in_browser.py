"""In a real Chromium: the summary follows the place and the method; without a script it asks once more; axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as django_settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import expect

from cms.planting import plant_pages
from delivery import rates
from shop.order.models import Order, Parcel
from shop.shipping.models import Method

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site(live_server, shop, settings):
    settings.SITE_URL = shop.address = live_server.url
    shop.honey = shop.product("Mật ong rừng", price=85_000)
    plant_pages()
    rates()
    rates(code="nhanh", name="Nhanh", fees=(50_000,) * 3)
    return shop


def to_checkout(page, site):
    page.goto(site.address + site.honey.get_absolute_url())
    page.get_by_role("button", name="Thêm vào giỏ").click()
    page.wait_for_url("**/gio-hang/")
    page.goto(f"{site.address}/thanh-toan/")
    page.fill("input[name=name]", "Lê Thị Hoa")
    page.fill("input[name=phone]", "0912345678")
    page.fill("input[name=street]", "12 Kim Mã")
    page.check("input[name=terms]")


def test_summary_follows_place_and_method_and_what_it_says_is_placed(chromium, site):
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    to_checkout(page, site)
    button = page.locator("#order-button")
    expect(button).to_contain_text("105.000")
    page.select_option("select[name=province]", "1")
    page.fill("input[name=commune_text]", "Ba Đình")
    page.locator("[role=option]").first.click()
    expect(button).to_contain_text("115.000")
    page.locator("#summary input[value=nhanh]").check()
    expect(button).to_contain_text("135.000")
    button.click()
    page.wait_for_url("**/don-hang/**")
    assert int(Order.objects.get().total_incl_tax) == 135_000
    assert Parcel.objects.get().method == "nhanh"
    context.close()


def test_without_a_script_the_price_of_the_place_is_shown_and_agreed_to(chromium, site):
    context = chromium.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    to_checkout(page, site)
    page.select_option("select[name=province]", "1")
    page.fill("input[name=commune_text]", "Ba Đình")
    page.locator("#order-button").click()
    assert not Order.objects.exists()
    expect(page.locator("#order-button")).to_contain_text("115.000")
    page.locator("#order-button").click()
    page.wait_for_url("**/don-hang/**")
    assert int(Order.objects.get().total_incl_tax) == 115_000
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_the_desk_of_delivery(chromium, site, width):
    user = site.user("shop_manager")
    session = SessionStore()
    session.update(
        {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: django_settings.AUTHENTICATION_BACKENDS[0],
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
    )
    session.save()
    context = chromium.new_context(viewport={"width": width, "height": 900})
    context.add_cookies(
        [{"name": django_settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": site.address}]
    )
    page, axe = context.new_page(), Axe()
    desk, found = "/ban-lam-viec/giao-hang/", {}
    zone = Method.objects.first().reaches.first().zone_id
    for address in (
        f"{desk}?weight=900&place=Ba Đình, Hà Nội", f"{desk}bang-gia/{Method.objects.first().pk}/",
        f"{desk}cach-gui/moi/", f"{desk}vung/{zone}/", f"{desk}dong-goi/", f"{desk}dong-goi/{site.honey.pk}/",
        f"{desk}tu-giao/{site.honey.producer_id}/", f"{desk}su-co/", "/ban-lam-viec/don-hang/",
    ):  # fmt: skip
        page.goto(site.address + address)
        result = axe.run(page).response["violations"]
        if result:
            found[address] = [(v["id"], [n["html"][:140] for n in v["nodes"][:3]]) for v in result]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{address} scrolls sideways"
        )
    context.close()
    assert not found, "\n".join(f"{address}: {what}" for address, what in found.items())
