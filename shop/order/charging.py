"""What an order asks for: its due, the ways to pay it, and how long its goods wait for the money."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from office.outbox import post
from office.payment import owing, paying
from office.payment.gateways import gateway
from office.payment.models import Attempt, Due, Settlement
from outlets.models import Outlet
from shop.shipping.carriers import TABLE
from shop.shipping.models import Method
from shop.shipping.quoting import FLAT, OWN

from .models import Order

MAKER, OUTLET = "maker-", "outlet-"
LONGEST = 30  # letters of the code of who collects cash


def restrictions(wanted):
    """What the goods of `wanted` (a basket's contents) forbid: alcohol is not paid in cash."""
    return ["no_cash"] if wanted.has_alcohol else []


def ways(wanted):
    """The gateways by which `wanted` could be paid today, in the order to show them."""
    return paying.ways(_as_due(wanted))


def missing_ways(wanted):
    """Why the ways that are set up and not among `ways` are not: sentences."""
    due = _as_due(wanted)
    return [said for way in paying.offered() if (said := way.refuses(due))] if wanted.lines else []


def refusal(wanted, way):
    """Why `wanted` cannot be paid by `way` (a gateway's code), a sentence, or None."""
    return gateway(way).refuses(_as_due(wanted))


def _as_due(wanted):
    """What the due of an order would be; every order has a phone number."""
    return Due(amount=wanted.total, phone="+84", restrictions=restrictions(wanted))


def hold_until(way, total, *, at=None):
    """Until when goods worth `total` đồng, ordered `at` that moment (now), are kept for a payment by `way`; None:
    ordered for good at once.
    """
    if way == "cod":
        if total <= settings.COD_CONFIRM_ABOVE:
            return None
        wait = timedelta(hours=settings.ORDER_HOURS_FOR_PHONE)
    elif way == "invoice":
        wait = timedelta(hours=settings.ORDER_HOURS_FOR_APPROVAL)
    else:
        wait = timedelta(minutes=settings.PAYMENT_HOLD_MINUTES)
    return (at or timezone.now()) + wait


def grace():
    """How long an order stays open after its goods stopped being kept: a slow transfer may still find it."""
    return timedelta(hours=settings.ORDER_HOURS_OPEN_UNPAID)


def look_again(order, *, at):
    """See at that moment whether the order is to be given up (`payments.give_up_if_unpaid`)."""
    post("order-unpaid", {"order": order.pk}, due_at=at)


def charge(order, wanted, *, way, until):
    """The due of a new order, under its number without the dash; None for one that costs nothing.

    Without `until` it is agreed to be paid by `way`, at the door; with it, the order is looked at again later.
    """
    if not order.total_incl_tax:
        return None
    due = owing.owe(
        order,
        int(order.total_incl_tax),
        reference=order.number.replace("-", ""),
        payer=order.buyer_name,
        phone=str(order.phone),
        email=order.guest_email,
        until=until,
        restrictions=restrictions(wanted),
    )
    if until is None:
        paying.agree(due, way)
    else:
        look_again(order, at=until + grace())
    return due


def cash_at_door(parcel):
    """What is to be paid in cash when `parcel` is delivered, đồng; 0 when it is paid or paid on invoice."""
    return cash_at_doors([parcel])[parcel.pk]


def cash_taken(parcel):
    """What was collected in cash when `parcel` was delivered, đồng."""
    return (
        Settlement.objects.filter(gateway="cod", reference=f"{collector(parcel)}:{parcel}").aggregate(
            sum=Sum("amount")
        )["sum"]
        or 0
    )


def cash_at_doors(parcels):
    """`cash_at_door` of several: {parcel's key: đồng}. 2 queries, and the lines where they are not read yet."""
    dues = {due.object_id: due for due in Due.objects.of_all(Order, {each.order_id for each in parcels})}
    on_invoice = set(
        Attempt.objects.paying_later().filter(due__in=dues.values()).values_list("due", flat=True)
    )
    return {each.pk: _cash(each, dues.get(each.order_id), on_invoice) for each in parcels}


def _cash(parcel, due, on_invoice):
    if due is None:
        return parcel.total
    return min(parcel.total, due.rest) if due.is_open and due.pk not in on_invoice else 0


def collector(parcel):
    """Who takes the cash of `parcel`, as a code: `outlet-<key>` where it is fetched, `maker-<key>` who brings it
    himself, the courier we are connected to, or the way it is sent by, as each courier hands its own cash over.
    """
    if parcel.is_fetched:
        return f"{OUTLET}{parcel.method.rpartition(':')[2]}"
    if parcel.method == OWN:
        return f"{MAKER}{parcel.producer_id}"
    if parcel.carrier == TABLE and parcel.method not in {"", FLAT}:
        return parcel.method[:LONGEST]
    return parcel.carrier or FLAT


def collectors(codes):
    """{code: name} of those among `codes` that stand for an outlet, a way of sending, or couriers in general."""
    names = {}
    outlets = {code.removeprefix(OUTLET): code for code in codes if code.startswith(OUTLET)}
    for outlet in Outlet.objects.filter(pk__in=[key for key in outlets if key.isdecimal()]):
        names[outlets[str(outlet.pk)]] = outlet.name
    for method in Method.objects.all():
        if (code := method.code[:LONGEST]) in codes:
            names[code] = " · ".join(filter(None, [method.courier, method.name]))
    return names | {code: _("Courier") for code in codes & {TABLE, FLAT}}
