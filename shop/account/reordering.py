"""Ordering again what an order had: what is still sold, at today's price.

What its maker has sold out and was fetched at an outlet is ordered from that outlet again, if it lies there.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.producers.models import StockRecord
from catalogue.producers.stock import left_of
from office.stages import Refused
from shop.basket.filling import add
from shop.shipping import lying


@dataclass(slots=True)
class Outcome:
    """`added`: how many lines lie in the basket now; `left_out`: sentences, one for each thing that does not
    or only in part.
    """

    added: int = 0
    left_out: list[str] = field(default_factory=list)


def reorder(order, basket, *, adult):
    """Put what `order` had into `basket`; returns the `Outcome`. Each line for itself: one refusal stops none."""
    outcome = Outcome()
    if basket.pk is None:  # asked here, it is made here: with the first line, a refusal would undo it again
        basket.save()
    lines = order.lines.select_related("product__parent__producer", "product__producer")
    for line in lines.order_by("pk"):
        try:
            _again(line, basket, adult, outcome)
        except Refused as refused:
            outcome.left_out.append(f"{line.title}: {refused.message}")
    return outcome


def _again(line, basket, adult, outcome):
    if line.product is None:
        raise Refused(_("This product is not sold online."))
    wanted, left = line.quantity, _left(line.product)
    places = [] if left else lying.at_outlets([line.product.pk]).get(line.product.pk, [])
    there = next((each for each in places if each.record.pk == line.stockrecord_id), None)
    if places and there is None:
        raise Refused(_lies_at(places))
    outlet, left = (there.outlet.pk, there.left) if there else (None, left)
    try:
        add(basket, line.product, wanted, adult=adult, outlet=outlet)
    except Refused as refused:
        if refused.field != "quantity" or not 0 < left < wanted:
            raise
        add(basket, line.product, left, adult=adult, outlet=outlet)
        text = ngettext("only %(left)d is left.", "only %(left)d are left.", left) % {"left": left}
        outcome.left_out.append(f"{line.title}: {text}")
    outcome.added += 1


def _lies_at(places):
    """Nothing is fetched by accident: where it lies is said, and chosen on the product's page."""
    names = ", ".join(each.outlet.name for each in places)
    return _("sold out at its maker; it lies at %(outlets)s. Open the product to order it there.") % {
        "outlets": names
    }


def _left(product):
    """Pieces that are free, wherever they lie and whatever others have reserved."""
    rows = StockRecord.objects.filter(product=product).annotate(left=left_of("product"))
    return rows.values_list("left", flat=True).first() or 0
