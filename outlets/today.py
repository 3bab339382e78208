"""The day of an outlet: sections of the keeper's front page. Each part of the house registers its own.

Rooms above add theirs in their app's `ready` (pick-ups do); what a section shows is asked when the page is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `text`, with the time it is for, a smaller `detail`, where it leads; `urgent` is shown first."""

    text: str
    detail: str = ""
    at: time | None = None
    link: str = ""
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """`lines(outlet, day) -> [Line]`; `view` names a page that takes the outlet's key; `empty` is said without lines."""

    key: str
    name: object
    lines: Callable
    empty: object = ""
    view: str = ""
    link_text: object = ""
    position: int = 50


@dataclass(slots=True)
class Told:
    """A section with its lines of one day, as the page shows it."""

    section: Section
    lines: list[Line] = field(default_factory=list)
    link: str = ""

    @property
    def urgent(self):
        return any(line.urgent for line in self.lines)


_sections: dict[str, Section] = {}


def register(section: Section) -> Section:
    """Put a section on the keeper's front page; of the same `key` the last one counts."""
    _sections[section.key] = section
    return section


def of(outlet, day: date) -> list[Told]:
    """The sections of this outlet's day, in their order; lines by time, urgent ones first."""
    told = []
    for section in sorted(_sections.values(), key=lambda each: (each.position, each.key)):
        lines = sorted(section.lines(outlet, day), key=lambda line: (not line.urgent, line.at or time.max))
        told.append(Told(section, lines, reverse(section.view, args=[outlet.pk]) if section.view else ""))
    return told
