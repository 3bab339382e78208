"""What is owed, tried and settled."""

from datetime import timedelta

import pytest
from django.utils import timezone
from payment_rows import due, person

from office.ledger import reading
from office.notices import Notice  # noqa: F401
from office.outbox import Job
from office.payment import collecting, owing, paying, signals
from office.payment.gateways import Arrival
from office.payment.models import Attempt, Due, Settlement, Trouble
from office.stages import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    """The signals sent: (name, facts)."""
    said = []
    receivers = []
    for name in (
        "payment_settled",
        "payment_promised",
        "payment_under_way",
        "payment_failed",
        "payment_late",
    ):

        def receive(sender, name=name, **facts):
            said.append((name, facts))

        getattr(signals, name).connect(receive, weak=False)
        receivers.append((name, receive))
    yield said
    for name, receive in receivers:
        getattr(signals, name).disconnect(receive)


def names(heard):
    return [name for name, _facts in heard]


def came(reference="FT1", amount=150_000, **facts):
    return Arrival(reference=reference, amount=amount, **facts)


def test_one_subject_owes_once():
    subject = person()
    first = owing.owe(subject, 100, reference="HT26999999", payer="Hoa")
    assert owing.owe(subject, 100, reference="HT26999999", payer="Hoa") == first
    assert owing.due_of(subject) == first
    with pytest.raises(ValueError, match="asks for"):
        owing.owe(subject, 200, reference="HT26999999", payer="Hoa")


@pytest.mark.parametrize("reference", ["", "HT-26", "HT26" * 6, "HTđ1"])
def test_a_reference_is_letters_and_digits_for_a_transfer_note(reference):
    with pytest.raises(ValueError, match="cannot be owed"):
        owing.owe(person(), 100, reference=reference, payer="Hoa")


def test_exactly_what_was_asked_settles_once_and_balances(heard):
    owed = due()
    paying.begin(owed, "vietqr")
    first = paying.settle("vietqr", came(note=owed.reference))
    again = paying.settle("vietqr", came(note=owed.reference))
    owed.refresh_from_db()
    assert first == again
    assert (owed.state, owed.paid) == (Due.State.PAID, 150_000)
    assert names(heard) == ["payment_under_way", "payment_settled"]
    assert not Trouble.objects.exists()
    assert owed.attempts.get().state == Attempt.State.SUCCEEDED
    assert reading.balance("bank") == 150_000
    assert reading.balance("payers", about=owed.reference) == -150_000


def test_too_little_leaves_the_rest_open_and_tells_the_payer(heard):
    owed = due()
    paying.settle("vietqr", came(amount=100_000, note=owed.reference))
    owed.refresh_from_db()
    assert (owed.state, owed.rest) == (Due.State.OPEN, 50_000)
    assert Trouble.objects.get().kind == Trouble.Kind.UNDER
    assert "50.000" in Job.objects.get(kind="mail").payload["text"]
    assert "payment_settled" not in names(heard)
    paying.settle("vietqr", came("FT2", 50_000, note=owed.reference))
    owed.refresh_from_db()
    assert owed.state == Due.State.PAID
    assert Trouble.objects.get().answer == Trouble.Answer.BY_ITSELF
    assert names(heard) == ["payment_settled"]


def test_too_much_settles_and_proposes_the_difference(heard):
    owed = due()
    paying.settle("vietqr", came(amount=170_000, note=owed.reference))
    owed.refresh_from_db()
    trouble = Trouble.objects.get()
    assert (owed.state, trouble.kind, trouble.amount) == (Due.State.PAID, Trouble.Kind.OVER, 20_000)
    assert names(heard) == ["payment_settled"]


def test_a_second_payment_is_a_double_one(heard):
    owed = due()
    paying.settle("vietqr", came(note=owed.reference))
    paying.settle("vietqr", came("FT2", note=owed.reference))
    trouble = Trouble.objects.get()
    assert (trouble.kind, trouble.amount) == (Trouble.Kind.DOUBLE, 150_000)
    assert names(heard) == ["payment_settled"]


def test_another_currency_is_never_counted(heard):
    owed = due()
    paying.settle("vietqr", came(currency="USD", note=owed.reference))
    owed.refresh_from_db()
    assert (owed.paid, Trouble.objects.get().kind) == (0, Trouble.Kind.CURRENCY)
    assert reading.balance("payers", about=owed.reference) == 0
    assert heard == []


def test_money_without_a_reference_waits_unassigned():
    settlement = paying.settle("vietqr", came(note="chuyen tien"))
    assert settlement.due is None
    assert Trouble.objects.get().kind == Trouble.Kind.UNKNOWN
    assert (reading.balance("bank"), reading.balance("unassigned")) == (150_000, -150_000)


def test_late_money_waits_unless_somebody_can_still_deliver(heard):
    first, second = due(), due()
    for each in (first, second):
        owing.close(each, by=None, reason="time is over")
    paying.settle("vietqr", came(note=first.reference))
    first.refresh_from_db()
    assert (first.state, Trouble.objects.get().kind) == (Due.State.CLOSED, Trouble.Kind.LATE)

    def can(sender, due, **facts):
        owing.reopen(due)

    signals.payment_late.connect(can)
    paying.settle("vietqr", came("FT2", note=second.reference))
    signals.payment_late.disconnect(can)
    second.refresh_from_db()
    assert second.state == Due.State.PAID
    assert names(heard) == ["payment_late", "payment_late", "payment_settled"]


def test_what_a_room_above_refuses_keeps_the_money_and_asks_a_person(heard):
    def sold_out(sender, due, **facts):
        owing.extend(due, timezone.now())
        raise Refused("Sold out.")

    owed = due()
    signals.payment_settled.connect(sold_out)
    paying.settle("vietqr", came(note=owed.reference))
    signals.payment_settled.disconnect(sold_out)
    owed.refresh_from_db()
    trouble = Trouble.objects.get()
    assert (owed.paid, trouble.kind, trouble.text) == (150_000, Trouble.Kind.UNDELIVERED, "Sold out.")


def test_another_way_gives_up_the_one_before_without_a_new_due(heard):
    owed = due()
    first = paying.begin(owed, "vietqr")
    assert paying.begin(owed, "vietqr") == first
    second = paying.begin(owed, "cod")
    first.refresh_from_db()
    assert (first.state, second.state) == (Attempt.State.ABANDONED, Attempt.State.PROMISED)
    assert names(heard) == ["payment_under_way", "payment_promised"]


def test_cash_is_refused_where_it_may_not_be(settings):
    settings.COD_LIMIT = 200_000
    for owed in (due(200_001), due(restrictions=["no_cash"]), due(phone="")):
        assert "cod" not in [way.code for way in paying.ways(owed)]
        with pytest.raises(Refused):
            paying.begin(owed, "cod")
    assert "cod" in [way.code for way in paying.ways(due(200_000))]


def test_cash_at_the_door_settles_on_the_couriers_account(heard):
    owed = due()
    paying.begin(owed, "cod")
    for _twice in range(2):
        collecting.collected(owed, 150_000, carrier="ghn", reference="GHN1", by=None)
    owed.refresh_from_db()
    assert owed.state == Due.State.PAID
    assert reading.balance("courier:ghn") == 150_000
    assert Settlement.objects.count() == 1
    assert names(heard) == ["payment_promised", "payment_settled"]


def test_saying_it_is_transferred_holds_it_longer_once(heard):
    owed = due(until=timezone.now() + timedelta(minutes=1))
    attempt = paying.begin(owed, "vietqr")
    owed.refresh_from_db()
    before = owed.until
    paying.claim(attempt)
    owed.refresh_from_db()
    assert owed.until > before
    paying.claim(attempt)
    assert names(heard) == ["payment_under_way", "payment_under_way"]


def test_lowering_to_what_was_paid_settles(heard):
    owed = due()
    paying.settle("vietqr", came(amount=100_000, note=owed.reference))
    owing.lower(owed, 100_000, by=None, reason="one parcel less")
    assert owed.state == Due.State.PAID
    assert names(heard) == ["payment_settled"]
    with pytest.raises(Refused):
        owing.lower(owed, 120_000, by=None, reason="more")


def test_nothing_owed_and_nothing_paid_is_closed():
    owed = due()
    paying.begin(owed, "vietqr")
    owing.lower(owed, 0, by=None, reason="cancelled")
    assert owed.state == Due.State.CLOSED
    assert owed.attempts.get().state == Attempt.State.ABANDONED
    with pytest.raises(Refused):
        paying.begin(owed, "vietqr")
