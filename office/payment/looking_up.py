"""Looking up: what was left in the air is asked about until it is decided.

A job is stored with the attempt itself, so a process that dies anywhere between our row, the provider's
success and our settlement leaves a question that the worker asks some minutes later.
"""

from datetime import timedelta

import structlog
from django.conf import settings
from django.utils import timezone

from office.outbox import handles, post
from office.stages import Refused

from . import paying, refunding
from .gateways import Declined, Unreachable, all_of_them, gateway
from .models.attempt import Attempt
from .models.refund import Refund
from .taking import take

log = structlog.get_logger(__name__)

LAST_ROUND = 20  # with doubling pauses up to 6 hours: four days
PAUSE_MINUTES = 360


def look_up(attempt):
    """Ask the provider about one attempt and take what it says; returns the attempt.

    One whose start nobody knows is started again with the same key. Raises `Unreachable`.
    """
    if attempt.state in {Attempt.State.BEGUN, Attempt.State.UNKNOWN} and not attempt.provider_reference:
        try:
            paying.advance(attempt)
        except Refused:  # decided: it has been turned away
            return attempt
        if attempt.state == Attempt.State.UNKNOWN:
            raise Unreachable(attempt.error)
    for said in gateway(attempt.gateway).look_up(attempt):
        take(attempt.gateway, said)
    attempt.refresh_from_db()
    return attempt


@handles("payment-look-up")
def _look_up(payloads):
    for payload in payloads:
        attempt = Attempt.objects.filter(pk=payload["attempt"], state__in=Attempt.UNDECIDED).first()
        if attempt is None:
            continue
        try:
            look_up(attempt)
        except (Unreachable, Declined) as fault:
            log.warning("not looked up", attempt=attempt.pk, error=str(fault))
        _ask_again(attempt, payload["round"])


def _ask_again(attempt, number):
    attempt.refresh_from_db()
    if attempt.state in Attempt.UNDECIDED and number < LAST_ROUND:
        pause = min(settings.PAYMENT_LOOK_UP_AFTER * 2**number, PAUSE_MINUTES)
        post(
            "payment-look-up",
            {"attempt": attempt.pk, "round": number + 1},
            due_at=timezone.now() + timedelta(minutes=pause),
        )


@handles("payment-give-up")
def _give_up(payloads):
    """Tell the provider; if it was paid in that moment, take it."""
    for payload in payloads:
        attempt = Attempt.objects.get(pk=payload["attempt"])
        way = gateway(attempt.gateway)
        if attempt.state in {Attempt.State.ABANDONED, Attempt.State.FAILED} and way.is_configured():
            if not attempt.provider_reference and not _found(attempt):
                continue
            way.give_up(attempt)
            for said in way.look_up(attempt):
                take(attempt.gateway, said)


def _found(attempt):
    """The provider's name of a try that was given up before its answer came: asked for with the same key."""
    try:
        attempt.provider_reference = paying.ask(attempt).provider_reference
    except Declined:  # it never was
        return False
    Attempt.objects.filter(pk=attempt.pk).update(provider_reference=attempt.provider_reference)
    return bool(attempt.provider_reference)


def look_up_all():
    """The nightly round: every attempt and refund in the air; returns how many were decided."""
    decided = 0
    before = timezone.now() - timedelta(minutes=settings.PAYMENT_LOOK_UP_AFTER)
    asked = [way.code for way in all_of_them() if way.looks_up and way.is_configured()]
    attempts = Attempt.objects.filter(gateway__in=asked, state__in=Attempt.UNDECIDED, made_at__lt=before)
    for attempt in attempts.order_by("pk"):
        try:
            decided += look_up(attempt).state not in Attempt.UNDECIDED
        except (Unreachable, Declined):
            continue
    for refund in Refund.objects.filter(gateway__in=asked, stage=Refund.Stage.SENT).order_by("pk"):
        decided += _look_up_refund(refund)
    return decided


def _look_up_refund(refund):
    try:
        refunding.take(refund.gateway, gateway(refund.gateway).look_up_refund(refund))
    except Declined as fault:
        refunding.fail(refund, str(fault))
    except Unreachable:
        return False
    refund.refresh_from_db()
    return refund.stage != Refund.Stage.SENT


def came_back(attempt, data):
    """The payer is back from the provider: take what that says now. Raises `Unreachable`, `Declined`."""
    for said in gateway(attempt.gateway).returned(attempt, data):
        take(attempt.gateway, said)
