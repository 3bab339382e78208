"""What the desks above the parties do: the shop decides, the Department concludes, the inspection reports."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from office.stages import Refused

from .answering import standing_offer
from .filing import attach, kept_papers
from .models import FINDINGS, OFFERS, Complaint, Outcome, Side
from .rules import is_trade, side_of
from .stepping import close, go_on, lock
from .telling import tell_complainant, tell_desk, tell_parties

Stage = Complaint.Stage


def decide(complaint, *, text, offer, papers=(), by):
    """The shop decides or proposes (`OFFERS`); who complains accepts it or passes the matter on.

    Raises `Refused` unless `by` is of the shop, with a reason and an outcome, at the shop's step.
    """
    _only(Side.PLATFORM, by, complaint)
    _reason(text)
    if offer not in OFFERS:
        raise Refused(_("Choose what you decide."), field="offer")
    with kept_papers(papers, by=by) as kept, transaction.atomic():
        entry = go_on(complaint, Stage.DECIDED, side=Side.PLATFORM, by=by, text=text, offer=offer)
        attach(complaint, kept, entry)
        tell_complainant(
            complaint,
            lambda: (
                _("The shop has decided about your complaint %(number)s. Accept it or pass it on by %(day)s.")
                % {"number": complaint.number, "day": f"{complaint.due_on:%d/%m/%Y}"}
            ),
        )
        tell_parties(complaint, but=by)
    return entry


@transaction.atomic
def hand_to_seller(complaint, *, producer, text, by):
    """The shop finds whom a matter without a seller is about: `producer` answers it now. Returns the `Entry`.

    Raises `Refused` elsewhere than at the shop's step, when the matter has its seller already, when none is
    chosen, and for one without anybody to answer.
    """
    _only(Side.PLATFORM, by, complaint)
    _reason(text)
    if producer is None:
        raise Refused(_("Choose the seller this is about."), field="producer")
    if not producer.users.filter(is_active=True).exists():
        raise Refused(
            _("Nobody answers for this seller. Please choose another, or decide."), field="producer"
        )
    if lock(complaint).producer_id is not None:
        raise Refused(_("This complaint has its seller already."))
    entry = go_on(complaint, Stage.SELLER, side=Side.PLATFORM, by=by, text=text, producer=producer)
    _tell_passed_on(complaint)
    return entry


@transaction.atomic
def pass_to_trade(complaint, *, text, by):
    """The shop hands the matter to the Department. Raises `Refused` elsewhere than at the shop's step."""
    _only(Side.PLATFORM, by, complaint)
    _reason(text)
    entry = go_on(complaint, Stage.TRADE, side=Side.PLATFORM, by=by, text=text)
    _tell_passed_on(complaint)
    return entry


def conclude(complaint, *, text, offer, papers=(), by):
    """The Department's conclusion closes the matter. Raises `Refused` unless it is there, and `by` is of it."""
    if not is_trade(by) or complaint.stage != Stage.TRADE:
        raise Refused(_("Only the Department of Industry and Trade concludes here."))
    _reason(text)
    if offer not in OFFERS:
        raise Refused(_("Choose what you decide."), field="offer")
    return _close(complaint, offer, Side.TRADE, text, papers, by)


def report_finding(complaint, *, text, offer, papers=(), by):
    """What the inspection found about a label (`FINDINGS`) closes the report. Raises `Refused` for others."""
    _only(Side.INSPECTION, by, complaint)
    _reason(text)
    if offer not in FINDINGS:
        raise Refused(_("Choose what was found."), field="offer")
    return _close(complaint, offer, Side.INSPECTION, text, papers, by)


def _close(complaint, outcome, side, text, papers, by):
    with kept_papers(papers, by=by) as kept, transaction.atomic():
        tell_complainant(
            complaint,
            lambda: (
                _("Your complaint %(number)s is closed: %(outcome)s.")
                % {"number": complaint.number, "outcome": Outcome(outcome).label}
            ),
        )
        entry = close(complaint, outcome=outcome, side=side, by=by, text=text)
        attach(complaint, kept, entry)
        tell_parties(complaint, but=by)
    return entry


def go_on_by_clock():
    """Move on what nobody took in time; returns (passed on, closed). For the nightly run; safe to run twice.

    A silent seller loses the matter to the shop, a silent shop to the Department; an answer that nobody
    objected to stands. The Department's and the inspection's steps are shown as overdue, and stay.
    """
    today = timezone.localdate()
    late = Complaint.objects.filter(due_on__lt=today).exclude(stage__in=[Stage.CLOSED, Stage.TRADE])
    passed = closed = 0
    for pk in list(late.exclude(stage=Stage.INSPECTION).order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            complaint = lock(Complaint(pk=pk))
            if not complaint.is_overdue:
                continue
            if complaint.stage in {Stage.SELLER, Stage.PLATFORM}:
                _pass_on_late(complaint)
                passed += 1
            elif complaint.stage in {Stage.ANSWERED, Stage.DECIDED}:
                _let_stand(complaint)
                closed += 1
    return passed, closed


def _pass_on_late(complaint):
    silent_seller = complaint.stage == Stage.SELLER
    stage = Stage.PLATFORM if silent_seller else Stage.TRADE
    text = _("The seller did not answer in time.") if silent_seller else _("The shop did not decide in time.")
    go_on(complaint, stage, side=Side.CLOCK, by=None, text=text)
    _tell_passed_on(complaint)


def _let_stand(complaint):
    tell_complainant(
        complaint,
        lambda: (
            _(
                "Your complaint %(number)s is closed, because nobody objected to the answer. You can open it again once."
            )
            % {"number": complaint.number}
        ),
    )
    offer = standing_offer(complaint) or Outcome.KEPT
    close(
        complaint, outcome=offer, side=Side.CLOCK, by=None, text=_("Nobody objected to the answer in time.")
    )


def _tell_passed_on(complaint):
    tell_complainant(
        complaint,
        lambda: (
            _("Your complaint %(number)s is now %(stage)s. An answer is due by %(day)s.")
            % {
                "number": complaint.number,
                "stage": complaint.stage_label,
                "day": f"{complaint.due_on:%d/%m/%Y}",
            }
        ),
    )
    tell_desk(complaint)


def _only(side, by, complaint):
    if side_of(by, complaint) != side:
        raise Refused(_("This step is not yours."))


def _reason(text):
    if not text.strip():
        raise Refused(_("Give the reason: it is told to both parties."), field="text")
