"""Everything about one person, gathered from and erased in every room of the house.

Each room that keeps something about people registers its part in its `ready`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser


@dataclass(frozen=True, slots=True)
class Person:
    """Who somebody has proven to be: an account, a telephone number (E.164), an e-mail address.

    Only what is proven: a number that was merely typed into an account is somebody else's until it is verified.
    """

    user: AbstractBaseUser | None = None
    phone: str = ""
    email: str = ""

    def __bool__(self):
        return bool(self.user or self.phone or self.email)


@dataclass(frozen=True, slots=True)
class Part:
    """What one room knows: `collect(person) -> list of dicts` (plain values), `erase(person) -> sentences`
    about what has to stay, and until when; `hinders(person) -> sentences` about why nothing can go yet.
    `leans`: its rows are found by those of another part, and go before them.
    """

    name: str
    collect: Callable[[Person], list[dict[str, Any]]]
    erase: Callable[[Person], list[str]]
    hinders: Callable[[Person], list[str]]
    leans: bool = False


_parts: dict[str, Part] = {}


def _nothing(person):
    return []


def register(name, collect, erase=None, hinders=None, *, leans=False):
    """Let a room tell what it keeps about people. The same name again replaces the part before."""
    _parts[name] = Part(name, collect, erase or _nothing, hinders or _nothing, leans)
    return _parts[name]


def collect(person):
    """{part: rows} of everything kept about `person`; parts without a row are left out."""
    return {name: rows for name, part in sorted(_parts.items()) if (rows := part.collect(person))}


def is_known(person):
    """Whether any room keeps anything about `person`."""
    return any(part.collect(person) for part in _parts.values())


def hindrances(person):
    """Why `person` cannot be erased yet, as sentences; none means it can be done."""
    return [sentence for part in _parts.values() for sentence in part.hinders(person)]


def erase(person):
    """Erase `person` everywhere, inside the caller's transaction. Returns sentences about what stays, and why.

    Parts that lean on another go first, the account last: the others find their rows by it.
    """
    parts = sorted(_parts.values(), key=lambda part: (part.name == "account", not part.leans, part.name))
    return [sentence for part in parts for sentence in part.erase(person)]
