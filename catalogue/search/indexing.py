"""Keeping the index true: every change of a product goes through the outbox, and one command rebuilds all.

What is written is read under the index's lock, and a change that finds the lock taken stays in the
outbox: so a change made during a rebuild is written into the new index, after it.
"""

import structlog
from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from catalogue.models import Product, Synonym
from office.outbox import BATCH, Later, handles, post, waits

from . import embedded, folding
from .documents import documents, searchable
from .query import IndexBusy, IndexUnusable

log = structlog.get_logger(__name__)

KIND = "search.index"
REBUILD = "search.rebuild"


def index_later(product_id):
    """Bring the index up to date with this product once the running transaction commits."""
    post(KIND, {"id": product_id}, key=str(product_id))


@handles(KIND, batch=BATCH)
def index_products(payloads):
    """Write the products named in `payloads` into the database's search text and the index.

    Without an index that can be written only the former: who waits for this must not wait for a rebuild.
    """
    ids = {payload["id"] for payload in payloads}
    try:
        embedded.update(ids, _rows(ids))
    except (IndexBusy, IndexUnusable) as why:
        list(_rows(ids))
        if isinstance(why, IndexUnusable):
            rebuild_later()
        raise Later(str(why)) from why


def _rows(ids):
    """The documents of these products, read when asked for, their search texts written on the way."""
    rows = list(documents(searchable().filter(pk__in=ids)))
    _write_search_texts({row.pk: row.search_text for row in rows})
    yield from rows


def rebuild():
    """Write every product into a new index and swap it in; returns how many. Raises `IndexBusy`."""
    return embedded.rebuild(_all_rows())


def _all_rows():
    texts = {}
    for row in documents():
        texts[row.pk] = row.search_text
        yield row
    _write_search_texts(texts)


def _write_search_texts(texts):
    """Write the {product id: text} that differ from what the database has."""
    rows = Product.objects.values_list("pk", "search_text")
    known = dict(rows.filter(pk__in=list(texts)) if len(texts) <= BATCH else rows)
    changed = [Product(pk=pk, search_text=text) for pk, text in texts.items() if known.get(pk) != text]
    Product.objects.bulk_update(changed, ["search_text"], batch_size=500)


def rebuild_later():
    """Leave a note that the index must be made anew: the worker's work, never done here. Never raises:
    a visitor, or a buyer's order, waits.
    """
    try:
        if _asked_just_now():
            return
        with transaction.atomic():
            if not waits(REBUILD):
                post(REBUILD, {}, due_at=timezone.now())
    except Exception as fault:  # of the database: the next visitor asks again
        log.warning("rebuild not asked for", error=repr(fault))


def _asked_just_now():
    """However many requests meet the broken index, one a minute looks whether the note is there."""
    try:
        return not cache.add("search-rebuild", 1, 60)
    except Exception as fault:
        log.warning("cache unusable", error=repr(fault))
        return False


@handles(REBUILD, batch=BATCH)
def _rebuild(payloads):
    try:
        rebuild()
    except IndexBusy as why:
        raise Later(str(why)) from why


def watch():
    """Listen to what changes a product's place in a search. Called when the app is ready."""
    post_save.connect(_product_saved, Product, dispatch_uid="search-product-saved")
    post_delete.connect(_product_saved, Product, dispatch_uid="search-product-deleted")
    for signal in (post_save, post_delete):
        signal.connect(_synonyms_changed, Synonym, dispatch_uid=f"search-synonyms-{id(signal)}")


def _product_saved(sender, instance, *, raw=False, **kwargs):
    if not raw:
        index_later(instance.parent_id or instance.pk)


def _synonyms_changed(sender, **kwargs):
    cache.delete(folding.SYNONYMS_KEY)
