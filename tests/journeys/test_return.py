"""Something arrived broken: the buyer asks with a picture, the maker grants a part, or the shop manager decides."""

import pytest

from after_order import PNG
from catalogue.producers.models import StockRecord
from office.ledger import reading
from office.payment import owing
from shop.returning.models import Return

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
JAR = {"name": "vo-lo.png", "mimeType": "image/png", "buffer": PNG}


def delivered(town, way):
    """A buyer with two jars of honey at home; (buyer, parcel)."""
    hoa = town.buyer()
    hoa.go(town.honey.get_absolute_url()).fill(quantity="2").press("Thêm vào giỏ")
    hoa.page.wait_for_url("**/gio-hang/")
    hoa.to_checkout(way).orders()
    return hoa, hoa.order.parcels.get()


def asks(hoa, *, pieces, account=False):
    """Ask for the money back for broken jars, with a picture."""
    hoa.opens_order().press("Trả hàng hoặc báo hàng lỗi").looks("return-ask")
    hoa.page.locator("[name^=pieces_]").select_option(str(pieces))
    hoa.fill(reason="damaged", text="Một lọ vỡ, mật chảy ra hộp.", wanted="refund")
    hoa.page.set_input_files("[name=pictures]", JAR)
    if account:
        hoa.fill(bank={"index": 1}, account_number="3700205012345", holder="Nguyễn Thị Hoa")
    hoa.press("Gửi cho chủ thể").sees("Chủ thể trả lời trước", "Một lọ vỡ").looks("return-asked")
    return Return.objects.get()


def test_maker_grants_a_part_and_the_card_gets_it_back(town, stripe):
    nam, manager = town.maker(), town.manager()
    hoa, parcel = delivered(town, "stripe")
    hoa.press("Thanh toán").heading("Đã thanh toán. Cảm ơn bạn!")
    town.delivers(parcel)
    found = asks(hoa, pieces=1)

    nam.go("/ban-lam-viec/tra-hang/").sees(found.number, str(parcel)).looks("returns").press("Xem yêu cầu")
    nam.sees("Một lọ vỡ", "185.000").looks("return-to-answer").press("Chấp nhận")
    nam.looks("return-accept").fill(
        remedy="refund", amount="100000", answer="Xin lỗi chị, xin hoàn một phần."
    )
    nam.press("Chấp nhận").sees("100.000")

    hoa.go(found.get_absolute_url()).sees("Xin lỗi chị", "100.000").looks("return-granted")
    hoa.opens_order().sees("hoàn tiền", "100.000").looks("order-with-a-return")
    manager.opens_payments("hoan-tien/").sees("100.000", "Đã hoàn tiền")
    nam.opens_statement().sees(str(parcel), "100.000").looks("statement-with-a-return")
    assert [refund["amount"] for refund in stripe.refunds.values()] == [100_000]
    assert owing.due_of(hoa.order).refunded == 100_000
    assert sum(reading.trial_balance().values()) == 0


def test_refused_brought_to_the_shop_and_decided_there(town, bank):
    nam, manager = town.maker(), town.manager()
    hoa, parcel = delivered(town, "vietqr")
    bank.brings(400_000, owing.due_of(hoa.order).reference)
    hoa.heading("Đã thanh toán. Cảm ơn bạn!")
    town.delivers(parcel)
    found = asks(hoa, pieces=2, account=True)

    nam.go(f"/ban-lam-viec/tra-hang/{found.number}/").press("Từ chối").looks("return-refuse")
    nam.fill(answer="Hàng gửi đi còn nguyên.").press("Từ chối").sees("Hàng gửi đi còn nguyên")
    hoa.go(found.get_absolute_url()).sees("Hàng gửi đi còn nguyên").looks("return-refused")
    hoa.press("Đề nghị sàn quyết định").fill(text="Ảnh chụp lúc mở hộp.").looks("return-escalate")
    hoa.press("Gửi lên sàn").sees("Quản lý sàn đang xem").looks("return-escalated")

    manager.go("/ban-lam-viec/tra-hang/").sees(found.number).press("Xem yêu cầu").looks("return-to-decide")
    manager.press("Quyết định").fill(granted="yes", remedy="refund", amount="", answer="Hộp thiếu đệm lót.")
    manager.looks("return-decide").press("Quyết định").sees("400.000")
    manager.opens_payments("hoan-tien/").sees("400.000", "3700205012345").press("Đã chuyển tiền")
    manager.fill(bank_reference="CT0002").press("Đã chuyển tiền")

    hoa.go(found.get_absolute_url()).sees("Hộp thiếu đệm lót", "Đã hoàn 400.000").looks("return-done")
    nam.go(f"/ban-lam-viec/tra-hang/{found.number}/").sees("Hộp thiếu đệm lót").looks(
        "return-decided-for-maker"
    )
    record = StockRecord.objects.get(product=town.honey)
    assert (record.num_in_stock, record.num_allocated or 0) == (8, 0)  # the jars stay broken with the buyer
    assert sum(reading.trial_balance().values()) == 0
