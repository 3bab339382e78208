"""The devices on which a person is signed in (rows of `allauth.usersessions`, written at sign-in)."""

import re
from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

MOST = 100
_BROWSERS = (("Edg", "Edge"), ("coc_coc", "Cốc Cốc"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"),
             ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"))  # fmt: skip
_SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
            ("Mac OS", "Mac"), ("Linux", "Linux"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Device:
    """`here`: the one the page is looked at with."""

    pk: int
    name: str
    address: str
    since: datetime
    here: bool


def devices_of(user, session_key):
    """Where `user` is signed in now, this device first, then the newest. Two queries."""
    rows = list(UserSession.objects.filter(user=user).order_by("-created_at")[:MOST])
    keys = [row.session_key for row in rows]
    alive = set(
        Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now()).values_list(
            "session_key", flat=True
        )
    )
    found = [
        Device(row.pk, named(row.user_agent), row.ip, row.created_at, row.session_key == session_key)
        for row in rows
        if row.session_key in alive
    ]
    return sorted(found, key=lambda device: not device.here)


def named(user_agent):
    """ "Chrome, Android" from what a browser says of itself."""
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in _SYSTEMS if re.search(sign, user_agent)), "")
    return ", ".join(filter(None, [browser, system])) or _("Unknown device")


def end(session, *, by):
    """Sign `by` out on that device; another person's is left alone."""
    if session.user_id == by.pk:
        session.end()


def end_others(session_key, *, by):
    """Sign `by` out everywhere but here; returns on how many devices."""
    others = list(UserSession.objects.filter(user=by).exclude(session_key=session_key))
    for session in others:
        session.end()
    return len(others)


def forget_ended():
    """Delete the rows of sessions that are over; returns how many."""
    alive = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=timezone.now())
    return UserSession.objects.filter(~Exists(alive)).delete()[0]
