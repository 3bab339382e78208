"""What is owed: opened, lowered, extended, closed.

Locks: the subject's row first, then the due, then everything below it. An act of a higher room that
already holds its subject meets no one coming the other way.
"""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from office.stages import Refused

from .models.attempt import Attempt
from .models.due import Due


def lock(due):
    """The due, fresh, its subject and itself locked till the transaction ends."""
    row = Due.objects.get(pk=due.pk)
    subjects = row.content_type.model_class()
    if subjects is not None:
        subjects._base_manager.select_for_update().filter(pk=row.object_id).first()
    return Due.objects.select_for_update(of=("self",)).get(pk=due.pk)


def due_of(subject):
    """The due of `subject`, or None."""
    return Due.objects.of(subject).first()


@transaction.atomic
def owe(subject, amount, *, reference, payer, phone="", email="", until=None, restrictions=()):
    """Ask `payer` for `amount` đồng (more than 0) for `subject`; the same subject again gives the same due.

    `reference`: 4 to 20 capital letters and digits, unique. `restrictions`: names a gateway may refuse,
    like "no_cash". Raises `ValueError` when the reference or the amount is none, or the due there is
    asks for another amount.
    """
    if amount <= 0 or not (reference.isascii() and reference.isalnum() and 4 <= len(reference) <= 20):
        raise ValueError(f"{reference!r}: {amount} cannot be owed")
    if (there := due_of(subject)) is None:
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

    At 0 the due is closed, unless something was paid. An open due whose new amount has been paid is
    settled. Raises `Refused` when it would rise or fall below 0.
    """
    from .paying import became_paid  # paying stands on owing

    locked = lock(due)
    if not 0 <= amount <= locked.amount:
        raise Refused(_("The amount owed can only be lowered."), field="amount")
    if amount == locked.amount:
        return _same(due, locked)
    _abandon(locked, reason)  # what a provider was asked for is another amount now
    locked.amount = amount
    locked.save(update_fields=["amount"])
    if locked.is_open and locked.paid >= amount and locked.paid > 0:
        became_paid(locked, locked.settlements.order_by("pk").last())
    elif amount == 0 and locked.is_open:
        close(locked, by=by, reason=reason)
    return _same(due, locked)


@transaction.atomic
def extend(due, until):
    """Hold it until then (never shorter than before)."""
    locked = lock(due)
    if locked.until is not None and (until is None or until > locked.until):
        locked.until = until
        locked.save(update_fields=["until"])
    return _same(due, locked)


@transaction.atomic
def close(due, *, by, reason):
    """Ask for it no longer. What was paid stays to be refunded; closing twice is one closing."""
    locked = lock(due)
    if locked.state != Due.State.CLOSED:
        _abandon(locked, reason)
        locked.state, locked.closed_for = Due.State.CLOSED, reason
        locked.save(update_fields=["state", "closed_for"])
    return _same(due, locked)


@transaction.atomic
def reopen(due, *, until=None):
    """Ask for a closed due again; a due in another state stays as it is."""
    locked = lock(due)
    if locked.state == Due.State.CLOSED:
        locked.state, locked.closed_for, locked.until = Due.State.OPEN, "", until
        locked.save(update_fields=["state", "closed_for", "until"])
    return _same(due, locked)


def live_attempt(due):
    """The try that runs, or None."""
    return Attempt.objects.filter(due=due, state__in=Attempt.LIVE).first()


def _abandon(due, reason):
    from .paying import abandon

    if attempt := live_attempt(due):
        abandon(attempt, reason)


def _same(due, locked):
    """Let the caller's object show what the locked one is."""
    for field in Due._meta.concrete_fields:
        setattr(due, field.attname, getattr(locked, field.attname))
    return due


def is_overdue(due, now=None):
    """Whether it is open and its time is over."""
    return due.is_open and due.until is not None and due.until <= (now or timezone.now())
