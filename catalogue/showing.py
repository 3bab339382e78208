"""What a product page shows, read in a handful of queries."""

from dataclasses import dataclass, field, replace

from django.core.paginator import Page, Paginator
from django.utils import timezone

from catalogue.reviews.models import ProductReview
from catalogue.search import Query, find
from office.prepared import Prepared

from .cards import cards_of_ids, unit_text, with_left
from .models import LegalClass, Product
from .rules import cash_on_delivery_allowed, legal_notices, may_be_ordered, return_rule
from .supply import Supplied, supplied_of
from .templatetags.ocop import dong

RELATED = 4
SHELVES = 6
REVIEWS = 20


@dataclass(slots=True)
class Choice:
    """One thing that can be put in the basket: the product itself, or one of its sizes."""

    product: Product
    label: str
    price_text: str
    unit_text: str
    left: int
    stars: int = 0  # of a certificate for this size only
    supplied: Supplied = field(default_factory=Supplied)

    @property
    def sold_out(self):
        return self.left <= 0

    @property
    def supply_text(self):
        """When it leaves, if that is not at once and it can be had."""
        return "" if self.sold_out else self.supplied.sentence(self.left)


@dataclass(slots=True)
class Shown:
    """A product with everything its page tells (domain checklist "Product page")."""

    product: Product
    choices: list[Choice]
    certificates: list
    reviews: Page
    same_maker: list
    same_group: list
    notices: list[str]
    return_rule: str
    stars: int
    shelves: list = field(default_factory=list)  # where it stands in shops of stone: shelf items with outlets
    rating: float | None = None
    is_sent: bool = True
    cash: bool = True

    @property
    def running(self):
        """The certificate in force today, or None."""
        today = timezone.localdate()
        return next((c for c in self.certificates if c.variant_id is None and c.is_valid_on(today)), None)

    @property
    def last(self):
        """The latest certificate, in force or not, or None."""
        return next((c for c in self.certificates if c.variant_id is None), None)

    @property
    def of_sizes(self):
        """(size's name, certificate): the latest of each size that has one of its own."""
        names, latest = {choice.product.pk: choice.label for choice in self.choices}, {}
        for certificate in self.certificates:
            if certificate.variant_id in names:
                latest.setdefault(certificate.variant_id, certificate)
        return [(names[pk], certificate) for pk, certificate in latest.items()]

    @property
    def ended_on(self):
        return self.product.star_ended_on

    @property
    def state(self):
        return self.last.state() if self.last else None

    @property
    def few_left(self):
        """How many are left when that is worth saying, else 0."""
        left = sum(choice.left for choice in self.choices)
        return left if 0 < left <= 5 and not any(choice.supply_text for choice in self.choices) else 0

    @property
    def may_ask(self):
        """Whether one may ask to be told when there is more."""
        return self.orderable and self.sold_out and not self.suspended

    @property
    def route(self):
        """Where a suggested tour stops for it: "sold" in a shop of stone, "made" at its maker's, "" nowhere.

        Suggestions are about goods with a star today that are shown to everybody.
        """
        if not self.stars or self.product.legal_class == LegalClass.ALCOHOL:
            return ""
        if self.shelves:
            return "sold"
        visiting = getattr(self.product.producer, "visiting", None)
        return "made" if visiting and visiting.welcomes and not self.suspended else ""

    @property
    def default(self):
        """The size chosen at first: one that can be bought, if there is one."""
        return next((choice for choice in self.choices if not choice.sold_out), None)

    @property
    def sold_out(self):
        return self.product.sells_online and all(choice.sold_out for choice in self.choices)

    @property
    def suspended(self):
        """Whether its maker may not sell for now."""
        return self.product.producer is not None and self.product.producer.is_suspended

    @property
    def orderable(self):
        """Whether it is sold from this page: not what has a page only, nor what nobody could pay for."""
        return self.product.sells_online and may_be_ordered(self.product)

    @property
    def can_buy(self):
        return self.orderable and not self.sold_out and not self.suspended


def product_for_page(pk):
    """The product with all a page reads from single rows, in one query; None when there is none."""
    return next(iter(_PRODUCT(int(pk))), None)


def _with_supply(products):
    return with_left(products).annotate(supply=supplied_of("pk"))


_ALONG = (
    "producer__commune",
    "producer__visiting",
    "group",
)  # whether the maker has visitors, a room above knows
_PRODUCT = Prepared(lambda pk: _with_supply(Product.objects.select_related(*_ALONG).filter(pk=pk)))
_SIZES = Prepared(
    lambda pk: _with_supply(Product.objects.filter(parent=pk, is_public=True)).order_by("pk"),
)
_CERTIFICATES = Prepared(
    lambda pk: (
        Product.recognitions.rel.related_model.objects.told()  # its room is above this one
        .filter(product=pk)
        .order_by("-valid_from", "-pk")
    )
)

_SHELVES = Prepared(
    lambda pk: Product.on_shelves.rel.related_model.objects.filter(
        product=pk
    ).at_outlets()[  # whose shelves, a room above knows
        :SHELVES
    ]
)


def show(product, *, adult, on=None, reviews_page=1):
    """Collect the page of `product` (from `product_for_page`); `adult` opens alcohol in the related lists.

    `reviews_page` is whatever the address says: nonsense is the first page, too much the last.
    """
    on = on or timezone.localdate()
    same_maker, same_group = _related(product, on, adult)
    return Shown(
        product=product,
        choices=_choices(product, on),
        certificates=_certificates(product),
        reviews=_reviews(product, reviews_page),
        same_maker=same_maker,
        same_group=same_group,
        notices=legal_notices(product),
        return_rule=return_rule(product),
        stars=product.stars_on(on),
        shelves=_SHELVES(product.pk),
        rating=product.rating,
        is_sent=product.legal_class != LegalClass.SERVICE,
        cash=cash_on_delivery_allowed(product),
    )


def _certificates(product):
    """All it ever had, the latest first."""
    found = _CERTIFICATES(product.pk)
    for each in found:
        each.product = product
    return found


def _reviews(product, number):
    """A page of the published reviews; a product without a rating has none, so nothing is asked."""
    rows = []
    if product.rating is not None:
        rows = ProductReview.objects.filter(product=product, status=ProductReview.APPROVED)
        rows = rows.order_by("-verified", "-date_created", "-pk")
    return Paginator(rows, REVIEWS).get_page(number)


def _choices(product, on):
    """What can be put in the basket: the sizes, or the product itself (from `product_for_page`)."""
    sizes = [product]
    if product.is_parent:
        sizes = _SIZES(product.pk)
    return [
        Choice(
            product=size,
            label=size.pack or size.title,
            price_text=dong(size.price),
            unit_text=unit_text(size),
            left=size.left or 0,
            stars=size.stars_on(on) if size.is_child else 0,
            supplied=Supplied.read(size.supply),
        )
        for size in sizes
        if size.price is not None
    ]


def _related(product, on, adult):
    """Cards of the same maker's goods, and of others' in the same group: best sold first, in one query."""
    near = Query(on=on, adult=adult, sort="bestselling", counted=False)
    maker, group = [], []
    if product.producer_id:
        maker = _others(product, replace(near, producers=(product.producer.code,), per_page=4 * RELATED))
    if product.group_id:
        group = _others(product, replace(near, groups=(product.group.code,), per_page=6 * RELATED))
    group = [pk for pk in group if pk not in set(maker)][:RELATED]
    maker = maker[:RELATED]
    found = cards_of_ids(maker + group, on=on)
    return [card for card in found if card.pk in maker], [card for card in found if card.pk in group]


def _others(product, query):
    return [pk for pk in find(query).ids if pk != product.pk]
