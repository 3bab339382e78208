"""The money follows: what was never paid is no longer asked for, what was paid goes back the way it came.

Locks: the order first (the caller holds it), then its due (`office.payment.owing`).
"""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.templatetags.ocop import dong
from office.payment import owing, paying, refunding
from office.payment.gateways import gateway
from office.payment.models import Attempt
from office.stages import Refused
from shop.order.fulfilling import lock

from .models import Cancellation, FailedDelivery, Return
from .telling import in_language_of, tell_buyer

KINDS = (Cancellation, FailedDelivery, Return)


def worth_of(parcel):
    """(goods after discounts, delivery) of a parcel, đồng."""
    return sum(int(line.line_price_incl_tax) for line in parcel.lines.all()), parcel.fee


def needs_account(due, amount):
    """Whether `amount` đồng cannot go back by the way it was paid: a person transfers it to an account."""
    if due is None or amount <= 0:
        return False
    return not any(
        gateway(each.gateway).refunds and each.asset and each.returnable >= amount
        for each in due.settlements.all()
    )


def preview(order, amounts):
    """What calling off parcels of these `amounts` (đồng) would do: (no longer asked for, paid back, whether an
    account is needed).
    """
    due, total = owing.due_of(order), sum(amounts)
    if due is None:
        return total, 0, False
    lowered = _not_to_repay(due, total)
    back = total - lowered
    return lowered, back, needs_account(due, back)


def _not_to_repay(due, total):
    """Of `total` đồng taken off a sale, what was not paid, or has gone back already: sold out when it came, or paid
    back by hand at the provider.
    """
    return max(min(total, due.rest), total - due.returnable)


def call_off(given, *, by, reason):
    """Goods that are not to be paid for: lower what is owed, and pay back what was paid beyond it."""
    order = given.parcel.order
    due = owing.due_of(order)
    given.lowered = given.total
    if due is not None:
        due = owing.lock(due)
        agreed = owing.live_attempt(due)
        given.lowered = _not_to_repay(due, given.total)
        owing.lower(due, max(due.amount - given.total, 0), by=by, reason=reason)
        still_agreed = agreed and agreed.state == Attempt.State.PROMISED and due.is_open and due.rest
        if still_agreed and owing.live_attempt(due) is None:
            paying.agree(due, agreed.gateway)  # the rest is still paid the way that was agreed
    given.save(update_fields=["lowered"])
    return repay(given, by=by, reason=reason)


def give_back(trade_return, *, by, reason):
    """Goods that were delivered: paid back, or no longer asked for where the order is paid later, on invoice."""
    later = _is_paid_later(owing.due_of(trade_return.parcel.order))
    return (call_off if later else repay)(trade_return, by=by, reason=reason)


def _is_paid_later(due):
    agreed = owing.live_attempt(due) if due is not None and due.is_open else None
    return agreed is not None and agreed.gateway == "invoice"


def return_needs_account(order, worth):
    """Whether a return of delivered goods of this `worth` (đồng) would be transferred by a person."""
    due = owing.due_of(order)
    return needs_account(due, worth - due.rest if _is_paid_later(due) else worth)


def repay(given, *, by, reason):
    """Ask the payment office, once, to pay back what was paid; the buyer is asked for an account if it needs one.

    Raises `Refused` when less was paid than is to go back.
    """
    if given.refund_id or not given.to_repay:
        return given
    order = given.parcel.order
    due = owing.due_of(order)
    if due is None or due.returnable < given.to_repay:
        raise Refused(_("The payment of this parcel has not been noted yet: nothing can be paid back now."))
    given.refund = refunding.refund(
        due, given.to_repay, reason=reason, key=_key(given), by=by, account=given.account or None
    )
    given.account = {}
    given.save(update_fields=["refund", "account"])
    if given.waits_for_account:
        _ask_for_account(order, given)
    return given


def _key(given):
    return f"{given._meta.model_name}:{given.pk}"


def _ask_for_account(order, given):
    with in_language_of(order):
        sentence = _("We owe you %(amount)s for %(parcel)s. Please tell us the bank account it goes to.") % {
            "amount": dong(given.to_repay),
            "parcel": str(given.parcel),
        }
        link = f"{reverse('returns:account', args=[order.number])}?k={order.signature}"
        tell_buyer(order, sentence, link=link, text=True)


def given_back(order, *, kinds=KINDS):
    """All that was given back of an order, with its refund. 3 queries."""
    return [
        given
        for kind in kinds
        for given in kind.objects.filter(parcel__order=order).select_related("parcel", "refund")
    ]


@transaction.atomic
def give_account(order, *, bank, number, holder):
    """The buyer names the account; all that waits for one is paid back there. Returns those records.

    Raises `Refused` when nothing waits (any more).
    """
    lock(order)
    waiting = [given for given in given_back(order) if given.waits_for_account]
    if not waiting:
        raise Refused(_("Nothing waits for a bank account: it has been given already, or nothing is owed."))
    for given in waiting:
        refunding.give_account(given.refund, bank=bank, number=number, holder=holder)
    return waiting


def of_refund(refund):
    """The record a refund of the payment office belongs to, or None. At most 3 queries."""
    for kind in KINDS:
        if found := kind.objects.filter(refund=refund).select_related("parcel__order").first():
            return found
    return None
