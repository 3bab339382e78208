"""Refunds: asked for under lock, sent by the provider or by hand, booked when they have arrived."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from office.outbox import handles, post
from office.stages import Refused

from . import booking, owing
from .arriving import FEE_KNOWN_AFTER
from .gateways import Declined, gateway
from .models.due import Due
from .models.refund import Refund
from .models.settlement import Settlement
from .models.trouble import Trouble
from .signals import refund_done, refund_dropping
from .telling import tell_refunded
from .troubles import all_goes_back, raise_trouble

Stage = Refund.Stage
UNCOUNTED = "uncounted-"  # the key of a refund of too little begins so


@transaction.atomic
def refund(due, amount, *, reason, key, by, account=None):
    """Pay `amount` đồng back; the same `key` is the same `Refund`. Never more than came and has not gone back.

    By the provider where one payment is large enough; otherwise a person transfers it to `account`
    ({"bank", "number", "holder"}). Raises `Refused` at "amount".
    """
    locked = owing.lock(due)
    if there := Refund.objects.filter(key=key).first():
        if (there.due_id, there.amount) != (due.pk, amount):
            raise ValueError(f"{key} was asked for with another amount")
        return there
    if not 0 < amount <= locked.returnable:
        raise Refused(_("No more can be paid back than was paid."), field="amount")
    settlement = _way_back(locked, amount)
    if settlement:
        settlement.refunded += amount
        settlement.save(update_fields=["refunded"])
    locked.refunded += amount
    locked.save(update_fields=["refunded"])
    made = Refund.objects.create(
        due=locked,
        settlement=settlement,
        gateway=settlement.gateway if settlement else "",
        amount=amount,
        reason=reason,
        key=key,
        account=account or {},
        by=by if by is not None and by.pk else None,
    )
    due.refunded = locked.refunded
    if not locked.returnable:
        all_goes_back(locked, by=made.by, reason=reason)
    if made.gateway:
        post("payment-refund", {"refund": made.pk})
    return made


@transaction.atomic
def refund_uncounted(due, settlement, *, reason, by, account=None):
    """Pay back a payment that was too little: it no longer counts as paid, and all of it is asked for again."""
    locked = owing.lock(due)
    amount = min(settlement.amount, locked.returnable)
    made = refund(locked, amount, reason=reason, key=f"{UNCOUNTED}{settlement.pk}", by=by, account=account)
    _count(locked, -amount)
    return made


def _count(due, amount):
    """Let `amount` đồng that go back count as paid, or (negative) no longer."""
    due.paid += amount
    due.refunded += amount
    due.save(update_fields=["paid", "refunded"])


def _way_back(due, amount):
    """The newest payment that is large enough, if its provider pays back."""
    for settlement in due.settlements.order_by("-pk"):
        if gateway(settlement.gateway).refunds and settlement.asset and settlement.returnable >= amount:
            return settlement
    return None


@handles("payment-refund")
def _send(payloads):
    for payload in payloads:
        send(Refund.objects.get(pk=payload["refund"]))


def send(made):
    """Ask the provider to pay it back. Raises `Unreachable`: the outbox tries again, with the same key."""
    if made.stage != Stage.ASKED or not made.gateway:
        return
    try:
        said = gateway(made.gateway).refund(made)
    except Declined as fault:
        fail(made, str(fault))
    else:
        take(made.gateway, said)


@transaction.atomic
def take(code, said):
    """What the provider says of a refund of ours; returns what became of it. A late word about an earlier round
    says nothing of the one that runs.
    """
    made = Refund.objects.filter(pk=said.refund, gateway=code).first()
    if made is None:
        return "unknown refund"
    made.due = owing.lock(made.due)
    made.refresh_from_db(fields=["stage", "round"])
    if said.round not in {0, made.round}:
        return f"refund {made.pk} in an earlier round"
    if said.failed:
        fail(made, said.failed, reference=said.reference)
    elif said.pending:
        _sent(made, said.reference)
    else:
        done(made, reference=said.reference)
    return f"refund {made.pk} {made.stage}"


@transaction.atomic
def _sent(made, reference):
    owing.lock(made.due)
    made.refresh_from_db()
    if made.stage == Stage.ASKED:
        made.advance(Stage.SENT, by=None)
        Refund.objects.filter(pk=made.pk).update(provider_reference=reference)


@transaction.atomic
def done(made, *, by=None, reference="", bank_reference=""):
    """The money is back with the payer: booked, told once."""
    made.due = owing.lock(made.due)
    made.refresh_from_db(fields=["stage", "round"])
    if made.stage not in {Stage.ASKED, Stage.SENT}:
        return made
    made.advance(Stage.DONE, by=by)
    made.provider_reference = reference or made.provider_reference
    made.bank_reference, made.done_at = bank_reference, timezone.now()
    made.save(update_fields=["provider_reference", "bank_reference", "done_at"])
    booking.refunded(made, asset_of(made))
    if made.gateway and gateway(made.gateway).keeps and made.provider_reference:
        post("payment-fee", {"refund": made.pk}, due_at=timezone.now() + FEE_KNOWN_AFTER)
    refund_done.send(Refund, refund=made)
    tell_refunded(made)
    return made


@transaction.atomic
def by_hand(made, *, bank_reference, by, account=None):
    """A person has transferred it. Raises `Refused` when a provider does it or nobody knows where to."""
    made.due = owing.lock(made.due)
    made.refresh_from_db(fields=["stage", "account", "gateway"])
    if not made.by_hand:
        raise Refused(_("The provider pays this back by itself."))
    if made.stage != Stage.ASKED:
        raise Refused(_("This has been paid back already."))
    if account:
        made.account = account
        made.save(update_fields=["account"])
    if not made.account.get("number"):
        raise Refused(_("Write down the account it went to."), field="number")
    return done(made, by=by, bank_reference=bank_reference)


@transaction.atomic
def give_account(made, *, bank, number, holder):
    """The payee says where the money should go. Raises `Refused` once it is on its way."""
    owing.lock(made.due)
    made.refresh_from_db()
    if made.stage != Stage.ASKED or not made.by_hand:
        raise Refused(_("This has been paid back already."))
    made.account = {"bank": bank, "number": number, "holder": holder}
    made.save(update_fields=["account"])
    return made


@transaction.atomic
def fail(made, reason, *, reference=""):
    """It did not arrive, or came back: a person has to look. The sum stays reserved until then."""
    made.due = owing.lock(made.due)
    made.refresh_from_db(fields=["stage", "round"])
    if not made.may_become(Stage.FAILED):
        return made
    if made.stage == Stage.DONE:
        booking.refund_came_back(made, asset_of(made))
    made.advance(Stage.FAILED, by=None, reason=reason[:300])
    made.error, made.provider_reference = reason[:300], reference or made.provider_reference
    made.save(update_fields=["error", "provider_reference"])
    raise_trouble(Trouble.Kind.REFUND_FAILED, due=made.due, refund=made, amount=made.amount, text=reason)
    return made


@transaction.atomic
def again(made, *, by, by_hand=False, account=None):
    """Try a failed refund again, or `by_hand` from now on. Raises `Refused` in another stage."""
    made.due = owing.lock(made.due)
    made.advance(Stage.ASKED, by=by)
    made.round += 1
    made.error = made.provider_reference = ""
    if by_hand:
        _free_way_back(made)
        made.gateway, made.settlement = "", None
    if account:
        made.account = account
    made.save()
    if made.gateway:
        post("payment-refund", {"refund": made.pk})
    return made


@transaction.atomic
def drop(made, *, by, reason):
    """Pay it back no longer: the sum is the payer's credit again. Raises `Refused` once sent or done, and where
    a room above owes it to the payer all the same.
    """
    made.due = owing.lock(made.due)
    refund_dropping.send(Refund, refund=made)
    made.advance(Stage.DROPPED, by=by, reason=reason)
    _free_way_back(made)
    if made.key.startswith(UNCOUNTED):
        _count(made.due, made.amount)
    made.due.refunded -= made.amount
    Due.objects.filter(pk=made.due_id).update(refunded=made.due.refunded)
    return made


def _free_way_back(made):
    if made.settlement_id:
        settlement = Settlement.objects.get(pk=made.settlement_id)
        settlement.refunded -= made.amount
        settlement.save(update_fields=["refunded"])


def asset_of(made):
    """The ledger account it is paid from."""
    return made.settlement.asset if made.gateway else booking.BANK
