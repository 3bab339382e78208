"""The embedded engine: tantivy, a folder on this machine, no server.

A folder is never changed in its schema: a rebuild writes a new one and swaps the name in `current`.
Readers notice by its modification time. One writer at a time, held by a lock file from before the rows
are read until they are in the index, so that nothing older is ever written over something newer; who
finds it locked tries again later.
"""

import difflib
import fcntl
import shutil
import time
import uuid
from contextlib import contextmanager
from functools import cache

import structlog
import tantivy
from django.conf import settings
from tantivy import FieldType, Occur, Order
from tantivy import Query as T

from . import folding
from .query import FACETS, IndexBusy, IndexUnusable, Result

log = structlog.get_logger(__name__)

VERSION = 2  # of the schema: part of the folder's name, so an old folder is never read by new code
FIELD = {"stars": "stars", "groups": "group", "areas": "area", "communes": "commune", "producers": "producer"}
TOP = 2000  # more producers than any list has
_opened = {}


@cache
def schema():
    build = tantivy.SchemaBuilder()
    build.add_integer_field("id", stored=False, indexed=True, fast=True)
    for name in ("title_exact", "other_exact", "loose", "title", "maker", "about", "starts"):
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
    with _faults():
        stat = _pointer().stat()
        key, stamp = str(_pointer()), (stat.st_mtime_ns, stat.st_ino)
        if key not in _opened or _opened[key][0] != stamp:
            path = folder() / _pointer().read_text()
            if not (path / "meta.json").exists():
                raise IndexUnusable("the index folder is gone")
            _opened[key] = (stamp, _open(path))
        found = _opened[key][1]
        found.reload()
        return found


@contextmanager
def _faults():
    """Whatever the engine says about broken files means the index is unusable, its panics too: those are
    no `Exception` and would end the request.
    """
    try:
        yield
    except (OSError, ValueError) as fault:
        raise IndexUnusable(str(fault)) from fault
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":
            raise
        raise IndexUnusable(str(fault)) from fault


@contextmanager
def writing(wait):
    """Be the one who writes, among all processes. Raises `IndexBusy` after `wait` seconds of somebody else."""
    folder().mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + wait
    with (folder() / "lock").open("w") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as busy:
                if time.monotonic() >= until:
                    raise IndexBusy("the index is being written") from busy
                time.sleep(0.02)
        yield


def rebuild(documents, *, wait=60):
    """Write `documents` into a new folder and swap it in; returns how many. Readers never see half of it.

    They are read once nobody else writes. Raises `IndexBusy` after `wait` seconds.
    """
    with writing(wait):
        path = folder() / f"{VERSION}-{uuid.uuid4().hex[:12]}"
        path.mkdir()
        try:
            count = _fill(path, documents)
        except BaseException:
            shutil.rmtree(path, ignore_errors=True)
            raise
        _swap_in(path)
    return count


def _fill(path, documents):
    writer = _open(path).writer(heap_size=64_000_000, num_threads=1)
    count = 0
    for document in documents:
        writer.add_document(_tantivy_document(document))
        count += 1
    writer.commit()
    writer.wait_merging_threads()
    return count


def _swap_in(path):
    """Point at the new folder and delete those that are superseded; the last one stays for who just read its name."""
    before = _pointer().read_text() if _pointer().exists() else ""
    fresh = _pointer().with_suffix(".new")
    fresh.write_text(path.name)
    fresh.replace(_pointer())
    for old in folder().glob(f"{VERSION}-*"):
        if old.name not in {path.name, before}:
            shutil.rmtree(old, ignore_errors=True)


def update(ids, documents, *, wait=0.3):
    """Replace what the index has of `ids` by `documents`, which are read once nobody else writes.

    Raises `IndexBusy` when somebody does for longer, `IndexUnusable` when there is nothing to update.
    """
    with writing(wait):
        found = index()
        rows = list(documents)
        with _faults():
            writer = found.writer(heap_size=15_000_000, num_threads=1)
            for pk in ids:
                writer.delete_documents_by_term("id", pk)
            for row in rows:
                writer.add_document(_tantivy_document(row))
            writer.commit()
            writer.wait_merging_threads()


def _tantivy_document(row):
    title, maker = folding.folded_words(row.title), folding.folded_words(row.maker)
    document = tantivy.Document()
    document.add_integer("id", row.pk)
    document.add_text("title_exact", " ".join(map(folding.marked, folding.words(row.title))))
    other = folding.words(f"{row.maker} {row.about}")
    document.add_text(
        "other_exact", " ".join(folding.marked(word) for word in other if folding.has_marks(word))
    )
    document.add_text("loose", " ".join(row.loose_words))
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
    with _faults():
        searcher = found.searcher()
        text = _text_query(query.text, prefix=prefix)
        result = _search(searcher, query, text)
        if query.text and not result.total and not _matches(searcher, text):
            result = _forgiving(searcher, query) or result
    result.took_ms = (time.perf_counter() - started) * 1000
    return result


def _matches(searcher, words):
    """Whether any product has these words, whatever else was chosen and however old the visitor is."""
    return bool(searcher.search(words, 1, count=True).count)


def _forgiving(searcher, query):
    """The second pass: words no product has, read as typing errors. None when that finds nothing either."""
    reading = next(iter(folding.readings(query.text)), [])
    wrong = {
        word for word in reading if _long(word) and not _matches(searcher, _word_query(word, prefix=False))
    }
    if not wrong:
        return None
    must = [_near_query(word) if word in wrong else _word_query(word, prefix=False) for word in reading]
    result = _search(searcher, query, _all(must))
    if not result.ids:
        return None
    result.corrected = _corrected(reading, wrong, result.ids[0])
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
            phrase = T.phrase_query(schema(), "title", [folding.plain(word) for word in reading])
            must.append((Occur.Should, T.boost_query(phrase, 3.0)))
        ways.append((Occur.Should, T.boost_query(T.boolean_query(must), 1.0 if number == 0 else 0.7)))
    return T.boolean_query(ways)


def _word_query(word, *, prefix):
    """A word without marks is found under any; one with marks with those, or loosely
    (`ProductDocument.loose_words`), which weighs little.
    """
    plain, marked = folding.plain(word), folding.marked(word)
    if folding.has_marks(word):
        fields = [("title_exact", marked, 10.0), ("other_exact", marked, 2.0), ("loose", plain, 0.5)]
    else:
        fields = [
            ("title_exact", marked, 6.0),
            ("title", plain, 4.0),
            ("maker", plain, 2.0),
            ("about", plain, 1.0),
        ]
    if prefix:
        fields.append(("starts", plain[:9], 1.0))
    return T.boolean_query(
        [
            (Occur.Should, T.boost_query(T.term_query(schema(), name, term), weight))
            for name, term, weight in fields
        ]
    )


def _long(word):
    """Shorter words have too many neighbours; who types marks has looked at the word ("bông" is no "sông")."""
    return len(word) >= (5 if folding.has_marks(word) else 4)


def _near_query(word):
    """One letter wrong, missing, doubled or swapped."""
    names = ("title", "maker") if folding.has_marks(word) else ("title", "maker", "about")
    near = [
        T.fuzzy_term_query(schema(), name, folding.plain(word), 1, transposition_cost_one=True)
        for name in names
    ]
    return T.boolean_query([(Occur.Should, each) for each in near])


def _corrected(reading, wrong, pk):
    """What the typing errors were read as, in the words of the best hit."""
    from catalogue.models import Product

    row = Product.objects.filter(pk=pk).values_list("title", "producer__name").first() or ()
    known = {folding.plain(word): word for word in folding.words(" ".join(filter(None, row)))}
    said = []
    for word in reading:
        near = difflib.get_close_matches(folding.plain(word), known, n=1, cutoff=0.6) if word in wrong else []
        said.append(known[near[0]] if near else word)
    return " ".join(said)
