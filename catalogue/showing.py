"""What a product page shows, read in a handful of queries."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from catalogue.producers.models import StockRecord
from catalogue.reviews.models import ProductReview

from .cards import cards, for_cards, unit_text
from .models import Product
from .rules import cash_on_delivery_allowed, legal_notices, return_rule
from .templatetags.ocop import dong

RELATED = 4
REVIEWS = 20


@dataclass(slots=True)
class Choice:
    """One thing that can be put in the basket: the product itself, or one of its sizes."""

    product: Product
    label: str
    price_text: str
    unit_text: str
    left: int

    @property
    def sold_out(self):
        return self.left <= 0


@dataclass(slots=True)
class Shown:
    """A product with everything its page tells (domain checklist "Product page")."""

    product: Product
    choices: list[Choice]
    certificates: list
    reviews: list
    same_maker: list
    same_group: list
    notices: list[str]
    return_rule: str
    stars: int
    rating: float | None = None
    delivery_fee: int = 0
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
    def ended_on(self):
        return self.product.star_ended_on

    @property
    def state(self):
        return self.last.state() if self.last else None

    @property
    def few_left(self):
        """How many are left when that is worth saying, else 0."""
        left = sum(choice.left for choice in self.choices)
        return left if 0 < left <= 5 else 0

    @property
    def sold_out(self):
        return self.product.sells_online and all(choice.sold_out for choice in self.choices)

    @property
    def can_buy(self):
        return self.product.sells_online and not self.sold_out


def products_for_page():
    """Products with all a page reads from single rows, in one query."""
    return Product.objects.select_related(
        "producer__commune__area", "producer__commune__province", "group", "parent__producer"
    )


def show(product, *, adult, on=None):
    """Collect the page of `product` (from `products_for_page`); `adult` opens alcohol in the related lists."""
    on = on or timezone.localdate()
    reviews = list(
        ProductReview.objects.filter(product=product, status=ProductReview.APPROVED).order_by(
            "-verified", "-date_created"
        )[:REVIEWS]
    )
    return Shown(
        product=product,
        choices=_choices(product),
        certificates=list(product.recognitions.prefetch_related("changes").order_by("-valid_from", "-pk")),
        reviews=reviews,
        same_maker=_related(product, on, adult, producer=product.producer_id),
        same_group=_related(product, on, adult, group=product.group_id),
        notices=legal_notices(product),
        return_rule=return_rule(product),
        stars=product.stars_on(on),
        rating=product.rating,
        delivery_fee=settings.DELIVERY_FEE,
        cash=cash_on_delivery_allowed(product),
    )


def _choices(product):
    sizes = list(product.children.filter(is_public=True).order_by("pk")) if product.is_parent else [product]
    records = {
        record.product_id: record for record in StockRecord.objects.filter(product__in=sizes).order_by("-pk")
    }
    return [
        Choice(
            product=size,
            label=size.pack or size.title,
            price_text=dong(records[size.pk].price),
            unit_text=unit_text(size),
            left=records[size.pk].net_stock_level if records[size.pk].num_in_stock is not None else 0,
        )
        for size in sizes
        if size.pk in records
    ]


def _related(product, on, adult, **same):
    (value,) = same.values()
    if value is None:
        return []
    others = Product.objects.on_sale_list().open_to(adult=adult).filter(**same).exclude(pk=product.pk)
    if "group" in same:
        others = others.exclude(producer=product.producer_id)
    return cards(for_cards(others.order_by("-stars_until", "-sold", "pk"))[:RELATED], on=on)
