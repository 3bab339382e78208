"""What a person decides about money that no rule decides."""

import pytest
from payment_rows import due, person

from office.ledger import reading as books
from office.money import dong
from office.outbox import Job
from office.payment import owing, paying, refunding, signals, solving
from office.payment.gateways import Arrival
from office.payment.models import Due, Refund, Trouble
from office.stages import Refused

pytestmark = pytest.mark.django_db
ACCOUNT = {"bank": "Ngân hàng Thử", "number": "123456789", "holder": "NGUYEN THI HOA"}


def came(amount, note, reference="FT1"):
    return paying.settle("vietqr", Arrival(reference=reference, amount=amount, note=note))


@pytest.fixture
def manager():
    return person(first_name="Quản lý")


def trouble_of(kind):
    """(due, trouble) of this kind."""
    owed = due()
    match kind:
        case "unknown":
            came(150_000, "tien")
        case "under":
            came(100_000, owed.reference)
        case "over":
            came(170_000, owed.reference)
        case "double":
            came(150_000, owed.reference)
            came(150_000, owed.reference, "FT2")
        case "late":
            owing.close(owed, by=None, reason="over")
            came(150_000, owed.reference)
    owed.refresh_from_db()
    return owed, Trouble.objects.get()


def test_unknown_money_is_assigned_and_settles(manager):
    owed, trouble = trouble_of("unknown")
    solving.assign(trouble, owed, by=manager, reason="called")
    owed.refresh_from_db()
    assert owed.state == Due.State.PAID
    assert (books.balance("unassigned"), books.balance("payers", about=owed.reference)) == (0, -150_000)
    assert (trouble.answer, trouble.by, trouble.reason) == ("assigned", manager, "called")


def test_nothing_is_decided_twice_or_without_a_reason(manager):
    owed, trouble = trouble_of("unknown")
    with pytest.raises(Refused):
        solving.assign(trouble, owed, by=manager, reason=" ")
    solving.assign(trouble, owed, by=manager, reason="called")
    with pytest.raises(Refused):
        solving.assign(trouble, due(), by=manager, reason="called")
    with pytest.raises(Refused):
        solving.send_back(trouble, by=manager, reason="x", bank_reference="FT9")


def test_unknown_money_goes_back_to_its_sender(manager):
    _owed, trouble = trouble_of("unknown")
    solving.send_back(trouble, by=manager, reason="nobody", bank_reference="FT9")
    assert (books.balance("unassigned"), books.balance("bank")) == (0, 0)


def test_a_payout_of_stripe_is_no_payment(manager):
    _owed, trouble = trouble_of("unknown")
    solving.payout(trouble, by=manager, reason="payout of the week")
    assert (books.balance("unassigned"), books.balance("stripe")) == (0, -150_000)


def test_too_little_is_enough_when_the_shop_says_so(manager):
    owed, trouble = trouble_of("under")
    solving.accept_less(trouble, by=manager, reason="bank fee")
    owed.refresh_from_db()
    assert (owed.state, owed.amount) == (Due.State.PAID, 100_000)


@pytest.mark.parametrize(
    ("kind", "amount"), [("over", 20_000), ("double", 150_000), ("late", 150_000), ("under", 100_000)]
)
def test_what_is_too_much_is_paid_back_by_hand(manager, kind, amount):
    owed, trouble = trouble_of(kind)
    before = books.balance("bank")
    made = solving.refund(trouble, by=manager, reason="as agreed", account=ACCOUNT)
    assert (made.amount, made.by_hand) == (amount, True)
    refunding.by_hand(made, bank_reference="FT99", by=manager)
    owed.refresh_from_db()
    assert owed.paid - owed.refunded == {"late": 0, "under": 0}.get(kind, 150_000)
    assert books.balance("bank") == before - amount
    told = Job.objects.filter(kind="mail").last().payload["text"]
    assert dong(amount) in told
    assert owed.reference in told


def test_after_too_little_was_paid_back_all_of_it_is_asked_for(manager):
    owed, trouble = trouble_of("under")
    made = solving.refund(trouble, by=manager, reason="as agreed", account=ACCOUNT)
    refunding.by_hand(made, bank_reference="FT99", by=manager)
    owed.refresh_from_db()
    assert (owed.rest, owed.returnable) == (150_000, 0)
    came(50_000, owed.reference, "FT2")
    owed.refresh_from_db()
    assert (owed.state, owed.rest) == (Due.State.OPEN, 100_000)
    came(100_000, owed.reference, "FT3")
    owed.refresh_from_db()
    assert (owed.state, books.balance("payers", about=owed.reference)) == (Due.State.PAID, -150_000)


def test_of_two_that_were_too_little_one_goes_back_and_one_counts(manager):
    owed = due()
    came(30_000, owed.reference)
    came(40_000, owed.reference, "FT2")
    first, _second = Trouble.objects.order_by("pk")
    assert solving.refund(first, by=manager, reason="as agreed").amount == 30_000
    owed.refresh_from_db()
    assert owed.rest == 110_000


def test_too_little_that_is_not_paid_back_after_all_counts_again(manager):
    owed, trouble = trouble_of("under")
    made = solving.refund(trouble, by=manager, reason="as agreed")
    refunding.drop(made, by=manager, reason="payer pays the rest")
    owed.refresh_from_db()
    assert (owed.rest, owed.returnable, owed.refunded) == (50_000, 100_000, 0)


def test_late_money_that_can_still_be_delivered_settles(manager):
    owed, trouble = trouble_of("late")
    solving.reopen(trouble, by=manager, reason="still there")
    owed.refresh_from_db()
    assert owed.state == Due.State.PAID


def test_what_could_not_be_had_is_told_again(manager):
    gone = [True]

    def room(sender, **facts):
        if gone:
            raise Refused("Sold out.")

    signals.payment_settled.connect(room)
    owed = due()
    came(150_000, owed.reference)
    trouble = Trouble.objects.get()
    with pytest.raises(Refused):
        solving.deliver(trouble, by=manager, reason="again")
    assert Trouble.objects.get().is_open
    gone.clear()
    solving.deliver(trouble, by=manager, reason="again")
    signals.payment_settled.disconnect(room)
    assert not Trouble.objects.filter(solved_at=None).exists()


def test_no_more_goes_back_than_was_paid(manager):
    owed = due()
    came(150_000, owed.reference)
    refunding.refund(owed, 100_000, reason="one", key="a", by=manager)
    for amount in (50_001, 0, -1):
        with pytest.raises(Refused):
            refunding.refund(owed, amount, reason="two", key="b", by=manager)
    refunding.refund(owed, 50_000, reason="two", key="b", by=manager)


def test_a_dropped_refund_frees_its_sum(manager):
    owed = due()
    came(150_000, owed.reference)
    made = refunding.refund(owed, 150_000, reason="all", key="a", by=manager)
    refunding.drop(made, by=manager, reason="they want goods")
    owed.refresh_from_db()
    assert (owed.refunded, made.stage) == (0, Refund.Stage.DROPPED)


def test_a_transfer_by_hand_needs_an_account_and_happens_once(manager):
    owed = due()
    came(150_000, owed.reference)
    made = refunding.refund(owed, 150_000, reason="all", key="a", by=manager)
    with pytest.raises(Refused):
        refunding.by_hand(made, bank_reference="FT9", by=manager)
    refunding.give_account(made, bank="Thử", number="123456", holder="HOA")
    heard = []

    def hear(sender, refund, **facts):
        heard.append(refund)

    signals.refund_done.connect(hear)
    refunding.by_hand(made, bank_reference="FT9", by=manager)
    with pytest.raises(Refused):
        refunding.by_hand(made, bank_reference="FT9", by=manager)
    signals.refund_done.disconnect(hear)
    assert heard == [made]
    assert books.balance("bank") == 0
    with pytest.raises(Refused):
        refunding.give_account(made, bank="Thử", number="654321", holder="HOA")


def test_the_manager_and_administrators_decide_others_do_not(shop):
    may = [solving.may_solve(shop.user(role)) for role in ("shop_manager", "administrator")]
    may_not = [solving.may_solve(shop.user(role)) for role in ("producer", "programme_office", "buyer")]
    assert (may, may_not) == ([True, True], [False, False, False])
