"""In a real Chromium, 360 px wide and without JavaScript: a return by buyer, producer and shop; axe on the pages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from test_account_in_browser import signed_in_context
from test_in_browser import site  # noqa: F401  (a fixture)

from after_order import Sale
from shop.returning import invoicing
from shop.returning.models import Return

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF"
NARROW = {"viewport": {"width": 360, "height": 800}, "java_script_enabled": False}


@pytest.fixture
def made(site, settings, tmp_path):  # noqa: F811
    settings.PAPERS_ROOT = tmp_path / "papers"
    return Sale(site).pay().to("delivered")


def test_a_return_goes_from_buyer_to_producer_to_the_shop_and_back(chromium, site, made, tmp_path):  # noqa: F811
    from after_order import PNG

    file = tmp_path / "anh.png"
    file.write_bytes(PNG)
    guest = chromium.new_context(**NARROW)
    page = guest.new_page()
    page.goto(f"{site.address}{made.order.get_absolute_url()}")
    page.get_by_role("link", name="Trả hàng hoặc báo hàng lỗi").click()
    page.get_by_text("Vỡ, hỏng khi nhận").click()
    page.get_by_label("Chuyện xảy ra thế nào?").fill("Vỡ hai lọ")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_label("Ngân hàng").select_option(index=1)
    page.get_by_label("Số tài khoản").fill("3700205012345")
    page.get_by_label("Chủ tài khoản").fill("Nguyễn Thị Hoa")
    page.get_by_role("button", name="Gửi cho chủ thể").click()
    assert "Chủ thể trả lời trước" in page.locator("main").inner_text().replace("\u00a0", " ")
    found = Return.objects.get()

    maker = signed_in_context(chromium, site, made.person, **NARROW)
    desk = maker.new_page()
    desk.goto(f"{site.address}{reverse('returns_desk:detail', args=[found.number])}")
    desk.get_by_role("link", name="Từ chối").click()
    desk.locator("textarea").fill("Hộp còn nguyên khi giao")
    desk.get_by_role("button", name="Từ chối").click()

    page.reload()
    page.get_by_role("link", name="Đề nghị sàn quyết định").click()
    page.locator("textarea").fill("Không được mở hộp khi nhận")
    page.get_by_role("button", name="Gửi lên sàn").click()

    shop = signed_in_context(chromium, site, made.manager, **NARROW)
    decision = shop.new_page()
    decision.goto(f"{site.address}{reverse('returns_desk:decide', args=[found.number])}")
    decision.get_by_text("Người mua đúng").click()
    decision.locator("textarea").fill("Ảnh cho thấy hàng vỡ")
    decision.get_by_role("button", name="Quyết định").click()

    page.reload()
    assert "230.000" in page.locator(".money").inner_text()
    for context in (guest, maker, shop):
        context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_overflows(chromium, site, made, width):  # noqa: F811
    found = made.ask()
    signature = f"?k={made.order.signature}"
    number = made.order.number
    context = signed_in_context(chromium, site, made.manager, viewport={"width": width, "height": 900})
    page = context.new_page()
    fresh = Sale(site).pay()
    facts = {"number": "1C26TOC-00000128", "issued_on": timezone.localdate(), "by": made.manager}
    who = {"kind": "person", "name": "Hoa", "address": "Vinh", "email": "hoa@example.com"}
    (invoice,) = invoicing.ask(made.order, **who)
    link = "https://hoadon.example.vn/tra-cuu?ma=" + 60 * "9"
    invoicing.issue(invoice, **facts, link=link, document=SimpleUploadedFile("hoa-don.pdf", PDF))
    invoice.refresh_from_db()
    invoicing.correct(invoice, **facts, link="https://hoadon.example.vn/tra-cuu?ma=9KX2P")
    for path in (
        made.order.get_absolute_url(),
        found.get_absolute_url(),
        f"{reverse('returns:cancel', args=[fresh.order.number, 1])}?k={fresh.order.signature}",
        f"{reverse('returns:invoice', args=[number])}{signature}",
        f"{reverse('returns:review', args=[number, made.line.pk])}{signature}",
        reverse("returns_desk:index"),
        reverse("returns_desk:detail", args=[found.number]),
        reverse("returns_desk:accept", args=[found.number]),
        reverse("returns_desk:invoices"),
        reverse("returns_desk:issue", args=[invoice.pk]),
        reverse("returns_desk:correct-invoice", args=[invoice.pk]),
    ):
        page.goto(f"{site.address}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        results = Axe().run(page)
        assert results.violations_count == 0, f"{path}\n{results.generate_report()[:1500]}"
    context.close()
