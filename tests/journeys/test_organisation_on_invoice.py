"""A school buys on invoice: terms approved by the shop manager, goods first, then the transfer and the e-invoice."""

import re

import pytest
from django.utils import timezone

from office.ledger import reading
from office.payment import owing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SCHOOL = {"organisation": "Trường Tiểu học Thành Sen", "tax_code": "0100109106", "address": "1 Hà Huy Tập"}
INVOICE = {
    "tax_code": "0100109106",
    "name": "Trường Tiểu học Thành Sen",
    "address": "1 Hà Huy Tập, Thành Sen",
    "email": "ke-toan@truong.example",
}


def test_school_gets_the_goods_first_and_pays_by_transfer(town, bank):
    school, nam, manager = town.buyer(), town.maker(), town.manager()
    school.wants(town.honey).to_checkout("invoice").orders()
    parcel, due = school.order.parcels.get(), owing.due_of(school.order)
    school.looks("invoice-asked").fill(**SCHOOL).press("Gửi yêu cầu")
    school.heading("Chúng tôi đang xem yêu cầu").looks("invoice-waiting")
    nam.opens_parcels().misses(str(parcel))

    manager.opens_payments("xac-nhan/").sees("Trường Tiểu học Thành Sen", "0100109106").looks(
        "terms-to-approve"
    )
    manager.press("Xác nhận").looks("terms-approve").fill(reason="Kế toán trường, chị Lan").press("Xác nhận")
    school.go(due.get_absolute_url()).heading("Xin chuyển khoản trong hạn").looks("invoice-approved")
    nam.opens_parcels().sees(str(parcel)).misses("Tiền thu khi giao").looks("parcels-on-invoice")
    nam.delivers(parcel, code="VN123456")
    school.opens_order().sees("Chuyển khoản theo hóa đơn: 215.000").looks("order-on-invoice")

    bank.brings(215_000, due.reference)
    school.go(due.get_absolute_url()).heading("Đã thanh toán. Cảm ơn bạn!")
    school.opens_order().sees("Đã thanh toán: 215.000").press("Yêu cầu hóa đơn").looks("invoice-request")
    school.fill(**INVOICE).press("Gửi cho người bán").sees("Người bán").looks("order-invoice-requested")

    nam.go("/ban-lam-viec/tra-hang/hoa-don/").sees("Trường Tiểu học Thành Sen").looks("invoices")
    nam.press("Đã lập hóa đơn").fill(
        number="C26TOC-17", issued_on=timezone.localdate().isoformat(), link="https://hoadon.example/17"
    )
    nam.looks("invoice-issue").press("Lưu và báo người mua")
    school.opens_order().sees("Hóa đơn số C26TOC-17").looks("order-with-an-invoice")
    manager.opens_payments().sees("Mọi khoản tiền đều đã khớp")
    nam.opens_statement().sees(str(parcel), "175.750")
    assert sum(reading.trial_balance().values()) == 0


def test_terms_are_declined_and_the_school_pays_another_way(town, bank):
    school, nam, manager = town.buyer(), town.maker(), town.manager()
    school.wants(town.honey).to_checkout("invoice").orders()
    due = owing.due_of(school.order)
    school.fill(**SCHOOL).press("Gửi yêu cầu").heading("Chúng tôi đang xem yêu cầu")
    manager.opens_payments("xac-nhan/").press("Từ chối").fill(reason="Không gọi được").press("Từ chối")
    school.go(due.get_absolute_url()).looks("invoice-declined").press(re.compile("VietQR"))
    school.heading("Quét mã để chuyển khoản")
    bank.brings(215_000, due.reference)
    school.heading("Đã thanh toán. Cảm ơn bạn!")
    nam.opens_parcels().sees(str(school.order.parcels.get()))
