"""Cards by Stripe Checkout: its own page takes the card and asks the bank (SCA), ours never sees either."""

import json
from datetime import UTC, datetime, timedelta

import stripe
from django.conf import settings
from django.utils.translation import gettext_lazy

from office.outbox import wait_at_most
from office.payment.models.attempt import Attempt

from .base import (
    Arrival,
    Declined,
    Dispute,
    Failure,
    Forged,
    Gateway,
    Hitch,
    Kept,
    Returned,
    ReturnedInAll,
    Step,
    Unreachable,
)

OPEN_FOR = timedelta(minutes=60)  # a Checkout Session; Stripe allows 30 minutes to 24 hours
SMALLEST = 12_000  # đồng: Stripe takes no less than half a US dollar


class Stripe(Gateway):
    """VND has no smaller coin: amounts are whole đồng at Stripe too. Hidden without its two secrets."""

    code = "stripe"
    prepays = True
    asset = "stripe"
    label = gettext_lazy("Card (Visa, Mastercard, JCB)")
    explained = gettext_lazy("On Stripe's secure page. Your bank may ask you to confirm.")
    looks_up = True
    refunds = True
    calls_back = True
    keeps = True

    def is_configured(self):
        return bool(settings.STRIPE_SECRET_KEY and settings.STRIPE_WEBHOOK_SECRET)

    def refuses(self, due):
        if due.rest < SMALLEST:
            return str(gettext_lazy("This is too little for a card payment."))
        return None

    def begin(self, attempt, urls):
        session = _ask(
            lambda client: client.v1.checkout.sessions.create(
                params=session_params(attempt, urls), options={"idempotency_key": f"attempt-{attempt.key}"}
            )
        )
        return Step(Attempt.State.UNDER_WAY, url=session.url or "", provider_reference=session.id)

    def kept_headers(self, headers):
        return {"Stripe-Signature": headers.get("Stripe-Signature", "")[:500]}

    def verify(self, body, headers):
        """Signature and time: an event older than five minutes when sent is a replay."""
        try:
            event = stripe.Webhook.construct_event(
                body, headers.get("Stripe-Signature", ""), settings.STRIPE_WEBHOOK_SECRET
            )
            return str(event.id)[:120]
        except (ValueError, AttributeError, stripe.SignatureVerificationError) as fault:
            raise Forged(str(fault)[:200]) from fault

    def events(self, body):
        event = json.loads(body)
        return read(event["type"], event["data"]["object"], event.get("created"))

    def answer(self):
        return {"received": True}

    def look_up(self, attempt):
        """By the session; one that may never have been made is asked for again with the same key."""
        if not attempt.provider_reference:
            return []
        session = _ask(lambda client: client.v1.checkout.sessions.retrieve(attempt.provider_reference))
        return of_session(session.to_dict(), at=None)

    def give_up(self, attempt):
        if not attempt.provider_reference:
            return
        try:
            _ask(lambda client: client.v1.checkout.sessions.expire(attempt.provider_reference))
        except Declined:  # it is complete or expired already: then its event tells
            return

    def refund(self, refund):
        made = _ask(
            lambda client: client.v1.refunds.create(
                params={
                    "payment_intent": refund.settlement.reference,
                    "amount": refund.amount,
                    "metadata": {"refund": str(refund.pk), "round": str(refund.round)},
                },
                options={"idempotency_key": refund.idempotency_key},
            )
        )
        return of_refund(made.to_dict(), refund.pk)

    def look_up_refund(self, refund):
        found = _ask(lambda client: client.v1.refunds.retrieve(refund.provider_reference))
        return of_refund(found.to_dict(), refund.pk)

    def kept_of(self, settlement):
        params = {"expand": ["latest_charge.balance_transaction"]}
        found = _ask(lambda client: client.v1.payment_intents.retrieve(settlement.reference, params=params))
        charge = found.to_dict().get("latest_charge")
        return of_balance(charge.get("balance_transaction"), settlement.amount) if charge else None

    def kept_of_refund(self, refund):
        params = {"expand": ["balance_transaction"]}
        found = _ask(lambda client: client.v1.refunds.retrieve(refund.provider_reference, params=params))
        return of_balance(found.to_dict().get("balance_transaction"), refund.amount)


def session_params(attempt, urls):
    """The same for the same attempt, whenever asked: Stripe compares them under the idempotency key."""
    due = attempt.due
    marks = {"attempt": str(attempt.pk), "due": due.reference}
    params = {
        "mode": "payment",
        "client_reference_id": due.reference,
        "metadata": marks,
        "payment_intent_data": {"metadata": marks, "description": due.reference},
        "line_items": [
            {
                "quantity": 1,
                "price_data": {
                    "currency": "vnd",
                    "unit_amount": attempt.amount,
                    "product_data": {"name": due.reference},
                },
            }
        ],
        "locale": due.language,
        "success_url": urls.back,
        "cancel_url": urls.cancel,
        "expires_at": int((attempt.made_at + OPEN_FOR).timestamp()),
    }
    return params | ({"customer_email": due.email} if due.email else {})


def read(kind, thing, created):
    """What an event of this type means."""
    at = datetime.fromtimestamp(created, UTC) if created else None
    if kind in {"checkout.session.completed", "checkout.session.async_payment_succeeded"}:
        return of_session(thing, at)
    if kind in {"checkout.session.async_payment_failed", "checkout.session.expired"}:
        return [Failure(attempt, kind.rpartition(".")[2])] if (attempt := _attempt_of(thing)) else []
    if kind == "payment_intent.payment_failed":
        why = (thing.get("last_payment_error") or {}).get("code") or "declined"
        return [Hitch(attempt, why)] if (attempt := _attempt_of(thing)) else []
    if kind in {"refund.created", "refund.updated", "refund.failed", "charge.refund.updated"}:
        ours = (thing.get("metadata") or {}).get("refund", "")
        return [of_refund(thing, int(ours), raises=False)] if ours.isdigit() else []
    if kind == "charge.refunded":
        return [ReturnedInAll(thing.get("payment_intent") or "", thing["amount_refunded"])]
    if kind == "charge.dispute.created":
        reason = str(thing.get("reason", ""))
        return [Dispute(thing.get("payment_intent") or "", thing["amount"], reason)]
    return []


def of_session(session, at):
    """An arrival when it has been paid, a failure when it has ended, else nothing."""
    attempt = _attempt_of(session)
    if session.get("payment_status") == "paid":
        payment = session["payment_intent"]
        return [
            Arrival(
                reference=payment if isinstance(payment, str) else payment["id"],
                amount=session["amount_total"],
                currency=session["currency"],
                note=session.get("client_reference_id") or "",
                at=at,
                attempt=attempt or None,
            )
        ]
    if session.get("status") == "expired" and attempt:
        return [Failure(attempt, "expired")]
    return []


def of_refund(made, refund, *, raises=True):
    """A refund object as `Returned`; one that failed raises `Declined` unless it is only reported."""
    status = made.get("status")
    failed = str(made.get("failure_reason") or status) if status in {"failed", "canceled"} else ""
    if failed and raises:
        raise Declined(failed)
    said = str((made.get("metadata") or {}).get("round", ""))
    return Returned(
        made["id"],
        refund,
        pending=status in {"pending", "requires_action"},
        failed=failed,
        round=int(said) if said.isdigit() else 0,
    )


def of_balance(moved, amount):
    """The fee in a balance transaction of `amount` đồng, None while there is none.

    An account at Stripe is rarely kept in đồng: then the fee is turned back at the rate of that very movement.
    """
    if not isinstance(moved, dict):
        return None
    fee, currency = moved["fee"], moved["currency"].lower()
    said = f"{fee} {currency}"
    if currency != "vnd" and fee:
        whole = abs(moved["amount"])
        if not whole:
            return None
        half = whole // 2 if fee > 0 else -(whole // 2)
        fee = int((fee * amount + half) / whole)
    return Kept(moved["id"], fee, said)


def _attempt_of(thing):
    mark = str((thing.get("metadata") or {}).get("attempt", ""))
    return int(mark) if mark.isdigit() else 0


def _ask(question):
    """Ask Stripe. What it did not answer clearly is `Unreachable`, what it refused `Declined`."""
    try:
        return question(_client())
    except (stripe.APIConnectionError, stripe.RateLimitError, stripe.IdempotencyError) as fault:
        raise Unreachable(str(fault)) from fault
    except (stripe.InvalidRequestError, stripe.CardError) as fault:
        raise Declined(fault.user_message or str(fault)) from fault
    except stripe.StripeError as fault:  # their fault, or our key: nothing is decided
        raise Unreachable(str(fault)) from fault


def _client():
    return stripe.StripeClient(
        settings.STRIPE_SECRET_KEY,
        base_addresses={"api": settings.STRIPE_API_BASE} if settings.STRIPE_API_BASE else None,
        http_client=stripe.RequestsClient(timeout=wait_at_most(settings.STRIPE_TIMEOUT)),
        max_network_retries=1,
    )
