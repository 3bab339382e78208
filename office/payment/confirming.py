"""Confirming cash on delivery by phone: a code by text message, or a person who called."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from office.limiting import too_often
from office.stages import Refused

from . import owing, paying
from .models.attempt import Attempt
from .signals import payment_waiting
from .telling import tell_code

GOOD_FOR = timedelta(minutes=10)
MOST_TRIES = 5
MOST_CODES = 3  # for one due in the time a code is good for


@receiver(payment_waiting, dispatch_uid="cash-on-delivery-code")
def _ask(sender, attempt, **facts):
    if attempt.gateway == "cod":
        send_code(attempt)


@transaction.atomic
def send_code(attempt):
    """Send a new code of six digits to the payer's phone. Raises `Refused` after three in ten minutes."""
    due = owing.lock(attempt.due)
    fresh = _waiting(attempt)
    if too_often("cod-code", due.pk, times=MOST_CODES, seconds=int(GOOD_FOR.total_seconds())):
        raise Refused(_("Several codes have been sent already. Please wait ten minutes, or we call you."))
    code = f"{secrets.randbelow(10**6):06d}"
    until = timezone.now() + GOOD_FOR
    fresh.data |= {"code": _digest(fresh, code), "code_until": until.isoformat(), "tries": 0}
    fresh.save(update_fields=["data"])
    tell_code(due, code)


def confirm(attempt, code):
    """Take the code the payer typed: the cash is promised. Raises `Refused` at "code"; five tries a code."""
    if not _tried(attempt, code.strip().replace(" ", "")):
        raise Refused(
            _("This code is not right or too old. Please look again or ask for a new one."), field="code"
        )
    return paying.promise(attempt, reason="code")


def confirm_by_person(attempt, *, by, reason):
    """Somebody of the shop has called the payer."""
    return paying.promise(attempt, by=by, reason=reason)


@transaction.atomic
def decline_by_person(attempt, *, by, reason):
    """The payer said no on the phone: the due stays open for another way. Raises `Refused` once it is decided."""
    owing.lock(attempt.due)
    _waiting(attempt)
    return paying.fail(attempt, reason)


@transaction.atomic
def _tried(attempt, code):
    """Count the try in a transaction of its own, and say whether the code is right."""
    owing.lock(attempt.due)
    fresh = _waiting(attempt)
    said = fresh.data
    if not said.get("code") or said["tries"] >= MOST_TRIES:
        return False
    if datetime.fromisoformat(said["code_until"]) < timezone.now():
        return False
    fresh.data = said | {"tries": said["tries"] + 1}
    fresh.save(update_fields=["data"])
    return constant_time_compare(said["code"], _digest(fresh, code))


def _waiting(attempt):
    fresh = Attempt.objects.select_for_update(no_key=True).get(pk=attempt.pk)
    if fresh.gateway != "cod" or fresh.state != Attempt.State.WAITING:
        raise Refused(_("This is not waiting for a confirmation any more."))
    return fresh


def _digest(attempt, code):
    return salted_hmac("cash-on-delivery", f"{attempt.pk}:{code}", algorithm="sha256").hexdigest()
