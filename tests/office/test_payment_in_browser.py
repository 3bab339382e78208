"""Paying in a real Chromium: the code until the money comes, the card with all its turns, without JavaScript."""

import os
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.uploadedfile import SimpleUploadedFile
from payment_rows import due, person
from playwright.sync_api import expect

from fake_stripe import SECRET, FakeStripe
from office.payment import collecting, importing, owing, paying, refunding
from office.payment.gateways import Arrival
from office.payment.models import Attempt, Due, Trouble

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTHS = (360, 1280)


@pytest.fixture
def fake(live_server, settings):
    settings.SITE_URL = live_server.url
    with FakeStripe(webhook=f"{live_server.url}/thanh-toan/goi-lai/stripe/") as server:
        server.webhook_by_itself = True
        settings.STRIPE_SECRET_KEY = "sk_test_fake"
        settings.STRIPE_WEBHOOK_SECRET = SECRET
        settings.STRIPE_API_BASE = settings.STRIPE_CHECKOUT_ORIGIN = server.url
        yield server


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    context.faults = []
    page = context.new_page()
    page.on("console", lambda said: context.faults.append(said.text) if said.type == "error" else None)
    yield page
    assert [fault for fault in context.faults if "Content Security" in fault] == []
    context.close()


def opened(page, live_server, owed):
    page.goto(live_server.url + owed.get_absolute_url())


def test_the_page_of_the_code_changes_by_itself_when_the_money_comes(page, live_server):
    owed = due()
    opened(page, live_server, owed)
    page.get_by_role("button", name=re.compile("VietQR")).click()
    expect(page.locator(".qr svg")).to_be_visible()
    page.get_by_role("button", name="Tôi đã chuyển khoản").click()
    paying.settle("vietqr", Arrival(reference="FT1", amount=150_000, note=owed.reference))
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã thanh toán. Cảm ơn bạn!", timeout=15_000)


def by_card(page, live_server, owed):
    opened(page, live_server, owed)
    page.get_by_role("button", name=re.compile("Thẻ")).click()
    page.wait_for_url("**/pay/**")


def test_a_card_that_is_taken(page, live_server, fake):
    owed = due()
    by_card(page, live_server, owed)
    page.get_by_role("button", name="Thanh toán").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã thanh toán. Cảm ơn bạn!", timeout=15_000)


def test_a_declined_card_then_three_d_secure(page, live_server, fake):
    owed = due()
    by_card(page, live_server, owed)
    page.get_by_role("button", name="Thẻ bị từ chối").click()
    page.get_by_role("button", name="Thẻ cần 3-D Secure").click()
    page.get_by_role("button", name="Xác nhận").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã thanh toán. Cảm ơn bạn!", timeout=15_000)
    owed.refresh_from_db()
    assert owed.paid == 150_000


def test_a_tab_closed_at_the_card_page_is_paid_all_the_same(page, live_server, fake):
    owed = due()
    by_card(page, live_server, owed)
    page.goto("about:blank")
    fake.pay(Attempt.objects.get().provider_reference)
    opened(page, live_server, owed)
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã thanh toán. Cảm ơn bạn!", timeout=15_000)


def test_back_from_the_card_page_another_way_is_chosen(page, live_server, fake):
    owed = due()
    by_card(page, live_server, owed)
    page.get_by_role("link", name="Quay lại").click()
    page.get_by_role("button", name=re.compile("VietQR")).click()
    expect(page.locator(".qr svg")).to_be_visible()
    assert Due.objects.count() == 1


def test_everything_works_without_javascript(chromium, live_server, fake):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    owed = due()
    opened(page, live_server, owed)
    page.get_by_role("button", name=re.compile("VietQR")).click()
    expect(page.locator(".qr svg")).to_be_visible()
    expect(page.locator(".copy").first).to_be_hidden()
    page.get_by_role("button", name="Tôi đã chuyển khoản").click()
    page.get_by_role("button", name=re.compile("Thẻ")).click()
    page.get_by_role("button", name="Thanh toán").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã thanh toán. Cảm ơn bạn!")
    context.close()


def states(settings):
    """Dues in every state the page knows: [(name, due)]."""
    settings.COD_CONFIRM_ABOVE = 1_000_000
    rows = {name: due(185_000) for name in ("ways", "qr", "paid", "closed", "under", "refund", "cod")}
    rows["code"], rows["invoice"] = due(1_500_000), due(900_000)
    for name in ("qr", "under"):
        paying.begin(rows[name], "vietqr")
    paying.begin(rows["cod"], "cod")
    paying.begin(rows["code"], "cod")
    asked = {"organisation": "Trường Tiểu học Thử", "tax_code": "0100109106", "address": "1 Hà Huy Tập"}
    paying.begin(rows["invoice"], "invoice", asked=asked)
    for name, amount in (("paid", 185_000), ("under", 100_000), ("refund", 185_000)):
        paying.settle("vietqr", Arrival(reference=name, amount=amount, note=rows[name].reference))
    paying.begin(rows["under"], "vietqr")
    refunding.refund(Due.objects.get(pk=rows["refund"].pk), 50_000, reason="Thiếu một lọ", key="a", by=None)
    owing.close(rows["closed"], by=None, reason="x")
    return rows


def more_for_the_desk():
    paying.settle("vietqr", Arrival(reference="FT99", amount=185_000, note="NGUYEN THI HOA chuyen tien hang"))
    for code in ("GHN0012", "GHN0013"):
        collecting.collected(due(150_000), 150_000, carrier="ghn", reference=code, by=None)
    content = (
        "Ngày,Số tham chiếu,Ghi nợ,Ghi có,Mô tả\n25/11/2026,FT1,,185.000,HT26000999 tien hang\n"
        f"25/11/2026,FT2,,185.000,MBVCB.12.{Due.objects.filter(state='open').first().reference}.CT tu 007\n"
    )
    statement = importing.bring(SimpleUploadedFile("sao-ke-thang-11.csv", content.encode()), by=person())
    trouble = Trouble.objects.get(kind="unknown")
    return [f"sao-ke/{statement.pk}/", f"{trouble.pk}/assign/"]


DESK = ("", "xac-nhan/", "hoan-tien/", "sao-ke/", "doi-soat/", "doi-soat/ghn/")


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_and_nothing_runs_out_of_the_page(
    chromium, live_server, settings, fake, width, client, shop
):
    rows = states(settings)
    addresses = {name: owed.get_absolute_url() for name, owed in rows.items()}
    addresses["ask"] = f"/thanh-toan/{rows['ways'].reference}/cach/invoice/?k={rows['ways'].signature}"
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    look_at(page, live_server, addresses, width)
    more = more_for_the_desk()
    client.force_login(shop.user("shop_manager", name="Quản lý"))
    cookie = client.cookies["sessionid"]
    context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
    desk = {
        f"desk-{tail.strip('/').replace('/', '-') or 'index'}": f"/ban-lam-viec/thanh-toan/{tail}"
        for tail in [*DESK, *more]
    }
    look_at(page, live_server, desk, width)
    context.close()


def look_at(page, live_server, addresses, width):
    shots = os.environ.get("SHOTS")
    for name, address in addresses.items():
        page.goto(live_server.url + address)
        if shots:
            page.screenshot(
                path=f"{shots}/{name}-{width}.png",
                clip={"x": 0, "y": 0, "width": width, "height": 1500},
                full_page=True,
            )
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        found = Axe().run(page)
        assert found.violations_count == 0, f"{name}: {found.generate_report()[:600]}"
