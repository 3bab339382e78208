"""The same questions answered by the database, while no index can: slower, and without typing errors forgiven."""

import time

from django.db.models import Count, F, Q

from catalogue.models import LegalClass

from . import folding
from .documents import searchable
from .query import FACETS, Result

_COLUMN = {
    "stars": "stars",
    "groups": "group__code",
    "areas": "producer__commune__area__slug",
    "communes": "producer__commune__code",
    "producers": "producer__code",
}
_ORDER = {
    "newest": ("-stars_from", "-pk"),
    "price": ("price", "-pk"),
    "-price": ("-price", "-pk"),
    "bestselling": ("-sold", "-pk"),
}


def find(query, *, prefix=False):
    """Answer a `Query` from the tables."""
    started = time.perf_counter()
    conditions = _conditions(query)
    found = searchable().filter(_text_condition(query.text, prefix), *conditions.values())
    start = (query.page - 1) * query.per_page
    order = _ORDER.get(query.sort) or ("-stars_from", "-pk")
    if order[0] in {"-stars_from"}:
        order = (F("stars_from").desc(nulls_last=True), "-pk")
    ids = list(found.order_by(*order).values_list("pk", flat=True)[start : start + query.per_page])
    facets = {}
    for name in FACETS if query.counted else ():
        others = [condition for key, condition in conditions.items() if key != name]
        rows = searchable().filter(_text_condition(query.text, prefix), *others)
        if name == "stars":
            rows = rows.starred(query.on)
        column = _COLUMN[name]
        counts = rows.order_by().values_list(column).annotate(n=Count("pk"))
        facets[name] = {key: n for key, n in counts if key}
    return Result(
        ids=ids,
        total=found.count(),
        facets=facets,
        took_ms=(time.perf_counter() - started) * 1000,
        engine="database",
    )


def _text_condition(text, prefix):
    readings = folding.readings(text)
    if not readings:
        return Q() if not text else Q(pk__in=[])
    whole = Q()
    for reading in readings:
        words = Q()
        for place, word in enumerate(reading):
            words &= _word_condition(word, end="" if prefix and place == len(reading) - 1 else " ")
        whole |= words
    return whole


def _word_condition(word, end):
    """A word typed with marks is found with them, or loosely: see `ProductDocument.loose_words`."""
    plain = folding.plain(word)
    if not folding.has_marks(word):
        return Q(search_text__contains=f" {plain}{end}")
    exact, loose = f" ={folding.marked(word)}{end}", f" ~{plain}{end}"
    return Q(search_text__contains=exact) | Q(search_text__contains=loose)


def _conditions(query):
    found = {}
    if not query.adult:
        found["adult"] = ~Q(legal_class=LegalClass.ALCOHOL)
    for name in ("groups", "areas", "communes", "producers"):
        if values := getattr(query, name):
            found[name] = Q(**{f"{_COLUMN[name]}__in": values})
    if query.stars:
        found["stars"] = Q(stars__in=query.stars, stars_from__lte=query.on, stars_until__gte=query.on)
    if query.price_min is not None:
        found["price_min"] = Q(price__gte=query.price_min)
    if query.price_max is not None:
        found["price_max"] = Q(price__lte=query.price_max)
    return found
