"""Portraits of the producers and drawings of their goods, for those that have no picture yet."""

import zlib

from catalogue import picturing
from catalogue.models import Product
from catalogue.producers.models import Partner

from . import drawings
from .producers import PRODUCERS
from .products import PRODUCTS


def begin(painters):
    """Let the painters start on everything `illustrate` will ask for."""
    makers = _makers()
    painters.begin(_portrait(maker, makers) for maker in PRODUCERS if not makers[maker.slug].picture_id)
    shown = set(Product.objects.exclude(picture_set={}).values_list("slug", flat=True))
    painters.begin(_drawing(goods, makers) for goods in PRODUCTS if goods.slug not in shown)


def illustrate(painters):
    """Show the pictures. Runs late in the seed: the painters draw while it plants the rest."""
    makers = _makers()
    for maker in PRODUCERS:
        if not makers[maker.slug].picture_id:
            picture = _stored(painters, _portrait(maker, makers), maker.name)
            picturing.set_portrait(makers[maker.slug], picture)
    products = Product.objects.filter(slug__in=[goods.slug for goods in PRODUCTS], picture_set={})
    bare = {product.slug: product for product in products}
    for goods in PRODUCTS:
        if goods.slug in bare:
            picture = _stored(painters, _drawing(goods, makers), goods.title)
            picturing.set_pictures(bare[goods.slug], [picture])


def _makers():
    return {producer.code: producer for producer in Partner.objects.select_related("commune__area")}


def _stored(painters, svg, title):
    painted = painters.picture(svg)
    return picturing.store_picture(painted, title=title, alt=f"Minh họa: {title}", illustration=True)


def _portrait(maker, makers):
    seed = zlib.crc32(maker.slug.encode())
    return drawings.portrait(maker.portrait, palette=_palette(makers[maker.slug]), seed=seed)


def _drawing(goods, makers):
    seed = zlib.crc32(goods.slug.encode())
    return drawings.draw(goods.motif, palette=_palette(makers[goods.producer]), seed=seed)


def _palette(producer):
    names = list(drawings.palettes())
    slug = producer.commune.area.slug if producer.commune.area_id else ""
    return slug if slug in names else names[zlib.crc32(slug.encode()) % len(names)]
