"""What a person decides about money that no rule decides. Each answer once, with the reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from office.roles import has_role
from office.stages import Refused

from . import booking, owing, paying, refunding
from .models.due import Due
from .models.refund import Refund
from .models.settlement import Settlement
from .models.trouble import Trouble
from .troubles import solve

Kind, Answer = Trouble.Kind, Trouble.Answer

# What may be done about what; the first is proposed.
ANSWERS = {
    Kind.UNKNOWN: ("assign", "send_back", "payout"),
    Kind.CURRENCY: ("note",),
    Kind.UNDER: ("note", "accept_less", "refund"),
    Kind.OVER: ("refund", "note"),
    Kind.LATE: ("refund", "reopen"),
    Kind.DOUBLE: ("refund", "note"),
    Kind.UNDELIVERED: ("refund", "deliver"),
    Kind.DISPUTE: ("note",),
    Kind.UNREADABLE: ("note",),
    Kind.REFUND_FAILED: ("by_hand", "try_again", "drop"),
    Kind.FOREIGN_REFUND: ("book_refund", "note"),
}


def may_solve(user):
    """The shop manager and administrators."""
    return has_role(user, "shop_manager", "administrator")


def answers(trouble):
    """The names of the acts below that fit."""
    return ANSWERS[Kind(trouble.kind)] if trouble.is_open else ()


@transaction.atomic
def assign(trouble, due, *, by, reason):
    """The money of an unknown payment is for `due`: counted now as if it had named it."""
    _begin(trouble, "assign", due)
    settlement = Settlement.objects.select_for_update(no_key=True).get(pk=trouble.settlement_id)
    if settlement.due_id is not None:
        raise Refused(_("This has been assigned already."))
    locked = owing.lock(due)
    settlement.due = locked
    settlement.save(update_fields=["due"])
    booking.assigned(settlement, by=by)
    _end(trouble, Answer.ASSIGNED, by, reason)
    paying.count(locked, settlement)
    return settlement


@transaction.atomic
def send_back(trouble, *, by, reason, bank_reference):
    """Money nobody can be found for went back to its sender by hand."""
    _begin(trouble, "send_back", None)
    if not bank_reference:
        raise Refused(_("Write down the bank's reference of your transfer."), field="bank_reference")
    booking.sent_back(trouble.settlement, bank_reference, by=by)
    _end(trouble, Answer.REFUNDED, by, f"{reason} ({bank_reference})")


@transaction.atomic
def payout(trouble, *, by, reason):
    """It is no payment: Stripe paid out to our bank what lay there."""
    _begin(trouble, "payout", None)
    booking.paid_out(trouble.settlement, by=by)
    _end(trouble, Answer.ACCEPTED, by, reason)


@transaction.atomic
def accept_less(trouble, *, by, reason):
    """What came is enough: the due is lowered to it, and settled."""
    due = _begin(trouble, "accept_less", trouble.due)
    _end(trouble, Answer.ACCEPTED, by, reason)
    return owing.lower(due, due.paid, by=by, reason=reason)


@transaction.atomic
def refund(trouble, *, by, reason, account=None):
    """Pay back what is in question. Too little, paid back, no longer counts: the whole sum is asked for again."""
    due = _begin(trouble, "refund", trouble.due)
    _end(trouble, Answer.REFUNDED, by, reason)  # before a refund of all ends every question of the due
    asked = {"reason": reason, "by": by, "account": account}
    if trouble.kind == Kind.UNDER:
        made = refunding.refund_uncounted(due, trouble.settlement, **asked)
    else:
        amount = due.returnable if trouble.kind == Kind.UNDELIVERED else trouble.amount
        made = refunding.refund(due, amount, key=f"trouble-{trouble.pk}", **asked)
    return made


@transaction.atomic
def reopen(trouble, *, by, reason):
    """It can still be had: the due is asked for again, and what came counts."""
    due = _begin(trouble, "reopen", trouble.due)
    if due.state != Due.State.CLOSED or due.paid - due.refunded < due.amount:
        raise Refused(_("Less is here than is owed: pay it back instead."))
    owing.reopen(due)
    _end(trouble, Answer.REOPENED, by, reason)
    paying.became_paid(due, trouble.settlement)
    return due


@transaction.atomic
def deliver(trouble, *, by, reason):
    """What was gone is to be had again: the rooms above are told once more."""
    due = _begin(trouble, "deliver", trouble.due)
    _end(trouble, Answer.TRIED_AGAIN, by, reason)
    if not paying.announce(due, trouble.settlement):
        raise Refused(_("It still cannot be had."))


@transaction.atomic
def try_again(trouble, *, by, reason):
    """Ask the provider once more to pay it back."""
    _begin(trouble, "try_again", trouble.due)
    refunding.again(trouble.refund, by=by)
    _end(trouble, Answer.TRIED_AGAIN, by, reason)


@transaction.atomic
def by_hand(trouble, *, by, reason, account=None):
    """A person transfers it instead of the provider."""
    _begin(trouble, "by_hand", trouble.due)
    refunding.again(trouble.refund, by=by, by_hand=True, account=account)
    _end(trouble, Answer.REFUNDED, by, reason)


@transaction.atomic
def drop(trouble, *, by, reason):
    """The failed refund is not paid back at all."""
    _begin(trouble, "drop", trouble.due)
    refunding.drop(trouble.refund, by=by, reason=reason)
    _end(trouble, Answer.ACCEPTED, by, reason)


@transaction.atomic
def book_refund(trouble, *, by, reason):
    """What somebody paid back at the provider is a refund of ours."""
    due = _begin(trouble, "book_refund", trouble.due)
    if trouble.amount > min(due.returnable, trouble.settlement.returnable):
        raise Refused(_("No more can be paid back than was paid."))
    settlement = trouble.settlement
    settlement.refunded += trouble.amount
    settlement.save(update_fields=["refunded"])
    due.refunded += trouble.amount
    due.save(update_fields=["refunded"])
    made = Refund.objects.create(
        due=due,
        settlement=settlement,
        gateway=settlement.gateway,
        amount=trouble.amount,
        reason=reason,
        key=f"trouble-{trouble.pk}",
        by=by,
    )
    _end(trouble, Answer.ACCEPTED, by, reason)
    return refunding.done(made, by=by)


@transaction.atomic
def note(trouble, *, by, reason):
    """Looked at; nothing to be done with the money."""
    _begin(trouble, "note", trouble.due)
    _end(trouble, Answer.NOTED, by, reason)


def _begin(trouble, act, due):
    """The due, locked; the trouble fresh. Raises `Refused` when it is solved or the act does not fit."""
    locked = owing.lock(due) if due else None
    trouble.refresh_from_db()
    if act not in answers(trouble):
        raise Refused(_("Somebody has decided this already."))
    return locked


def _end(trouble, answer, by, reason):
    if not reason.strip():
        raise Refused(_("Please write down why."), field="reason")
    if not solve(trouble, answer, by=by, reason=reason):
        raise Refused(_("Somebody has decided this already."))
