"""What orders know about a person, what of it must stay, and when it goes (`office.persons`)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from office import clocks
from office.payment import owing
from office.payment import personal as payments
from office.payment.models import Due
from office.persons import Person
from shop.shipping.models import CarrierEvent

from .consenting import consents_of, orders_of
from .models import (  # type: ignore[attr-defined]  # Oscar defines one in a condition
    Consent,
    Order,
    Parcel,
    PickUp,
    ShippingAddress,
)
from .signals import buyer_forgotten

KEPT = "orders.kept"  # the time limit of `office.clocks`: how long papers of accounting are kept
ENDED = (Parcel.Stage.DELIVERED, Parcel.Stage.CANCELLED, Parcel.Stage.RETURNED)


def collect_orders(person: Person):
    """Each order with its parcels, lines and address."""
    orders = orders_of(person).select_related("shipping_address").prefetch_related("lines", "parcels")
    return [_order(order) for order in orders.order_by("pk")]


def _order(order):
    address = order.shipping_address
    return {
        "number": order.number,
        "placed_at": order.date_placed.isoformat(),
        "name": order.buyer_name,
        "phone": str(order.phone),
        "email": order.guest_email,
        "street": address.line1 if address else "",
        "commune": address.line4 if address else "",
        "province": address.state if address else "",
        "note": order.note,
        "group_code": order.group_code,
        "language": order.language,
        "total_dong": int(order.total_incl_tax),
        "delivery_dong": int(order.shipping_incl_tax),
        "parcels": "; ".join(
            f"{order.number}-{each.number}: {each.stage_label}"
            + (f" ({each.way})" if each.is_fetched else "")
            for each in order.parcels.all()
        ),
        "goods": "; ".join(f"{each.quantity} × {each.title}" for each in order.lines.all()),
        "kept_until": kept_until(order).isoformat(),
    }


def dues_of_orders(person: Person):
    """What was owed for the orders of `person`."""
    return Due.objects.of_all(Order, orders_of(person).values("pk"))


def collect_consents(person: Person):
    """Each consent with its words and its days."""
    return [
        {
            "kind": consent.kind,
            "text": consent.text,
            "order": consent.order.number if consent.order else "",
            "given_at": consent.given_at.isoformat(),
            "withdrawn_at": consent.withdrawn_at.isoformat() if consent.withdrawn_at else "",
        }
        for consent in consents_of(person)
    ]


def hinders(person: Person):
    """Parcels on their way need the buyer's name and number."""
    moving = Parcel.objects.exclude(stage__in=ENDED).values("order")
    running = orders_of(person).filter(pk__in=moving)
    return [
        _("Order %(number)s is not finished: its parcels need the name and the phone number.")
        % {"number": order.number}
        for order in running
    ]


def kept_until(order):
    """The last day on which the law has the order kept with the buyer's name."""
    return clocks.due(KEPT, timezone.localdate(order.date_placed))


def erase_orders(person: Person):
    """Part orders from the account; what the law has kept stays with name and place, ways to reach the buyer go,
    and all other words.

    Returns a sentence for each order that stays, with its day.
    """
    stay = []
    for order in orders_of(person).select_related("shipping_address"):
        until = kept_until(order)
        if until < timezone.localdate():
            forget(order)
            continue
        Order.objects.filter(pk=order.pk).update(user=None, note="", phone="", guest_email="")
        ShippingAddress.objects.filter(pk=order.shipping_address_id).update(notes="", phone_number="")
        _forget_reports(order)
        if due := owing.due_of(order):
            payments.part_with(due)
        stay.append(
            _(
                "Order %(number)s is kept with the buyer's name and address until %(day)s, "
                "as the law on accounting asks."
            )
            % {"number": order.number, "day": f"{until:%d/%m/%Y}"}
        )
    return stay


def erase_consents(person: Person):
    """Running consents end now; those without an order go."""
    pks = list(consents_of(person).values_list("pk", flat=True))
    rows = Consent.objects.filter(pk__in=pks)
    rows.filter(order=None).delete()
    rows.filter(withdrawn_at=None).exclude(kind=Consent.Kind.TERMS).update(withdrawn_at=timezone.now())
    rows.update(user=None)
    return []


@transaction.atomic
def forget(order):
    """Take the buyer out of `order`: goods, amounts and days stay."""
    Order.objects.filter(pk=order.pk).update(
        buyer_name="", phone="", guest_email="", note="", group_code="", user=None
    )
    ShippingAddress.objects.filter(pk=order.shipping_address_id).update(
        first_name="", last_name="", line1="", line2="", line3="", phone_number="", notes="", search_text=""
    )
    Consent.objects.filter(order=order).update(user=None)
    PickUp.objects.filter(parcel__order=order).update(identity="")
    _forget_reports(order)
    if due := owing.due_of(order):
        payments.forget(due)
    buyer_forgotten.send(Order, order=order)


def _forget_reports(order):
    """What couriers told about its parcels, as they said it."""
    codes = order.parcels.exclude(tracking_code="").values("tracking_code")
    CarrierEvent.objects.filter(code__in=codes).update(body="")


def forget_old_orders():
    """Take the buyers out of the orders whose time is over; returns how many. For the nightly run."""
    today = timezone.localdate()
    limit = clocks.clock(KEPT, today)
    past = Order.objects.filter(date_placed__year__lt=today.year - limit.number).exclude(
        buyer_name="", phone=""
    )
    done = 0
    for order in past.iterator():
        if kept_until(order) < today:
            forget(order)
            done += 1
    return done
