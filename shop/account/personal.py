"""What the account keeps about a person, for a copy of it and for erasing: addresses, devices, codes asked for."""

from allauth.usersessions.models import UserSession
from django.db.models import Q

from office.persons import Person, register

from .models import Claim, SavedAddress


def register_parts():
    """Called in the app's `ready`."""
    register("saved addresses", collect_addresses, erase_addresses)
    register("devices", collect_devices, erase_devices)
    register("codes for orders", collect_claims, erase_claims)


def collect_addresses(person: Person):
    rows = SavedAddress.objects.filter(user=person.user) if person.user else SavedAddress.objects.none()
    return [
        {
            "name": each.name,
            "phone": str(each.phone),
            "street": each.street,
            "commune": str(each.commune),
            "province": each.commune.province.name,
        }
        for each in rows.select_related("commune__province")
    ]


def erase_addresses(person: Person):
    if person.user:
        SavedAddress.objects.filter(user=person.user).delete()
    return []


def collect_devices(person: Person):
    rows = UserSession.objects.filter(user=person.user) if person.user else UserSession.objects.none()
    return [
        {"what": each.user_agent, "value": each.ip, "since": each.created_at.isoformat()} for each in rows
    ]


def erase_devices(person: Person):
    """The sign-ins end with their rows."""
    if person.user:
        for session in UserSession.objects.filter(user=person.user):
            session.end()
    return []


def collect_claims(person: Person):
    return [{"phone": str(each.phone), "at": each.asked_at.isoformat()} for each in _claims(person)]


def erase_claims(person: Person):
    """Also those in which another account named this number: no code can prove it any more."""
    _claims(person).delete()
    return []


def _claims(person):
    theirs = Q(pk=None)
    if person.user:
        theirs |= Q(user=person.user)
    if person.phone:
        theirs |= Q(phone=person.phone)
    return Claim.objects.filter(theirs)
