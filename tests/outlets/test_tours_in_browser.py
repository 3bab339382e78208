"""Tours in a real Chromium: planned on a phone without JavaScript, read at both widths; axe; bytes over the wire."""

import gzip
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from outlet_rows import itinerary, operator, outlet
from playwright.sync_api import expect
from tour_rows import agree, host, places, published

from catalogue.search.indexing import rebuild
from cms.planting import plant_pages
from outlets.models import Itinerary
from outlets.tours import translating

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"viewport": {"width": 360, "height": 800}}


@pytest.fixture
def site(live_server, shop, settings):
    """A running site; "person" leads tours, one is on the site and one a draft."""
    settings.SITE_URL = live_server.url
    shop.address = live_server.url
    shop.person = shop.user("tour_operator")
    shop.by = operator(shop.person)
    shop.tour = published(shop.person, by=shop.by, title_vi="Một ngày Cẩm Bình", summary_vi="Xem thắng mật.")
    shop.draft = itinerary(shop.by, *places(2), title_vi="Bản nháp Vũ Quang")
    shop.maker = host(shop)
    outlet(name="Điểm OCOP Ngàn Trươi", stage="suspended", stage_reason="Sửa mái", coach_places=1)
    plant_pages()
    rebuild()
    return shop


def signed_in(chromium, site, person, **facts):
    client = Client()
    client.force_login(person)
    context = chromium.new_context(**facts)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site.address}
    context.add_cookies([cookie])
    return context


def test_an_operator_plans_a_tour_on_a_phone_without_javascript(chromium, site):
    context = signed_in(chromium, site, site.person, **PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}{reverse('touring:index')}")
    page.get_by_role("link", name="Tour mới").click()
    page.get_by_label("Tiêu đề", exact=True).fill("Chiều ở Thành Sen")
    page.get_by_label("Đoàn đông nhất").fill("10000")
    page.get_by_role("button", name="Tiếp tục chọn điểm dừng").click()
    assert "500 khách" in page.locator(".field .error").inner_text()
    page.get_by_label("Đoàn đông nhất").fill("20")
    page.get_by_role("button", name="Tiếp tục chọn điểm dừng").click()

    page.get_by_role("link", name="Thêm điểm dừng").click()
    page.get_by_label("Tên hoặc địa bàn điểm bán").fill("ngan truoi")
    page.get_by_role("button", name="Tìm", exact=True).last.click()
    page.get_by_role("link", name="Điểm OCOP Ngàn Trươi").click()
    page.get_by_label("Vì sao đoàn dừng ở đây").fill("Mua mật ong bên hồ")
    page.get_by_role("button", name="Đưa vào lịch trình").click()
    assert "Sửa mái" in page.locator(".host .error").inner_text()

    page.get_by_role("link", name="Chủ thể", exact=True).last.click()
    page.get_by_role("link", name=site.maker.name).click()
    page.get_by_label("Giờ đến").fill("16:00")
    page.get_by_label("Vì sao đoàn dừng ở đây").fill("Xem thắng mật")
    page.get_by_role("button", name="Đưa vào lịch trình").click()
    assert "16:30" in page.locator(".field .error").inner_text()
    page.get_by_label("Giờ đến").fill("15:00")
    page.get_by_role("button", name="Đưa vào lịch trình").click()

    page.get_by_role("link", name="Đưa lên trang").click()
    page.get_by_role("button", name="Đưa lên trang").click()
    assert "Chưa hỏi" in page.locator(".errors").inner_text()
    tour = Itinerary.objects.get(title_vi="Chiều ở Thành Sen")
    agree(tour)
    page.get_by_role("button", name="Đưa lên trang").click()
    page.get_by_role("link", name="Xem trang").click()
    assert "Xem thắng mật" in page.locator("main").inner_text()
    context.close()


def test_a_visitor_asks_about_a_day_and_for_a_route_without_javascript(chromium, site):
    context = chromium.new_context(**PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}/tour/")
    page.get_by_role("link", name="Một ngày Cẩm Bình").last.click()
    page.get_by_label("Ngày khởi hành").fill("2020-01-01")
    page.get_by_role("button", name="Xem ngày này").click()
    page.goto(f"{site.address}{site.tour.get_absolute_url()}?ngay=2020-01-01")
    assert "đã qua" in page.locator("#t-day-error").inner_text()
    page.goto(f"{site.address}/tour/")
    page.get_by_role("link", name="Gợi ý lộ trình").click()
    page.get_by_role("button", name="Gợi ý lộ trình").click()
    expect(page.locator(".halt").nth(1)).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_overflows(chromium, site, width):
    draft, stop = site.draft, site.draft.stops.first()
    pages = [
        "/tour/", site.tour.get_absolute_url(), f"{site.tour.get_absolute_url()}?ngay=2020-01-01",
        "/tour/goi-y/?ngay=&khach=4", f"/en{site.tour.get_absolute_url()}",
        reverse("touring:index"), reverse("touring:new"), reverse("touring:itinerary", args=[draft.pk]),
        reverse("touring:stop", args=[stop.pk]), reverse("touring:add-stop", args=[draft.pk]) + "?loai=outlet",
        reverse("touring:add-stop", args=[draft.pk]) + "?loai=meal", reverse("touring:join"),
        reverse("touring:operator", args=[site.by.pk]),
    ]  # fmt: skip
    context = signed_in(chromium, site, site.person, viewport={"width": width, "height": 800})
    wrong = []
    for path in pages:
        page = context.new_page()
        page.goto(site.address + path)
        wrong += [
            f"{path}: {each['id']} {each['nodes'][0]['html'][:120]}"
            for each in Axe().run(page).response["violations"]
        ]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append(f"{path} is wider than {width}")
        page.close()
    context.close()
    assert not wrong, "\n".join(wrong)


def test_touch_targets_of_the_builder_are_large_enough(chromium, site):
    context = signed_in(chromium, site, site.person, **PHONE)
    page = context.new_page()
    page.goto(f"{site.address}{reverse('touring:itinerary', args=[site.draft.pk])}")
    small = page.evaluate(
        "[...document.querySelectorAll('main a, main button, main summary, main select')]"
        ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 44)"
        ".map(e => e.textContent.trim().slice(0, 40))"
    )
    context.close()
    assert small == []


def test_a_public_page_is_light(client, site):
    for path in ("/tour/", site.tour.get_absolute_url()):
        assert len(gzip.compress(client.get(path).content)) < 20_000


def two_days_on_the_site(site):
    """Three stops on two days, the last apart from the first two."""
    hosts = places(4)
    for there, latitude in zip(hosts, ("18.34", "18.45", "18.20", "18.12"), strict=True):
        type(there).objects.filter(pk=there.pk).update(latitude=f"{latitude}0000")
    tour = itinerary(site.by, *hosts, days=2, title_vi="Hai ngày thử bản đồ")
    tour.stops.filter(outlet__in=hosts[2:]).update(day=2)
    type(tour).objects.filter(pk=tour.pk).update(stage="published")
    return tour


def test_without_javascript_the_sketch_stands_and_no_button_offers_a_map(chromium, site):
    tour = two_days_on_the_site(site)
    context = chromium.new_context(**PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}{tour.get_absolute_url()}")
    assert page.locator("svg.way polyline").count() == 2
    assert page.locator("svg.way text").all_text_contents() == ["1", "2", "3", "4"]
    assert page.get_by_role("button", name="Mở bản đồ").count() == 0
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_map_of_a_tour_opens_on_demand_shows_one_day_and_is_walked_by_keyboard(chromium, site, width):
    tour = two_days_on_the_site(site)
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.emulate_media(reduced_motion="reduce")
    asked, faults = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(f"{site.address}{tour.get_absolute_url()}")
    assert not [url for url in asked if "leaflet" in url or "geojson" in url]
    page.get_by_role("button", name="Mở bản đồ").press("Enter")
    page.locator(".pin.stop").first.wait_for()
    expect(page.locator("path.way-line")).to_have_count(2)
    assert page.locator(".day-name").all_inner_texts() == ["Ngày 1", "Ngày 2"]
    dashes = page.evaluate(
        "[...document.querySelectorAll('path.way-line')].map(e => getComputedStyle(e).strokeDasharray)"
    )
    assert len(set(dashes)) == 2

    second = page.get_by_role("button", name="Ngày 2")
    second.press("Enter")
    expect(second).to_have_attribute("aria-pressed", "true")
    expect(page.locator("path.way-line")).to_have_count(1)
    pins = page.locator(".pin.stop")
    assert [pin.get_attribute("aria-label")[:11] for pin in pins.all()] == ["Điểm dừng 3", "Điểm dừng 4"]
    small = page.evaluate(
        "[...document.querySelectorAll('.way-frame button, .way-frame .pin, .way-frame .leaflet-bar a')]"
        ".filter(e => Math.min(e.offsetHeight, e.offsetWidth) < 44).length"
    )
    assert small == 0
    pins.first.press("Enter")
    popup = page.locator(".leaflet-popup")
    popup.get_by_text("Nếm thử đặc sản trong vùng").wait_for()
    assert popup.locator("h3 a").get_attribute("href").startswith(f"{site.address}/diem-ban/")
    assert faults == []  # axe brings a style of its own
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert {url.split("/")[2] for url in asked} == {site.address.split("/")[2]}
    page.emulate_media(media="print")
    expect(page.locator("svg.way")).to_be_visible()
    expect(page.locator(".leaflet-container")).not_to_be_visible()
    page.emulate_media(media="screen")
    popup.get_by_role("link", name="Xem trong lịch trình").press("Enter")
    expect(page).to_have_url(re.compile("#diem-"))
    context.close()


def test_an_operator_writes_korean_on_a_phone_and_a_visitor_reads_it_without_javascript(chromium, site):
    context = signed_in(chromium, site, site.person, **PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}{reverse('touring:itinerary', args=[site.tour.pk])}")
    page.get_by_role("link", name="Ngôn ngữ khác").click()
    page.get_by_role("link", name="한국어").click()
    page.get_by_label("Tiêu đề").fill("Một ngày")
    page.get_by_role("button", name="Lưu").click()
    assert "Tiếng Hàn" in page.locator(".field .error").inner_text()
    page.get_by_label("Tiêu đề").fill("하루 여행")
    page.get_by_label("Vì sao đoàn dừng ở đây").first.fill("꿀을 맛봅니다")
    page.get_by_role("button", name="Lưu").click()
    assert "Còn thiếu 2 trong 4" in page.locator("main").inner_text()
    page.goto(f"{site.address}{site.tour.get_absolute_url()}")
    page.get_by_role("link", name="한국어").click()
    assert page.locator("h1[lang=ko]").inner_text().replace("\u00a0", " ") == "하루 여행"
    assert page.get_by_text("꿀을 맛봅니다").get_attribute("lang") == "ko"
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_the_pages_of_languages(chromium, site, width):
    translating.write(site.tour, "ko", by=site.person, title="하루 여행")
    pages = [
        f"/en/tour/{site.tour.slug}/ko/", f"/tour/{site.tour.slug}/ko/", "/tour/?viet-bang=ko",
        reverse("touring:languages", args=[site.tour.pk]), reverse("touring:language", args=[site.tour.pk, "ko"]),
        reverse("touring:drop-language", args=[site.tour.pk, "ko"]),
    ]  # fmt: skip
    context = signed_in(chromium, site, site.person, viewport={"width": width, "height": 800})
    page, wrong = context.new_page(), []
    for path in pages:
        page.goto(site.address + path)
        wrong += [
            (path, each["id"], each["nodes"][0]["html"][:140])
            for each in Axe().run(page).response["violations"]
        ]
        small = page.evaluate(
            "[...document.querySelectorAll('main .btn, main .tongues a, main input, main textarea, main select')]"
            ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 90))"
        )
        wrong += [(path, "small", each) for each in small]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()
    assert wrong == []


def test_a_page_of_a_tour_weighs_60_kb_or_less_before_its_map_is_opened(client, site):
    translating.write(site.tour, "ko", by=site.person, title="하루 여행")
    sheet = "".join(
        Path(finders.find(f"css/{name}")).read_text()
        for name in re.findall(r'@import url\("([^"]+)"\)', Path(finders.find("css/site.css")).read_text())
    )
    for path in (site.tour.get_absolute_url(), f"/en/tour/{site.tour.slug}/ko/"):
        html = client.get(path).content
        scripts = set(re.findall(rb'src="/static/(js/[\w/.-]+\.js)"', html))
        parts = [html, sheet.encode(), *(Path(finders.find(name.decode())).read_bytes() for name in scripts)]
        assert sum(len(gzip.compress(part, 6)) for part in parts) <= 60_000, path
