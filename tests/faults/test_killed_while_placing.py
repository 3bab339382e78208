"""The process killed at every step of placing an order, by every way to pay: a whole order or no trace of one."""

import pytest
from standing import (
    Checkout,
    claims_have_ended,
    is_kept,
    is_sold_once,
    nothing_waits,
    numbers_have_no_gap,
    stock_is_true,
)

from buying import FORM
from office.payment import owing
from office.payment.models import Due
from shop.order.models import Order

PRICE, FEE = 85_000, 30_000
BEFORE_THE_COMMIT = (
    "shop.order.placing:_lock_stock:after",
    "shop.order.recording:record:after",
    "shop.order.recording:parcels:after",
    "shop.order.recording:lines:after",
    "shop.order.placing:_hold:after",
    "shop.order.recording:consents:after",
    "shop.order.recording:give_number:before",
    "shop.order.recording:give_number:after",
    "office.payment.owing:owe:after",
    "shop.order.charging:charge:after",
)
FOR_GOOD = (
    "shop.order.sales:count:after",
    "office.payment.paying:agree:after",
    "shop.order.telling:thank:after",
    "shop.order.placing:telling.tell_makers:after",
)
FOR_A_WHILE = ("shop.order.charging:look_again:after", "shop.order.telling:ask_to_settle:after")
AFTER_THE_COMMIT = (
    "office.outbox:_work:before",
    "office.outbox:_take:after",
    "shop.checkout.pages:place:after",
    "shop.checkout.pages:CheckoutPage._next:after",
)
WHILE_BEGINNING = (
    "office.payment.paying:begin:before",
    "office.payment.trying:_open_attempt:after",
    "office.payment.trying:_write:before",
    "office.payment.trying:_write:after",
)
WAYS = {
    "cod": (BEFORE_THE_COMMIT + FOR_GOOD, AFTER_THE_COMMIT),
    "cod by phone": (FOR_A_WHILE, (*WHILE_BEGINNING, "office.payment.confirming:send_code:after")),
    "vietqr": (BEFORE_THE_COMMIT + FOR_A_WHILE, AFTER_THE_COMMIT + WHILE_BEGINNING),
    "stripe": (FOR_A_WHILE, AFTER_THE_COMMIT + WHILE_BEGINNING),
    "invoice": (FOR_A_WHILE, AFTER_THE_COMMIT),
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", WAYS)
def test_killed_at_any_step_there_is_a_whole_order_or_none_and_the_form_sent_again_is_one_order(
    shop, mortals, settings, way
):
    code, _, by_phone = way.partition(" by ")
    if by_phone:
        settings.COD_CONFIRM_ABOVE = mortals.settings["COD_CONFIRM_ABOVE"] = 10_000
    before, after = WAYS[way]
    product = shop.product(price=PRICE, stock=50)
    start = {product.stockrecords.get().pk: 50}
    for number, step in enumerate(before + after, 1):
        checkout = Checkout(product, code, PRICE + FEE)
        mortals.kill("acts:send", *checkout.post, die=step)
        if step in before:
            checkout.has_left_no_trace(kept=number - 1)
        else:
            assert checkout.order is not None, step
        assert checkout.send().status_code == 302, step
        is_whole(checkout, code, by_phone, number)
        numbers_have_no_gap()
        stock_is_true(start)
        assert Order.objects.count() == Due.objects.count() == number
    claims_have_ended()
    mortals.do("acts:work")
    nothing_waits()


def is_whole(checkout, code, by_phone, number):
    order = checkout.order
    assert (order.lines.count(), order.parcels.count(), order.consents.count()) == (1, 1, 1)
    assert order.total_incl_tax == PRICE + FEE
    assert order.buyer_name == FORM["name"]
    assert order.basket.status == "Submitted"
    if code == "cod" and not by_phone:
        return is_sold_once(order, sold=number)
    is_kept(order)
    attempts = list(owing.due_of(order).attempts.values_list("gateway", flat=True))
    assert attempts == ([] if code == "invoice" else [code])
    return None
