"""What is owed: opened, lowered, extended, closed."""

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from office.prepared import Prepared
from office.stages import Refused

from .arriving import became_paid
from .locking import extend, live_attempt, lock, shown
from .models.due import Due
from .troubles import still_missing
from .trying import abandon

__all__ = [
    "close",
    "due_of",
    "extend",
    "is_overdue",
    "live_attempt",
    "lock",
    "lower",
    "owe",
    "reopen",
]


def due_of(subject):
    """The due of `subject`, or None."""
    kind = ContentType.objects.get_for_model(subject)
    return next(iter(_OF(kind.pk, subject.pk)), None)


_OF = Prepared(lambda kind, key: Due.objects.filter(content_type=kind, object_id=key))


def owe(subject, amount, *, reference, payer, phone="", email="", until=None, restrictions=()):
    """Ask `payer` for `amount` đồng (more than 0) for `subject`; the same subject again gives the same due.

    `reference`: 4 to 20 capital letters and digits, unique. `restrictions`: names a gateway may refuse,
    like "no_cash". Raises `ValueError` when the reference or the amount is none, or the due there is
    asks for another amount.
    """
    if amount <= 0 or not (reference.isascii() and reference.isalnum() and 4 <= len(reference) <= 20):
        raise ValueError(f"{reference!r}: {amount} cannot be owed")
    facts = {
        "subject": subject,
        "amount": amount,
        "reference": reference.upper(),
        "payer": payer,
        "phone": phone,
        "email": email,
        "until": until,
        "restrictions": list(restrictions),
        "language": get_language() or "vi",
    }
    try:
        with transaction.atomic():
            return Due.objects.create(**facts)
    except IntegrityError:
        if (there := due_of(subject)) is None:
            raise
    if there.amount != amount:
        raise ValueError(f"{there} asks for {there.amount}, not {amount}")
    return there


@transaction.atomic
def lower(due, amount, *, by, reason):
    """Ask for `amount` đồng from now on (less than before). What was paid beyond it is the caller's to refund.

    At 0 an open due is closed, also when a part was paid: nothing is left to be settled. Otherwise an open
    due whose new amount has been paid is settled. Raises `Refused` when it would rise or fall below 0.
    """
    locked = lock(due)
    if not 0 <= amount <= locked.amount:
        raise Refused(_("The amount owed can only be lowered."), field="amount")
    if amount == locked.amount:
        return shown(due, locked)
    _abandon(locked, reason)  # what a provider was asked for is another amount now
    locked.amount = amount
    locked.save(update_fields=["amount"])
    still_missing(locked)
    if locked.is_open and amount == 0:
        close(locked, by=by, reason=reason)
    elif locked.is_open and locked.paid >= amount:
        became_paid(locked, locked.settlements.order_by("pk").last())
    return shown(due, locked)


@transaction.atomic
def close(due, *, by, reason):
    """Ask for it no longer. What was paid stays to be refunded; closing twice is one closing."""
    locked = lock(due)
    if locked.state != Due.State.CLOSED:
        _abandon(locked, reason)
        locked.state, locked.closed_for = Due.State.CLOSED, reason
        locked.save(update_fields=["state", "closed_for"])
    return shown(due, locked)


@transaction.atomic
def reopen(due, *, until=None):
    """Ask for a closed due again; a due in another state stays as it is."""
    locked = lock(due)
    if locked.state == Due.State.CLOSED:
        locked.state, locked.closed_for, locked.until = Due.State.OPEN, "", until
        locked.save(update_fields=["state", "closed_for", "until"])
    return shown(due, locked)


def _abandon(due, reason):
    if attempt := live_attempt(due):
        abandon(attempt, reason)


def is_overdue(due, now=None):
    """Whether it is open and its time is over."""
    return due.is_open and due.until is not None and due.until <= (now or timezone.now())
