"""What follows for an order when money is promised, under way, there, too late, or does not come."""

from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.producers import stocking
from office.outbox import handles
from office.payment import collecting, owing
from office.payment.signals import (
    payment_promised,
    payment_settled,
    payment_under_way,
    payment_waiting,
    refund_done,
)

from . import charging, placing
from .fulfilling import lock
from .models import Order, Parcel
from .signals import parcel_moved


@receiver([payment_settled, payment_promised], dispatch_uid="order-confirmed-by-payment")
def confirm(sender, due, **kwargs):
    """Its goods are kept for good and the makers told. Raises `Refused` when they were sold meanwhile."""
    if isinstance(order := due.subject, Order):
        placing.confirm(order)


@receiver(payment_under_way, dispatch_uid="order-kept-while-paying")
def keep(sender, due, until, **kwargs):
    """Somebody is paying: the goods wait with them, and are taken again when they were free meanwhile.

    What was promised before, cash or a term, is kept for good already.
    """
    if isinstance(order := due.subject, Order):
        waiting = order.parcels.filter(stage=Parcel.Stage.AWAITING).order_by("number")
        if keys := [parcel.stock_key for parcel in waiting]:
            stocking.extend(keys, until)


@receiver(payment_waiting, dispatch_uid="order-kept-while-somebody-confirms")
def wait(sender, attempt, **kwargs):
    """A way a person has to confirm was chosen instead of another: kept as long as if it had been chosen first."""
    due = attempt.due
    if isinstance(order := due.subject, Order):
        until = charging.hold_until(attempt.gateway, attempt.amount, at=order.date_placed)
        if until and until > (due.until or until):
            owing.extend(due, until)
            keep(sender, due, until)


@receiver(refund_done, dispatch_uid="order-ends-with-its-money")
def end(sender, refund, **kwargs):
    """All its money is back and it never reached the makers: it was sold out when the money came."""
    due = refund.due
    if isinstance(order := due.subject, Order) and due.is_paid and not due.returnable:
        with override(order.language):
            reason = _("It was sold out when your money came.")
        placing.expire(order, by=refund.by, reason=reason)


@handles("order-unpaid")
def _look_again(payloads):
    for payload in payloads:
        order = Order.objects.filter(pk=payload["order"]).first()
        if order is not None:
            give_up_if_unpaid(order)


@receiver(parcel_moved, dispatch_uid="order-cash-at-the-door")
def take_cash(sender, parcel, by, **kwargs):
    """What is still owed for a delivered parcel was paid at the door: to its courier, or to the maker."""
    if parcel.stage != Parcel.Stage.DELIVERED:
        return
    due, amount = owing.due_of(parcel.order), charging.cash_at_door(parcel)
    if due is not None and amount:
        carrier = charging.collector(parcel)
        collecting.collected(
            due, amount, carrier=carrier, reference=str(parcel), known_as=parcel.tracking_code, by=by
        )


@transaction.atomic
def give_up_if_unpaid(order):
    """Cancel an order nobody paid or confirmed in time, and ask for it no longer. True when it was."""
    order = lock(order)
    waiting = list(order.parcels.filter(stage=Parcel.Stage.AWAITING))
    if not waiting:
        return False
    due = owing.due_of(order)
    now = timezone.now()
    kept = stocking.kept_after([parcel.stock_key for parcel in waiting], now - charging.grace())
    if kept or (due is not None and due.until is not None and due.until > now - charging.grace()):
        charging.look_again(order, at=now + charging.grace())
        return False
    with override(order.language):
        reason = _("It was not paid or confirmed in time.")
    placing.expire(order, reason=reason)
    if due is not None:
        owing.close(due, by=None, reason=reason)
    return True
