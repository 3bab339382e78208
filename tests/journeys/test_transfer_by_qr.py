"""A transfer by VietQR: the page waits with the buyer until the bank tells us; too little, then the rest."""

import re

import pytest
from playwright.sync_api import expect

from office.ledger import reading
from office.payment import owing
from office.payment.models import Trouble

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_page_turns_to_paid_when_the_bank_tells_us(town, bank):
    hoa, nam, manager = town.buyer(), town.maker(), town.manager()
    hoa.context.grant_permissions(["clipboard-read", "clipboard-write"])
    hoa.wants(town.honey).to_checkout("vietqr").orders()
    due = owing.due_of(hoa.order)
    parcel = hoa.order.parcels.get()

    hoa.heading("Quét mã để chuyển khoản").sees(due.reference, "215.000", "Ngân hàng Thử nghiệm").looks("qr")
    expect(hoa.page.locator(".qr svg")).to_be_visible()
    hoa.press("Chép nội dung")
    expect(hoa.page.get_by_text("Đã chép").first).to_be_visible()
    assert hoa.page.evaluate("navigator.clipboard.readText()") == due.reference
    hoa.press("Tôi đã chuyển khoản").sees("Đang chờ ngân hàng của bạn").looks("qr-claimed")
    nam.opens_parcels().misses(str(parcel))
    manager.opens_parcels().sees(str(parcel), "Chưa thanh toán").looks("parcels-awaiting")

    assert bank.brings(215_000, due.reference) == 200
    hoa.heading("Đã thanh toán. Cảm ơn bạn!").looks("paid").press(re.compile("^Về đơn"))
    hoa.sees("Đã thanh toán: 215.000").misses("Chưa thanh toán").looks("order-paid")
    nam.opens_parcels().sees(str(parcel), "Không thu tiền khi giao").looks("parcels-paid")
    manager.opens_payments().sees("Mọi khoản tiền đều đã khớp")

    nam.delivers(parcel, code="VN123456").opens_statement().sees(str(parcel), "175.750")
    manager.opens_payments("doi-soat/").sees("Tiền thu hộ").misses("215.000")
    assert sum(reading.trial_balance().values()) == 0


def test_too_little_then_the_rest(town, bank):
    hoa, nam, manager = town.buyer(), town.maker(), town.manager()
    hoa.wants(town.honey).to_checkout("vietqr").orders()
    due = owing.due_of(hoa.order)
    parcel = hoa.order.parcels.get()

    bank.brings(100_000, due.reference)
    hoa.heading("Xin trả nốt phần còn thiếu").sees("Đã nhận 100.000", "Còn phải trả 115.000").looks(
        "qr-too-little"
    )
    nam.opens_parcels().misses(str(parcel))
    manager.opens_payments().sees("Trả thiếu", due.reference, "115.000").looks("payments-too-little")
    hoa.opens_order().sees("Đã nhận: 100.000", "Chưa thanh toán: 115.000").looks("order-too-little")

    hoa.press(re.compile("^Thanh toán"))
    if hoa.page.locator(".qr svg").count() == 0:
        hoa.press(re.compile("VietQR"))
    hoa.sees("115.000").looks("qr-for-the-rest")
    bank.brings(115_000, due.reference)
    hoa.heading("Đã thanh toán. Cảm ơn bạn!")
    nam.opens_parcels().sees(str(parcel))
    manager.opens_payments().sees("Mọi khoản tiền đều đã khớp")
    assert Trouble.objects.get().answer == "by_itself"
    assert sum(reading.trial_balance().values()) == 0
