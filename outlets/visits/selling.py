"""A sale at the counter to a group: the note of the goods and the group's credit are one act, and are taken back as one."""

from datetime import time

from django.db import transaction
from django.utils import timezone

from ..models import Consignment, Credit, GroupCode, Note, Visit
from ..stock import stocking
from . import crediting


@transaction.atomic
def sell(consignment: Consignment, lines, *, by, group="", day=None, text="", key="") -> Note:
    """Sold at the counter, as `stocking.sell` does; with a `group`'s code what was paid is credited to the group.

    Raises `Refused` as `stocking.sell` does, and at "group" for a code that is none or does not count on the day
    of the sale; then nothing is sold either. The same form twice (`key`) is one note and one credit.
    """
    found = crediting.find(group, on=day) if group.strip() else None
    note = stocking.sell(consignment, lines, by=by, day=day, text=text, key=key)
    if found is not None and not note.is_reversed:
        crediting.credit(
            found,
            amount=note.amount,
            reference=reference_of(note),
            outlet=note.consignment.outlet,
            on=note.day,
            by=by,
        )
    return note


@transaction.atomic
def reverse(note: Note, *, reason, by) -> Note:
    """As `stocking.reverse`; a sale that was credited to a group is credited no more. Returns the new `Note`."""
    back = stocking.reverse(note, reason=reason, by=by)
    if note.kind == Note.Kind.SOLD:
        crediting.take_back(reference_of(note), amount=note.amount)
    return back


def reference_of(note: Note) -> str:
    """What the sale of `note` is called among credits: "note:HG26-00012"."""
    return f"note:{note.number}"


def credit_of(note: Note) -> Credit | None:
    """What a sale brought a group, with the group; None for other notes, without a query. 1 query."""
    if note.kind != Note.Kind.SOLD:
        return None
    return Credit.objects.filter(reference=reference_of(note)).select_related("group").first()


def groups_here(outlet, day=None) -> list[GroupCode]:
    """The codes of groups that visit `outlet` on `day` (today), as they arrive; each with `starts` (local). 2 queries.

    A code belongs to a tour, not to a visit: those are meant whose tour is under way that day and stops here.
    """
    day = day or timezone.localdate()
    visits = Visit.objects.at(outlet).filter(day=day, stage__in=Visit.AGREED).order_by("starts", "pk")
    arrives: dict[int, time] = {}
    for tour, starts in visits.exclude(itinerary=None).values_list("itinerary", "starts"):
        arrives.setdefault(tour, starts)
    codes = GroupCode.objects.counting(day).filter(itinerary__in=arrives).select_related("itinerary")
    found = [each for each in codes if (day - each.first_day).days < each.itinerary.days]
    for each in found:
        each.starts = arrives[each.itinerary_id]
    return sorted(found, key=lambda each: (each.starts, each.code))
