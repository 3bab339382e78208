"""The process killed, the same told at once, anything in any order: no lost money, nothing paid twice."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection, connections
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from payment_rows import due, person

from at_once import at_once, of_each, refusals
from fake_stripe import SECRET, FakeStripe
from office.ledger import reading as books
from office.outbox import Job, drain
from office.payment import banking, collecting, looking_up, owing, paying, refunding, remitting, solving
from office.payment.gateways import Arrival, Line
from office.payment.models import Attempt, BankLine, Due, Refund, Settlement, Trouble
from office.stages import Refused

ROOT = Path(__file__).resolve().parent.parent.parent
KILLED = -9


@pytest.fixture
def fake(settings):
    with FakeStripe() as server:
        settings.STRIPE_SECRET_KEY = "sk_test_fake"
        settings.STRIPE_WEBHOOK_SECRET = SECRET
        settings.STRIPE_API_BASE = server.url
        settings.STRIPE_TIMEOUT = 5
        yield server


def in_another_process(fake, code, *, wait=True):
    """Run `code` in a process of its own on the same database; the fake server kills it when asked to."""
    facts = connection.settings_dict
    if connection.vendor == "sqlite":
        url = f"sqlite:///{facts['NAME']}"
    else:
        url = f"postgres://{facts['USER']}@{facts['HOST']}:{facts['PORT']}/{facts['NAME']}"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "shop.settings.test",
        "DATABASE_URL": url,
        "STRIPE_SECRET_KEY": "sk_test_fake",
        "STRIPE_WEBHOOK_SECRET": SECRET,
        "STRIPE_API_BASE": fake.url,
        "PYTHONPATH": str(ROOT),
    }
    connections.close_all()
    start = "import django, os, signal; django.setup(); input();\n"
    process = subprocess.Popen(
        [sys.executable, "-c", start + code], env=environment, cwd=ROOT, stdin=subprocess.PIPE, text=True
    )
    fake.kills = process.pid if wait else 0
    process.communicate("\n", timeout=60)
    return process.returncode


def again(kind):
    """The claim of the dead process has ended: the worker does its jobs."""
    Job.objects.filter(kind=kind).update(due_at=timezone.now())
    drain(kind)


@pytest.mark.django_db(transaction=True)
def test_killed_between_the_session_and_our_note_of_it(fake):
    owed = due()
    code = f"from office.payment import paying; from office.payment.models import Due; paying.begin(Due.objects.get(pk={owed.pk}), 'stripe')"
    assert in_another_process(fake, code) == KILLED
    attempt = Attempt.objects.get()
    assert (attempt.state, attempt.provider_reference) == (Attempt.State.BEGUN, "")
    fake.pay(next(iter(fake.sessions)))  # the payer had the page open
    again("payment-look-up")
    attempt.refresh_from_db()
    assert attempt.state == Attempt.State.SUCCEEDED
    assert Due.objects.get().state == Due.State.PAID
    assert len(fake.sessions) == 1


@pytest.mark.django_db(transaction=True)
def test_killed_between_the_payment_and_our_settlement(fake):
    owed = due()
    attempt = paying.begin(owed, "stripe")
    fake.pay(attempt.provider_reference)
    code = f"from office.payment import looking_up; from office.payment.models import Attempt; looking_up.look_up(Attempt.objects.get(pk={attempt.pk}))"
    assert in_another_process(fake, code) == KILLED
    assert not Settlement.objects.exists()
    again("payment-look-up")
    assert Due.objects.get().state == Due.State.PAID
    assert books.balance("stripe") == 150_000


@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_of_settling_takes_nothing_and_the_callback_is_handled_later(fake):
    owed = due()
    attempt = paying.begin(owed, "stripe")
    fake.pay(attempt.provider_reference)
    body, headers = fake.signed(fake.last("checkout.session.completed"))
    code = (
        "from office.payment import callbacks, signals\n"
        "def die(**facts): os.kill(os.getpid(), signal.SIGKILL)\n"
        "signals.payment_settled.connect(die)\n"
        f"callbacks.receive('stripe', {body!r}, {headers!r})"
    )
    assert in_another_process(fake, code, wait=False) == KILLED
    assert (Settlement.objects.count(), Due.objects.get().paid, books.balance("stripe")) == (0, 0, 0)
    again("payment-callback")
    assert Due.objects.get().state == Due.State.PAID
    assert books.balance("stripe") == 150_000


@pytest.mark.django_db(transaction=True)
def test_killed_between_the_refund_and_our_note_of_it(fake):
    owed = due()
    attempt = paying.begin(owed, "stripe")
    fake.pay(attempt.provider_reference)
    looking_up.look_up(attempt)
    code = f"from office.payment import refunding; from office.payment.models import Due; refunding.refund(Due.objects.get(pk={owed.pk}), 60000, reason='one', key='a', by=None)"
    assert in_another_process(fake, code) == KILLED
    assert (Refund.objects.get().stage, len(fake.refunds)) == ("asked", 1)
    again("payment-refund")
    assert (Refund.objects.get().stage, len(fake.refunds)) == ("done", 1)
    assert books.balance("stripe") == 90_000


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_same_webhook_eight_times_at_once_settles_once(settings):
    settings.SEPAY_API_KEY, settings.VIETQR_ACCOUNT = "key", "0071000888888"
    owed = due()
    body = {
        "id": 7,
        "accountNumber": "0071000888888",
        "content": owed.reference,
        "transferType": "in",
        "transferAmount": 150_000,
        "referenceCode": "FT7",
    }

    def tell(_n):
        answer = Client().post(
            "/thanh-toan/goi-lai/vietqr/",
            json.dumps(body),
            content_type="application/json",
            headers={"Authorization": "Apikey key"},
        )
        return answer.status_code

    codes = of_each(8, tell)
    drain()
    owed.refresh_from_db()
    assert codes == [200] * 8
    assert (owed.state, Settlement.objects.count(), Trouble.objects.count()) == (Due.State.PAID, 1, 0)
    assert books.balance("bank") == 150_000


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("other", ["a statement without references", "the courier's list"])
def test_money_told_twice_at_the_same_moment_is_in_the_bank_once(other):
    by = person()
    for n in range(5):
        owed = due()
        if other == "the courier's list":
            collecting.collected(owed, 150_000, carrier="ghn", reference=f"G{n}", by=None)
            note = "COD GHN"
            act = lambda n=n: remitting.remit(  # noqa: E731
                "ghn", [(f"G{n}", 150_000)], bank_reference=f"FT{n}", by=by
            )
        else:
            note = owed.reference
            line = Line(
                "0071000888888", f"{BankLine.NAMELESS}{n}", 150_000, f"Đơn hàng {note}", timezone.now()
            )
            act = lambda line=line: banking.take(line, source="statement")  # noqa: E731
        told = Line("0071000888888", f"FT{n}", 150_000, note, timezone.now())
        at_once(act, lambda line=told: banking.take(line, source="webhook"))
        assert books.balance("bank") == 150_000 * (n + 1)
    assert not Trouble.objects.filter(solved_at=None).exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_paying_closing_and_refunding_at_once_never_lock_each_other_out():
    owed = due()
    paying.begin(owed, "vietqr")

    def act(n):
        mine = Due.objects.get(pk=owed.pk)
        if n % 3 == 0:
            paying.settle("vietqr", Arrival(reference=f"FT{n}", amount=150_000, note=owed.reference))
        elif n % 3 == 1:
            owing.close(mine, by=None, reason="x")
        else:
            refunding.refund(mine, 100_000, reason="x", key=f"r{n}", by=None)

    results = of_each(12, act)
    assert all(n % 3 == 2 for n, each in enumerate(results) if isinstance(each, Refused))
    owed.refresh_from_db()
    assert owed.paid == 4 * 150_000
    assert owed.refunded == 100_000 * Refund.objects.count() <= owed.paid
    assert books.balance("bank") == -books.balance("payers", about=owed.reference) == 600_000


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_ten_refunds_at_once_never_pay_back_more_than_came():
    owed = due()
    paying.settle("vietqr", Arrival(reference="FT1", amount=150_000, note=owed.reference))
    results = of_each(
        10, lambda n: refunding.refund(Due.objects.get(pk=owed.pk), 40_000, reason="x", key=f"r{n}", by=None)
    )
    assert len(refusals(results)) == 7
    assert Refund.objects.count() == 3


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["pay", "cash", "stray", "close", "lower", "refund", "hand", "drop", "assign", "reopen"]
        ),
        st.integers(0, 2),
        st.integers(1, 300_000),
    ),
    min_size=3,
    max_size=14,
)


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(STEPS)
def test_over_any_history_the_books_balance_to_the_dong(steps):
    by, dues = person(), [due(150_000) for _ in range(3)]
    before = balances()
    for n, (what, which, amount) in enumerate(steps):
        owed = Due.objects.get(pk=dues[which].pk)
        try:
            do(what, owed, amount, f"{owed.reference}-{n}", by)
        except Refused:
            continue
    bank, couriers, payers, unassigned = (now - then for now, then in zip(balances(), before, strict=True))
    here = Due.objects.filter(pk__in=[each.pk for each in dues])
    done = sum(each.amount for each in Refund.objects.filter(due__in=here, stage="done"))
    assert bank + couriers + payers + unassigned == 0
    assert -payers == sum(each.paid for each in here) - done
    for each in here:
        assert each.paid == sum(settled.amount for settled in each.settlements.all())
        live = each.refunds.exclude(stage="dropped")
        assert each.refunded == sum(refund.amount for refund in live) <= each.paid
        assert books.balance("payers", about=each.reference) == -each.paid + sum(
            refund.amount for refund in live.filter(stage="done")
        )


def balances():
    return [books.balance(code) for code in ("bank", "courier:ghn", "payers", "unassigned")]


def do(what, owed, amount, key, by):  # noqa: PLR0912  (one arm for each thing that may happen)
    match what:
        case "pay":
            paying.settle("vietqr", Arrival(reference=key, amount=amount, note=owed.reference))
        case "cash":
            collecting.collected(owed, amount, carrier="ghn", reference=key, by=by)
        case "stray":
            paying.settle("vietqr", Arrival(reference=key, amount=amount, note="?"))
        case "close":
            owing.close(owed, by=by, reason="x")
        case "lower":
            owing.lower(owed, amount, by=by, reason="x")
        case "refund":
            refunding.refund(owed, amount, reason="x", key=key, by=by, account={"number": "123456"})
        case "hand":
            for refund in owed.refunds.filter(stage="asked"):
                refunding.by_hand(refund, bank_reference=key, by=by)
        case "drop":
            for refund in owed.refunds.filter(stage="asked"):
                refunding.drop(refund, by=by, reason="x")
        case "assign":
            for trouble in Trouble.objects.filter(kind="unknown", solved_at=None):
                solving.assign(trouble, owed, by=by, reason="x")
        case "reopen":
            for trouble in owed.troubles.filter(kind="late", solved_at=None):
                solving.reopen(trouble, by=by, reason="x")
