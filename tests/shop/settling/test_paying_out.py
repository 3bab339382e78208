"""Payouts: proposed by one, approved by another, never more than is due."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from catalogue.producers.models import IdentityState, Partner
from office.ledger import reading
from office.numbering import Counter
from office.payment import banking as bank
from office.payment.gateways.base import Line
from office.payment.models import BankLine, Trouble
from office.stages import Refused
from shop.settling import banking, paying_out, recording, stating
from shop.settling.models import Payout, PayoutAccount, PayoutBatch, PayoutLine

pytestmark = pytest.mark.django_db


def proposed(sales, minimum=0):
    return paying_out.propose(minimum=minimum, by=sales.proposer)


def approved(sales):
    return paying_out.approve(proposed(sales), by=sales.approver)


def test_money_goes_from_due_to_its_way_to_the_bank(sales):
    producer = sales.maker("cooperative")
    number = str(sales.parcel(producer))
    batch = proposed(sales)
    assert (stating.owed_to(producer), reading.balance("payouts")) == (100_000, 0)
    paying_out.approve(batch, by=sales.approver)
    assert (stating.owed_to(producer), reading.balance("payouts")) == (0, -100_000)
    paying_out.hand_over(batch, by=sales.proposer)
    payout = paying_out.mark_paid(batch.payouts.get(), bank_reference=" FT26329  001 ", by=sales.proposer)
    assert (reading.balance("payouts"), reading.balance("bank")) == (0, -100_000)
    batch.refresh_from_db()
    assert (payout.bank_reference, batch.stage) == ("FT26329 001", PayoutBatch.Stage.CLOSED)
    line = stating.parcel_accounts(producer)[0]
    assert (line.number, line.sums.paid, line.sums.total, line.payout) == (number, -100_000, 0, payout)
    assert producer.users.first().notices.filter(sentence__contains="FT26329 001").exists()


def test_a_transfer_that_failed_is_due_again_and_may_be_proposed_again(sales):
    producer = sales.maker("cooperative")
    sales.parcel(producer)
    batch = approved(sales)
    paying_out.mark_failed(batch.payouts.get(), reason="Sai tên người nhận", by=sales.proposer)
    assert (stating.owed_to(producer), reading.balance("payouts"), reading.balance("bank")) == (100_000, 0, 0)
    assert PayoutBatch.objects.get().stage == PayoutBatch.Stage.CLOSED
    assert proposed(sales).payouts.get().amount == 100_000


def line_out(payout, amount=None, note=None, reference="FT26330777"):
    said = Line("0000000000", reference, amount or -payout.amount, note or payout.reference, timezone.now())
    return bank.take(said, source=BankLine.Source.STATEMENT)


def test_a_banks_line_that_names_a_payout_marks_it_paid_once(sales):
    producer = sales.maker("cooperative")
    sales.parcel(producer)
    payout = approved(sales).payouts.get()
    for _again in range(2):
        line_out(payout, note=f"OCOP ha tinh {payout.reference[:6]} {payout.reference[6:].lower()} FT")
    payout.refresh_from_db()
    assert (payout.stage, payout.bank_reference) == ("paid", "FT26330777")
    assert (reading.balance("payouts"), reading.balance("bank")) == (0, -100_000)


@pytest.mark.parametrize("change", [{"amount": -99_999}, {"note": "Tiền điện tháng 11"}])
def test_a_banks_line_of_another_sum_or_note_pays_nothing(sales, change):
    sales.parcel(sales.maker("cooperative"))
    payout = approved(sales).payouts.get()
    line_out(payout, **change)
    payout.refresh_from_db()
    assert payout.stage == "approved"


def test_a_transfer_that_was_paid_and_came_back_days_later_is_due_again(sales):
    producer = sales.maker("cooperative")
    sales.parcel(producer)
    payout = approved(sales).payouts.get()
    line_out(payout)
    assert PayoutBatch.objects.get().stage == PayoutBatch.Stage.CLOSED
    facts = {"reason": "Tài khoản đã đóng", "by": sales.proposer}
    for reference in ("FT26330888", "FT26330777", ""):  # not come yet; the one it left by; none
        with pytest.raises(Refused) as refused:
            paying_out.mark_failed(payout, bank_reference=reference, **facts)
        assert refused.value.field == "bank_reference"
    line_out(payout, amount=100_000, note=f"HOAN TRA {payout.reference}", reference="FT26330888")
    line_out(payout, amount=99_999, note="khac", reference="FT26330889")
    with pytest.raises(Refused):  # another sum
        paying_out.mark_failed(payout, bank_reference="FT26330889", **facts)
    paying_out.mark_failed(payout, bank_reference=" FT26330888 ", **facts)
    assert (stating.owed_to(producer), reading.balance("bank")) == (100_000, 99_999)
    assert reading.balance("unassigned", about="FT26330888") == reading.balance("payouts") == 0
    assert [trouble.settlement.reference for trouble in Trouble.objects.filter(solved_at=None)] == [
        "FT26330889"
    ]
    assert proposed(sales).payouts.get().amount == 100_000
    with pytest.raises(Refused):  # once
        paying_out.mark_failed(payout, bank_reference="FT26330888", **facts)


def test_a_banks_line_pays_the_payout_it_names_and_not_one_whose_name_begins_it(sales):
    for _each in range(2):
        sales.parcel(sales.maker("cooperative"))
    batch = proposed(sales)
    first, second = batch.payouts.order_by("pk")
    longer = first.pk * 10 + 1
    PayoutLine.objects.filter(payout=second).update(payout=longer)
    Payout.objects.filter(pk=second.pk).update(id=longer)
    paying_out.approve(batch, by=sales.approver)
    second = batch.payouts.get(pk=longer)
    assert second.reference.startswith(first.reference)
    for payout in (second, first):
        line_out(payout, reference=f"FT{payout.pk}")
        line_out(payout, reference=f"FT{payout.pk}-again")
        payout.refresh_from_db()
        assert (payout.stage, payout.bank_reference) == ("paid", f"FT{payout.pk}")


def test_a_batch_proposed_as_the_year_ends_has_number_and_year_of_one_day(sales, monkeypatch):
    sales.parcel(sales.maker("cooperative"))
    eve = timezone.localdate().replace(month=12, day=31)
    days = iter([eve])
    monkeypatch.setattr(timezone, "localdate", lambda *args: next(days, eve + timedelta(days=1)))
    batch = proposed(sales)
    assert (batch.number, Counter.objects.get(series="payout").year) == (f"CT{eve:%y}-0001", eve.year)


def test_below_the_minimum_nothing_is_proposed(sales):
    small, large = sales.maker("cooperative"), sales.maker("cooperative")
    sales.parcel(small, 49_999)
    sales.parcel(large, 50_000)
    assert [payout.producer_id for payout in proposed(sales, 50_000).payouts.all()] == [large.pk]


def test_without_a_checked_account_nobody_is_paid(sales):
    producer = sales.maker("cooperative", paid_to=False)
    sales.parcel(producer)
    with pytest.raises(Refused):
        proposed(sales)
    banking.enter(producer, bank="970405", number="0123456", holder="Lộc", by=producer.users.first())
    with pytest.raises(Refused):
        proposed(sales)


def test_a_suspended_producer_is_not_paid(sales):
    producer = sales.maker("cooperative")
    sales.parcel(producer)
    batch = proposed(sales)
    Partner.objects.update(identity_state=IdentityState.SUSPENDED)
    paying_out.approve(batch, by=sales.approver)
    assert batch.payouts.get().stage == Payout.Stage.DROPPED
    with pytest.raises(Refused):
        proposed(sales)


def test_who_proposed_may_not_approve(sales):
    sales.parcel(sales.maker("cooperative"))
    batch = proposed(sales)
    with pytest.raises(Refused):
        paying_out.approve(batch, by=sales.proposer)
    with pytest.raises(IntegrityError), transaction.atomic():
        PayoutBatch.objects.update(approved_by=sales.proposer)


def test_who_is_paid_may_not_approve(sales):
    sales.parcel(sales.maker("cooperative", people=[sales.approver]))
    batch = proposed(sales)
    with pytest.raises(Refused):
        paying_out.approve(batch, by=sales.approver)


@pytest.mark.parametrize("role", ["producer", "editor", "programme_office", "trade_department"])
def test_only_the_shop_manager_pays(sales, role):
    sales.parcel(sales.maker("cooperative"))
    stranger = sales.shop.user(role)
    with pytest.raises(Refused):
        paying_out.propose(minimum=0, by=stranger)
    batch = proposed(sales)
    for act in (paying_out.approve, paying_out.drop, paying_out.hand_over):
        with pytest.raises(Refused):
            act(batch, by=stranger)
    payout = paying_out.approve(batch, by=sales.approver).payouts.get()
    with pytest.raises(Refused):
        paying_out.mark_paid(payout, bank_reference="x", by=stranger)
    with pytest.raises(Refused):
        paying_out.mark_failed(payout, reason="x", by=stranger)


def test_a_producer_is_in_one_open_batch_at_most(sales):
    producer = sales.maker("cooperative")
    sales.parcel(producer)
    batch = proposed(sales)
    sales.parcel(producer)
    with pytest.raises(Refused):
        proposed(sales)
    with pytest.raises(IntegrityError), transaction.atomic():
        Payout.objects.create(batch=batch, producer=producer, account=PayoutAccount.objects.get(), amount=1)


def test_what_was_refunded_since_the_proposal_is_not_paid(sales):
    producer, other = sales.maker("cooperative"), sales.maker("cooperative")
    parcel = sales.parcel(producer)
    sales.parcel(other)
    batch = proposed(sales)
    recording.refunded(parcel, 1000, key="r1")
    paying_out.approve(batch, by=sales.approver)
    stages = dict(batch.payouts.values_list("producer_id", "stage"))
    assert stages == {producer.pk: Payout.Stage.DROPPED, other.pk: Payout.Stage.APPROVED}
    assert stating.owed_to(producer) == 99_000
    assert proposed(sales).payouts.get().amount == 99_000


def test_what_was_delivered_since_the_proposal_waits_for_the_next(sales):
    producer = sales.maker("cooperative")
    sales.parcel(producer)
    batch = proposed(sales)
    sales.parcel(producer, 70_000)
    paying_out.approve(batch, by=sales.approver)
    assert (batch.payouts.get().amount, stating.owed_to(producer)) == (100_000, 70_000)


def test_what_came_back_after_it_was_paid_is_taken_from_the_next_payout(sales):
    producer = sales.maker("cooperative")
    parcel = sales.parcel(producer)
    paying_out.mark_paid(approved(sales).payouts.get(), bank_reference="FT1", by=sales.proposer)
    recording.refunded(parcel, 100_000, key="r1")
    with pytest.raises(Refused):
        proposed(sales)
    sales.parcel(producer, 150_000)
    payout = proposed(sales).payouts.get()
    assert payout.amount == 50_000
    assert sorted(payout.lines.values_list("amount", flat=True)) == [-100_000, 150_000]


def test_a_changed_account_stops_the_payout(sales):
    producer = sales.maker("cooperative")
    sales.parcel(producer)
    batch = proposed(sales)
    banking.enter(producer, bank="970436", number="999999999", holder="Ai do", by=producer.users.first())
    paying_out.approve(batch, by=sales.approver)
    assert batch.payouts.get().stage == Payout.Stage.DROPPED
    assert stating.owed_to(producer) == 100_000


def test_a_dropped_batch_leaves_everything_due(sales):
    producer = sales.maker("cooperative")
    sales.parcel(producer)
    batch = paying_out.drop(proposed(sales), reason="Chờ đối chiếu", by=sales.approver)
    assert (batch.stage, stating.owed_to(producer)) == (PayoutBatch.Stage.DROPPED, 100_000)
    with pytest.raises(Refused):
        paying_out.approve(batch, by=sales.approver)
    assert proposed(sales).payouts.count() == 1


def test_a_payout_is_marked_once_and_a_bank_line_pays_one(sales):
    for _ in range(2):
        sales.parcel(sales.maker("cooperative"))
    first, second = approved(sales).payouts.all()
    paying_out.mark_paid(first, bank_reference="FT1", by=sales.proposer)
    for act, facts in (
        (paying_out.mark_paid, {"bank_reference": "FT2"}),
        (paying_out.mark_failed, {"reason": "x"}),
    ):
        with pytest.raises(Refused):
            act(first, by=sales.proposer, **facts)
    for reference in ("FT1", "  "):
        with pytest.raises(Refused):
            paying_out.mark_paid(
                Payout.objects.get(pk=second.pk), bank_reference=reference, by=sales.proposer
            )
    assert reading.balance("bank") == -100_000


def test_no_bank_has_paid_tomorrow(sales):
    sales.parcel(sales.maker("cooperative"))
    payout, today = approved(sales).payouts.get(), timezone.localdate()
    facts = {"bank_reference": "FT1", "by": sales.proposer}
    with pytest.raises(Refused):
        paying_out.mark_paid(payout, paid_on=today + timedelta(days=1), **facts)
    assert paying_out.mark_paid(payout, paid_on=today, **facts).paid_on == today


def test_only_a_producers_own_people_say_where_its_money_goes(sales):
    producer, other = sales.maker(), sales.maker()
    for stranger in (other.users.first(), sales.approver):
        with pytest.raises(Refused):
            banking.enter(producer, bank="970436", number="999999999", holder="Ai do", by=stranger)
    assert banking.account_of(producer).number == "0123456789"


def test_a_changed_account_has_to_be_checked_again_and_its_people_are_told(sales):
    producer = sales.maker()
    person = producer.users.first()
    changed = banking.enter(producer, bank="970436", number="99 88.77-66", holder="hợp tác xã", by=person)
    assert (changed.number, changed.holder, changed.stage) == ("99887766", "HOP TAC XA", "waiting")
    assert producer.payout_accounts.filter(stage="replaced").count() == 1
    assert person.notices.filter(sentence__contains="99887766").exists()
    for stranger in (person, sales.shop.user("producer")):
        with pytest.raises(Refused):
            banking.check(changed, by=stranger)
    banking.check(changed, by=sales.approver)
    same = banking.enter(producer, bank="970436", number="99887766", holder="Hợp tác xã", by=person)
    assert (same.pk, same.stage) == (changed.pk, "checked")


@pytest.mark.parametrize(
    "facts",
    [
        {"bank": "000000"},
        {"number": "12345"},
        {"number": "12345a7"},
        {"holder": "=SUM(A1)"},
        {"holder": "+84"},
    ],
    ids=str,
)
def test_what_cannot_be_an_account_is_refused(sales, facts):
    producer = sales.maker(paid_to=False)
    good = {"bank": "970405", "number": "0123456789", "holder": "Nguyễn Thị Lộc"}
    with pytest.raises(Refused) as refused:
        banking.enter(producer, by=producer.users.first(), **(good | facts))
    assert refused.value.field in facts


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_proposed_and_approved_by_many_at_once_everybody_is_paid_once(sales):
    from concurrent.futures import ThreadPoolExecutor

    producer = sales.maker("cooperative")
    sales.parcel(producer)

    def attempt(act):
        try:
            return act()
        except Refused:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        made = list(pool.map(attempt, [lambda: proposed(sales)] * 6))
        batch = next(each for each in made if each)
        approvals = [lambda: paying_out.approve(PayoutBatch.objects.get(pk=batch.pk), by=sales.approver)] * 6
        won = [each for each in pool.map(attempt, approvals) if each]
    assert (sum(1 for each in made if each), len(won)) == (1, 1)
    assert (stating.owed_to(producer), reading.balance("payouts")) == (0, -100_000)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_refund_beside_an_approval_never_lets_more_out_than_was_due(sales):
    from concurrent.futures import ThreadPoolExecutor

    producer = sales.maker("cooperative")
    for n in range(4):
        parcel = sales.parcel(producer)
        batch = proposed(sales)
        due = stating.owed_to(producer)

        def attempt(act):
            try:
                act()
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            list(
                pool.map(
                    attempt,
                    [
                        lambda batch=batch: paying_out.approve(batch, by=sales.approver),
                        lambda parcel=parcel, n=n: recording.refunded(parcel, 60_000, key=f"r{n}"),
                    ],
                )
            )
        payout = batch.payouts.get()
        paid = payout.amount if payout.stage == Payout.Stage.APPROVED else 0
        assert paid in (0, due)
        assert stating.owed_to(producer) == due - 60_000 - paid
        if paid:
            paying_out.mark_paid(payout, bank_reference=f"FT{n}", by=sales.proposer)
    assert sum(reading.trial_balance().values()) == 0
