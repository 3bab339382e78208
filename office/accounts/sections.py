"""The sections of a person's account. Each part of the house registers its own; all people see all of them."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the account: its name, what it is for in a few words, and the name of its address."""

    name: str
    said: str
    view: str = ""
    address: str = ""  # where the page has no name of its own

    @property
    def link(self):
        return self.address or reverse(self.view)


_sections: list[Section] = []


def register(section):
    """Put a section into the account. Called in an app's `ready`."""
    if section.name not in {each.name for each in _sections}:
        _sections.append(section)
    return section


def sections():
    return list(_sections)
