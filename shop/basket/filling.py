"""Filling the basket, and reading it the way the page shows it: one group per producer, one parcel each."""

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.cards import unit_text
from catalogue.models import LegalClass, Product
from catalogue.producers.models import StockRecord
from catalogue.producers.stock import left_of
from catalogue.supply import Supplied, supplied_of
from office.prepared import Prepared
from office.stages import Refused
from shop.shipping.quoting import Quote

from . import discounting
from .delivering import deliver
from .free_delivery import take_off_delivery
from .models import Line  # type: ignore[attr-defined]  # Oscar defines it in a condition

MOST = 500


@dataclass(slots=True)
class BasketLine:
    """A line as it stands today. `problem` is a sentence when it cannot be bought as it is."""

    line: Line
    product: Product
    quantity: int
    price: int
    left: int
    problem: str = ""
    discount_platform: int = 0
    discount_producer: int = 0
    supplied: Supplied = field(default_factory=Supplied)

    @property
    def total(self):
        """Before discounts."""
        return self.price * self.quantity

    @property
    def discount(self):
        return self.discount_platform + self.discount_producer

    @property
    def payable(self):
        return self.total - self.discount

    @property
    def supply_text(self):
        """When it leaves, if that is not at once."""
        return "" if self.problem else self.supplied.sentence()

    @property
    def unit_text(self):
        return unit_text(self.product)

    @property
    def shown(self):
        """The product whose page shows it: of a size, the product; its class is the law's."""
        return self.product.parent if self.product.is_child else self.product

    @property
    def thumb(self):
        return self.shown.picture_set.get("thumb") or {}


@dataclass(slots=True)
class Group:
    """The lines of one producer: one parcel, with the ways to send it and the one taken."""

    producer: Any
    lines: list[BasketLine]
    quotes: list[Quote] = field(default_factory=list)
    quote: Quote | None = None
    fee_borne: int = 0
    may_fetch: bool = False  # some outlet hands orders over; which is read once it is asked
    asked_to_fetch: bool = False

    @property
    def fee_before(self):
        """What sending it costs, before offers on delivery."""
        return self.quote.fee if self.quote and not self.quote.problem else 0

    @property
    def fee(self):
        """What the buyer pays of it; the house bears `fee_borne`."""
        return self.fee_before - self.fee_borne

    @property
    def problem(self):
        """Why this parcel cannot be sent there, or ""."""
        return self.quote.problem if self.quote else ""

    @property
    def ways(self):
        """The quotes of sending it that can be taken."""
        return [quote for quote in self.quotes if not quote.problem and quote.fetching is None]

    @property
    def places(self):
        """The quotes of fetching it at an outlet."""
        return [quote for quote in self.quotes if quote.fetching is not None]

    @property
    def is_fetched(self):
        return self.quote is not None and self.quote.fetching is not None

    @property
    def has_choice(self):
        return len(self.ways) > 1 or self.may_fetch

    @property
    def goods(self):
        return sum(line.total for line in self.lines)

    @property
    def discount(self):
        return sum(line.discount for line in self.lines)

    @property
    def total(self):
        return self.goods - self.discount + self.fee


@dataclass(slots=True)
class Contents:
    """A basket with its delivery, to the place asked for or an estimated one. `goods` is before discounts, `total` after."""

    groups: list[Group] = field(default_factory=list)
    discounts: list[discounting.Discount] = field(default_factory=list)
    vouchers: list[discounting.InBasket] = field(default_factory=list)
    on_delivery: list[dict[str, Any]] = field(default_factory=list)  # Oscar's applications of offers on it

    @property
    def lines(self):
        return [line for group in self.groups for line in group.lines]

    @property
    def count(self):
        return sum(line.quantity for line in self.lines)

    @property
    def goods(self):
        return sum(group.goods for group in self.groups)

    @property
    def delivery(self):
        return sum(group.fee for group in self.groups)

    @property
    def delivery_before(self):
        return sum(group.fee_before for group in self.groups)

    @property
    def discount(self):
        return sum(group.discount for group in self.groups)

    @property
    def total(self):
        return self.goods - self.discount + self.delivery

    @property
    def promise(self):
        """What is said of each parcel, as one text: another one has to be shown before anybody agrees to it."""
        return ";".join(
            f"{group.producer.pk}:{group.quote.method}:{group.fee}:{group.quote.latest or ''}"
            for group in self.groups
            if group.quote
        )

    @property
    def problems(self):
        return [line for line in self.lines if line.problem]

    @property
    def unsent(self):
        """The parcels that cannot be sent to the place asked for."""
        return [group for group in self.groups if group.problem]

    @property
    def is_fetched(self):
        """Whether everything that travels is fetched at outlets: nobody's address is needed."""
        moving = [group for group in self.groups if group.quote and group.quote.is_sent]
        return bool(moving) and all(group.is_fetched for group in moving)

    @property
    def has_places(self):
        """Whether any parcel could be fetched at an outlet."""
        return any(group.may_fetch for group in self.groups)

    @property
    def has_alcohol(self):
        return any(line.shown.legal_class == LegalClass.ALCOHOL for line in self.lines)


# What `contents` reads, and what an order keeps of it: a product has eighty columns, twice with its parent.
_SHOWN = ("title", "slug", "structure", "pack", "is_public", "is_discountable", "legal_class", "picture_set", "producer",
          "stars", "stars_from", "stars_until")  # fmt: skip
_BORNE = ("product", "weight_g", "keeps_hours", "not_sent_weekdays")
READ = (
    "basket", "line_reference", "quantity", "price_currency",
    *(f"product__{name}" for name in (*_SHOWN, "parent", "net_quantity", "net_unit", "price")),
    *(f"product__parent__{name}" for name in _SHOWN),
    *(f"product__{whose}handling__{name}" for whose in ("", "parent__") for name in _BORNE),
    *(f"stockrecord__{name}" for name in ("product", "partner", "partner_sku", "price")),
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
    groups: dict[int, list[BasketLine]] = {}
    for line in _LINES(basket.pk):
        line.basket = basket
        groups.setdefault(line.stockrecord.partner_id, []).append(_read(line))
    found = Contents([Group(lines[0].line.stockrecord.partner, lines) for lines in groups.values()])
    with_vouchers = any(line.line.has_voucher for line in found.lines[:1])
    found = discounting.discount(found, basket, with_vouchers=with_vouchers)
    return take_off_delivery(deliver(found, to, chosen=chosen, at=at, outlets=outlets))


def _read(line):
    product, record = line.product, line.stockrecord
    left = max(0, line.left or 0)
    shown = product.parent if product.is_child else product
    problem = ""
    if not (product.is_public and shown.is_public) or not shown.sells_online or record.partner.is_suspended:
        problem = _("No longer sold here. Please remove it.")
    elif left == 0:
        problem = _("Just sold out. Please remove it.")
    elif line.quantity > left:
        problem = ngettext(
            "Only %(left)d is left. Please take less.", "Only %(left)d are left. Please take less.", left
        ) % {"left": left}
    supplied = Supplied.read(line.supply)
    return BasketLine(line, product, line.quantity, int(record.price), left, problem, supplied=supplied)


def parse_quantity(text):
    """A whole number from 0 to 500. Raises `Refused` at "quantity" for anything else."""
    text = str(text).strip()
    if not text.isascii() or not text.isdigit() or int(text) > MOST:
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
_SAME = Prepared(lambda basket, product: Line.objects.filter(basket=basket, product=product).order_by("pk"))


@transaction.atomic
def add(basket, product, quantity, *, adult):
    """Put `quantity` of `product` (not a parent of sizes) into `basket`; returns the line.

    Raises `Refused` when it is not sold online, for adults only, sold out or fewer are left.
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
    record = next(iter(_RECORDS(product.pk)), None)
    if record is None or (record.left or 0) <= 0:
        raise Refused(_("Sold out for now."), field="quantity")
    if not basket.pk:
        basket.save()
    line = next(iter(_SAME(basket.pk, product.pk)), None)
    wanted = quantity + (line.quantity if line else 0)
    _refuse_more_than(record.left, wanted, already=wanted - quantity)
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


@transaction.atomic
def change(line, quantity):
    """Take `quantity` instead; 0 removes the line. Raises `Refused` when fewer are left."""
    if quantity == 0:
        line.delete()
        return None
    if quantity > line.quantity:
        row = Line.objects.filter(pk=line.pk).annotate(left=left_of("product")).values_list("left", flat=True)
        _refuse_more_than(row.get() or 0, quantity)
    line.quantity = quantity
    line.save(update_fields=["quantity"])
    return line


def _refuse_more_than(left, wanted, *, already=0):
    if wanted > left:
        text = ngettext("Only %(left)d is left.", "Only %(left)d are left.", left) % {"left": left}
        if already:
            text += " " + _("%(n)d of them lie in your basket.") % {"n": already}
        raise Refused(text, field="quantity")
