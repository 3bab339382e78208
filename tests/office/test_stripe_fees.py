"""What Stripe keeps for its work: learnt after the payment, booked once, borne by the house."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from payment_rows import due

from fake_stripe import SECRET, FakeStripe
from office.ledger import reading
from office.outbox import Job, drain
from office.payment import callbacks, costing, paying, refunding
from office.payment.gateways import Arrival, Unreachable
from office.payment.models import Fee, Refund, Settlement

pytestmark = pytest.mark.django_db


@pytest.fixture
def fake(settings):
    with FakeStripe() as server:
        settings.STRIPE_SECRET_KEY = "sk_test_fake"
        settings.STRIPE_WEBHOOK_SECRET = SECRET
        settings.STRIPE_API_BASE = server.url
        settings.STRIPE_TIMEOUT = 3
        server.per_mille, server.fixed = 29, 8_000
        yield server


@pytest.fixture
def paid(fake):
    """The due of somebody who paid 150.000 ₫ by card."""
    attempt = paying.begin(due(), "stripe")
    fake.pay(attempt.provider_reference)
    callbacks.receive("stripe", *fake.signed(fake.last("checkout.session.completed")))
    drain("payment-callback")
    attempt.due.refresh_from_db()
    return attempt.due


def minutes_later():
    Job.objects.filter(kind="payment-fee").update(due_at=timezone.now())
    drain("payment-fee")


def balances(*codes):
    return tuple(reading.balance(code) for code in codes)


def test_the_fee_of_a_payment_is_the_houses_cost_and_what_lies_at_stripe_is_less_by_it(paid):
    assert not Fee.objects.exists()  # nobody who pays waits for it
    minutes_later()
    fee = Fee.objects.get()
    assert (fee.amount, fee.due, fee.said) == (12_350, paid, "12350 vnd")
    assert balances("gateway-fees", "stripe", "payers") == (12_350, 137_650, -150_000)
    assert paid.returnable == 150_000  # the payer is owed all of it
    assert not Job.objects.filter(kind="payment-fee").exists()


def test_asked_twice_by_a_crash_or_by_night_it_is_booked_once(paid):
    for _time in range(3):
        costing.ask(Settlement.objects.get())
    minutes_later()
    assert costing.ask_all() == 0
    assert (Fee.objects.count(), reading.balance("gateway-fees")) == (1, 12_350)


def test_what_stripe_does_not_know_yet_is_asked_for_again_by_the_worker_and_by_night(paid, fake):
    fake.books_late = True
    minutes_later()
    assert (Fee.objects.count(), Job.objects.get(kind="payment-fee").tries) == (0, 1)
    assert costing.ask_all() == 0
    fake.books_late = False
    assert costing.ask_all() == 1
    minutes_later()
    assert (Fee.objects.count(), Job.objects.filter(kind="payment-fee").count()) == (1, 0)


def test_stripe_down_is_nobodys_loss(paid, fake):
    fake.down = True
    with pytest.raises(Unreachable):
        costing.ask(Settlement.objects.get())
    minutes_later()
    assert costing.ask_all() == 0
    assert balances("gateway-fees", "stripe") == (0, 150_000)
    fake.down = False
    minutes_later()
    assert reading.balance("gateway-fees") == 12_350


@pytest.mark.parametrize(("fee", "kept"), [(0, 0), (2_500, 2_500), (-1_000, -1_000)])
def test_a_refund_has_a_fee_of_its_own_where_stripe_says_so(paid, fake, fee, kept):
    minutes_later()
    fake.refund_fee = fee
    refunding.refund(paid, 50_000, reason="one less", key="a", by=None)
    drain("payment-refund")
    minutes_later()
    assert Refund.objects.get().fees.get().amount == kept
    assert balances("gateway-fees", "stripe") == (12_350 + kept, 150_000 - 12_350 - 50_000 - kept)
    minutes_later()
    assert costing.ask_all() == 0
    assert sum(reading.trial_balance().values()) == 0


def test_a_refund_that_came_back_and_goes_by_hand_is_not_asked_about(paid):
    made = refunding.refund(paid, 50_000, reason="one less", key="a", by=None)
    drain("payment-refund")
    made.refresh_from_db()
    refunding.again(refunding.fail(made, "lost card"), by=None, by_hand=True)
    minutes_later()
    assert not Job.objects.filter(kind="payment-fee").exists()
    assert not made.fees.exists()


def test_an_account_kept_in_another_currency_is_turned_back_at_the_rate_of_that_movement(paid, fake):
    fake.kept_in, fake.rate = "sgd", 190  # đồng for one cent
    minutes_later()
    fee = Fee.objects.get()
    assert fee.said == "65 sgd"
    assert fee.amount == 12_357  # 65 of 789 cents are so much of 150.000 ₫
    assert sum(reading.trial_balance().values()) == 0


def test_a_bank_transfer_costs_nothing_and_is_not_asked_about():
    owed = due()
    paying.settle("vietqr", Arrival(reference="FT1", amount=150_000), due=owed)
    assert not Job.objects.filter(kind="payment-fee").exists()
    assert costing.ask_all() == 0


def test_what_is_older_than_two_months_is_not_asked_about_by_night(paid):
    Settlement.objects.update(made_at=timezone.now() - costing.LOOK_BACK - timedelta(days=1))
    assert costing.ask_all() == 0


def test_the_database_keeps_one_fee_for_a_movement_and_none_of_nothing(paid):
    facts = {"gateway": "stripe", "amount": 1, "said": "1 vnd"}
    Fee.objects.create(reference="txn_1", settlement=Settlement.objects.get(), **facts)
    for more in ({"reference": "txn_1", "settlement": Settlement.objects.get()}, {"reference": "txn_2"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Fee.objects.create(**more, **facts)
