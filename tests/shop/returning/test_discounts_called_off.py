"""A part of an order with a discount is called off: its share goes with it, the rest costs what it cost."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import gettext as _
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oscar.apps.voucher.models import VoucherApplication

from after_order import books_balance
from buying import basket_with, buyer, seen
from factories import Shop
from offering import everything, voucher
from office.payment import owing, paying
from office.payment.gateways import Arrival
from shop.basket import vouchers
from shop.basket.filling import add, contents
from shop.offer.models import Bearer
from shop.order.placing import place
from shop.returning import cancelling
from shop.returning.models import Cancellation

pytestmark = pytest.mark.django_db


def order_with(shop, prices, *, code):
    """An order of one piece from a maker each, waiting for a transfer, with its voucher."""
    goods = [shop.product(producer=shop.producer(), price=price, stock=5) for price in prices]
    basket = basket_with(shop, goods[0])
    for each in goods[1:]:
        add(basket, each, 1, adult=False)
    vouchers.use(basket, code, by=None)
    return place(
        basket,
        buyer(),
        key=f"split-{basket.pk}",
        expected_total=contents(basket).total,
        way="vietqr",
        hold_until=timezone.now() + timedelta(minutes=15),
    )


def pay(order, amount):
    due = owing.due_of(order)
    paying.settle("vietqr", Arrival(reference=f"FT{order.pk}", amount=amount), due=due)


@given(
    prices=st.lists(st.integers(1_000, 99_999), min_size=2, max_size=4),
    gone=st.lists(st.integers(0, 3), min_size=1, max_size=4, unique=True),
    percent=st.integers(1, 100),
    bearer=st.sampled_from(Bearer.values),
    paid=st.sampled_from([0, 1, 50, 99, 100]),
    by_shop=st.booleans(),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_goes_back_and_what_is_kept_are_what_was_paid_for_every_split(
    reference, prices, gone, percent, bearer, paid, by_shop
):
    shop = Shop()
    code = f"P{shop._next()}"
    voucher(code, percent=percent, borne_by=bearer, goods=everything())
    order = order_with(shop, prices, code=code)
    total = int(order.total_incl_tax)
    came = total * paid // 100
    if came:
        pay(order, came)
    parcels = list(order.parcels.order_by("number"))
    for each in [parcels[n] for n in gone if n < len(parcels)]:
        if by_shop:
            cancelling.cancel(each, reason="sold_out", by=shop.office)
        else:
            cancelling.cancel_for_buyer(order, [each], reason="changed_mind")
    due = owing.due_of(order)
    kept = sum(each.total for each in order.parcels.exclude(stage="cancelled"))
    asked = {each.parcel_id: each for each in Cancellation.objects.filter(parcel__order=order)}
    assert due.amount == kept
    assert due.refunded == max(came - kept, 0) == sum(each.to_repay for each in asked.values())
    assert due.refunded + min(came, kept) == came
    assert all(asked[each.pk].total == each.total for each in parcels if each.pk in asked)
    assert sum(each.lowered for each in asked.values()) + sum(each.to_repay for each in asked.values()) == (
        total - kept
    )
    assert books_balance()


@pytest.mark.parametrize("who", ["buyer", "shop"])
def test_a_threshold_is_not_asked_about_again_when_a_part_is_called_off(shop, who):
    voucher("TREN150", percent=10, least=150_000)
    order = order_with(shop, (100_000, 70_000), code="TREN150")
    pay(order, int(order.total_incl_tax))
    first, second = order.parcels.order_by("number")
    if who == "buyer":
        cancelling.cancel_for_buyer(order, [first], reason="changed_mind")
    else:
        cancelling.cancel(first, reason="sold_out", by=shop.office)
    due = owing.due_of(order)
    assert (due.refunded, due.amount) == (90_000 + first.fee, 63_000 + second.fee)
    assert second.lines.get().line_price_incl_tax == 63_000
    assert VoucherApplication.objects.filter(order=order).exists()  # it stays used


def test_the_orders_page_says_what_became_of_the_discount_and_is_silent_without_one(client, shop):
    voucher("GIAM10", percent=10)
    order = order_with(shop, (100_000, 70_000), code="GIAM10")
    cancelling.cancel_for_buyer(order, [order.parcels.get(number=1)], reason="changed_mind")
    sentence = _(
        "This is what these goods cost you after their discount of %(amount)s. "
        "The price of all other goods in the order stays as it was."
    )
    assert sentence % {"amount": "10.000 ₫"} in seen(client.get(order.get_absolute_url()))
    other = order_with_no_voucher(shop)
    cancelling.cancel_for_buyer(other, [other.parcels.get()], reason="changed_mind")
    assert sentence.partition("%")[0] not in seen(client.get(other.get_absolute_url()))


def order_with_no_voucher(shop):
    basket = basket_with(shop, shop.product(price=50_000))
    return place(basket, buyer(), key=f"bare-{basket.pk}", expected_total=contents(basket).total)
