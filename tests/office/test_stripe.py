"""Cards, through Stripe's own library against a loop-back server that speaks its wire format."""

import time

import pytest
from django.utils import translation
from payment_rows import due, person

from fake_stripe import SECRET, FakeStripe
from office.ledger import reading
from office.outbox import drain
from office.payment import callbacks, looking_up, owing, paying, refunding, signals, solving
from office.payment.gateways import Unreachable
from office.payment.models import Attempt, Callback, Due, Refund, Settlement, Trouble
from office.stages import Refused

pytestmark = pytest.mark.django_db
CALLBACK = "/thanh-toan/goi-lai/stripe/"


@pytest.fixture
def fake(settings):
    with FakeStripe() as server:
        settings.STRIPE_SECRET_KEY = "sk_test_fake"
        settings.STRIPE_WEBHOOK_SECRET = SECRET
        settings.STRIPE_API_BASE = server.url
        settings.STRIPE_CHECKOUT_ORIGIN = server.url
        settings.STRIPE_TIMEOUT = 3
        yield server


@pytest.fixture
def begun(fake):
    owed = due()
    return paying.begin(owed, "stripe")


def told(client, fake, event, **forgery):
    """Send an event as Stripe would, and let the outbox work."""
    body, headers = fake.signed(event, **forgery)
    answer = client.post(
        CALLBACK,
        body,
        content_type="application/json",
        headers={"Stripe-Signature": headers["Stripe-Signature"]},
    )
    drain("payment-callback")
    return answer


def test_without_keys_it_is_hidden(settings):
    settings.STRIPE_SECRET_KEY = ""
    assert "stripe" not in [way.code for way in paying.ways(due())]


def test_dong_have_no_smaller_coin_at_stripe(begun, fake):
    assert begun.state == Attempt.State.UNDER_WAY
    assert begun.data["url"].startswith(fake.url)
    session = fake.sessions[begun.provider_reference]
    assert (session["amount_total"], session["currency"]) == (150_000, "vnd")


def test_a_paid_session_settles_and_balances(client, begun, fake):
    fake.pay(begun.provider_reference)
    answer = told(client, fake, fake.last("checkout.session.completed"))
    begun.refresh_from_db()
    owed = Due.objects.get()
    assert (answer.status_code, owed.state, begun.state) == (200, Due.State.PAID, Attempt.State.SUCCEEDED)
    assert (reading.balance("stripe"), reading.balance("payers", about=owed.reference)) == (150_000, -150_000)


def test_doubled_and_reordered_events_settle_once(client, begun, fake):
    fake.decline(begun.provider_reference)
    fake.pay(begun.provider_reference)
    done, declined = fake.last("checkout.session.completed"), fake.last("payment_intent.payment_failed")
    for event in (done, done, declined, done):
        assert told(client, fake, event).status_code == 200
    assert Settlement.objects.count() == 1
    assert Due.objects.get().state == Due.State.PAID
    assert not Trouble.objects.exists()
    assert Callback.objects.filter(outcome="again").count() == 2


def test_a_declined_card_leaves_the_page_open_for_another(client, begun, fake):
    fake.decline(begun.provider_reference)
    told(client, fake, fake.last("payment_intent.payment_failed"))
    begun.refresh_from_db()
    assert (begun.state, begun.error) == (Attempt.State.UNDER_WAY, "card_declined")


@pytest.mark.parametrize("forgery", [{"secret": "whsec_other"}, {"at": time.time() - 3600}])
def test_forged_and_stale_events_are_kept_without_effect(client, begun, fake, forgery):
    fake.pay(begun.provider_reference)
    answer = told(client, fake, fake.last("checkout.session.completed"), **forgery)
    callback = Callback.objects.get()
    assert answer.status_code == 401
    assert (callback.verified, callback.event, callback.outcome[:6]) == (False, None, "forged")
    assert not Settlement.objects.exists()


def test_a_body_changed_on_the_way_is_forged(client, begun, fake):
    fake.pay(begun.provider_reference)
    body, headers = fake.signed(fake.last("checkout.session.completed"))
    answer = client.post(
        CALLBACK,
        body.replace(b"150000", b"950000"),
        content_type="application/json",
        headers={"Stripe-Signature": headers["Stripe-Signature"]},
    )
    assert answer.status_code == 401


def test_what_is_too_large_is_not_read(client, fake):
    answer = client.post(CALLBACK, b"x" * (callbacks.MOST_BYTES + 1), content_type="application/json")
    assert (answer.status_code, Callback.objects.count()) == (413, 0)


def test_a_flood_of_forged_events_is_not_kept(client, fake):
    answers = [client.post(CALLBACK, b"{}", content_type="application/json").status_code for _ in range(80)]
    assert answers == [401] * 30 + [429] * 50
    assert Callback.objects.count() == 30


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"amount": 100_000}, Trouble.Kind.UNDER),
        ({"amount": 200_000}, Trouble.Kind.OVER),
        ({"currency": "usd"}, Trouble.Kind.CURRENCY),
    ],
)
def test_a_wrong_amount_or_currency_waits_for_a_person(client, begun, fake, change, kind):
    fake.pay(begun.provider_reference, **change)
    told(client, fake, fake.last("checkout.session.completed"))
    assert Trouble.objects.get().kind == kind


def test_an_expired_session_fails_the_try_and_keeps_the_due_open(client, begun, fake):
    fake.expire_session(fake.sessions[begun.provider_reference])
    told(client, fake, fake.last("checkout.session.expired"))
    begun.refresh_from_db()
    assert (begun.state, Due.objects.get().state) == (Attempt.State.FAILED, Due.State.OPEN)
    assert paying.begin(begun.due, "stripe").pk != begun.pk


def test_no_answer_leaves_it_unknown_and_the_look_up_decides(fake):
    owed = due()
    fake.dies_after = True  # the session is made; the answer never arrives
    attempt = paying.begin(owed, "stripe")
    assert attempt.state == Attempt.State.UNKNOWN
    with pytest.raises(Unreachable):
        looking_up.look_up(attempt)
    fake.dies_after = False
    looking_up.look_up(attempt)
    assert attempt.state == Attempt.State.UNDER_WAY
    assert list(fake.sessions) == [attempt.provider_reference]  # one session, whatever was tried
    fake.pay(attempt.provider_reference)
    looking_up.look_up(attempt)
    assert attempt.state == Attempt.State.SUCCEEDED


def test_asked_again_from_another_language_it_is_the_same_session(fake):
    with translation.override("en"):
        owed = due()
        fake.dies_after = True
        attempt = paying.begin(owed, "stripe")
    fake.dies_after = False
    with translation.override("vi"):
        looking_up.look_up(attempt)
    assert list(fake.sessions) == [attempt.provider_reference]
    assert "/en/" in fake.sessions[attempt.provider_reference]["success_url"]


def test_what_a_room_above_refuses_is_not_left_open_at_stripe(fake):
    def sold(sender, **facts):
        raise Refused("Sold meanwhile.")

    owed = due()
    signals.payment_under_way.connect(sold)
    with pytest.raises(Refused):
        paying.begin(owed, "stripe")
    signals.payment_under_way.disconnect(sold)
    drain("payment-give-up")
    attempt = Attempt.objects.get()
    assert (attempt.state, fake.sessions[attempt.provider_reference]["status"]) == ("failed", "expired")


def test_a_slow_provider_costs_the_timeout_and_no_money(fake, settings):
    settings.STRIPE_TIMEOUT = 0.3
    fake.slow = 1
    attempt = paying.begin(due(), "stripe")
    assert attempt.state == Attempt.State.UNKNOWN
    fake.slow = 0
    settings.STRIPE_TIMEOUT = 3
    assert looking_up.look_up(attempt).state == Attempt.State.UNDER_WAY


def test_another_way_closes_the_session_so_that_nobody_pays_twice(begun, fake):
    paying.begin(begun.due, "vietqr")
    drain("payment-give-up")
    assert fake.sessions[begun.provider_reference]["status"] == "expired"


def test_paid_in_the_moment_of_changing_the_way_is_taken(begun, fake):
    fake.pay(begun.provider_reference)
    paying.begin(begun.due, "vietqr")
    drain("payment-give-up")
    assert Due.objects.get().state == Due.State.PAID


def paid(client, fake, begun):
    fake.pay(begun.provider_reference)
    told(client, fake, fake.last("checkout.session.completed"))
    return Due.objects.get()


def test_refunds_in_part_and_in_full_go_back_by_stripe(client, begun, fake):
    owed = paid(client, fake, begun)
    first = refunding.refund(owed, 50_000, reason="one less", key="a", by=None)
    assert refunding.refund(owed, 50_000, reason="one less", key="a", by=None) == first
    refunding.refund(owed, 100_000, reason="all", key="b", by=None)
    drain("payment-refund")
    assert [each.stage for each in Refund.objects.all()] == ["done", "done"]
    assert sum(each["amount"] for each in fake.refunds.values()) == 150_000
    assert (reading.balance("stripe"), reading.balance("payers", about=owed.reference)) == (0, 0)
    for event in [each for each in fake.events if "refund" in each["type"]]:
        told(client, fake, event)
    assert not Trouble.objects.exists()


def test_a_refund_asked_for_twice_by_a_crash_is_one_at_stripe(client, begun, fake):
    owed = paid(client, fake, begun)
    made = refunding.refund(owed, 150_000, reason="all", key="a", by=None)
    fake.dies_after = True
    drain("payment-refund")
    made.refresh_from_db()
    assert made.stage == "asked"
    fake.dies_after = False
    refunding.send(made)
    made.refresh_from_db()
    assert (made.stage, len(fake.refunds)) == ("done", 1)


def test_a_refund_that_fails_days_later_comes_back_to_the_desk(client, begun, fake):
    owed = paid(client, fake, begun)
    made = refunding.refund(owed, 150_000, reason="all", key="a", by=None)
    drain("payment-refund")
    fake.fail_refund(next(iter(fake.refunds)))
    told(client, fake, fake.last("refund.failed"))
    made.refresh_from_db()
    assert (made.stage, Trouble.objects.get().kind) == ("failed", Trouble.Kind.REFUND_FAILED)
    assert reading.balance("payers", about=owed.reference) == -150_000


def test_a_late_word_about_a_refund_that_failed_does_not_undo_the_one_that_was_tried_again(
    client, begun, fake
):
    owed = paid(client, fake, begun)
    made = refunding.refund(owed, 150_000, reason="all", key="a", by=None)
    drain("payment-refund")
    (first,) = fake.refunds
    fake.fail_refund(first)
    told(client, fake, fake.last("refund.failed"))
    solving.try_again(Trouble.objects.get(), by=person(), reason="another card")
    for word in ("charge.refund.updated", "refund.created"):  # before the second is sent, and after
        told(client, fake, fake.happened(word, fake.refunds[first]))
        drain("payment-refund")
        made.refresh_from_db()
        assert (made.stage, made.round) == ("done", 2)
    assert (len(fake.refunds), reading.balance("stripe")) == (2, 0)
    assert not Trouble.objects.filter(solved_at=None).exists()
    fake.fail_refund(made.provider_reference)
    told(client, fake, fake.last("refund.failed"))
    made.refresh_from_db()
    assert (made.stage, reading.balance("stripe")) == ("failed", 150_000)


def test_a_pending_refund_is_done_when_stripe_says_so(client, begun, fake):
    owed = paid(client, fake, begun)
    fake.refund_status = "pending"
    made = refunding.refund(owed, 150_000, reason="all", key="a", by=None)
    drain("payment-refund")
    made.refresh_from_db()
    assert made.stage == "sent"
    next(iter(fake.refunds.values()))["status"] = "succeeded"
    looking_up.look_up_all()
    made.refresh_from_db()
    assert made.stage == "done"


def test_what_is_refunded_at_stripe_by_hand_is_noticed_once(client, begun, fake):
    paid(client, fake, begun)
    fake.create_refund({"payment_intent": next(iter(fake.payments)), "amount": "30000"})
    for event in fake.events[-2:]:
        told(client, fake, event)
    told(client, fake, fake.happened("charge.refunded", fake.events[-1]["data"]["object"]))
    trouble = Trouble.objects.get()
    assert (trouble.kind, trouble.amount) == (Trouble.Kind.FOREIGN_REFUND, 30_000)


def test_what_is_refunded_at_stripe_by_hand_in_two_parts_is_booked_whole(client, begun, fake):
    owed = paid(client, fake, begun)
    parts = []
    for amount in ("30000", "20000"):
        fake.create_refund({"payment_intent": next(iter(fake.payments)), "amount": amount})
        parts.append(fake.last("charge.refunded"))
    for event in (*parts, fake.happened("charge.refunded", parts[0]["data"]["object"])):
        told(client, fake, event)
    solving.book_refund(Trouble.objects.get(), by=person(), reason="a jar was broken")
    owed.refresh_from_db()
    assert (owed.refunded, reading.balance("stripe")) == (50_000, 100_000)


def test_a_dispute_waits_for_a_person(client, begun, fake):
    paid(client, fake, begun)
    fake.dispute(next(iter(fake.payments)))
    told(client, fake, fake.last("charge.dispute.created"))
    assert Trouble.objects.get().kind == Trouble.Kind.DISPUTE


def test_money_for_a_closed_due_is_late(client, begun, fake):
    fake.pay(begun.provider_reference)
    event = fake.last("checkout.session.completed")
    owing.close(begun.due, by=None, reason="time is over")
    told(client, fake, event)
    assert Trouble.objects.get().kind == Trouble.Kind.LATE


def test_coming_back_asks_stripe_and_not_the_browser(client, begun, fake):
    back = paying_urls(begun)
    client.get(back)
    assert Due.objects.get().state == Due.State.OPEN
    fake.pay(begun.provider_reference)
    answer = client.get(back, follow=True)
    assert Due.objects.get().state == Due.State.PAID
    assert "Đã thanh toán" in answer.content.decode()


def paying_urls(attempt):
    from office.payment.trying import urls_of

    return urls_of(attempt).back.partition("//")[2].partition("/")[1] + urls_of(attempt).back.split("/", 3)[3]
