"""A product as a card in a list: what a glance needs and nothing that costs a query."""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.producers.stock import left_of
from catalogue.templatetags.ocop import dong, pack_glance
from office.prepared import Prepared

from .models import Product


@dataclass(slots=True)
class Card:
    """What `components/product_card.html` shows."""

    pk: int
    url: str
    title: str
    maker: str
    commune: str
    price_text: str
    unit_text: str
    stars: int
    ended_on: date | None
    withdrawn: bool
    image: dict
    thumb: dict
    alt: str
    sold_out: bool
    catalogue_only: bool


@cache  # the same expression for every list: building it costs a third of a product page's SQL
def _left():
    return left_of("pk")


def with_left(products):
    """The query set with `left`: pieces that can still be sold, None without a price."""
    return products.annotate(left=_left())


def for_cards(products):
    """The query set with all a card needs, in one query."""
    return (
        with_left(products)
        .select_related("producer__commune")
        .only(
            "title",
            "slug",
            "structure",
            "legal_class",
            "pack",
            "net_quantity",
            "net_unit",
            "price",
            "picture_set",
            "stars",
            "stars_from",
            "stars_until",
            "stars_withdrawn",
            "producer__name",
            "producer__commune__name",
            "producer__commune__kind",
        )
    )


_OF_IDS = Prepared(lambda ids: for_cards(Product.objects.filter(pk__in=ids)).order_by())


def cards(products, *, on=None):
    """Cards of `products` (a query set made by `for_cards`), stars as valid on day `on` (today)."""
    on = on or timezone.localdate()
    return [_card(product, on) for product in products]


def cards_of_ids(ids, *, on=None):
    """Cards in the order of `ids`; one query. Products gone since are left out."""
    ids = list(ids)
    found = {product.pk: product for product in _OF_IDS(ids)}
    return cards([found[pk] for pk in ids if pk in found], on=on)


def unit_text(product):
    """ "320.000 ₫/kg", or nothing for goods sold by the piece or exactly by the kilogram."""
    unit = product.unit_price
    return f"{dong(unit[0])}/{unit[1]}" if unit else ""


def _small_line(product):
    """What one gets for the price: "Chai 500 ml · 250.000 ₫/lít"; sizes differ, so of them only that they do."""
    if product.is_parent:
        return _("Several sizes")
    return " · ".join(part for part in (pack_glance(product), unit_text(product)) if part)


def _price_text(product):
    if product.price is None:
        return _("Ask the producer")
    if product.is_parent:
        return _("from %(price)s") % {"price": dong(product.price)}
    return dong(product.price)


@lru_cache(maxsize=8192)
def _address(slug, pk, language, prefix):
    return reverse("catalogue:detail", args=[slug, pk])


def _card(product, on):
    producer = product.producer
    image = product.picture_set.get("card") or {}
    sells = product.sells_online
    left = getattr(product, "left", None)
    return Card(
        pk=product.pk,
        url=_address(product.slug, product.pk, get_language(), get_script_prefix()),
        title=product.title,
        maker=producer.name if producer else "",
        commune=str(producer.commune) if producer and producer.commune_id else "",
        price_text=_price_text(product),
        unit_text=_small_line(product),
        stars=product.stars_on(on),
        ended_on=product.stars_until if product.stars_until and product.stars_until < on else None,
        withdrawn=product.stars_withdrawn,
        image=image,
        thumb=product.picture_set.get("thumb") or {},
        alt=product.picture_set.get("alt", ""),
        sold_out=sells and not product.is_parent and (left is None or left <= 0),
        catalogue_only=not sells,
    )
