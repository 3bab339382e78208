"""In a real Chromium, 360 px wide and without JavaScript: a keeper's shelf and a sale, a star withdrawn; axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from consigning_rows import Counter
from django.urls import reverse
from playwright.sync_api import expect
from test_account_in_browser import signed_in_context
from test_in_browser import site  # noqa: F401  (a fixture)
from test_shelving import withdraw

from catalogue.search.indexing import rebuild
from outlets.models import Note
from outlets.stock import books

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NARROW = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}


@pytest.fixture
def counter(site):  # noqa: F811
    return Counter(site, pieces=5)


def test_a_keeper_adds_in_two_taps_sells_and_takes_a_false_sign_off(chromium, site, counter):  # noqa: F811
    honey = site.product("Mật ong ngàn hoa Thử Nghiệm", stars=4, price=120_000)
    rebuild()
    desk = signed_in_context(chromium, site, counter.keeper, **NARROW).new_page()
    desk.goto(f"{site.address}{reverse('keeping:index')}")
    desk.locator(f"a[href='{reverse('keeping:shelf', args=[counter.outlet.pk])}']").first.click()
    desk.locator(f"a[href='{reverse('keeping:shelf-add', args=[counter.outlet.pk])}']").click()
    desk.locator("#q").fill("mật ong ngàn hoa")
    desk.locator("main [role=search] button").click()
    desk.locator("button[value=sold]").first.click()
    item = counter.outlet.shelf.get(product=honey)
    assert item.price == 120_000
    expect(desk.locator(f"#hang-{item.pk}")).to_be_visible()

    desk.goto(f"{site.address}{reverse('keeping:sell', args=[counter.row.pk])}")
    desk.locator(f"[name='pieces-{counter.jar.pk}']").fill("9")
    desk.locator("main form button[type=submit]").click()
    expect(desk.locator(f"#id_pieces-{counter.jar.pk}_error")).to_be_visible()
    desk.locator(f"[name='pieces-{counter.jar.pk}']").fill("2")
    desk.locator("main form button[type=submit]").click()
    note = Note.objects.get(kind="sold")
    expect(desk).to_have_url(f"{site.address}{note.get_absolute_url()}")
    assert books.debt_of(counter.row) == 90_000

    withdraw(site, honey)
    desk.goto(f"{site.address}{reverse('keeping:shelf', args=[counter.outlet.pk])}")
    red = desk.locator(f"#hang-{item.pk}.red")
    expect(red).to_be_visible()
    with desk.expect_navigation():
        red.locator(".false-sign button").click()
    expect(desk.locator(f"#hang-{item.pk}.red")).not_to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(chromium, site, counter, width):  # noqa: F811
    withdraw(site, counter.jar)
    note = counter.sell(1)
    context = {"viewport": {"width": width, "height": 740}, "bypass_csp": True}
    keeper = signed_in_context(chromium, site, counter.keeper, **context).new_page()
    maker = signed_in_context(chromium, site, counter.maker, **context).new_page()
    outlet, row = [counter.outlet.pk], [counter.row.pk]
    for page, name, args in (
        (keeper, "day", outlet),
        (keeper, "shelf", outlet),
        (keeper, "shelf-add", outlet),
        (keeper, "consignments", outlet),
        (keeper, "consignment", row),
        (keeper, "sell", row),
        (keeper, "count", row),
        (keeper, "pay", row),
        (maker, "goods", []),
        (maker, "consignment", row),
        (maker, "deliver", row),
        (maker, "note", [note.number]),
    ):
        page.goto(f"{site.address}{reverse(f'keeping:{name}', args=args)}")
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], name
        assert page.evaluate("document.documentElement.scrollWidth") == width, name
