"""Ordering again what an order had: what is still sold, at today's price."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from office.stages import Refused
from shop.basket.filling import add


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
    lines = order.lines.select_related("product__parent__producer", "product__producer", "stockrecord")
    for line in lines.order_by("pk"):
        try:
            _again(line, basket, adult, outcome)
        except Refused as refused:
            outcome.left_out.append(f"{line.title}: {refused.message}")
    return outcome


def _again(line, basket, adult, outcome):
    if line.product is None:
        raise Refused(_("This product is not sold online."))
    try:
        add(basket, line.product, line.quantity, adult=adult)
    except Refused as refused:
        left = line.stockrecord.net_stock_level if line.stockrecord else 0
        if refused.field != "quantity" or not 0 < left < line.quantity:
            raise
        add(basket, line.product, left, adult=adult)
        text = ngettext("only %(left)d is left.", "only %(left)d are left.", left) % {"left": left}
        outcome.left_out.append(f"{line.title}: {text}")
    outcome.added += 1
