"""Moving parcels on, from confirmed to delivered; stock and the order follow."""

from collections import Counter

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.models import Product
from catalogue.producers.models import StockRecord
from office.notices import tell
from office.roles import has_role
from office.stages import Refused

from .models import Line, Order, Parcel
from .signals import parcel_moved

ORDER_OF_STAGES = [
    Parcel.Stage.NEW,
    Parcel.Stage.CONFIRMED,
    Parcel.Stage.PACKED,
    Parcel.Stage.HANDED_OVER,
    Parcel.Stage.DELIVERED,
]


WORTH_A_TEXT = (Parcel.Stage.HANDED_OVER, Parcel.Stage.CANCELLED)


def may_move(user, parcel):
    """Whether `user` may move `parcel`: people of its producer, and the shop manager."""
    if has_role(user, "shop_manager", "administrator"):
        return True
    return parcel.producer_id is not None and parcel.producer.users.filter(pk=user.pk).exists()


def has_received(user, product):
    """Whether a parcel with `product` (or a size of it) of an order of `user` was delivered."""
    lines = Line.objects.filter(order__user=user, parcel__stage=Parcel.Stage.DELIVERED)
    return lines.filter(Q(product=product) | Q(product__parent=product)).exists()


@transaction.atomic
def move(parcel, stage, *, by, reason=""):
    """Advance `parcel`; a cancelled one frees its stock, a handed-over one leaves it. Returns the parcel.

    Raises `Refused` without the right, or when the map of moves has no such move.
    """
    if not may_move(by, parcel):
        raise Refused(_("This parcel is another producer's."))
    order = Order.objects.select_for_update().get(pk=parcel.order_id)
    before = parcel.stage
    parcel.advance(stage, by=by, reason=reason)
    lines = list(Line.objects.filter(parcel=parcel).select_related("product").order_by("stockrecord_id"))
    if stage == Parcel.Stage.CANCELLED:
        _free(lines)
    elif stage == Parcel.Stage.HANDED_OVER:
        _leave(lines)
    Line.objects.filter(parcel=parcel).update(status=stage)
    order.status = _order_status(order)
    order.save(update_fields=["status"])
    _tell_buyer(order, parcel, reason)
    parcel_moved.send(Parcel, parcel=parcel, before=before, by=by)
    return parcel


def _tell_buyer(order, parcel, reason):
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
    running = [stage for stage in stages if stage in ORDER_OF_STAGES]
    if running:
        return min(running, key=[*map(str, ORDER_OF_STAGES)].index)
    return Parcel.Stage.RETURNED if Parcel.Stage.RETURNED in stages else Parcel.Stage.CANCELLED


def _free(lines):
    """Stock first, then products, each by key: the order in which `placing` locks them."""
    pieces: Counter[int] = Counter()
    for line in lines:
        StockRecord.objects.filter(pk=line.stockrecord_id).update(
            num_allocated=F("num_allocated") - line.num_allocated
        )
        Line.objects.filter(pk=line.pk).update(num_allocated=0, allocation_cancelled=True)
        if line.product is not None:
            pieces[line.product.parent_id or line.product_id] += line.quantity
    for pk, number in sorted(pieces.items()):
        Product.objects.filter(pk=pk).update(sold=Greatest(F("sold") - number, 0))


def _leave(lines):
    for line in lines:
        StockRecord.objects.filter(pk=line.stockrecord_id).update(
            num_allocated=F("num_allocated") - line.num_allocated,
            num_in_stock=F("num_in_stock") - line.num_allocated,
        )
        Line.objects.filter(pk=line.pk).update(num_allocated=0)
