"""What the two parties do: the seller answers, who complains accepts, passes on, withdraws, opens again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from office.stages import Refused

from .filing import attach, kept_papers
from .models import OFFERS, Complaint, Entry, Outcome, Side
from .rules import side_of
from .stepping import close, go_on, lock
from .telling import tell_complainant, tell_desk, tell_parties
from .timing import may_reopen_until

Stage = Complaint.Stage


def answer(complaint, *, text, offer, papers=(), by):
    """The seller's answer with what it offers (`OFFERS`). Returns the `Entry`.

    Raises `Refused` unless `by` is of the seller and the matter is with the seller.
    """
    if side_of(by, complaint) != Side.SELLER:
        raise Refused(_("Only the seller answers here."))
    _refuse_empty(text)
    _refuse_unknown_offer(offer)
    with kept_papers(papers, by=by) as kept, transaction.atomic():
        entry = go_on(complaint, Stage.ANSWERED, side=Side.SELLER, by=by, text=text, offer=offer)
        attach(complaint, kept, entry)
        tell_complainant(
            complaint,
            lambda: (
                _("The seller has answered your complaint %(number)s. Accept it or pass it on by %(day)s.")
                % {"number": complaint.number, "day": f"{complaint.due_on:%d/%m/%Y}"}
            ),
        )
    return entry


def say(complaint, *, text, papers=(), by=None, as_complainant=False):
    """A message to all parties. Returns the `Entry`. `as_complainant`: the caller has checked that.

    Raises `Refused` for a stranger, or when the matter is closed.
    """
    side = Side.COMPLAINANT if as_complainant else side_of(by, complaint)
    if side is None:
        raise Refused(_("This complaint is not yours."))
    _refuse_empty(text)
    with kept_papers(papers, by=by) as kept, transaction.atomic():
        fresh = lock(complaint)
        if fresh.is_closed:
            raise Refused(_("This complaint is closed."))
        entry = Entry.objects.create(complaint=complaint, side=side, by=by, text=text.strip())
        attach(complaint, kept, entry)
        if side != Side.COMPLAINANT:
            tell_complainant(
                complaint,
                lambda: (
                    _("There is something new in your complaint %(number)s.") % {"number": complaint.number}
                ),
            )
        tell_parties(complaint, but=by)
    return entry


@transaction.atomic
def accept(complaint, *, by=None):
    """Who complains takes the offer: the matter is closed with it. Raises `Refused` without an offer."""
    fresh = lock(complaint)
    offer = standing_offer(fresh)
    if fresh.stage not in {Stage.ANSWERED, Stage.DECIDED} or not offer:
        raise Refused(_("There is no answer to accept yet."))
    close(complaint, outcome=offer, side=Side.COMPLAINANT, by=by, text="")
    tell_parties(complaint, but=by)
    return complaint


@transaction.atomic
def escalate(complaint, *, text="", by=None):
    """Who complains passes the matter on: from the seller to the shop, from the shop to the Department.

    Raises `Refused` while the present step still has time and has not been taken.
    """
    fresh = lock(complaint)
    following = next_desk(fresh)
    if following is None:
        raise Refused(_("This step still has time until %(day)s.") % {"day": f"{fresh.due_on:%d/%m/%Y}"})
    go_on(complaint, following, side=Side.COMPLAINANT, by=by, text=text)
    tell_desk(complaint)
    return complaint


@transaction.atomic
def withdraw(complaint, *, text="", by=None):
    """Who complains takes the matter back. Raises `Refused` when it is closed."""
    if lock(complaint).is_closed:
        raise Refused(_("This complaint is closed."))
    close(complaint, outcome=Outcome.WITHDRAWN, side=Side.COMPLAINANT, by=by, text=text)
    tell_parties(complaint, but=by)
    return complaint


@transaction.atomic
def reopen(complaint, *, text, by=None):
    """Who complains opens a closed matter again, once and in time. Returns it, with the shop or the inspection."""
    fresh = lock(complaint)
    _refuse_empty(text)
    if not may_reopen(fresh):
        raise Refused(_("This complaint cannot be opened again."))
    stage = Stage.INSPECTION if fresh.is_label_report else Stage.PLATFORM
    facts = {"closed_at": None, "outcome": "", "outcome_reason": "", "reopened_at": timezone.now()}
    go_on(complaint, stage, side=Side.COMPLAINANT, by=by, text=text, **facts)
    tell_desk(complaint)
    return complaint


def may_reopen(complaint):
    """Whether the matter is closed, was never opened again, and its time is not over."""
    if not complaint.is_closed or complaint.reopened_at is not None or complaint.to_forget:
        return False
    until = may_reopen_until(complaint)
    return until is not None and timezone.localdate() <= until


def next_desk(complaint):
    """The stage this matter may be passed on to now, or None."""
    if complaint.stage == Stage.ANSWERED or (complaint.stage == Stage.SELLER and complaint.is_overdue):
        return Stage.PLATFORM
    if complaint.stage == Stage.DECIDED or (complaint.stage == Stage.PLATFORM and complaint.is_overdue):
        return Stage.TRADE
    return None


def standing_offer(complaint):
    """What was offered last: an `Outcome`, or "" for nothing."""
    offers = complaint.entries.exclude(offer="").order_by("-at", "-pk").values_list("offer", flat=True)
    return offers.first() or ""


def _refuse_empty(text):
    if not text.strip():
        raise Refused(_("Write a sentence, so that everybody understands."), field="text")


def _refuse_unknown_offer(offer):
    if offer not in OFFERS:
        raise Refused(_("Choose what you offer."), field="offer")
