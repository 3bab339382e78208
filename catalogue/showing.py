"""What a product page shows, read in a handful of queries."""

from dataclasses import dataclass, field

from django.db.models import Prefetch
from django.utils import timezone

from catalogue.producers.models import StockRecord
from catalogue.reviews.models import ProductReview

from .cards import cards, for_cards, unit_text
from .models import Product
from .rules import legal_notices, return_rule
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
    gallery: list = field(default_factory=list)

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
    def sold_out(self):
        return self.product.sells_online and all(choice.sold_out for choice in self.choices)

    @property
    def can_buy(self):
        return self.product.sells_online and not self.sold_out


def products_for_page():
    """Products with all a page reads from single rows, in one query."""
    return Product.objects.select_related(
        "producer__commune__area", "producer__commune__province", "group", "parent__producer"
    ).prefetch_related(
        Prefetch("pictures", to_attr="picture_rows"),
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
