"""The money follows: what was never paid is no longer asked for, what was paid goes back the way it came.

Locks: the order first (the caller holds it), then its due (`office.payment.owing`).
"""

from django.db import transaction
from django.utils.translation import gettext as _

from catalogue.templatetags.ocop import dong
from office.payment import owing, refunding
from office.payment.gateways import gateway
from office.stages import Refused
from shop.order.models import Order

from .models import Cancellation, FailedDelivery, Return
from .telling import in_language_of, tell_buyer

KINDS = (Cancellation, FailedDelivery, Return)


def worth_of(parcel):
    """(goods after discounts, delivery) of a parcel, đồng."""
    return sum(int(line.line_price_incl_tax) for line in parcel.lines.all()), parcel.fee


def needs_account(due, amount):
    """Whether `amount` đồng (or a part of it) cannot go back by the way it was paid: a person transfers it."""
    if due is None or amount <= 0:
        return False
    back = sum(each.returnable for each in due.settlements.all() if gateway(each.gateway).refunds)
    return back < amount


def preview(order, amount):
    """What calling off `amount` đồng of an order would do: (no longer asked for, paid back, account needed)."""
    due = owing.due_of(order)
    if due is None:
        return amount, 0, False
    lowered = min(amount, due.rest)
    return lowered, amount - lowered, needs_account(due, amount - lowered)


def call_off(given, *, by, reason):
    """Goods that never reached the buyer: lower what is owed, and pay back what was paid beyond it."""
    order = given.parcel.order
    due = owing.due_of(order)
    given.lowered = given.total
    if due is not None:
        due = owing.lock(due)
        given.lowered = min(given.total, due.rest)
        owing.lower(due, max(due.amount - given.total, 0), by=by, reason=reason)
    given.save(update_fields=["lowered"])
    return repay(given, by=by, reason=reason)


def repay(given, *, by, reason):
    """Ask the payment office to pay back what is settled, once. Without the account it needs, ask the buyer.

    Raises `Refused` when less was paid than is to go back.
    """
    if not given.waits_for_account:
        return given
    order = given.parcel.order
    due = owing.due_of(order)
    if due is None or due.returnable < given.to_repay:
        raise Refused(_("The payment of this parcel has not been noted yet: nothing can be paid back now."))
    if needs_account(due, given.to_repay) and not given.account:
        _ask_for_account(order, given)
        return given
    given.refund = refunding.refund(
        due, given.to_repay, reason=reason, key=_key(given), by=by, account=given.account or None
    )
    given.save(update_fields=["refund"])
    return given


def _key(given):
    return f"{given._meta.model_name}:{given.pk}"


def _ask_for_account(order, given):
    from django.urls import reverse

    with in_language_of(order):
        sentence = _("We owe you %(amount)s for %(parcel)s. Please tell us the bank account it goes to.") % {
            "amount": dong(given.to_repay),
            "parcel": str(given.parcel),
        }
        link = f"{reverse('returns:account', args=[order.number])}?k={order.signature}"
        tell_buyer(order, sentence, link=link, text=True)


def waiting_for_account(order):
    """What is to be paid back of an order and waits for the buyer's bank account. 3 queries."""
    found = []
    for kind in KINDS:
        rows = kind.objects.filter(parcel__order=order, refund=None).select_related("parcel__order")
        found += [given for given in rows if given.waits_for_account]
    return found


@transaction.atomic
def give_account(order, *, bank, number, holder, by=None):
    """The buyer names the account; all that waits for it is paid back there. Returns what was asked for.

    Raises `Refused` when nothing waits (any more).
    """
    locked = Order.objects.select_for_update().get(pk=order.pk)
    waiting = waiting_for_account(locked)
    if not waiting:
        raise Refused(_("Nothing waits for a bank account: it has been given already, or nothing is owed."))
    for given in waiting:
        given.account = {"bank": bank, "number": number, "holder": holder}
        given.save(update_fields=["account"])
        repay(given, by=by, reason=str(given))
    return waiting


def given_back_by(refund):
    """The record a refund of the payment office belongs to, or None. At most 3 queries."""
    for kind in KINDS:
        if found := kind.objects.filter(refund=refund).select_related("parcel__order").first():
            return found
    return None
