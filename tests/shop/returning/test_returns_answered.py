"""Returns answered: by the producer, by the shop for good; what goods, money and parcel do then."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from after_order import ACCOUNT, FEE, books_balance
from buying import seen
from office.ledger import reading
from office.payment import granting, owing, paying, refunding
from office.payment.gateways import Arrival
from office.payment.models import Refund
from office.stages import Refused
from shop.order.fulfilling import move
from shop.returning import answering, claiming
from shop.returning.models import Return, ReturnLine

pytestmark = pytest.mark.django_db


def escalated(made):
    refused = answering.refuse(made.ask(), answer="Không đúng", by=made.person)
    return claiming.escalate(refused, text="Xem lại ảnh giúp tôi")


def on_terms(sale, **facts):
    """Two jars at an organisation that pays later."""
    made = sale(way="invoice", hold_until=timezone.now() + timedelta(hours=1), **facts)
    asked = {"organisation": "Trường Hoa Sen", "tax_code": "0100109106", "address": "Vinh"}
    granting.approve(paying.begin(made.due, "invoice", asked=asked), by=made.manager)
    return made.to("delivered")


def test_what_is_not_paid_yet_on_invoice_is_no_longer_asked_for(sale, client):
    made = on_terms(sale)
    page = f"{reverse('returns:ask', args=[made.order.number, 1])}?k={made.order.signature}"
    assert "bank" not in client.get(page).context["form"].fields
    part = answering.accept(made.ask(1), remedy="refund", by=made.person)
    assert (part.stage, part.goods, part.lowered, part.refund) == ("refunded", 100_000, 100_000, None)
    due = owing.due_of(made.order)
    assert (due.amount, due.rest, due.state) == (100_000 + FEE, 100_000 + FEE, "open")
    assert owing.live_attempt(due).gateway == "invoice"
    assert "Không thu 100.000" in seen(client.get(part.get_absolute_url()))
    rest = answering.accept(made.ask(1), remedy="refund", by=made.person)
    assert (rest.stage, rest.lowered) == ("refunded", 100_000 + FEE)
    assert owing.due_of(made.order).state == "closed"
    assert reading.balance("payers") == 0
    assert books_balance()


def test_what_was_paid_on_invoice_before_it_came_back_is_paid_back(sale):
    made = on_terms(sale)
    paying.settle("vietqr", Arrival(reference="FT-HD", amount=made.total), due=made.due)
    found = answering.accept(made.ask(1, account=ACCOUNT), remedy="refund", by=made.person)
    assert (found.stage, found.lowered, found.refund.amount) == ("accepted", 0, 100_000)


def test_accepted_without_goods_back_is_paid_back_at_once_and_done_when_the_money_is_there(sale):
    made = sale(quantity=2).pay().to("delivered")
    found = answering.accept(made.ask(account=ACCOUNT), remedy="refund", by=made.person)
    assert (found.stage, found.goods, found.delivery) == ("accepted", 200_000, FEE)
    assert (found.refund.amount, found.refund.account, found.account) == (200_000 + FEE, ACCOUNT, {})
    refunding.by_hand(found.refund, bank_reference="CT1", by=made.manager)
    found.refresh_from_db()
    assert (found.stage, made.parcel.stage, made.stock()) == ("refunded", "delivered", (8, 0))
    assert books_balance()


def test_producer_is_debited_what_goes_back_and_owed_nothing_when_all_does(sale):
    made = sale(quantity=2).pay().to("delivered")
    account = f"producer:{made.parcel.producer_id}"
    assert reading.balance(account) < 0
    answering.accept(made.ask(account=ACCOUNT), remedy="refund", by=made.person)
    assert reading.balance(account) == 0
    assert books_balance()


def test_goods_wanted_back_come_first_go_on_the_shelf_as_said_and_the_parcel_is_returned(sale):
    made = sale(quantity=3).pay().to("delivered")
    found = answering.accept(made.ask(account=ACCOUNT), remedy="refund", send_back=True, by=made.person)
    assert (found.refund, made.stock()) == (None, (7, 0))
    line = found.lines.get()
    with pytest.raises(Refused):
        answering.receive(found, sellable={line.pk: 4}, by=made.person)
    found = answering.receive(found, sellable={line.pk: 2}, by=made.person)
    assert (found.stage, found.refund.amount) == ("received", 300_000 + FEE)
    assert (made.stock(), made.parcel.stage, made.order.parcels.count()) == ((9, 0), "returned", 1)
    with pytest.raises(Refused):
        answering.receive(found, sellable={}, by=made.person)


def test_a_part_sent_back_leaves_the_parcel_delivered_and_the_delivery_fee_with_it(sale):
    made = sale(quantity=3).pay().to("delivered")
    found = answering.accept(made.ask(1, account=ACCOUNT), remedy="refund", send_back=True, by=made.person)
    answering.receive(found, sellable={}, by=made.person)
    found.refresh_from_db()
    assert (found.total, made.parcel.stage) == (100_000, "delivered")


@pytest.mark.parametrize("amount", [0, -5, 100_001])
def test_no_less_than_a_dong_and_no_more_than_was_paid_for_these_goods_can_be_granted(sale, amount):
    made = sale(quantity=2).pay().to("delivered")
    asked = made.ask(1)
    with pytest.raises(Refused) as refused:
        answering.accept(asked, remedy="refund", amount=amount, by=made.person)
    assert refused.value.field == "amount"
    asked.refresh_from_db()
    assert (asked.stage, Refund.objects.count()) == ("asked", 0)


def test_returns_of_a_parcel_together_give_back_no_more_than_was_paid(sale):
    made = sale(quantity=3, price=33_333).pay().to("delivered")
    for _piece in range(3):
        answering.accept(made.ask(1, account=ACCOUNT), remedy="refund", by=made.person)
    made.due.refresh_from_db()
    assert sum(ReturnLine.objects.values_list("granted", flat=True)) == 99_999
    assert made.due.refunded == made.total
    assert made.due.returnable == 0


def test_cash_after_delivery_goes_back_to_the_buyers_account_and_the_books_balance(sale):
    made = sale(quantity=2).to("delivered")
    found = answering.accept(made.ask(), remedy="refund", amount=50_000, by=made.person)
    assert found.waits_for_account
    refunding.give_account(found.refund, **ACCOUNT)
    refunding.by_hand(found.refund, bank_reference="CT9", by=made.manager)
    found.refresh_from_db()
    assert (found.stage, reading.balance("bank"), books_balance()) == ("refunded", -50_000, True)


def test_money_that_never_came_is_not_paid_back(sale):
    made = sale().to("handed_over")
    owing.close(made.due, by=None, reason="agreed by hand")
    move(made.parcel, "delivered", by=made.manager)
    asked = made.ask()
    with pytest.raises(Refused):
        answering.accept(asked, remedy="refund", by=made.person)
    asked.refresh_from_db()
    assert asked.stage == "asked"


def test_goods_sent_again_leave_the_stock_and_no_money_moves(sale):
    made = sale(quantity=2).pay().to("delivered")
    found = answering.accept(made.ask(1, wanted="replacement"), remedy="replacement", by=made.person)
    found = answering.replace(found, tracking_code="GHN1", by=made.person)
    assert (found.stage, found.total, made.stock()) == ("replaced", 0, (7, 0))
    assert not Refund.objects.exists()
    with pytest.raises(Refused):
        answering.replace(found, by=made.person)


def test_refused_needs_a_reason_and_the_shop_decides_for_good(sale):
    made = sale().pay().to("delivered")
    asked = made.ask(account=ACCOUNT)
    with pytest.raises(Refused) as refused:
        answering.refuse(asked, answer=" ", by=made.person)
    assert refused.value.field == "answer"
    answering.refuse(asked, answer="Không đúng", by=made.person)
    claiming.escalate(asked, text="Xem lại ảnh")
    found = answering.decide(asked, granted=True, answer="Ảnh rõ", amount=70_000, by=made.manager)
    assert (found.stage, found.final, found.refund.amount) == ("accepted", True, 70_000)


def test_a_final_no_is_the_last_word_here(sale):
    made = sale().pay().to("delivered")
    found = answering.decide(escalated(made), granted=False, answer="Không đủ căn cứ", by=made.manager)
    assert (found.stage, found.final, found.refund) == ("decided", True, None)
    assert not claiming.may_escalate(found)
    with pytest.raises(Refused):
        answering.accept(found, remedy="refund", by=made.person)


def test_strangers_answer_nothing_and_producers_do_not_decide(sale):
    made, other = sale().pay().to("delivered"), sale()
    asked = made.ask()
    for call in (
        lambda: answering.accept(asked, remedy="refund", by=other.person),
        lambda: answering.refuse(asked, answer="x", by=other.person),
        lambda: answering.receive(asked, sellable={}, by=other.person),
    ):
        with pytest.raises(Refused):
            call()
    answering.refuse(asked, answer="Không đúng", by=made.person)
    claiming.escalate(asked, text="Xem lại")
    with pytest.raises(Refused):
        answering.decide(asked, granted=True, answer="x", by=made.person)
    asked.refresh_from_db()
    assert asked.stage == "escalated"


def test_a_delivered_parcel_is_not_noted_as_returned_past_its_returns(sale):
    made = sale().pay().to("delivered")
    with pytest.raises(Refused):
        move(made.parcel, "returned", by=made.manager)
    assert made.parcel.stage == "delivered"


def test_answers_twice_are_one(sale):
    made = sale().pay().to("delivered")
    asked = made.ask(account=ACCOUNT)
    answering.accept(asked, remedy="refund", by=made.person)
    with pytest.raises(Refused):
        answering.accept(asked, remedy="refund", by=made.person)
    with pytest.raises(Refused):
        claiming.withdraw(asked)
    assert Refund.objects.count() == 1


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    worths=st.lists(st.integers(1, 10**7), min_size=1, max_size=6),
    share=st.floats(0.0001, 1),
)
def test_what_is_granted_is_split_to_the_dong_and_no_line_gets_more_than_it_cost(db, worths, share):
    lines = [ReturnLine(worth=worth) for worth in worths]
    amount = max(1, int(sum(worths) * share))
    answering.split(lines, amount)
    assert sum(line.granted for line in lines) == amount
    assert all(0 <= line.granted <= line.worth for line in lines)


def test_a_return_keeps_who_did_what_and_why(sale):
    made = sale().pay().to("delivered")
    found = escalated(made)
    moves = list(found.moves().values_list("before", "after", "reason", "by"))
    assert moves == [
        ("asked", "refused", "Không đúng", made.person.pk),
        ("refused", "escalated", "Xem lại ảnh giúp tôi", None),
    ]
    assert Return.objects.get().answer == "Không đúng"
    assert owing.due_of(made.order).refunded == 0


def test_the_refund_of_a_return_cannot_be_dropped_after_the_maker_has_given_it(sale):
    made = sale(quantity=2).pay().to("delivered")
    found = answering.accept(made.ask(account=ACCOUNT), remedy="refund", by=made.person)
    account, before = f"producer:{made.parcel.producer_id}", reading.trial_balance()
    with pytest.raises(Refused) as refused:
        refunding.drop(found.refund, by=made.manager, reason="nobody answers")
    assert found.number in refused.value.message
    assert (Refund.objects.get().stage, reading.trial_balance()) == ("asked", before)
    refunding.by_hand(found.refund, bank_reference="CT1", by=made.manager)
    assert (reading.balance(account), reading.balance("payers")) == (0, 0)
