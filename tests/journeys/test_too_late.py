"""The last jar, held for somebody who does not pay in time: another may have it at once; late money is looked after."""

import pytest

from catalogue.producers.models import StockRecord
from office.ledger import reading
from office.payment import owing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def last_jar(town, settings):
    """One jar is left, and what is ordered by transfer is held for no time at all."""
    StockRecord.objects.filter(product=town.honey).update(num_in_stock=1)
    settings.PAYMENT_HOLD_MINUTES = 0
    return town.honey


def ordered_and_not_paid(town, jar):
    hoa = town.buyer()
    hoa.wants(jar).to_checkout("vietqr").orders().heading("Đã hết thời gian thanh toán")
    hoa.sees("Đã hết thời gian giữ hàng").looks("qr-time-is-over")
    return hoa


def test_another_buyer_has_it_and_late_money_goes_back(town, bank, last_jar):
    hoa, nam, manager = ordered_and_not_paid(town, last_jar), town.maker(), town.manager()
    lan = town.buyer()
    lan.wants(last_jar).to_checkout("cod").orders().heading("Cảm ơn bạn, chủ thể đã nhận đơn")

    bank.brings(215_000, owing.due_of(hoa.order).reference)
    hoa.heading("Tiền của bạn đến muộn").looks("paid-too-late")
    hoa.opens_order().heading("Hết hàng trước khi tiền của bạn đến").looks("order-paid-too-late")
    nam.opens_parcels().sees(str(lan.order.parcels.get())).misses(hoa.order.number)
    manager.opens_payments().sees("không còn hàng", hoa.order.number.replace("-", "")).looks(
        "payments-too-late"
    )
    manager.press("Hoàn tiền", within=manager.page.locator("article")).fill(
        reason="Hết hàng", bank="Agribank", number="3700205012345", holder="HOA"
    )
    manager.looks("pay-back").press("Hoàn tiền")
    manager.opens_payments("hoan-tien/").sees("215.000").press("Đã chuyển tiền")
    manager.fill(bank_reference="CT0003").press("Đã chuyển tiền")
    hoa.opens_order().heading("Đơn hàng đã hủy").sees("Đã hủy", "hoàn tiền", "215.000").looks(
        "order-paid-back"
    )
    assert sum(reading.trial_balance().values()) == 0


def test_late_money_is_taken_while_the_jar_is_there(town, bank, last_jar):
    hoa, nam, manager = ordered_and_not_paid(town, last_jar), town.maker(), town.manager()
    bank.brings(215_000, owing.due_of(hoa.order).reference)
    hoa.heading("Đã thanh toán. Cảm ơn bạn!")
    nam.opens_parcels().sees(str(hoa.order.parcels.get()))
    manager.opens_payments().sees("Mọi khoản tiền đều đã khớp")


def test_given_up_order_asks_for_nothing_and_its_money_comes_to_the_desk(town, bank, last_jar, settings):
    settings.ORDER_HOURS_OPEN_UNPAID = 0
    hoa, nam, manager = ordered_and_not_paid(town, last_jar), town.maker(), town.manager()
    town.later("order-unpaid")
    hoa.opens_order().sees("Đã hủy").looks("order-given-up")
    hoa.go(owing.due_of(hoa.order).get_absolute_url()).heading("Không có gì phải trả").looks("nothing-to-pay")
    bank.brings(215_000, owing.due_of(hoa.order).reference)
    manager.opens_payments().sees("215.000", owing.due_of(hoa.order).reference).looks(
        "payments-after-the-end"
    )
    nam.go("/ban-lam-viec/don-hang/?trang-thai=new").sees("Không có kiện").misses(hoa.order.number)
    assert sum(reading.trial_balance().values()) == 0
