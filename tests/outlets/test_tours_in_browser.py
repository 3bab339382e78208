"""Tours in a real Chromium: planned on a phone without JavaScript, read at both widths; axe; bytes over the wire."""

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse

from catalogue.search.indexing import rebuild
from cms.planting import plant_pages
from outlet_rows import itinerary, operator, outlet
from outlets.models import Itinerary
from tour_rows import agree, host, places, published

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
    assert page.locator(".halt").count() >= 2
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
