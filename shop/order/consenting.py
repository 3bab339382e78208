"""Consents: given with an order or without one, seen, and taken back with effect at once."""

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from office.persons import Person
from office.stages import Refused

from .models import Consent, Order  # type: ignore[attr-defined]  # Oscar defines one in a condition
from .placing import MARKETING


def orders_of(person):
    """The orders of a `Person`: of the account, and of the telephone number or e-mail address proven."""
    return Order.objects.filter(_theirs(person, user="user", phone="phone", email="guest_email"))


def consents_of(person):
    """The consents of a `Person`, the newest first."""
    theirs = _theirs(person, user="user", phone="order__phone", email="order__guest_email")
    if person.user:
        theirs |= Q(order__user=person.user)
    return Consent.objects.filter(theirs).select_related("order").order_by("-given_at", "-pk")


def _theirs(person, **fields):
    """Rows that belong to `person`; none for nobody."""
    found = Q(pk=None)
    for fact, field in fields.items():
        if value := getattr(person, fact):
            found |= Q(**{f"{field}__iexact" if fact == "email" else field: value})
    return found


def take_news(*, by):
    """Consent of somebody signed in to news and offers. Returns the `Consent`; twice is once."""
    row = {"kind": Consent.Kind.MARKETING, "order": None, "user": by, "withdrawn_at": None}
    try:
        with transaction.atomic():
            return Consent.objects.get_or_create(**row, defaults={"text": str(MARKETING)})[0]
    except IntegrityError:  # sent twice at once
        return Consent.objects.get(**row)


@transaction.atomic
def withdraw(consent, *, by: Person):
    """Take a consent back, from this moment on. Returns it; a second time changes nothing.

    Raises `Refused` when it is another person's, or of the terms an order stands on.
    """
    locked = Consent.objects.select_for_update().filter(pk=consent.pk).first()
    if locked is None or not consents_of(by).filter(pk=locked.pk).exists():
        raise Refused(_("This consent is another person's."))
    if locked.kind == Consent.Kind.TERMS:
        raise Refused(_("The terms of sale belong to an order that was made: they cannot be taken back."))
    if locked.withdrawn_at is None:
        locked.withdrawn_at = timezone.now()
        locked.save(update_fields=["withdrawn_at"])
    return locked


def withdraw_news(person):
    """Take back every consent of `person` to news and offers; returns how many ran."""
    running = consents_of(person).filter(kind=Consent.Kind.MARKETING, withdrawn_at=None)
    pks = list(running.values_list("pk", flat=True))
    return Consent.objects.filter(pk__in=pks, withdrawn_at=None).update(withdrawn_at=timezone.now())


def takes_news(person):
    """Whether news and offers may be sent to `person` now. Who sends them asks this for each, each time."""
    return consents_of(person).filter(kind=Consent.Kind.MARKETING, withdrawn_at=None).exists()
