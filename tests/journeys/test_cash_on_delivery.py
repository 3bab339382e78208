"""A guest pays the courier in cash; the maker packs and hands over; the shop manager waits for the courier's money."""

import pytest

from office.ledger import reading

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("scripts", [True, False], ids=["with-js", "without-js"])
def test_guest_pays_in_cash_at_the_door(town, scripts):
    hoa, nam, manager = town.buyer(scripts=scripts), town.maker(), town.manager()

    hoa.wants(town.honey).looks("basket").to_checkout("cod").looks("checkout").orders()
    hoa.heading("Cảm ơn bạn, chủ thể đã nhận đơn").sees(hoa.order.number, "215.000").looks("thanks")
    parcel = hoa.order.parcels.get()

    nam.opens_parcels().looks("parcels-new").sees("Nguyễn Thị Hoa", "Tiền thu khi giao 215.000")
    nam.moves(parcel, "Xác nhận đơn").moves(parcel, "Đã đóng gói")
    nam.moves(parcel, "Bàn giao cho hãng vận chuyển", code="VN123456").looks("parcels-sent")
    hoa.opens_order().sees("VN123456").looks("order-on-its-way")
    nam.moves(parcel, "Xác nhận đã giao")
    hoa.opens_order().sees("Đã giao lúc", "Đã thanh toán: 215.000").misses("Chưa thanh toán").looks(
        "order-delivered"
    )

    nam.opens_statement().sees(str(parcel)).looks("statement-of-parcels")
    manager.opens_payments("doi-soat/").sees("Bưu điện · Tiết kiệm", "215.000").looks("couriers-cash")
    manager.press("Bưu điện · Tiết kiệm").fill(bank_reference="FT900").press("Đối chiếu").looks(
        "courier-compared"
    )
    manager.sees(str(parcel), "215.000").press("Ghi sổ").sees("Không đơn vị nào đang giữ tiền").looks(
        "couriers-paid"
    )
    assert sum(reading.trial_balance().values()) == 0
