"""Two makers, one order, paid: one cannot deliver, its part goes back, the other goes on."""

import pytest

from catalogue.producers.models import StockRecord
from office.ledger import reading
from office.payment import owing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ALL, CANDY = 310_000, 95_000  # 185.000 + 65.000 and 30.000 for each parcel; the candy's part


def ordered(town, way):
    """Honey and candy in one order; (buyer, the honey's parcel, the candy's)."""
    hoa = town.buyer()
    hoa.wants(town.honey, town.candy).to_checkout(way).orders()
    parcels = {each.producer_id: each for each in hoa.order.parcels.all()}
    return hoa, parcels[town.honey.producer_id], parcels[town.candy.producer_id]


def cannot_deliver(huong, candy):
    """The household calls its parcel off."""
    huong.opens_parcels().card_of(candy).get_by_role("link", name="Hủy kiện").click()
    huong.sees("hoàn 95.000 ₫ cho người mua").looks("parcel-cancel")
    huong.fill(reason="sold_out", text="Mẻ cu đơ hôm nay bị cháy.").press("Hủy kiện")
    huong.opens_parcels().sees("Đã hủy")


def books_and_stock_are_right(town):
    record = StockRecord.objects.get(product=town.candy)
    assert (record.num_in_stock, record.num_allocated or 0) == (10, 0)
    assert sum(reading.trial_balance().values()) == 0


def test_part_of_a_card_payment_goes_back_by_itself(town, stripe):
    nam, huong, manager = town.maker(), town.maker(town.home_person), town.manager()
    hoa, honey, candy = ordered(town, "stripe")
    hoa.press("Thanh toán").heading("Đã thanh toán. Cảm ơn bạn!")
    cannot_deliver(huong, candy)

    assert [refund["amount"] for refund in stripe.refunds.values()] == [CANDY]
    hoa.opens_order().sees("Mẻ cu đơ hôm nay bị cháy", "95.000", "hoàn tiền", "95.000").looks(
        "order-half-cancelled"
    )
    manager.opens_payments("hoan-tien/").sees("95.000", "Đã hoàn tiền").looks("refunds-by-card")
    nam.opens_parcels().misses(str(candy))
    nam.delivers(honey, code="VN123456").opens_statement().sees(str(honey), "175.750")
    huong.opens_statement().misses(str(candy))
    hoa.opens_order().sees("Đã giao lúc")
    assert owing.due_of(hoa.order).refunded == CANDY
    books_and_stock_are_right(town)


def test_part_of_a_transfer_goes_back_to_the_account_the_buyer_names(town, bank):
    nam, huong, manager = town.maker(), town.maker(town.home_person), town.manager()
    hoa, honey, candy = ordered(town, "vietqr")
    bank.brings(ALL, owing.due_of(hoa.order).reference)
    hoa.heading("Đã thanh toán. Cảm ơn bạn!")
    cannot_deliver(huong, candy)

    hoa.opens_order().sees("Bạn được hoàn tiền").looks("order-asks-for-account").press(
        "Ghi tài khoản nhận tiền"
    )
    hoa.looks("give-account").fill(
        bank={"index": 1}, account_number="3700 2050 12345", holder="Nguyễn Thị Hoa"
    )
    hoa.press("Gửi").sees("2345").looks("order-account-given")
    manager.opens_payments("hoan-tien/").sees("95.000", "370020501234").looks("refunds-by-hand")
    manager.press("Đã chuyển tiền").fill(bank_reference="CT0001").looks("refund-transferred").press(
        "Đã chuyển tiền"
    )
    hoa.opens_order().sees("95.000").looks("order-refunded")
    assert owing.due_of(hoa.order).refunds.get().stage == "done"

    nam.delivers(honey, code="VN123456").opens_statement().sees(str(honey))
    huong.opens_statement().misses(str(candy))
    books_and_stock_are_right(town)
