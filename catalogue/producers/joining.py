"""Producers join, say who they are, and their identity is checked."""

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from catalogue.claims import refuse_health_claims
from office.accounts.models import User
from office.notices import tell
from office.roles import give_role, has_role
from office.stages import Refused

from .folding import fold
from .models import IdentityState, Partner

FACTS = frozenset({"name", "legal_form", "tax_code", "commune", "street", "old_address"})
OWN_FACTS = frozenset({"phone", "email", "founded", "story"})  # what its people may change themselves


def acts_for_somebody(user):
    """Whether `user` is among the people of any producer; asked once per user object."""
    if not hasattr(user, "_acts_for_somebody"):
        user._acts_for_somebody = Partner.objects.filter(users=user).exists()
    return user._acts_for_somebody


def may_admit(user):
    """Whether `user` takes producers in and writes down who they are."""
    return has_role(user, "programme_office", "shop_manager", "administrator")


def may_revise(user, producer):
    """Whether `user` may change what the producer's page tells: its people, and who admits."""
    return may_admit(user) or (user.is_authenticated and producer.users.filter(pk=user.pk).exists())


@transaction.atomic
def join(*, name, legal_form, commune, by, code="", people=(), **facts):
    """A producer with the people who act for it; `code` is its address, made from the name unless given.

    Raises `Refused` unless `by` may, when the code is taken, or for a story that claims to heal.
    """
    if not may_admit(by):
        raise Refused(_("The programme office or the shop manager takes producers in."))
    code = code or slugify(fold(name))[:60] or "chu-the"
    if Partner.objects.filter(code=code).exists():
        raise Refused(_("There is a producer with this address already."), field="name")
    refuse_health_claims(facts.get("story", ""), field="story")
    producer = Partner.objects.create(code=code, name=name, legal_form=legal_form, commune=commune, **facts)
    for person in people:
        _give_desk(producer, person, by)
    return producer


@transaction.atomic
def revise(producer, *, by, **facts):
    """Change what the page tells; returns the producer.

    Its people change how to reach them and their story; who it is in law changes only through who
    admits, and then its identity is to be checked again. Raises `Refused` otherwise, and for claims to heal.
    """
    producer = Partner.objects.select_for_update(of=("self",), no_key=True).get(pk=producer.pk)
    if not may_revise(by, producer):
        raise Refused(_("This is another producer."))
    if unknown := set(facts) - FACTS - OWN_FACTS:
        raise TypeError(f"no facts of a producer: {sorted(unknown)}")
    changed = {name for name, value in facts.items() if getattr(producer, name) != value}
    if changed & FACTS and not may_admit(by):
        raise Refused(_("Name, legal form, tax code and place are changed by the programme office."))
    refuse_health_claims(facts.get("story", ""), field="story")
    for name in changed:
        setattr(producer, name, facts[name])
    if changed & {"name", "legal_form", "tax_code"} and producer.identity_state == IdentityState.VERIFIED:
        producer.identity_state, producer.identity_checked_on = IdentityState.UNCHECKED, None
    producer.save()
    return producer


@transaction.atomic
def appoint(producer, *, login, by):
    """Let the owner of an account (found by e-mail or phone) act for the producer; returns the user.

    Raises `Refused` unless `by` may, or when nobody has that account.
    """
    if not may_admit(by):
        raise Refused(_("The programme office or the shop manager takes producers in."))
    login = login.strip()
    found = User.objects.filter(email__iexact=login) if "@" in login else User.objects.filter(phone=login)
    person = found.filter(is_active=True).first()
    if person is None:
        raise Refused(_("No account has this e-mail address or phone number."), field="login")
    _give_desk(producer, person, by)
    tell(person, _("You act for %(producer)s now.") % {"producer": producer.name}, link="/ban-lam-viec/")
    return person


@transaction.atomic
def verify_identity(producer, *, by, on=None):
    """Mark the identity as checked on a day (today). Raises `Refused` unless `by` is of the programme office."""
    _refuse_others(by)
    producer.identity_state, producer.identity_checked_on = IdentityState.VERIFIED, on or timezone.localdate()
    producer.save(update_fields=["identity_state", "identity_checked_on"])
    return producer


@transaction.atomic
def suspend(producer, *, reason, by):
    """Withdraw the mark of a checked identity. Raises `Refused` unless `by` may, or without a reason."""
    _refuse_others(by)
    if not reason.strip():
        raise Refused(_("Say why."), field="reason")
    producer.identity_state, producer.identity_checked_on = IdentityState.SUSPENDED, timezone.localdate()
    producer.save(update_fields=["identity_state", "identity_checked_on"])
    for person in producer.users.all():
        tell(
            person,
            _("%(producer)s: the identity is suspended. %(reason)s")
            % {"producer": producer.name, "reason": reason.strip()},
        )
    return producer


def _refuse_others(user):
    if not has_role(user, "programme_office", "administrator"):
        raise Refused(_("Only the programme office checks identities."))


def _give_desk(producer, person, by):
    producer.users.add(person)
    give_role(person, "producer", by=by)
