"""In a real Chromium: hearts with and without JavaScript, a voucher, and axe on the account's pages."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.utils import timezone
from oscar.apps.wishlists.models import Line
from test_account import address_of, order_of
from test_in_browser import site  # noqa: F401  (a fixture)

from buying import basket_with, buyer
from offering import voucher
from office.accounts.models import User
from shop.account import wishing
from shop.basket.filling import contents
from shop.basket.vouchers import use
from shop.order.placing import place

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def signed_in_context(chromium, site, person, **facts):  # noqa: F811
    client = Client()
    client.force_login(User.objects.get(pk=person.pk))
    context = chromium.new_context(**facts)
    jar = [("sessionid", client.cookies["sessionid"].value), ("ocop_state", "1")]
    context.add_cookies([{"name": name, "value": value, "url": site.address} for name, value in jar])
    return context


def test_heart_is_filled_without_a_new_page_and_product_of_a_list_opens_its_own(chromium, site):  # noqa: F811
    me = site.user()
    context = signed_in_context(chromium, site, me)
    page = context.new_page()
    page.goto(f"{site.address}/san-pham/")
    heart = page.locator(f'.heart[value="{site.honey.pk}"]')
    page.wait_for_selector('.heart[aria-pressed="false"]')
    with page.expect_response("**/tai-khoan/yeu-thich/"):
        heart.click()
    assert heart.get_attribute("aria-pressed") == "true"
    assert [line.product_id for line in wishing.lines_of(me)] == [site.honey.pk]
    page.get_by_role("link", name="Mật ong hoa rừng Vũ Quang").click()
    page.wait_for_selector('.heart.named[aria-pressed="true"]')
    assert page.locator("header.top").count() == 1
    with page.expect_response("**/tai-khoan/yeu-thich/"):
        page.locator(".heart.named").click()
    assert not Line.objects.exists()
    context.close()


@pytest.mark.parametrize("width", [1240, 1280, 1600])
def test_a_long_name_on_a_wide_screen_cuts_off_no_way_of_the_site(chromium, site, width):  # noqa: F811
    me = site.user(name="Nguyễn Thị Hoàng Phương Linh")
    context = signed_in_context(chromium, site, me, viewport={"width": width, "height": 700})
    page = context.new_page()
    page.goto(f"{site.address}/san-pham/")
    page.locator("[data-account]", has_text="Nguyễn").wait_for()
    assert (
        page.evaluate("(ways => ways.scrollWidth - ways.clientWidth)(document.querySelector('.ways ul'))")
        <= 0
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_the_state_of_a_parcel_in_the_list_of_orders_lies_on_no_other_word(chromium, site):  # noqa: F811
    me = site.user()
    until = timezone.now() + timedelta(minutes=15)
    basket = basket_with(site, site.honey)
    place(
        basket, buyer(), key="w", expected_total=contents(basket).total, way="vietqr", hold_until=until, by=me
    )
    context = signed_in_context(chromium, site, me, viewport={"width": 1280, "height": 700})
    page = context.new_page()
    page.goto(f"{site.address}/tai-khoan/don-hang/")
    badge, words = (page.locator(f".parcels li > span:nth-child({n})").bounding_box() for n in (1, 2))
    assert badge["x"] + badge["width"] < words["x"]
    context.close()


def test_heart_without_javascript_is_a_plain_form(chromium, site):  # noqa: F811
    me = site.user()
    context = signed_in_context(chromium, site, me, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}{site.honey.get_absolute_url()}")
    page.locator(".heart.named").click()
    assert "Mật ong hoa rừng" in page.locator(".wished").inner_text().replace("\u00a0", " ")
    context.close()


def test_voucher_is_used_and_taken_out_without_javascript(chromium, site):  # noqa: F811
    voucher("CHAOHE", percent=10)
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}{site.honey.get_absolute_url()}")
    page.locator("[data-buy] button[type=submit]").click()
    page.locator("#code").fill("chaohe")
    page.locator("form.voucher button").click()
    assert "196.500" in page.locator(".sum .total").inner_text()
    page.locator("form.voucher button").click()
    assert "215.000" in page.locator(".sum .total").inner_text()
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_the_account(chromium, site, width):  # noqa: F811
    me = site.user()
    order_of(site, me, site.honey)
    address_of(me)
    wishing.wish(site.honey, by=me)
    context = signed_in_context(chromium, site, me, viewport={"width": width, "height": 900})
    page = context.new_page()
    voucher("CHAOHE")
    page.goto(f"{site.address}{site.honey.get_absolute_url()}")
    page.locator("[data-buy] button[type=submit]").click()
    use(me.baskets.get(status="Open"), "CHAOHE", by=me)
    paths = (
        "don-hang/",
        "don-hang/nhan/",
        "dia-chi/",
        "dia-chi/them/",
        "yeu-thich/",
        "bao-hang/",
        "ho-so/",
        "thiet-bi/",
    )
    for path in (
        "/tai-khoan/",
        *(f"/tai-khoan/{each}" for each in paths),
        "/gio-hang/",
        "/thanh-toan/",
        "/san-pham/",
    ):
        page.goto(f"{site.address}{path}")
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path} {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()
