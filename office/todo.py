"""The desk: trays of work. Each part of the house registers its own; a person sees what is theirs."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Task:
    """`count` things wait for this person at `link`; zero is shown too, as done."""

    text: str
    count: int
    link: str


@dataclass(frozen=True, slots=True)
class Tray:
    """One section of the desk: its name, its page, who has it, and what waits in it.

    `concerns(user) -> bool` must be cheap: it is asked on every desk page.
    """

    name: str
    view: str
    concerns: Callable
    tasks: Callable = lambda user: []

    @property
    def link(self):
        return reverse(self.view)


_trays: list[Tray] = []


def register(tray):
    """Put a tray on the desk. Called in an app's `ready`."""
    if tray.view not in {each.view for each in _trays}:
        _trays.append(tray)
    return tray


def trays_of(user):
    """The trays of this person, in the order they were registered."""
    return [tray for tray in _trays if tray.concerns(user)]


def tasks_of(user):
    """What waits for this person, tray by tray."""
    return [task for tray in trays_of(user) for task in tray.tasks(user)]
