"""Producers join, and their identity is checked."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from office.roles import give_role, has_role
from office.stages import Refused

from .models import IdentityState, Partner


@transaction.atomic
def join(*, code, name, legal_form, commune, by, people=(), **facts):
    """A producer with the people who act for it. Raises `Refused` when the code is taken."""
    if Partner.objects.filter(code=code).exists():
        raise Refused(_("There is a producer with this address already."), field="code")
    producer = Partner.objects.create(code=code, name=name, legal_form=legal_form, commune=commune, **facts)
    for person in people:
        producer.users.add(person)
        give_role(person, "producer", by=by)
    return producer


@transaction.atomic
def verify_identity(producer, *, by, on=None):
    """Mark the identity as checked on a day (today). Raises `Refused` unless `by` is of the programme office."""
    if not has_role(by, "programme_office", "administrator"):
        raise Refused(_("Only the programme office checks identities."))
    producer.identity_state, producer.identity_checked_on = IdentityState.VERIFIED, on or timezone.localdate()
    producer.save(update_fields=["identity_state", "identity_checked_on"])
    return producer
