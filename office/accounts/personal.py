"""What the account itself is: the person, the ways to sign in, the notices; and how all of it goes."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.sessions.models import Session
from django.db.models import Q
from django.utils.translation import gettext as _

from office.notices import Notice
from office.outbox import Job
from office.persons import Person
from office.roles import NAMES, STAFF_ROLES, roles_of

from .models import User


def person_of(user):
    """The `Person` an account has proven to be: its verified number, its verified address."""
    verified = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    phone = str(user.phone) if user.phone and user.phone_verified else ""
    email = next((each for each in verified if each.casefold() == (user.email or "").casefold()), "")
    return Person(user=user, phone=phone, email=email)


def person_with(*, phone="", email=""):
    """The `Person` who has proven a number or an address by a code, with the account that proved it too.

    A code alone does not open an account that asks for more, or that belongs to the staff.
    """
    if phone:
        user = User.objects.filter(phone=phone, phone_verified=True, is_active=True).first()
    else:
        address = EmailAddress.objects.filter(
            email__iexact=email, verified=True, user__is_active=True
        ).first()
        user = address.user if address else None
    if user is not None and (_is_staff(user) or is_mfa_enabled(user)):
        user = None
    return Person(user=user, phone=phone, email=email)


def collect_account(person: Person):
    if person.user is None:
        return []
    user = person.user
    return [
        {
            "name": user.first_name,
            "other_name": user.last_name,
            "phone": str(user.phone or ""),
            "phone_verified": user.phone_verified,
            "email": user.email or "",
            "joined": user.date_joined.isoformat(),
            "last_sign_in": user.last_login.isoformat() if user.last_login else "",
            "roles": ", ".join(sorted(str(NAMES[role]) for role in roles_of(user))),
        }
    ]


def collect_ways_in(person: Person):
    """Addresses and second factors by kind and day; never their secrets."""
    if person.user is None:
        return []
    addresses = EmailAddress.objects.filter(user=person.user)
    factors = Authenticator.objects.filter(user=person.user)
    return [
        {"kind": "email", "value": each.email, "verified": each.verified, "since": ""} for each in addresses
    ] + [
        {"kind": each.type, "value": "", "verified": True, "since": each.created_at.isoformat()}
        for each in factors
    ]


def collect_notices(person: Person):
    if person.user is None:
        return []
    rows = Notice.objects.filter(user=person.user)
    return [{"sentence": each.sentence, "made_at": each.made_at.isoformat()} for each in rows]


def _messages(person):
    """Mails and text messages to this number or address that wait in the outbox, or could not be sent."""
    theirs = Q(pk=None)
    for to in filter(None, (person.phone, person.email)):
        theirs |= Q(payload__to__iexact=to)
    return Job.objects.filter(theirs, kind__in=("mail", "text-message"))


def collect_messages(person: Person):
    return [{"text": each.payload["text"], "since": each.made_at.isoformat()} for each in _messages(person)]


def erase_messages(person: Person):
    _messages(person).delete()
    return []


def hinders(person: Person):
    """Somebody with a post signs decisions by name: the administrator takes the post away first."""
    if person.user is not None and _is_staff(person.user):
        return [_("This account belongs to the staff: an administrator has to take its roles away first.")]
    return []


def _is_staff(user):
    return bool(user.is_superuser or user.is_staff or roles_of(user) & STAFF_ROLES)


def erase_account(person: Person):
    """Make the account nobody's: no name, no number, no way in. Its row stays, because records of the
    office point at it; nothing in it tells whose it was.
    """
    user = person.user
    if user is None:
        return []
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    Notice.objects.filter(user=user).delete()
    end_sessions(user)
    user.groups.clear()
    user.user_permissions.clear()
    user.email, user.phone, user.phone_verified = f"da-xoa-{user.pk}@khong-con.invalid", None, False
    user.first_name = user.last_name = ""
    user.is_active, user.last_login = False, None
    user.set_unusable_password()
    user.save()
    return []


def end_sessions(user):
    """Sign the account out everywhere. Sessions name their user inside: each is read."""
    mine = [
        session.pk
        for session in Session.objects.iterator()
        if session.get_decoded().get("_auth_user_id") == str(user.pk)
    ]
    return Session.objects.filter(pk__in=mine).delete()[0]
