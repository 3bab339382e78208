"""Terms for organisations: the shop manager lets them pay later, or not."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from office.stages import Refused

from . import owing, paying
from .models.attempt import Attempt
from .telling import tell_no_terms, tell_terms


@transaction.atomic
def approve(attempt, *, by, days=None):
    """The organisation may pay within `days` (the setting `INVOICE_DAYS`); the goods may go."""
    days = days or settings.INVOICE_DAYS
    due = owing.lock(attempt.due)
    _refuse_others(attempt)
    until = timezone.now() + timedelta(days=days)
    type(due).objects.filter(pk=due.pk).update(until=until)
    promised = paying.promise(attempt, by=by, reason=f"{days} days")
    due.refresh_from_db()
    tell_terms(due)
    return promised


@transaction.atomic
def decline(attempt, *, by, reason):
    """No terms: the payer chooses another way."""
    owing.lock(attempt.due)
    _refuse_others(attempt)
    failed = paying.fail(attempt, reason)
    tell_no_terms(attempt.due, reason)
    return failed


def _refuse_others(attempt):
    attempt.refresh_from_db()
    if attempt.gateway != "invoice" or attempt.state != Attempt.State.WAITING:
        raise Refused(_("This is not waiting for a confirmation any more."))
