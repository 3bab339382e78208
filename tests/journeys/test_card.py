"""Paying by card at Stripe's page: taken; declined and another way; 3-D Secure; the tab closed."""

import re

import pytest

from office.ledger import reading
from office.payment import owing
from office.payment.models import Attempt, Due
from shop.order.models import Order

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def at_the_card_page(town):
    """A buyer who has ordered the honey and stands on the card service's page."""
    hoa = town.buyer()
    hoa.wants(town.honey).to_checkout("stripe").orders()
    hoa.page.wait_for_url("**/pay/**")
    return hoa


def paid(hoa):
    hoa.heading("Đã thanh toán. Cảm ơn bạn!")
    due = owing.due_of(hoa.order)
    assert (due.paid, due.rest, Order.objects.count()) == (215_000, 0, 1)
    assert sum(reading.trial_balance().values()) == 0
    return hoa


def test_card_is_taken(town, stripe):
    nam, manager, hoa = town.maker(), town.manager(), at_the_card_page(town)
    parcel = hoa.order.parcels.get()
    nam.opens_parcels().misses(str(parcel))
    hoa.press("Thanh toán")
    paid(hoa).opens_order().sees("Đã thanh toán: 215.000").looks("order-paid-by-card")
    nam.opens_parcels().sees(str(parcel), "Không thu tiền khi giao")
    nam.delivers(parcel, code="VN123456").opens_statement().sees(str(parcel), "175.750")
    manager.opens_payments().sees("Mọi khoản tiền đều đã khớp")


@pytest.mark.parametrize("way", ["vietqr", "cod"])
def test_declined_card_then_another_way_for_the_same_order(town, stripe, bank, way):
    nam, manager, hoa = town.maker(), town.manager(), at_the_card_page(town)
    parcel = hoa.order.parcels.get()
    hoa.press("Thẻ bị từ chối").page.get_by_role("link", name="Quay lại").click()
    hoa.sees("Trả bằng cách khác").looks("card-declined")
    nam.opens_parcels().misses(str(parcel))
    if way == "vietqr":
        hoa.press(re.compile("VietQR"))
        bank.brings(215_000, owing.due_of(hoa.order).reference)
        paid(hoa)
        nam.opens_parcels().sees(str(parcel), "Không thu tiền khi giao")
    else:
        hoa.press(re.compile("COD")).heading("Bạn trả tiền khi nhận hàng").looks("cash-after-card")
        nam.opens_parcels().sees(str(parcel), "Tiền thu khi giao 215.000")
        hoa.opens_order().sees("Trả tiền mặt khi nhận hàng: 215.000")
    manager.opens_parcels().sees(str(parcel))
    manager.opens_payments().sees("Mọi khoản tiền đều đã khớp")
    assert (Order.objects.count(), Due.objects.count()) == (1, 1)


def test_bank_asks_for_three_d_secure(town, stripe):
    hoa = at_the_card_page(town)
    hoa.press("Thẻ cần 3-D Secure").press("Xác nhận")
    paid(hoa)
    town.maker().opens_parcels().sees(str(hoa.order.parcels.get()))
    town.manager().opens_payments().sees("Mọi khoản tiền đều đã khớp")


def test_closed_tab_is_paid_all_the_same(town, stripe):
    hoa = at_the_card_page(town)
    hoa.page.goto("about:blank")
    stripe.pay(Attempt.objects.get().provider_reference)
    nam = town.maker()
    nam.until_there(str(hoa.order.parcels.get()))
    paid(hoa.go(owing.due_of(hoa.order).get_absolute_url()))
    town.manager().opens_payments().sees("Mọi khoản tiền đều đã khớp")


def test_closed_tab_and_lost_webhook_are_found_by_the_look_up(town, stripe):
    stripe.webhook_by_itself = False
    hoa = at_the_card_page(town)
    hoa.page.goto("about:blank")
    stripe.pay(Attempt.objects.get().provider_reference)
    nam = town.maker().opens_parcels()
    nam.misses(str(hoa.order.parcels.get()))
    town.later("payment-look-up")
    nam.opens_parcels().sees(str(hoa.order.parcels.get()))
    paid(hoa.go(owing.due_of(hoa.order).get_absolute_url()))
