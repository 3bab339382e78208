"""Calling off until handed over: who may, what becomes of stock, of what is owed and of what was paid."""

from datetime import timedelta

import pytest
from django.utils import timezone

from after_order import ACCOUNT, FEE, Sale, books_balance
from at_once import at_once, refusals
from catalogue.producers.models import Hold
from office.ledger import reading
from office.payment import owing, paying, refunding, solving, taking
from office.payment.gateways import Arrival, ReturnedInAll
from office.payment.models import Due, Refund, Trouble
from office.stages import Refused
from shop.order.fulfilling import move
from shop.order.models import Order
from shop.order.payments import give_up_if_unpaid
from shop.returning import cancelling, repaying
from shop.returning.models import Cancellation, FailedDelivery

pytestmark = pytest.mark.django_db


def cancel(sale, reason="changed_mind", **facts):
    parcels = list(sale.order.parcels.all())
    return cancelling.cancel_for_buyer(sale.order, parcels, reason=reason, **facts)


def test_unpaid_order_cancelled_by_its_buyer_frees_stock_and_asks_for_nothing(sale):
    made = sale(quantity=2)
    (given,) = cancel(made)
    made.due.refresh_from_db()
    assert made.stock() == (10, 0)
    assert (made.parcel.stage, made.due.amount, made.due.state) == ("cancelled", 0, "closed")
    assert (given.total, given.lowered, given.to_repay, given.refund) == (made.total, made.total, 0, None)


def test_paid_order_cancelled_pays_back_the_parcel_with_its_delivery_to_the_account_named(sale):
    made = sale(quantity=2).pay()
    (given,) = cancel(made, account=ACCOUNT)
    assert (given.refund.amount, given.refund.account, given.account) == (200_000 + FEE, ACCOUNT, {})
    assert not given.waits_for_account
    refunding.by_hand(given.refund, bank_reference="CT1", by=made.manager)
    made.due.refresh_from_db()
    assert (made.due.returnable, reading.balance("payers"), reading.balance("bank")) == (0, 0, 0)
    assert books_balance()


def test_one_of_two_parcels_cancelled_leaves_the_other(sale, shop):
    products = [shop.product(price=50_000, stock=5), shop.product(price=80_000, stock=5)]
    made = sale(*products, quantity=1).pay()
    second = made.order.parcels.get(number=2)
    (given,) = cancelling.cancel_for_buyer(made.order, [second], reason="mistake", account=ACCOUNT)
    made.due.refresh_from_db()
    assert given.refund.amount == 80_000 + FEE
    assert (made.due.returnable, made.due.amount) == (50_000 + FEE, 50_000 + FEE)
    assert [each.stage for each in made.order.parcels.order_by("number")] == ["new", "cancelled"]
    assert (made.stock(products[0]), made.stock(products[1])) == ((5, 1), (5, 0))


def test_cancelling_twice_or_after_the_hand_over_is_refused_in_words(sale):
    made = sale()
    cancel(made)
    with pytest.raises(Refused):
        cancel(made)
    other = sale().to("handed_over")
    with pytest.raises(Refused):
        cancel(other)
    assert Cancellation.objects.count() == 1
    assert other.parcel.stage == "handed_over"


def test_another_reason_needs_words_and_a_seller_takes_none_of_the_buyers(sale):
    made = sale()
    with pytest.raises(Refused) as refused:
        cancel(made, reason="other")
    assert refused.value.field == "text"
    with pytest.raises(Refused) as refused:
        cancelling.cancel(made.parcel, reason="changed_mind", by=made.manager)
    assert refused.value.field == "reason"


def test_producer_cancels_their_own_and_no_other(sale):
    mine, other = sale(), sale()
    given = cancelling.cancel(mine.parcel, reason="sold_out", text="Mất mùa", by=mine.person)
    assert (given.whose, given.by) == ("producer", mine.person)
    with pytest.raises(Refused):
        cancelling.cancel(other.parcel, reason="sold_out", by=mine.person)


def test_a_paid_parcel_cancelled_by_its_producer_asks_the_buyer_for_an_account_once(
    sale, mailoutbox, django_capture_on_commit_callbacks
):
    made = sale().pay()
    with django_capture_on_commit_callbacks(execute=True):
        given = cancelling.cancel(made.parcel, reason="sold_out", by=made.person)
    assert given.waits_for_account
    assert sum("/tai-khoan-nhan-tien/" in mail.body for mail in mailoutbox) == 1


def test_a_move_by_any_other_door_takes_the_money_along(sale):
    made = sale().pay()
    move(made.parcel, "cancelled", by=made.manager, reason="Khách gọi")
    given = Cancellation.objects.get()
    assert (given.text, given.whose, given.refund.amount) == ("Khách gọi", "shop", made.total)


def test_parcel_that_came_back_undelivered_goes_on_the_shelf_only_when_sellable(sale):
    good, bad, later = (sale(quantity=2).to("handed_over") for _n in range(3))
    facts = {"reason": "nobody", "by": good.manager}
    cancelling.note_failed_delivery(good.parcel, sellable=True, **facts)
    cancelling.note_failed_delivery(bad.parcel, sellable=False, **facts)
    failed = cancelling.note_failed_delivery(later.parcel, **facts)
    assert (good.stock(), bad.stock(), later.stock()) == ((10, 0), (8, 0), (8, 0))
    assert good.parcel.stage == "returned"
    cancelling.look_at(failed, sellable=True, by=later.person)
    assert later.stock() == (10, 0)
    with pytest.raises(Refused):
        cancelling.look_at(failed, sellable=True, by=later.person)


def test_paid_parcel_that_came_back_is_paid_back_with_or_without_delivery_as_the_shop_rules(sale, settings):
    made = sale().pay().to("handed_over")
    assert cancelling.note_failed_delivery(made.parcel, reason="nobody", by=made.manager).total == made.total
    settings.FAILED_DELIVERY_KEEPS_FEE = True
    other = sale().pay().to("handed_over")
    cancelling.note_failed_delivery(other.parcel, reason="nobody", by=other.manager)
    unpaid = sale().to("handed_over")
    cancelling.note_failed_delivery(unpaid.parcel, reason="refused", by=unpaid.manager)
    amounts = [(each.total, each.lowered) for each in FailedDelivery.objects.order_by("pk")]
    assert amounts == [(made.total, 0), (other.total - FEE, 0), (unpaid.total, unpaid.total)]


def test_a_parcel_not_on_its_way_has_not_come_back(sale):
    made = sale()
    with pytest.raises(Refused):
        cancelling.note_failed_delivery(made.parcel, reason="nobody", by=made.manager)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_cancelling_and_handing_over_at_once_one_wins_and_the_other_is_told(reference, sale):
    for _round in range(4):
        made = sale().pay().to("packed")
        results = at_once(
            lambda made=made: cancel(made, account=ACCOUNT),
            lambda made=made: move(made.parcel, "handed_over", by=made.manager),
        )
        assert len(refusals(results)) == 1
        cancelled = made.parcel.stage == "cancelled"
        assert made.stock() == ((10, 0) if cancelled else (8, 0))
        assert Refund.objects.filter(due=made.due).count() == int(cancelled)
        assert Order.objects.get(pk=made.order.pk).status == made.parcel.stage
    assert books_balance()


def test_cash_that_was_agreed_stays_agreed_for_the_rest_of_the_order(sale, shop):
    made = sale(shop.product(price=50_000), shop.product(price=80_000), quantity=1)
    cancelling.cancel_for_buyer(made.order, [made.order.parcels.get(number=2)], reason="mistake")
    made.due.refresh_from_db()
    live = owing.live_attempt(made.due)
    assert (made.due.amount, live.gateway, live.state, live.amount) == (
        50_000 + FEE,
        "cod",
        "promised",
        50_000 + FEE,
    )
    made.to("delivered")
    assert (made.due.state, made.due.rest) == ("paid", 0)


def test_what_was_paid_by_card_goes_back_to_the_card_without_an_account(sale):
    made = sale()
    paying.settle("stripe", Arrival(reference="pi_1", amount=made.total), due=made.due)
    assert repaying.preview(made.order, [made.total]) == (0, made.total, False)
    (given,) = cancel(made)
    assert (given.refund.gateway, given.refund.account, given.waits_for_account) == ("stripe", {}, False)


def test_order_sold_out_when_its_money_came_ends_when_the_money_is_back(sale, shop):
    until = timezone.now() - timedelta(minutes=1)
    made = sale(way="vietqr", hold_until=until, stock=2)
    jar = made.products[0]
    Sale(shop, jar)
    made.pay()
    trouble = Trouble.objects.get(kind="undelivered")
    assert (made.parcel.stage, made.stock(jar)) == ("awaiting", (2, 2))
    solving.refund(trouble, by=made.manager, reason="Hết hàng", account=ACCOUNT)
    refunding.by_hand(made.due.refunds.get(), bank_reference="CT1", by=made.manager)
    assert (made.parcel.stage, made.stock(jar)) == ("cancelled", (2, 2))
    assert made.due.refunds.count() == 1
    assert books_balance()


def part_paid(sale, shop, number=1):
    """An order of so many parcels, waiting for a transfer of which 50.000 ₫ came."""
    goods = [shop.product(producer=shop.producer(), price=100_000, stock=10) for _ in range(number)]
    made = sale(*goods, way="vietqr", hold_until=timezone.now() + timedelta(minutes=15))
    paying.settle("vietqr", Arrival(reference="FT1", amount=50_000), due=made.due)
    return made


def test_too_little_that_was_paid_for_an_order_called_off_goes_back_and_nobody_is_asked_any_more(sale, shop):
    made = part_paid(sale, shop)
    (given,) = cancel(made)
    made.due.refresh_from_db()
    trouble = Trouble.objects.get()
    assert (trouble.kind, trouble.answer, trouble.is_open) == ("under", "refunded", False)
    assert str(made.parcel) in trouble.reason
    assert (given.refund.amount, given.waits_for_account) == (50_000, True)
    assert (made.due.state, made.due.amount, made.due.returnable) == ("closed", 0, 0)
    repaying.give_account(made.order, **ACCOUNT)
    refunding.by_hand(Refund.objects.get(), bank_reference="CT1", by=made.manager)
    assert (reading.balance("payers"), reading.balance("bank")) == (0, 0)


def test_too_little_stays_asked_about_while_a_parcel_goes_on_with_what_is_missing_now(sale, shop):
    made = part_paid(sale, shop, 2)
    first, second = made.order.parcels.order_by("number")
    cancelling.cancel_for_buyer(made.order, [first], reason="changed_mind")
    trouble = Trouble.objects.get()
    assert (trouble.is_open, trouble.amount, Refund.objects.count()) == (True, second.total - 50_000, 0)


def test_what_nobody_paid_the_rest_of_in_time_goes_back_too(sale, shop):
    made = part_paid(sale, shop)
    past = timezone.now() - timedelta(days=9)
    Due.objects.update(until=past)
    Hold.objects.update(until=past)
    assert give_up_if_unpaid(made.order)
    assert (Trouble.objects.get().answer, Refund.objects.get().amount) == ("refunded", 50_000)


def test_of_what_was_paid_back_in_part_at_the_provider_only_the_rest_goes_back(sale, shop, settings):
    settings.STRIPE_SECRET_KEY, settings.STRIPE_WEBHOOK_SECRET = "sk", "whsec"
    products = [shop.product(price=50_000, stock=5), shop.product(price=80_000, stock=5)]
    made = sale(*products, quantity=1).pay("stripe")
    taking.take("stripe", ReturnedInAll(f"FT{made.order.pk}", 30_000))
    solving.book_refund(Trouble.objects.get(), by=made.manager, reason="a jar was broken")
    asked = []
    for parcel in made.order.parcels.order_by("number"):
        _lowered, back, _account = repaying.preview(made.order, [parcel.total])
        (given,) = cancelling.cancel_for_buyer(made.order, [parcel], reason="mistake")
        assert given.to_repay == given.refund.amount == back
        asked.append(back)
    made.due.refresh_from_db()
    assert asked == [50_000 + FEE, 80_000 + FEE - 30_000]
    assert (made.due.returnable, made.due.amount, made.due.state) == (0, 0, "paid")


def test_what_is_owed_to_the_buyer_is_not_dropped_but_paid_another_way(sale):
    made = sale(quantity=2).pay()
    (given,) = cancel(made, account=ACCOUNT)
    refunding.fail(given.refund, "account closed")
    trouble = Trouble.objects.get(kind="refund_failed")
    with pytest.raises(Refused) as refused:
        solving.drop(trouble, by=made.manager, reason="nobody answers")
    assert str(made.parcel) in refused.value.message
    trouble.refresh_from_db()
    assert trouble.is_open
    solving.by_hand(trouble, by=made.manager, reason="by hand", account=ACCOUNT)
    refunding.by_hand(Refund.objects.get(), bank_reference="CT2", by=made.manager)
    assert (reading.balance("payers"), books_balance()) == (0, True)
