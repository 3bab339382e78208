"""Finding an outlet in a real Chromium: with and without JavaScript, the map by keyboard, axe, bytes over the wire."""

import gzip
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from finding_rows import KY_ANH, THANH_SEN, at, showroom, stands
from outlet_rows import ALWAYS, outlet
from playwright.sync_api import expect

from catalogue.search.indexing import rebuild
from cms.planting import plant_pages
from outlets.finding import mending
from outlets.models import Outlet

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTHS = (360, 1280)


@pytest.fixture
def site(live_server, shop, settings):
    """A running site with a showroom at the beach, one open and one closed for good, and honey on a shelf."""
    settings.SITE_URL = live_server.url
    shop.address = live_server.url
    shop.showroom = showroom(coach_places=2, about="Bên bãi biển.")
    at(THANH_SEN, "Trung tâm Thành Sen", kind="centre", hours=ALWAYS, latitude="18.343", longitude="105.906")
    gone = {"stage": Outlet.Stage.CLOSED, "stage_reason": "Hết hợp đồng thuê"}
    at(KY_ANH, "Quầy Kỳ Đồng", latitude="18.16", longitude="106.19", **gone)
    stands(shop.product("Mật ong hoa rừng", stars=4), shop.showroom, price=190_000)
    plant_pages()
    rebuild()
    return shop


def phone(chromium, **more):
    return chromium.new_context(viewport={"width": 360, "height": 740}, **more)


@pytest.mark.parametrize("scripts", [True, False], ids=["with-js", "without-js"])
def test_filters_and_page_work_with_and_without_scripts(chromium, site, scripts):
    context = phone(chromium, java_script_enabled=scripts)
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{site.address}/diem-ban/")
    page.get_by_label("Tên, đường hoặc xã, phường").fill("cua lo")
    page.get_by_label("Đang mở cửa").check()
    page.get_by_role("button", name="Tìm", exact=True).last.click()
    page.wait_for_url(re.compile("q=cua"))
    page.get_by_role("heading", name="1 điểm bán").wait_for()
    page.locator(".outlet h3 a").click()
    page.get_by_role("heading", name=re.compile("Trên kệ")).wait_for()
    page.get_by_text("190.000").first.wait_for()
    assert faults == []
    context.close()


def test_htmx_swaps_in_place_and_the_address_follows(chromium, site):
    page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{site.address}/diem-ban/")
    page.evaluate("window.still_here = true")
    page.get_by_label("Đỗ xe khách").check()
    page.wait_for_url(re.compile("xe-khach=1"))
    page.get_by_role("heading", name="1 điểm bán").wait_for()
    assert page.evaluate("window.still_here") is True
    page.context.close()


def test_near_me_asks_the_browser_and_sorts(chromium, site):
    context = phone(
        chromium, geolocation={"latitude": 18.3431, "longitude": 105.9}, permissions=["geolocation"]
    )
    page = context.new_page()
    page.goto(f"{site.address}/diem-ban/")
    page.get_by_role("button", name="Gần tôi").click()
    page.wait_for_url(re.compile(r"lat=18\.343&lon=105\.9"))
    page.get_by_role("heading", name=re.compile("gần bạn xếp trước")).wait_for()
    assert page.locator(".outlet h3").first.inner_text().replace("\u00a0", " ") == "Trung tâm Thành Sen"
    assert re.search(r"\d+\sm\b", page.locator(".outlet .maker").first.inner_text())
    context.close()


def test_a_refused_position_says_what_else_to_do(chromium, site):
    context = phone(chromium, permissions=[])
    page = context.new_page()
    page.goto(f"{site.address}/diem-ban/")
    page.get_by_role("button", name="Gần tôi").click()
    page.get_by_text("Trình duyệt không cho biết vị trí").wait_for()
    context.close()


def test_the_map_opens_on_demand_and_is_walked_by_keyboard(chromium, site):
    page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
    asked, faults = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(f"{site.address}/diem-ban/")
    assert not [url for url in asked if "leaflet" in url]
    page.get_by_role("button", name="Mở bản đồ").click()
    pin = page.get_by_role("button", name=re.compile("Showroom OCOP Hà Tĩnh tại Cửa Lò: Đang mở cửa"))
    pin.wait_for()
    expect(page.locator(".pin.gone")).to_have_count(1)
    pin.focus()
    page.keyboard.press("Enter")
    link = page.locator(".leaflet-popup a[href*='/diem-ban/cua-lo/']")
    link.wait_for()
    assert {url.split("/")[2] for url in asked} == {site.address.split("/")[2]}
    assert faults == []
    assert Axe().run(page).response["violations"] == []
    link.press("Enter")
    page.wait_for_url(re.compile("/diem-ban/cua-lo/"))
    page.context.close()


def test_many_outlets_are_one_mark_until_one_looks_closer(chromium, site):
    for n in range(40):
        outlet(name=f"Điểm {n}", latitude=f"{18.34 + n * 0.0004:.6f}", longitude="105.900000")
    page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{site.address}/diem-ban/")
    page.get_by_role("button", name="Mở bản đồ").click()
    crowd = page.get_by_role("button", name=re.compile(r"4\d điểm bán ở đây"))
    crowd.wait_for()
    assert page.locator(".pin").count() < 8
    crowd.press("Enter")
    expect(crowd).to_have_count(0)
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(chromium, site, width):
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page, axe, found = context.new_page(), Axe(), {}
    page.emulate_media(reduced_motion="reduce")
    pages = {
        "list": "/diem-ban/",
        "near": "/diem-ban/?gan=Kỳ Anh&mo=1",
        "wrong": "/diem-ban/?gan=Pari&q=xyz",
        "outlet": site.showroom.get_absolute_url(),
        "closed": Outlet.objects.get(stage="closed").get_absolute_url(),
        "card": f"{site.showroom.get_absolute_url()}nhung/",
        "mistake": f"{site.showroom.get_absolute_url()}bao-sai/",
        "english": f"/en{site.showroom.get_absolute_url()}",
    }
    for name, path in pages.items():
        page.goto(site.address + path)
        violations = axe.run(page).response["violations"]
        if violations:
            found[name] = [(v["id"], [node["html"][:160] for node in v["nodes"][:3]]) for v in violations]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls sideways"
    context.close()
    assert not found, "\n".join(f"{name}: {what}" for name, what in found.items())


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_the_desk_of_mistakes(chromium, site, client, width):
    mistake = mending.report(site.showroom, about="hours", words="Chủ nhật đóng cửa lúc 17 giờ")
    client.force_login(site.user("trade_department"))
    context = chromium.new_context(viewport={"width": width, "height": 900})
    context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site.address}]
    )
    page, axe = context.new_page(), Axe()
    for path in ("", f"{mistake.pk}/da-sua/"):
        page.goto(f"{site.address}/ban-lam-viec/bao-sai/{path}")
        assert axe.run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_pages_weigh_60_kb_or_less(client, site):
    """HTML, CSS and JavaScript of a first visit, gzipped; the map's own files come when it is opened."""

    def weigh(name):
        with open(finders.find(name), "rb") as file:
            return len(gzip.compress(file.read(), 6))

    site_css = finders.find("css/site.css")
    with open(site_css) as file:
        parts = re.findall(r'@import url\("([^"]+)"\)', file.read())
    together = b"".join(open(finders.find(f"css/{name}"), "rb").read() for name in parts)  # noqa: SIM115
    for _ in range(20):
        outlet()
    for path in ("/diem-ban/", site.showroom.get_absolute_url()):
        html = client.get(path).content
        named = set(re.findall(rb'(?:src|href)="/static/((?:js|css)/[\w/.-]+\.(?:js|css))"', html))
        names = {re.sub(r"\.[0-9a-f]{12}(?=\.)", "", name.decode()) for name in named} - {"css/site.css"}
        total = len(gzip.compress(html, 6)) + len(gzip.compress(together, 6)) + sum(map(weigh, names))
        assert total <= 60_000, (path, total)
    assert len(open(finders.find("map/ha-tinh.geojson"), "rb").read()) <= 60_000  # noqa: SIM115
