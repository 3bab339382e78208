"""One step on: the stage, its clock and the entry that says why, written together."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from .models import Complaint, Entry
from .timing import due_on


def lock(complaint):
    """The complaint as it is now, locked until the transaction ends."""
    return Complaint.objects.select_for_update().get(pk=complaint.pk)


def go_on(complaint, stage, *, side, by, text, offer="", **facts):
    """Advance `complaint` and start the clock of its new step. Returns the `Entry`. Inside a transaction.

    Raises `Refused` when the map has no such move.
    """
    now = timezone.now()
    if stage == Complaint.Stage.TRADE:
        facts["passed_to_trade_at"] = now
    complaint.advance(stage, by=by, reason=text.strip())
    _set(complaint, step_since=now, due_on=due_on(stage, timezone.localdate(now)), **facts)
    return Entry.objects.create(
        complaint=complaint, side=side, by=by, text=text.strip(), offer=offer, stage=stage
    )


def close(complaint, *, outcome, side, by, text):
    """Close `complaint` with its outcome; one whose writer asked to be erased is forgotten. Returns the `Entry`.

    The outcome is written first: the database knows no closed matter without one. Inside a transaction.
    """
    now = timezone.now()
    _set(complaint, closed_at=now, outcome=outcome, outcome_reason=text.strip(), step_since=now)
    complaint.advance(Complaint.Stage.CLOSED, by=by, reason=text.strip())
    entry = Entry.objects.create(
        complaint=complaint, side=side, by=by, text=text.strip(), offer=outcome, stage=Complaint.Stage.CLOSED
    )
    if Complaint.objects.filter(pk=complaint.pk, to_forget=True).exists():
        forget(complaint)
    return entry


def forget(complaint):
    """Take who complained out of a closed matter, and what was handed in: what was decided stays."""
    for evidence in complaint.evidence.select_related("paper"):
        paper = evidence.paper
        transaction.on_commit(partial(paper.file.storage.delete, paper.file.name))
        paper.delete()
    _set(complaint, name="", phone="", email="", user=None, to_forget=False)


def _set(complaint, **facts):
    Complaint.objects.filter(pk=complaint.pk).update(**facts)
    for name, value in facts.items():
        setattr(complaint, name, value)
