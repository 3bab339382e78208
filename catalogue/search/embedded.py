"""The embedded engine: tantivy, a folder on this machine, no server.

A folder is never changed in its schema: a rebuild writes a new one and swaps the name in `current`.
Readers notice by its modification time. One writer at a time; who finds it locked tries again later.
"""

import difflib
import shutil
import time
import uuid
from functools import cache

import structlog
import tantivy
from django.conf import settings
from tantivy import FieldType, Occur, Order
from tantivy import Query as T

from . import folding
from .query import FACETS, IndexUnusable, Result

log = structlog.get_logger(__name__)

VERSION = 1  # of the schema: part of the folder's name, so an old folder is never read by new code
FIELD = {"stars": "stars", "groups": "group", "areas": "area", "communes": "commune", "producers": "producer"}
TOP = 2000  # more producers than any list has
_opened = {}


@cache
def schema():
    build = tantivy.SchemaBuilder()
    build.add_integer_field("id", stored=False, indexed=True, fast=True)
    for name in ("title_exact", "title", "maker", "about", "starts"):
        build.add_text_field(name, tokenizer_name="words")
    for name in ("group", "area", "commune", "producer"):
        build.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("stars", "stars_from", "stars_until", "price", "sold", "alcohol"):
        build.add_integer_field(name, indexed=True, fast=True)
    return build.build()


def folder():
    return settings.SEARCH_INDEX_DIR


def _pointer():
    return folder() / f"current-{VERSION}"


def _open(path):
    index = tantivy.Index(schema(), path=str(path), reuse=True)
    _register(index)
    return index


def _register(index):
    """Words are cut by us already: the tokenizer only splits at blanks."""
    index.register_tokenizer("words", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


def index():
    """The index in use. Raises `IndexUnusable` when there is none."""
    try:
        stamp = _pointer().stat().st_mtime_ns
        key = str(_pointer())
        if key not in _opened or _opened[key][0] != stamp:
            path = folder() / _pointer().read_text()
            if not (path / "meta.json").exists():
                raise IndexUnusable("the index folder is gone")
            _opened[key] = (stamp, _open(path))
        found = _opened[key][1]
        found.reload()
        return found
    except (OSError, ValueError) as fault:
        raise IndexUnusable(str(fault)) from fault


def rebuild(documents):
    """Write `documents` into a new folder and swap it in; returns how many. Readers never see half of it."""
    folder().mkdir(parents=True, exist_ok=True)
    path = folder() / f"{VERSION}-{uuid.uuid4().hex[:12]}"
    path.mkdir()
    made = _open(path)
    writer = made.writer(heap_size=64_000_000, num_threads=1)
    count = 0
    for document in documents:
        writer.add_document(_tantivy_document(document))
        count += 1
    writer.commit()
    writer.wait_merging_threads()
    fresh = _pointer().with_suffix(".new")
    fresh.write_text(path.name)
    fresh.replace(_pointer())
    for old in folder().glob(f"{VERSION}-*"):
        if old != path:
            shutil.rmtree(old, ignore_errors=True)
    return count


def update(documents, gone):
    """Replace the rows of `documents` and remove the ids `gone`. Raises when another writer holds the lock."""
    writer = _writer(index())
    for pk in [*(document.pk for document in documents), *gone]:
        writer.delete_documents_by_term("id", pk)
    for document in documents:
        writer.add_document(_tantivy_document(document))
    writer.commit()
    writer.wait_merging_threads()


def _writer(found, tries=20):
    for number in range(tries):
        try:
            return found.writer(heap_size=15_000_000, num_threads=1)
        except ValueError as fault:
            if "LockBusy" not in str(fault) or number == tries - 1:
                raise
            time.sleep(0.05)
    return None


def _tantivy_document(row):
    title, maker = folding.folded_words(row.title), folding.folded_words(row.maker)
    document = tantivy.Document()
    document.add_integer("id", row.pk)
    document.add_text("title_exact", " ".join(folding.words(row.title)))
    document.add_text("title", " ".join(title))
    document.add_text("maker", " ".join(maker))
    document.add_text("about", " ".join(folding.folded_words(row.about)))
    starts = {word[:n] for word in {*title, *maker} for n in range(1, min(len(word), 9) + 1)}
    document.add_text("starts", " ".join(sorted(starts)))
    for name in ("group", "area", "commune", "producer"):
        document.add_text(name, getattr(row, name))
    for name in ("stars", "stars_from", "stars_until", "price", "sold"):
        document.add_integer(name, getattr(row, name))
    document.add_integer("alcohol", int(row.alcohol))
    return document


def find(query, *, prefix=False):
    """Answer a `Query`. With `prefix` the last word may be unfinished (suggestions).

    Raises `IndexUnusable` when there is no index to ask.
    """
    found = index()
    started = time.perf_counter()
    try:
        searcher = found.searcher()
        text = _text_query(query.text, prefix=prefix)
        result = _search(searcher, query, text)
        if query.text and not result.total and (fuzzy := _fuzzy_query(query.text)):
            result = _search(searcher, query, fuzzy)
            if result.ids:
                result.corrected = _corrected(query.text, result.ids[0])
    except (ValueError, OSError) as fault:
        raise IndexUnusable(str(fault)) from fault
    result.took_ms = (time.perf_counter() - started) * 1000
    return result


def _search(searcher, query, text):
    conditions = _conditions(query)
    whole = _all([text, *conditions.values()])
    order = {
        "newest": ("stars_from", Order.Desc),
        "price": ("price", Order.Asc),
        "-price": ("price", Order.Desc),
        "bestselling": ("sold", Order.Desc),
    }.get(query.sort)
    if order is None and not query.text:
        order = ("stars_from", Order.Desc)
    ways = {"order_by_field": order[0], "order": order[1]} if order else {}
    page = searcher.search(
        whole, query.per_page, offset=(query.page - 1) * query.per_page, count=True, **ways
    )
    addresses = [address for _key, address in page.hits]
    ids = searcher.fast_field_values("id", addresses) if addresses else []
    if not query.counted:
        return Result(ids=list(ids), total=page.count, engine="embedded")
    facets = {}
    free = [name for name in FACETS if name not in conditions]
    facets.update(_count(searcher, whole, free, query.on))
    for name in FACETS:
        if name in conditions:
            others = _all([text, *(c for key, c in conditions.items() if key != name)])
            facets.update(_count(searcher, others, [name], query.on))
    return Result(ids=list(ids), total=page.count, facets=facets, engine="embedded")


def _all(parts):
    parts = [part for part in parts if part is not None]
    return T.boolean_query([(Occur.Must, part) for part in parts]) if parts else T.all_query()


def _between(name, low, high):
    return T.const_score_query(T.range_query(schema(), name, FieldType.Integer, low, high), 0.0)


def _conditions(query):
    """{facet or other name: condition}: everything but the words."""
    found = {}
    if not query.adult:
        found["adult"] = _between("alcohol", 0, 0)
    for name in ("groups", "areas", "communes", "producers"):
        if values := getattr(query, name):
            found[name] = T.const_score_query(T.term_set_query(schema(), FIELD[name], list(values)), 0.0)
    if query.stars:
        found["stars"] = _all(
            [
                T.const_score_query(T.term_set_query(schema(), "stars", list(query.stars)), 0.0),
                *_valid_on(query.on),
            ]
        )
    if query.price_min is not None or query.price_max is not None:
        found["price"] = _between(
            "price", query.price_min or 0, 10**15 if query.price_max is None else query.price_max
        )
    return found


def _valid_on(day):
    number = day.toordinal()
    return [_between("stars_from", 1, number), _between("stars_until", number, 10**7)]


def _count(searcher, query, names, day):
    found = {}
    plain = [name for name in names if name != "stars"]
    if plain:
        aggregation = {name: {"terms": {"field": FIELD[name], "size": TOP}} for name in plain}
        for name, answer in searcher.aggregate(query, aggregation).items():
            found[name] = {b["key"]: b["doc_count"] for b in answer["buckets"] if b["key"]}
    if "stars" in names:
        valid = _all([query, *_valid_on(day)])
        answer = searcher.aggregate(valid, {"stars": {"terms": {"field": "stars", "size": 6}}})
        found["stars"] = {int(b["key"]): b["doc_count"] for b in answer["stars"]["buckets"] if b["key"]}
    return found


def _text_query(text, *, prefix=False):
    """Every word must be there in one of the readings; marks as typed and the title weigh more."""
    readings = folding.readings(text)
    if not readings:
        return None if not text else T.empty_query()
    ways = []
    for number, reading in enumerate(readings):
        must = [
            (Occur.Must, _word_query(word, prefix=prefix and place == len(reading) - 1))
            for place, word in enumerate(reading)
        ]
        if len(reading) > 1:
            must.append((Occur.Should, T.boost_query(T.phrase_query(schema(), "title", reading), 3.0)))
        ways.append((Occur.Should, T.boost_query(T.boolean_query(must), 1.0 if number == 0 else 0.7)))
    exact = [
        (Occur.Should, T.boost_query(T.term_query(schema(), "title_exact", word), 6.0))
        for word in folding.words(text)
    ]
    return T.boolean_query([(Occur.Must, T.boolean_query(ways)), *exact])


def _word_query(word, *, prefix):
    ways = [
        (Occur.Should, T.boost_query(T.term_query(schema(), "title", word), 4.0)),
        (Occur.Should, T.boost_query(T.term_query(schema(), "maker", word), 2.0)),
        (Occur.Should, T.term_query(schema(), "about", word)),
    ]
    if prefix:
        ways.append((Occur.Should, T.term_query(schema(), "starts", word[:9])))
    return T.boolean_query(ways)


def _fuzzy_query(text):
    """The second pass: one letter wrong, missing, doubled or swapped, in words of four letters or more."""
    for reading in folding.readings(text)[:1]:
        if not any(len(word) >= 4 for word in reading):
            return None
        must = []
        for word in reading:
            if len(word) < 4:
                must.append((Occur.Must, _word_query(word, prefix=False)))
                continue
            ways = [
                (Occur.Should, T.fuzzy_term_query(schema(), name, word, 1, transposition_cost_one=True))
                for name in ("title", "maker", "about")
            ]
            must.append((Occur.Must, T.boolean_query(ways)))
        return T.boolean_query(must)
    return None


def _corrected(text, pk):
    """What the typing error was read as, in the words of the best hit."""
    from catalogue.models import Product

    row = Product.objects.filter(pk=pk).values_list("title", "producer__name").first()
    if not row:
        return ""
    known = {
        folded: word
        for word in folding.words(" ".join(filter(None, row)))
        for folded in folding.folded_words(word)
    }
    said = []
    for word in folding.folded_words(text):
        near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
        said.append(known[near[0]] if near else word)
    return " ".join(said)
