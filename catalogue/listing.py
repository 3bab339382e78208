"""What a product is and costs: its facts, price, stock, sizes and pictures. The copies lists need are kept here.

Whether it is shown is `catalogue.publishing`'s business.
"""

from django.db import transaction
from django.db.models import Min
from django.db.models.signals import post_save
from django.utils.text import slugify
from django.utils.translation import gettext as _

from catalogue.producers import stocking
from catalogue.producers.folding import fold
from catalogue.producers.models import StockRecord
from office.roles import has_role
from office.stages import Refused

from . import picturing
from .claims import refuse_health_claims
from .grouping import categorise
from .models import (  # type: ignore[attr-defined]  # Oscar defines one in a condition
    LegalClass,
    Product,
    ProductClass,
    ProductPicture,
)
from .templatetags.ocop import clean_html

CLAIM_FIELDS = ("title", "pack", "story", "description", "ingredients", "storage", "origin")
FACTS = frozenset(
    {
        "title", "group", "legal_class", "abv", "pack", "net_quantity", "net_unit", "ingredients", "storage",
        "shelf_life", "declaration_number", "origin", "story", "description", "vat_note",
    }
)  # fmt: skip
MOST_PICTURES = 8


def may_list(user, producer):
    """Whether `user` may change the products of `producer`: its people, the shop manager, the office."""
    if has_role(user, "shop_manager", "programme_office", "administrator"):
        return True
    return producer is not None and user.is_authenticated and producer.users.filter(pk=user.pk).exists()


@transaction.atomic
def put_on_sale(
    producer, *, title, group, by, price=None, stock=0, slug="", legal_class="", is_public=True, **facts
):
    """A new product of `producer` with price (whole đồng, None for "ask the producer") and stock.

    `legal_class` is the group's unless given; without `is_public` it is a draft. Raises `Refused`
    without the right, for a claim to heal, a negative price or stock, or alcohol without its strength.
    """
    if not may_list(by, producer):
        raise Refused(_("These are another producer's products."))
    product = Product(
        title=title.strip(),
        slug=slug or slugify(fold(title))[:200] or "san-pham",
        structure=Product.STANDALONE,
        product_class=_product_class(),
        producer=producer,
        group=group,
        legal_class=legal_class or group.legal_class,
        is_public=is_public,
        stage=Product.Stage.PUBLIC if is_public else Product.Stage.DRAFT,
        **facts,
    )
    product.description = clean_html(product.description)
    _refuse_unlawful(product)
    product.save()
    categorise(product)
    if price is not None:
        set_price(product, price, by=by)
        set_stock(product, stock, by=by)
    return product


@transaction.atomic
def revise(product, *, by, **facts):
    """Change facts (of `FACTS`) of a product; its page follows at once. Returns the product.

    A new group brings its legal class unless one is given. Raises `Refused` as `put_on_sale` does.
    """
    product = Product.objects.select_for_update(of=("self",), no_key=True).get(pk=product.pk)
    if not may_list(by, product.producer):
        raise Refused(_("These are another producer's products."))
    if unknown := set(facts) - FACTS:
        raise TypeError(f"no facts of a product: {sorted(unknown)}")
    if "group" in facts and facts["group"] != product.group:
        facts = {"legal_class": facts["group"].legal_class} | {k: v for k, v in facts.items() if v != ""}
    elif not facts.get("legal_class"):
        facts.pop("legal_class", None)
    for name, value in facts.items():
        setattr(product, name, value.strip() if isinstance(value, str) else value)
    product.description = clean_html(product.description)
    _refuse_unlawful(product)
    product.save()
    product.children.update(legal_class=product.legal_class, abv=product.abv)
    categorise(product)
    return product


def _refuse_unlawful(product):
    if not product.title:
        raise Refused(_("Give the product a name."), field="title")
    if product.legal_class != LegalClass.MEDICINE:
        for name in CLAIM_FIELDS:
            refuse_health_claims(getattr(product, name), field=name)
    if product.legal_class == LegalClass.ALCOHOL and product.abv is None:
        raise Refused(_("Give the strength of the drink in percent."), field="abv")


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
    refuse_health_claims(pack, field="pack")
    _lock_records(product)
    product = Product.objects.select_for_update(of=("self",), no_key=True).get(pk=product.pk)
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
        stage=product.stage,
    )


@transaction.atomic
def set_price(product, price, *, by):
    """The price in whole đồng, the same at every place; returns the own store's record.

    Raises `Refused` without the right or for a price that is none.
    """
    if not may_list(by, product.producer):
        raise Refused(_("These are another producer's products."))
    if not isinstance(price, int) or price < 0 or price > 10**10:
        raise Refused(_("Give the price in whole đồng."), field="price")
    _lock_records(product)
    record, made = StockRecord.objects.get_or_create(
        product=product,
        place=None,
        defaults={
            "partner": product.producer,
            "partner_sku": f"SP{product.pk}",
            "price_currency": "VND",
            "price": price,
            "num_in_stock": 0,
            "num_allocated": 0,
        },
    )
    if not made:
        StockRecord.objects.filter(product=product).exclude(pk=record.pk).update(price=price)
        record.price = price
        record.save(update_fields=["price"])
    product.price = price
    return record


def _lock_records(product):
    """Lock the records of the product at all its places, in the order of their keys, as orders do."""
    list(StockRecord.objects.select_for_update(no_key=True).filter(product=product).order_by("pk"))


def watch():
    """Keep the copies of prices true whoever writes a stock record, Oscar's dashboard included."""
    post_save.connect(_price_written, StockRecord, dispatch_uid="price-copied")


def _price_written(sender, instance, *, raw=False, **kwargs):
    """The price stands on the product, and on the product of a size as the lowest of its sizes."""
    if raw or instance.price is None:
        return
    shown = instance.product.parent if instance.product.is_child else instance.product
    if shown.pk != instance.product_id:  # before its sizes, as everybody locks them
        list(Product.objects.select_for_update(no_key=True).filter(pk=shown.pk).values_list("pk"))
    Product.objects.filter(pk=instance.product_id).exclude(price=int(instance.price)).update(
        price=int(instance.price)
    )
    if shown.pk != instance.product_id:
        shown.price = Product.objects.filter(parent=shown).aggregate(lowest=Min("price"))["lowest"]
    else:
        shown.price = int(instance.price)
    shown.save(update_fields=["price", "date_updated"])


@transaction.atomic
def set_stock(product, pieces, *, by, place=None, seen=None):
    """How many there are in all at `place` (the own store), those promised to orders included.

    Raises `Refused` without the right, without a price, below what is promised, or when the number is no
    longer what the person has `seen`.
    """
    if not may_list(by, product.producer):
        raise Refused(_("These are another producer's products."))
    record = StockRecord.objects.filter(product=product, place=place).first()
    if record is None:
        raise Refused(_("Give the price first: what cannot be bought has no stock."), field="price")
    if not isinstance(pieces, int) or pieces < 0:
        raise Refused(_("Give a whole number of pieces."), field="stock")
    return stocking.count(record, pieces, seen=seen)


@transaction.atomic
def offer(product, *, price, stock, seen, by):
    """Price and stock together, as a form of a moment ago says them; `seen` is the stock it showed.

    A stock left as it was seen is left as it is. Raises `Refused` as `set_price` and `set_stock` do, and
    when pieces came or went since, so that nothing handed over meanwhile comes back.
    """
    record = set_price(product, price, by=by)
    if stock == seen:
        return record
    return set_stock(product, stock, seen=seen, by=by)


@transaction.atomic
def add_picture(product, upload, *, alt, by):
    """Show one more picture (an uploaded file) on `product`, with its alternative text; returns the `Picture`.

    Raises `Refused` without the right, for an eighth and more, and as `picturing.store_picture` does.
    """
    if not may_list(by, product.producer):
        raise Refused(_("These are another producer's products."))
    shown = _pictures(product)
    if len(shown) >= MOST_PICTURES:
        raise Refused(
            _("A product shows up to %(n)d pictures. Take one away first.") % {"n": MOST_PICTURES},
            field="picture",
        )
    if upload.size > picturing.MAX_BYTES:
        raise Refused(_("The picture is larger than 10 MB. Please send a smaller one."), field="picture")
    picture = picturing.store_picture(
        upload.read(), title=product.title, alt=alt.strip() or product.title, by=by, field="picture"
    )
    if picture not in shown:
        picturing.set_pictures(product, [*shown, picture])
    return picture


@transaction.atomic
def remove_picture(product, picture, *, by):
    """Show `picture` on the product no more. Raises `Refused` without the right."""
    if not may_list(by, product.producer):
        raise Refused(_("These are another producer's products."))
    picturing.set_pictures(product, [each for each in _pictures(product) if each != picture])


@transaction.atomic
def lead_with(product, picture, *, by):
    """Show `picture` first: it is the one in lists. Raises `Refused` without the right."""
    if not may_list(by, product.producer):
        raise Refused(_("These are another producer's products."))
    rest = [each for each in _pictures(product) if each != picture]
    picturing.set_pictures(product, [picture, *rest])


@transaction.atomic
def portray(producer, upload, *, alt, by):
    """Show an uploaded picture as the producer's portrait. Raises `Refused` as `add_picture` does."""
    if not may_list(by, producer):
        raise Refused(_("This is another producer."))
    if upload.size > picturing.MAX_BYTES:
        raise Refused(_("The picture is larger than 10 MB. Please send a smaller one."), field="picture")
    picture = picturing.store_picture(
        upload.read(), title=producer.name, alt=alt.strip() or producer.name, by=by, field="picture"
    )
    picturing.set_portrait(producer, picture)
    return picture


def _pictures(product):
    Product.objects.select_for_update(of=("self",), no_key=True).get(pk=product.pk)
    rows = ProductPicture.objects.filter(product=product).select_related("picture")
    return [row.picture for row in rows]


def _product_class():
    return ProductClass.objects.get_or_create(
        slug="ocop", defaults={"name": "OCOP", "track_stock": True, "requires_shipping": True}
    )[0]
