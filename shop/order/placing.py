"""Placing an order, confirming it, giving it up: stock under lock, one order per form, no gap in the numbers."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from oscar.apps.order.signals import order_placed

from catalogue.producers import stocking
from catalogue.producers.models import StockRecord
from catalogue.templatetags.ocop import dong
from office.prepared import Prepared
from office.stages import Refused
from shop.basket.filling import contents
from shop.basket.models import Basket, Line  # type: ignore[attr-defined]  # Oscar defines it in a condition

from . import charging, discounts, recording, sales, telling
from .fulfilling import carry_out, lock
from .models import Order, Parcel
from .recording import MARKETING, TERMS, Buyer

__all__ = ["MARKETING", "TERMS", "Buyer", "confirm", "expire", "place", "placed", "unpaid"]

Stage = Parcel.Stage


@transaction.atomic
def place(basket, buyer, *, key, expected_total, way="cod", hold_until=None, by=None):
    """Make the order of what lies in `basket`, to be paid by `way` (a gateway's code). Returns the `Order`.

    With `hold_until` its goods are kept up to that moment and its parcels wait for `confirm`; without, they
    are kept for good and the makers are told. It may also be a function that says the moment, or refuses, once
    it is given what is ordered (`Contents`), read under the locks. The same `key` (never empty) gives the same order.
    `expected_total` (đồng) is what the buyer saw. Raises `Refused` and changes nothing when the basket is
    empty, something is sold out or no longer sold, alcohol is to be paid in cash, or the total is another.

    Locks: basket, buyer and vouchers if anything may be discounted, stock by key, products by key, offers
    by key, and last the number, for which all orders queue.
    """
    if not key:
        raise ValueError("An order needs the key of its form.")
    locked = Basket.objects.select_for_update().filter(pk=basket.pk).first() if basket.pk else None
    if existing := placed(key):
        return existing
    if locked is None or locked.status != Basket.OPEN:
        raise Refused(_("Your basket is empty: nothing has been ordered."))
    discounts.lock(locked, by=by)
    _lock_stock(locked)
    wanted = contents(locked, to=buyer.commune, chosen=buyer.methods)
    if callable(hold_until):
        hold_until = hold_until(wanted)
    _refuse_unsellable(wanted, buyer, expected_total, way)
    hold_until = hold_until if wanted.total else None  # nothing to wait for
    stage = Stage.AWAITING if hold_until else Stage.NEW
    order = recording.record(locked, wanted, buyer, key=key, stage=stage, by=by)
    parcels = recording.parcels(order, wanted, stage=stage)
    lines = recording.lines(order, wanted, parcels)
    _hold(wanted, parcels, hold_until)
    if stage == Stage.NEW:
        sales.count(lines)
    discounts.record(order, wanted, lines, by=by)
    recording.consents(order, buyer, by)
    Basket.objects.filter(pk=locked.pk).update(status=Basket.SUBMITTED, date_submitted=timezone.now())
    recording.give_number(order)
    charging.charge(order, wanted, way=way, until=hold_until)
    order_placed.send(place, order=order, user=by)
    if stage == Stage.NEW:
        telling.thank(order)
        telling.tell_makers(order, parcels)
    else:
        telling.ask_to_settle(order, hold_until)
    return order


def placed(key):
    """The order of the form with this key, or None."""
    return next(iter(_OF_KEY(key)), None)


_OF_KEY = Prepared(lambda key: Order.objects.filter(key=key))


@transaction.atomic
def confirm(order, *, by=None):
    """It is paid, or the buyer said yes on the phone: the goods are kept for good, the makers are told.

    Returns the order; twice is once. Raises `Refused` when its time ran out and the goods were sold
    meanwhile, or it was cancelled: the caller gives the money back.
    """
    order = lock(order)
    waiting = list(order.parcels.filter(stage=Stage.AWAITING).order_by("number"))
    if not waiting:
        if not order.parcels.exclude(stage=Stage.CANCELLED).exists():
            raise Refused(_("The order was cancelled meanwhile."))
        return order
    carry_out(order, waiting, Stage.NEW, by=by)
    with override(order.language):
        telling.thank(order)
    return order


@transaction.atomic
def expire(order, *, by=None, reason=""):
    """Nobody paid or confirmed: the waiting parcels are cancelled and their goods free. Twice is once."""
    order = lock(order)
    waiting = list(order.parcels.filter(stage=Stage.AWAITING).order_by("number"))
    if waiting:
        carry_out(order, waiting, Stage.CANCELLED, by=by, reason=reason)
        with override(order.language):
            telling.given_up(order, reason)
    return order


def unpaid(before):
    """Orders that still wait although the time of all their goods ended before the moment `before`."""
    waiting = Order.objects.filter(status=Stage.AWAITING, date_placed__lt=before).order_by("pk")
    keys = {
        order.pk: [each.stock_key for each in order.parcels.all()]
        for order in waiting.prefetch_related("parcels")
    }
    running = stocking.kept_after({key for each in keys.values() for key in each}, before)
    return [order for order in waiting if not running.intersection(keys.get(order.pk, ()))]


def _lock_stock(basket):
    """All records of the products in the basket, wherever they lie: prices and numbers stand still now."""
    _STOCK(basket.pk)


_STOCK = Prepared(
    lambda basket: (
        StockRecord.objects.select_for_update(of=("self",), no_key=True)
        .filter(product__in=Line.objects.filter(basket=basket).order_by().values("product"))
        .order_by("pk")
        .values_list("pk", flat=True)
    )
)


def _hold(wanted, parcels, until):
    pieces = {
        parcel.stock_key: {_kept_of(group, line.product): line.quantity for line in group.lines}
        for parcel, group in zip(parcels, wanted.groups, strict=True)
    }
    try:
        stocking.hold_all(pieces, until=until)
    except stocking.NotEnough as short:
        sentence = _("Nothing has been ordered; your basket is as it was.")
        raise Refused(f"{short.message} {sentence}", field="basket") from short


def _kept_of(group, product):
    """What pieces are kept of: the record at the outlet where they are fetched, else the product, wherever it lies."""
    fetching = group.quote.fetching if group.quote else None
    return fetching.records.get(product.pk, product) if fetching else product


def _refuse_unsellable(wanted, buyer, expected_total, way):
    if not wanted.lines:
        raise Refused(_("Your basket is empty: nothing has been ordered."))
    if wanted.problems:
        line = wanted.problems[0]
        raise Refused(
            _("“%(title)s”: %(problem)s Nothing has been ordered; your basket is as it was.")
            % {"title": line.product.get_title(), "problem": line.problem},
            field="basket",
        )
    if wanted.unsent:
        raise Refused(wanted.unsent[0].problem, field="basket")
    if not (wanted.is_fetched or (buyer.commune and buyer.street)):
        raise Refused(_("Give house, street or hamlet."), field="street")
    if wanted.has_alcohol and way == "cod":
        raise Refused(
            _("Alcohol cannot be paid in cash on delivery. Please remove it to order the rest."),
            field="basket",
        )
    discounts.refuse_lost(wanted, expected_total)
    if wanted.total != expected_total:
        raise Refused(
            _("A price has changed: the total is now %(total)s. Please look again before you order.")
            % {"total": dong(wanted.total)},
            field="basket",
        )
