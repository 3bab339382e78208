"""Moving parcels on, from confirmed to delivered; stock and the order follow."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.producers import stocking
from catalogue.producers.models import StockPlace
from office.notices import tell
from office.roles import has_role
from office.stages import Refused
from outlets.stock import fetching

from . import discounts, sales
from .models import Line, Order, Parcel
from .signals import parcel_moved
from .telling import tell_makers

ORDER_OF_STAGES = [
    Parcel.Stage.NEW,
    Parcel.Stage.CONFIRMED,
    Parcel.Stage.PACKED,
    Parcel.Stage.HANDED_OVER,
    Parcel.Stage.DELIVERED,
]


WORTH_A_TEXT = (Parcel.Stage.HANDED_OVER, Parcel.Stage.CANCELLED)


def may_move(user, parcel):
    """Whether `user` may move `parcel`: the shop manager, and once it is paid people of its producer."""
    if has_role(user, "shop_manager", "administrator"):
        return True
    if parcel.stage == Parcel.Stage.AWAITING:
        return False
    return parcel.producer_id is not None and parcel.producer.users.filter(pk=user.pk).exists()


def not_for_makers(parcel):
    """The stages to which only the keepers of the outlet move a parcel that is fetched there."""
    if parcel.from_stock:
        return {*ORDER_OF_STAGES[1:], Parcel.Stage.RETURNED}
    return {Parcel.Stage.DELIVERED} if parcel.is_fetched else set()


def has_received(user, product):
    """Whether a parcel with `product` (or a size of it) of an order of `user` was delivered."""
    lines = Line.objects.filter(order__user=user, parcel__stage=Parcel.Stage.DELIVERED)
    return lines.filter(Q(product=product) | Q(product__parent=product)).exists()


def lock(order):
    """The order as it is now, its row locked: who moves parcels comes one after the other."""
    return Order.objects.select_for_update(no_key=True).get(pk=order.pk)


def move(parcel, stage, *, by, reason=""):
    """Advance `parcel`; a cancelled one frees its stock, a handed-over one leaves it. Returns the parcel.

    Raises `Refused` without the right, or when the map of moves has no such move.
    """
    return move_all([parcel], stage, by=by, reason=reason)[0]


@transaction.atomic
def move_all(parcels, stage, *, by, reason=""):
    """Advance several parcels of one order together, all or none, as `move` does. Returns them."""
    if not all(may_move(by, parcel) for parcel in parcels):
        raise Refused(_("This parcel is another producer's."))
    for parcel in parcels:
        if stage in not_for_makers(parcel):
            raise Refused(_("The point of sale does this: the parcel is fetched there."))
    order = lock(parcels[0].order)
    carry_out(order, parcels, stage, by=by, reason=reason)
    for parcel in parcels:
        tell_buyer(order, parcel, reason)
    return parcels


def carry_out(order, parcels, stage, *, by, reason=""):
    """Move parcels of the locked `order` and let stock, sales and order follow. Asks for no right, tells no buyer.

    Raises `Refused` when the map has no such move, or the goods of a parcel were sold meanwhile.
    """
    now = Parcel.objects.only("stage", "tracking_code", "tracking_link").in_bulk(
        [each.pk for each in parcels]
    )
    before = {pk: row.stage for pk, row in now.items()}
    for parcel in parcels:  # the courier may have answered since it was read
        parcel.tracking_code, parcel.tracking_link = (
            now[parcel.pk].tracking_code,
            now[parcel.pk].tracking_link,
        )
        parcel.advance(stage, by=by, reason=reason)
    if stage == Parcel.Stage.CANCELLED:
        discounts.lock_used(order)
    _stock_follows(parcels, stage, by)
    _sales_follow(parcels, stage, before)
    Line.objects.filter(parcel__in=parcels).update(status=stage)
    order.status = _order_status(order)
    order.save(update_fields=["status"])
    if order.status == Parcel.Stage.CANCELLED:
        discounts.give_back(order)
    if stage == Parcel.Stage.NEW:
        tell_makers(order, parcels)
    for parcel in parcels:
        parcel_moved.send(Parcel, parcel=parcel, before=before[parcel.pk], by=by)


@transaction.atomic
def put_back(parcel, quantities=None, *, by):
    """What came back whole is for sale again: all of it, or {product: pieces}.

    Raises `Refused` without the right, unless the parcel was returned or delivered, and for more than left.
    """
    if not may_move(by, parcel):
        raise Refused(_("This parcel is another producer's."))
    lock(parcel.order)
    parcel.refresh_from_db(fields=["stage"])
    if parcel.stage not in {Parcel.Stage.RETURNED, Parcel.Stage.DELIVERED}:
        raise Refused(_("Nothing of this parcel has come back."))
    if parcel.from_stock:
        back = stocking.gone(parcel.stock_key) if quantities is None else quantities
        fetching.came_back(_place_of(parcel), back, order=str(parcel), by=by)
    stocking.take_back(parcel.stock_key, quantities)


def _place_of(parcel):
    """Where the goods in commission lie of which a parcel is made up that is fetched there."""
    return StockPlace.objects.get(
        consignment__outlet=parcel.pick_up.outlet_id, consignment__producer=parcel.producer_id
    )


def _stock_follows(parcels, stage, by):
    """A parcel made up at an outlet, of goods in commission, is noted there when it leaves."""
    keys = [parcel.stock_key for parcel in parcels]
    for parcel in parcels:
        if stage == Parcel.Stage.HANDED_OVER and parcel.from_stock:
            pieces = stocking.kept_firmly(parcel.stock_key)
            fetching.handed_over(_place_of(parcel), pieces, order=str(parcel), by=by)
    if stage == Parcel.Stage.NEW:
        stocking.firm(keys)
    elif stage == Parcel.Stage.CANCELLED:
        stocking.release(keys)
    elif stage == Parcel.Stage.HANDED_OVER:
        stocking.leave(keys)


def _sales_follow(parcels, stage, before):
    """Counted as sold from the confirmed payment on, and no longer when cancelled after that."""
    if stage == Parcel.Stage.NEW:
        sales.count(_lines(parcels))
    elif stage == Parcel.Stage.CANCELLED:
        counted = [parcel for parcel in parcels if before[parcel.pk] != Parcel.Stage.AWAITING]
        sales.count(_lines(counted), -1)


def _lines(parcels):
    return Line.objects.filter(parcel__in=parcels).select_related("product").order_by("pk") if parcels else []


def tell_buyer(order, parcel, reason=""):
    """By inbox and e-mail at every step; somebody without either gets a text when it matters."""
    with override(order.language):
        sentence = _parcel_sentence(parcel, reason)
    if order.user_id or order.guest_email:
        tell(order.user, sentence, email=order.guest_email, link=order.get_absolute_url())
    elif parcel.stage in WORTH_A_TEXT:
        tell(None, sentence, phone=str(order.phone))


def _parcel_sentence(parcel, reason):
    sentence = _("Your parcel %(parcel)s: %(stage)s.") % {
        "parcel": str(parcel),
        "stage": parcel.stage_label,
    }
    if reason and parcel.stage == Parcel.Stage.CANCELLED:
        sentence = f"{sentence} {reason}"
    return sentence


def _order_status(order):
    stages = list(Parcel.objects.filter(order=order).values_list("stage", flat=True))
    ways = [str(Parcel.Stage.AWAITING), *map(str, ORDER_OF_STAGES)]
    running = [stage for stage in stages if stage in ways]
    if running:
        return min(running, key=ways.index)
    return Parcel.Stage.RETURNED if Parcel.Stage.RETURNED in stages else Parcel.Stage.CANCELLED
