"""Filling the basket, and reading it the way the page shows it: one group per producer, one parcel each."""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.models import LegalClass
from catalogue.producers.models import StockRecord
from catalogue.producers.stock import left_of
from catalogue.supply import Supplied, supplied_of
from office.prepared import Prepared
from office.stages import Refused
from shop.shipping import lying

from . import discounting
from .delivering import deliver
from .free_delivery import take_off_delivery
from .lines import BasketLine, Contents, Group
from .models import Basket, Line  # type: ignore[attr-defined]  # Oscar defines it in a condition

MOST = 500


# What `contents` reads, and what an order keeps of it: a product has eighty columns, twice with its parent.
_SHOWN = ("title", "slug", "structure", "pack", "is_public", "is_discountable", "legal_class", "picture_set", "producer",
          "stars", "stars_from", "stars_until")  # fmt: skip
_BORNE = ("product", "weight_g", "keeps_hours", "not_sent_weekdays")
READ = (
    "basket", "line_reference", "quantity", "price_currency",
    *(f"product__{name}" for name in (*_SHOWN, "parent", "net_quantity", "net_unit", "price")),
    *(f"product__parent__{name}" for name in _SHOWN),
    *(f"product__{whose}handling__{name}" for whose in ("", "parent__") for name in _BORNE),
    *(f"stockrecord__{name}" for name in ("product", "partner", "partner_sku", "price", "place")),
    *(f"stockrecord__partner__{name}" for name in ("name", "code", "identity_state", "commune")),
    "stockrecord__partner__commune__name", "stockrecord__partner__commune__kind",
)  # fmt: skip


_LINES = Prepared(
    lambda basket: (
        Line.objects.filter(basket=basket)
        .select_related("product__parent__handling", "product__handling", "stockrecord__partner__commune")
        .only(*READ)
        .annotate(
            left=left_of("product"), supply=supplied_of("product"), has_voucher=discounting.holds_voucher()
        )
        .order_by("pk")
    )
)


def contents(basket, *, to=None, chosen=None, at=None, outlets=False):
    """What lies in `basket` today, one group per producer in the order of filling, with discounts and delivery.

    `to` is a commune (else the one baskets are estimated for), `chosen` {producer's key: method's code};
    with `outlets` also where it could be fetched. 1 query, as long as no offer runs and no voucher lies in it, and those of `deliver`.
    """
    if not basket.pk:
        return Contents()
    lines = _LINES(basket.pk)
    there = lying.of_records([line.stockrecord_id for line in lines if line.stockrecord.place_id])
    groups: dict[tuple[int, Any], Group] = {}
    for line in lines:
        line.basket = basket
        found_at = there.get(line.stockrecord_id)
        outlet = found_at.outlet if found_at else None
        key = line.stockrecord.partner_id, outlet
        group = groups.setdefault(key, Group(line.stockrecord.partner, [], lies_at=outlet))
        group.lines.append(_lying_there(line, found_at) if found_at else _read(line))
    found = Contents(list(groups.values()))
    with_vouchers = any(line.line.has_voucher for line in found.lines[:1])
    found = discounting.discount(found, basket, with_vouchers=with_vouchers)
    return take_off_delivery(deliver(found, to, chosen=chosen, at=at, outlets=outlets))


def _read(line):
    product, record = line.product, line.stockrecord
    left = max(0, line.left or 0)
    problem = ""
    if not _is_sold(product, record.partner):
        problem = _("No longer sold here. Please remove it.")
    elif left == 0:
        problem = _("Just sold out. Please remove it.")
    elif line.quantity > left:
        problem = ngettext(
            "Only %(left)d is left. Please take less.", "Only %(left)d are left. Please take less.", left
        ) % {"left": left}
    supplied = Supplied.read(line.supply)
    return BasketLine(line, product, line.quantity, int(record.price), left, problem, supplied=supplied)


def _lying_there(line, found):
    """A line of goods that lie at an outlet and are fetched there."""
    product, record, left = line.product, line.stockrecord, found.left if found.is_open else 0
    facts = {"outlet": found.outlet.name, "left": left}
    problem = ""
    if not _is_sold(product, record.partner):
        problem = _("No longer sold here. Please remove it.")
    elif not found.is_open:
        problem = _("It cannot be fetched at %(outlet)s any more. Please remove it.") % facts
    elif left == 0:
        problem = _("None is left at %(outlet)s. Please remove it.") % facts
    elif line.quantity > left:
        problem = (
            ngettext(
                "Only %(left)d is left at %(outlet)s. Please take less.",
                "Only %(left)d are left at %(outlet)s. Please take less.",
                left,
            )
            % facts
        )
    return BasketLine(line, product, line.quantity, int(record.price), left, problem)


def _is_sold(product, producer):
    shown = product.parent if product.is_child else product
    return product.is_public and shown.is_public and shown.sells_online and not producer.is_suspended


def parse_quantity(text):
    """A whole number from 0 to 500. Raises `Refused` at "quantity" for anything else."""
    text = str(text).strip()
    if not (text.isascii() and text.isdigit() and len(text) < 10) or int(text) > MOST:
        raise Refused(
            _("“%(text)s” is not a quantity. Give a whole number from 1 to 500.") % {"text": text[:20]},
            field="quantity",
        )
    return int(text)


# What `add` reads of a product and of that it is a size of.
ADDED = (*_SHOWN, "price", "producer__identity_state")
_RECORDS = Prepared(  # the one it is sold from first
    lambda product: (
        StockRecord.objects.filter(product=product)
        .annotate(left=left_of("product"))
        .order_by(F("place__position").asc(nulls_first=True), "pk")
    )
)
_LOCK = Prepared(
    lambda pk: (
        Basket.objects.select_for_update(no_key=True).filter(pk=pk, status=Basket.OPEN).values_list("pk")
    )
)
_SAME = Prepared(lambda basket, product: Line.objects.filter(basket=basket, product=product).order_by("pk"))


@transaction.atomic
def add(basket, product, quantity, *, adult, outlet=None):
    """Put `quantity` of `product` (not a parent of sizes) into `basket`; returns the line.

    With `outlet` (a key) of what lies there, to be fetched there. Raises `Refused` when it is not sold online, for
    adults only, sold out or fewer are left.
    """
    shown = product.parent if product.is_child else product
    if product.is_parent:
        raise Refused(_("Choose a size first."), field="size")
    if not product.is_public or not shown.is_public or not shown.sells_online or shown.producer.is_suspended:
        raise Refused(_("This product is not sold online."))
    if shown.legal_class == LegalClass.ALCOHOL and not adult:
        raise Refused(_("Alcohol is sold to adults only."))
    if quantity < 1:
        raise Refused(_("Give a quantity of at least one."), field="quantity")
    record, left = _taken_from(product, outlet)
    line = None
    if basket.pk:
        if not _LOCK(basket.pk):  # a finger that taps twice puts two of it into one line
            raise Refused(_("Your basket was ordered at this very moment. Please put it in once more."))
        line = next((each for each in _SAME(basket.pk, product.pk) if each.stockrecord_id == record.pk), None)
    wanted = quantity + (line.quantity if line else 0)
    _refuse_more_than(left, wanted, already=wanted - quantity)
    if not basket.pk:  # not before: a basket undone by a refusal would leave its number in a cookie
        basket.save()
    if line:
        line.quantity = wanted
        line.save(update_fields=["quantity"])
        return line
    return Line.objects.create(
        basket=basket,
        line_reference=f"{product.pk}_{record.pk}",
        product=product,
        stockrecord=record,
        quantity=wanted,
        price_currency="VND",
        price_excl_tax=record.price,
        price_incl_tax=record.price,
    )


def _taken_from(product, outlet):
    """(record, pieces left): that of the `outlet` (a key), else the one it is sold from first, of all that send."""
    if outlet is not None:
        found = lying.at_outlet(product.pk, outlet)
        if found is None or not found.left:
            raise Refused(_("None of it is left at this point of sale."), field="quantity")
        return found.record, found.left
    record = next(iter(_RECORDS(product.pk)), None)
    if record is None or (record.left or 0) <= 0:
        raise Refused(_("Sold out for now."), field="quantity")
    return record, record.left


@transaction.atomic
def change(line, quantity):
    """Take `quantity` instead; 0 removes the line. Raises `Refused` when fewer are left."""
    if quantity == 0:
        line.delete()
        return None
    if quantity > line.quantity:
        _refuse_more_than(_left_for(line), quantity)
    line.quantity = quantity
    line.save(update_fields=["quantity"])
    return line


def _left_for(line):
    """Pieces this line could have, of what it is taken from."""
    if line.stockrecord.place_id and (found := lying.of_records([line.stockrecord_id])):
        return found[line.stockrecord_id].left
    row = Line.objects.filter(pk=line.pk).annotate(left=left_of("product")).values_list("left", flat=True)
    return row.get() or 0


def _refuse_more_than(left, wanted, *, already=0):
    if wanted > left:
        text = ngettext("Only %(left)d is left.", "Only %(left)d are left.", left) % {"left": left}
        if already:
            text += " " + _("%(n)d of them lie in your basket.") % {"n": already}
        raise Refused(text, field="quantity")
