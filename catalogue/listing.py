"""Putting a product on sale: its facts, its price, its stock. The copies lists need are kept here."""

from django.db import transaction
from django.db.models import Min
from django.db.models.signals import post_save
from django.utils.text import slugify
from django.utils.translation import gettext as _

from catalogue.producers.folding import fold
from catalogue.producers.models import StockRecord
from office.roles import has_role
from office.stages import Refused

from .models import (  # type: ignore[attr-defined]  # Oscar defines one in a condition
    LegalClass,
    Product,
    ProductClass,
)
from .rules import refuse_health_claims

CLAIM_FIELDS = ("title", "story", "description", "ingredients", "origin")


def may_list(user, producer):
    """Whether `user` may change the products of `producer`: its people, the shop manager, the office."""
    if has_role(user, "shop_manager", "programme_office", "administrator"):
        return True
    return producer.users.filter(pk=user.pk).exists()


@transaction.atomic
def put_on_sale(
    producer, *, title, group, by, price=None, stock=0, slug="", legal_class="", is_public=True, **facts
):
    """A new product of `producer` with price (whole đồng, None for "ask the producer") and stock.

    `legal_class` is the group's unless given. Raises `Refused` without the right, for a claim to heal,
    a negative price or stock, or alcohol without its strength.
    """
    if not may_list(by, producer):
        raise Refused(_("These are another producer's products."))
    legal_class = legal_class or group.legal_class
    for name, text in (("title", title), *((name, facts.get(name, "")) for name in CLAIM_FIELDS[1:])):
        if legal_class != LegalClass.MEDICINE:
            refuse_health_claims(text, field=name)
    if legal_class == LegalClass.ALCOHOL and facts.get("abv") is None:
        raise Refused(_("Give the strength of the drink in percent."), field="abv")
    product = Product(
        title=title.strip(),
        slug=slug or slugify(fold(title))[:200],
        structure=Product.STANDALONE,
        product_class=_product_class(),
        producer=producer,
        group=group,
        legal_class=legal_class,
        is_public=is_public,
        **facts,
    )
    product.save()
    if price is not None:
        set_price(product, price, by=by)
        set_stock(product, stock, by=by)
    return product


@transaction.atomic
def add_size(product, *, pack, price, stock, by, net_quantity=None, net_unit=None):
    """Sell `product` in one more size, with its own price (whole đồng) and stock; returns the size.

    The first time, what the product was until now becomes its first size. Raises `Refused` without the
    right, for a size without a name or with one it has already, and as `set_price` and `set_stock` do.
    """
    if not may_list(by, product.producer):
        raise Refused(_("These are another producer's products."))
    if not pack.strip():
        raise Refused(_("Name the size: for example “500 g jar”."), field="pack")
    product = Product.objects.select_for_update(of=("self",)).get(pk=product.pk)
    if not product.is_parent:
        _become_parent(product)
    if product.children.filter(pack=pack.strip()).exists():
        raise Refused(_("This product has a size of that name already."), field="pack")
    size = _child(product, pack.strip(), net_quantity, net_unit or product.net_unit)
    set_price(size, price, by=by)
    set_stock(size, stock, by=by)
    return size


def _become_parent(product):
    product.structure = Product.PARENT
    product.save(update_fields=["structure", "date_updated"])
    first = _child(product, product.pack, product.net_quantity, product.net_unit)
    first.price = product.price
    first.save(update_fields=["price"])
    StockRecord.objects.filter(product=product).update(product=first)


def _child(product, pack, net_quantity, net_unit):
    return Product.objects.create(
        structure=Product.CHILD,
        parent=product,
        producer=product.producer,
        legal_class=product.legal_class,
        abv=product.abv,
        pack=pack,
        net_quantity=net_quantity,
        net_unit=net_unit,
        is_public=product.is_public,
    )


@transaction.atomic
def set_price(product, price, *, by):
    """The price in whole đồng. Raises `Refused` for a price that is none."""
    if not isinstance(price, int) or price < 0 or price > 10**10:
        raise Refused(_("Give the price in whole đồng."), field="price")
    record, made = StockRecord.objects.get_or_create(
        product=product,
        partner=product.producer,
        defaults={
            "partner_sku": f"SP{product.pk}",
            "price_currency": "VND",
            "price": price,
            "num_in_stock": 0,
            "num_allocated": 0,
        },
    )
    if not made:
        record.price = price
        record.save(update_fields=["price"])
    product.price = price
    return record


def watch():
    """Keep the copies of prices true whoever writes a stock record, Oscar's dashboard included."""
    post_save.connect(_price_written, StockRecord, dispatch_uid="price-copied")


def _price_written(sender, instance, *, raw=False, **kwargs):
    """The price stands on the product, and on the product of a size as the lowest of its sizes."""
    if raw or instance.price is None:
        return
    Product.objects.filter(pk=instance.product_id).exclude(price=int(instance.price)).update(
        price=int(instance.price)
    )
    shown = instance.product.parent if instance.product.is_child else instance.product
    if shown.pk != instance.product_id:
        shown.price = Product.objects.filter(parent=shown).aggregate(lowest=Min("price"))["lowest"]
    else:
        shown.price = int(instance.price)
    shown.save(update_fields=["price", "date_updated"])


@transaction.atomic
def set_stock(product, pieces, *, by):
    """How many there are in all, those promised to orders included. Raises `Refused` below what is promised."""
    record = StockRecord.objects.select_for_update().get(product=product)
    promised = record.num_allocated or 0
    if not isinstance(pieces, int) or pieces < 0:
        raise Refused(_("Give a whole number of pieces."), field="stock")
    if pieces < promised:
        raise Refused(
            _("%(n)d pieces are promised to orders already; the stock cannot be smaller.") % {"n": promised},
            field="stock",
        )
    record.num_in_stock, record.num_allocated = pieces, promised
    record.save(update_fields=["num_in_stock", "num_allocated"])
    return record


def _product_class():
    return ProductClass.objects.get_or_create(
        slug="ocop", defaults={"name": "OCOP", "track_stock": True, "requires_shipping": True}
    )[0]
