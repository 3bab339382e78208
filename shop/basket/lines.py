"""What lies in a basket as the page shows it: lines, a parcel for each producer, and their sums."""

from dataclasses import dataclass, field
from typing import Any

from catalogue.cards import unit_text
from catalogue.models import LegalClass, Product
from catalogue.supply import Supplied
from shop.shipping.quoting import Quote

from . import discounting
from .models import Line  # type: ignore[attr-defined]  # Oscar defines it in a condition


@dataclass(slots=True)
class BasketLine:
    """A line as it stands today. `problem` is a sentence when it cannot be bought as it is; `typed` a quantity that
    was just refused.
    """

    line: Line
    product: Product
    quantity: int
    price: int
    left: int
    problem: str = ""
    typed: str = ""
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
    """The lines of one producer: one parcel, with the ways to send it and the one taken.

    Goods that lie at an outlet (`lies_at`) and are fetched there are a parcel of their own.
    """

    producer: Any
    lines: list[BasketLine]
    quotes: list[Quote] = field(default_factory=list)
    quote: Quote | None = None
    fee_borne: int = 0
    lies_at: Any = None
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
    def is_bound_to_outlets(self):
        """Whether all is fetched and none of it can be sent: no place is to be chosen."""
        return self.is_fetched and not self.has_places and not self.unsent

    @property
    def may_fetch(self):
        """Whether any parcel is fetched, or could be."""
        return self.has_places or any(group.is_fetched for group in self.groups)

    @property
    def has_alcohol(self):
        return any(line.shown.legal_class == LegalClass.ALCOHOL for line in self.lines)
