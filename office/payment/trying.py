"""Tries to pay: begun, promised, claimed, given up, failed."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from office.outbox import post
from office.stages import Refused

from . import locking
from .gateways import Declined, Unreachable, Urls, all_of_them, gateway
from .gateways.base import Step
from .models.attempt import Attempt
from .signals import payment_failed, payment_promised, payment_under_way, payment_waiting


def ways(due):
    """The gateways this due can be paid by now, in the order to show them."""
    return [way for way in offered() if way.refuses(due) is None]


def offered():
    """The gateways that are set up, whatever they may refuse."""
    return [way for way in all_of_them() if way.is_configured()]


def begin(due, code, *, by=None, asked=None):
    """Try to pay `due` by the gateway `code`; returns the `Attempt`. `asked`: the gateway's form, cleaned.

    The same way while it runs is the same attempt, and holds again what was held too short; another way gives up
    the one before. Call it outside
    of transactions: the provider is asked without a lock held. Raises `Refused` when the due is not open,
    the way does not take it, or a room above cannot deliver any more. A provider that does not answer leaves the attempt "unknown".
    """
    attempt = _open_attempt(due, code, by, asked or {})
    if attempt.state not in {Attempt.State.BEGUN, Attempt.State.UNKNOWN}:
        return attempt
    return advance(attempt)


def advance(attempt):
    """Ask the provider to start; what it says is written down. Safe to repeat."""
    try:
        step = ask(attempt)
    except Unreachable as fault:
        step = Step(Attempt.State.UNKNOWN)
        _write(attempt, step, error=str(fault)[:300])
        return attempt
    except Declined as fault:
        return fail(attempt, str(fault))
    try:
        return _write(attempt, step)
    except Refused as refused:  # a room above: what would be paid for is gone
        _turn_away(attempt, step, refused.message)
        raise


def ask(attempt):
    """What its provider says to this attempt, begun now or before: a `Step`. Raises `Unreachable`, `Declined`."""
    return gateway(attempt.gateway).begin(attempt, urls_of(attempt))


@transaction.atomic
def _open_attempt(due, code, by, asked):
    locked = locking.lock(due)
    way = next((each for each in offered() if each.code == code), None)
    if way is None:
        raise Refused(_("This way to pay is not offered."), field="way")
    if not locked.is_open or not locked.rest:
        raise Refused(_("There is nothing to be paid here any more."))
    if sentence := way.refuses(locked):
        raise Refused(sentence, field="way")
    before = locking.live_attempt(locked)
    if before and before.gateway == code and before.amount == locked.rest and not asked:
        if before.state == Attempt.State.UNDER_WAY and locked.until and locked.until <= timezone.now():
            under_way(locked, minutes=settings.PAYMENT_HOLD_MINUTES)
        return before
    if before:
        abandon(before, "another way")
    attempt = Attempt.objects.create(
        due=locked, gateway=code, amount=locked.rest, data=asked, by=by if by is not None and by.pk else None
    )
    if way.looks_up:
        post(
            "payment-look-up",
            {"attempt": attempt.pk, "round": 1},
            due_at=timezone.now() + timedelta(minutes=settings.PAYMENT_LOOK_UP_AFTER),
        )
    return attempt


@transaction.atomic
def _write(attempt, step, *, error=""):
    due = locking.lock(attempt.due)
    fresh = Attempt.objects.select_for_update(no_key=True).get(pk=attempt.pk)
    if fresh.state in {Attempt.State.BEGUN, Attempt.State.UNKNOWN}:
        fresh.state, fresh.error = step.state, error
        fresh.provider_reference = step.provider_reference or fresh.provider_reference
        fresh.data = attempt.data | ({"url": step.url} if step.url else {})
        fresh.save()
        _tell_rooms(due, fresh)
    elif step.provider_reference and not fresh.provider_reference:  # given up while the provider was asked
        fresh.provider_reference = step.provider_reference
        fresh.save(update_fields=["provider_reference"])
        post("payment-give-up", {"attempt": fresh.pk})
    return _show(attempt, fresh)


@transaction.atomic
def _turn_away(attempt, step, reason):
    """Nobody wants this payment any more: it ends here, and at the provider."""
    locking.lock(attempt.due)
    Attempt.objects.filter(pk=attempt.pk).update(provider_reference=step.provider_reference)
    attempt.refresh_from_db()
    fail(attempt, reason)
    if attempt.provider_reference:
        post("payment-give-up", {"attempt": attempt.pk})


def _tell_rooms(due, attempt):
    if attempt.state == Attempt.State.PROMISED:
        payment_promised.send(Attempt, due=due, attempt=attempt)
    elif attempt.state in {Attempt.State.UNDER_WAY, Attempt.State.WAITING}:
        under_way(due, minutes=settings.PAYMENT_HOLD_MINUTES)
    if attempt.state == Attempt.State.WAITING:
        payment_waiting.send(Attempt, attempt=attempt)


def under_way(due, *, minutes):
    """The payer is paying: hold it for so long from now, and tell who holds something for it."""
    until = timezone.now() + timedelta(minutes=minutes)
    locking.extend(due, until)
    payment_under_way.send(Attempt, due=due, until=until)
    return until


def agree(due, code):
    """The way was settled when the new `due` was made, and asks for nothing more: cash at the door.

    Tells no room. Raises `Refused` when the way does not take it.
    """
    if sentence := gateway(code).refuses(due):
        raise Refused(sentence, field="way")
    return Attempt.objects.create(due=due, gateway=code, amount=due.amount, state=Attempt.State.PROMISED)


@transaction.atomic
def promise(attempt, *, by=None, reason=""):
    """Take a waiting attempt as promised (phone confirmed, terms approved). Raises `Refused` otherwise."""
    due = locking.lock(attempt.due)
    fresh = Attempt.objects.select_for_update(no_key=True).get(pk=attempt.pk)
    if fresh.state != Attempt.State.WAITING or not due.is_open:
        raise Refused(_("This is not waiting for a confirmation any more."))
    fresh.state = Attempt.State.PROMISED
    fresh.data = fresh.data | {"confirmed_by": by.pk if by else None, "confirmed_for": reason}
    fresh.save(update_fields=["state", "data"])
    payment_promised.send(Attempt, due=due, attempt=fresh)
    return _show(attempt, fresh)


@transaction.atomic
def claim(attempt):
    """The payer says "I have transferred": hold it longer, once for each attempt."""
    due = locking.lock(attempt.due)
    fresh = Attempt.objects.select_for_update(no_key=True).get(pk=attempt.pk)
    if due.is_open and fresh.state == Attempt.State.UNDER_WAY and fresh.claimed_at is None:
        fresh.claimed_at = timezone.now()
        fresh.save(update_fields=["claimed_at"])
        under_way(due, minutes=settings.PAYMENT_CLAIMED_MINUTES)
    return _show(attempt, fresh)


@transaction.atomic
def abandon(attempt, reason):
    """Give a live attempt up; its provider is told after the commit. Money that still comes is taken."""
    if Attempt.objects.filter(pk=attempt.pk, state__in=Attempt.LIVE).update(
        state=Attempt.State.ABANDONED, error=reason[:300], decided_at=timezone.now()
    ):
        attempt.state = Attempt.State.ABANDONED
        if gateway(attempt.gateway).looks_up:
            post("payment-give-up", {"attempt": attempt.pk})


@transaction.atomic
def fail(attempt, reason):
    """This try came to nothing: the due stays open for another."""
    locking.lock(attempt.due)
    fresh = Attempt.objects.select_for_update(no_key=True).get(pk=attempt.pk)
    if fresh.is_live:
        fresh.state, fresh.error, fresh.decided_at = Attempt.State.FAILED, reason[:300], timezone.now()
        fresh.save(update_fields=["state", "error", "decided_at"])
        payment_failed.send(Attempt, attempt=fresh)
    return _show(attempt, fresh)


def urls_of(attempt):
    """Where the provider sends the payer back to."""
    from django.urls import reverse

    with override(attempt.due.language):  # the same addresses whoever asks: the idempotency key covers them
        page = f"{settings.SITE_URL}{attempt.due.get_absolute_url()}"
        back = reverse("payment:return", args=[attempt.due.reference])
    return Urls(back=f"{settings.SITE_URL}{back}?k={attempt.due.signature}&lan={attempt.pk}", cancel=page)


def _show(attempt, fresh):
    for field in Attempt._meta.concrete_fields:
        setattr(attempt, field.attname, getattr(fresh, field.attname))
    return attempt
