"""What a group buys on the site is credited to its tour once it is paid, and taken back as money goes back.

Credited is the worth of all goods of the order, after discounts and without delivery, on the day it was ordered.
Of that is taken back what parcels cancelled or come back, and returns paid back, were worth. The operator reads sums; the
order's number stays with the house (`outlets.visits.crediting`).
"""

from django.db import transaction
from django.db.models import Sum
from django.dispatch import receiver
from django.utils import timezone

from office.payment import owing
from office.payment.signals import payment_settled, refund_done
from outlets.models import GroupCode
from outlets.visits import crediting
from shop.order.models import Line, Order, Parcel
from shop.order.signals import parcel_moved
from shop.returning.models import Return

COOKIE = "doan"
GONE = (Parcel.Stage.CANCELLED, Parcel.Stage.RETURNED)


def reference_of(order):
    """What a credit calls the purchase."""
    return f"order:{order.number}"


@transaction.atomic
def bring_up_to_date(order):
    """Credit `order` to its group if it is paid, less what went back. Returns the credit, or None without one.

    Twice is once.
    """
    if not order.group_code:
        return None
    due = owing.due_of(order)
    if due is not None and due.is_paid and order.goods > 0:
        group = GroupCode.objects.filter(code=order.group_code).first()
        if group is not None:
            day = timezone.localdate(order.date_placed)
            crediting.credit(group, amount=order.goods, reference=reference_of(order), on=day)
    return crediting.take_back(reference_of(order), amount=min(_gone_back(order), order.goods))


def _gone_back(order):
    """What the goods were worth that the buyer did not keep, đồng. 2 queries."""
    lines = Line.objects.filter(order=order, parcel__stage__in=GONE)
    called_off = lines.aggregate(sum=Sum("line_price_incl_tax"))["sum"] or 0
    returns = Return.objects.filter(parcel__order=order, refund__stage="done").exclude(parcel__stage__in=GONE)
    return int(called_off) + int(returns.aggregate(sum=Sum("goods"))["sum"] or 0)


@receiver(payment_settled, dispatch_uid="group-credited")
def _paid(sender, due, **kwargs):
    if isinstance(order := due.subject, Order):
        bring_up_to_date(order)


@receiver(refund_done, dispatch_uid="group-credit-taken-back")
def _paid_back(sender, refund, **kwargs):
    if isinstance(order := refund.due.subject, Order):
        bring_up_to_date(order)


@receiver(parcel_moved, dispatch_uid="group-credit-follows")
def _moved(sender, parcel, **kwargs):
    if parcel.stage in GONE:
        bring_up_to_date(parcel.order)
