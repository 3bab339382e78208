"""Keeping the index true: every change of a product goes through the outbox, and one command rebuilds all."""

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from catalogue.models import Product, Synonym
from catalogue.programme.signals import stars_changed
from office.outbox import handles, post

from . import embedded, folding
from .documents import documents, searchable
from .query import IndexUnusable

KIND = "search.index"


def index_later(product_id):
    """Bring the index up to date with this product once the running transaction commits."""
    post(KIND, {"id": product_id}, key=str(product_id))


@handles(KIND)
def index_products(payloads):
    """Write the products named in `payloads` into the database's search text and the index."""
    ids = {payload["id"] for payload in payloads}
    rows = list(documents(searchable().filter(pk__in=ids)))
    for row in rows:
        Product.objects.filter(pk=row.pk).exclude(search_text=row.search_text).update(
            search_text=row.search_text
        )
    try:
        embedded.update(rows, ids - {row.pk for row in rows})
    except IndexUnusable:
        rebuild()


def rebuild():
    """Write every product into a new index and swap it in; returns how many."""
    stale = []

    def rows():
        for row in documents():
            stale.append(Product(pk=row.pk, search_text=row.search_text))
            yield row

    count = embedded.rebuild(rows())
    known = dict(Product.objects.values_list("pk", "search_text"))
    changed = [product for product in stale if known.get(product.pk) != product.search_text]
    Product.objects.bulk_update(changed, ["search_text"], batch_size=500)
    return count


def rebuild_later():
    """Ask for a rebuild, once, however many requests meet the broken index."""
    if cache.add("search-rebuild", 1, 60):
        transaction.on_commit(lambda: post("search.rebuild", {}, key="all"))


@handles("search.rebuild")
def _rebuild(payloads):
    rebuild()


def watch():
    """Listen to what changes a product's place in a search. Called when the app is ready."""
    post_save.connect(_product_saved, Product, dispatch_uid="search-product-saved")
    post_delete.connect(_product_saved, Product, dispatch_uid="search-product-deleted")
    stars_changed.connect(_stars_changed, dispatch_uid="search-stars-changed")
    for signal in (post_save, post_delete):
        signal.connect(_synonyms_changed, Synonym, dispatch_uid=f"search-synonyms-{id(signal)}")


def _product_saved(sender, instance, *, raw=False, **kwargs):
    if not raw:
        index_later(instance.parent_id or instance.pk)


def _stars_changed(sender, product, **kwargs):
    index_later(product.pk)


def _synonyms_changed(sender, **kwargs):
    cache.delete(folding.SYNONYMS_KEY)
