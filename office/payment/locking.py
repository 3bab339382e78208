"""A due under its lock, and the bank's.

Locks: the subject's row first, then the due, then everything below it. An act of a higher room that
already holds its subject meets no one coming the other way. The locks are `no_key`: a row that only
points at them, written meanwhile, neither waits nor makes one who holds the weaker lock wait for it.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from .models.attempt import Attempt
from .models.due import Due


def lock(due):
    """The due, fresh, its subject and itself locked till the transaction ends."""
    row = Due.objects.get(pk=due.pk)
    subjects = row.content_type.model_class()
    if subjects is not None:
        subjects._base_manager.select_for_update(no_key=True).filter(pk=row.object_id).first()
    return Due.objects.select_for_update(of=("self",), no_key=True).get(pk=due.pk)


def lock_bank():
    """One at a time takes what the bank says, till the transaction ends; before any due. What is said under two names,
    or as a courier's transfer, is known by no key: there is no row of it yet, but its content type always is.
    """
    ContentType.objects.select_for_update(no_key=True).get(app_label="payment", model="bankline")


@transaction.atomic
def extend(due, until):
    """Hold it until then (never shorter than before)."""
    locked = lock(due)
    if locked.until is not None and (until is None or until > locked.until):
        locked.until = until
        locked.save(update_fields=["until"])
    return shown(due, locked)


def live_attempt(due):
    """The try that runs, or None."""
    return Attempt.objects.filter(due=due, state__in=Attempt.LIVE).first()


def shown(due, locked):
    """Let the caller's object show what the locked one is."""
    for field in Due._meta.concrete_fields:
        setattr(due, field.attname, getattr(locked, field.attname))
    return due
