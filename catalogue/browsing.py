"""The list of products as an address: what was chosen, what is left to choose, where to go next.

Query string (stable, other people's links rely on it): `q`, `sao`, `nhom`, `khu-vuc`, `xa`, `chu-the`
(each may repeat), `gia-tu`, `gia-den` (đồng), `sap-xep`, `trang`.
"""

import re
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from catalogue.producers.models import Area, Commune, Partner
from catalogue.search import Query, find
from office.paging import Paged

from .cards import cards_of_ids
from .models import ProductGroup
from .money import parse_dong
from .templatetags.ocop import dong

PER_PAGE = 24
LAST_PAGE = 500
SORTS = {
    "phu-hop": ("relevance", _("Most relevant")),
    "moi": ("newest", _("Newest recognition")),
    "gia-tang": ("price", _("Price, low to high")),
    "gia-giam": ("-price", _("Price, high to low")),
    "ban-chay": ("bestselling", _("Best selling")),
}
FACETS = {
    "sao": ("stars", _("Stars valid today")),
    "nhom": ("groups", _("Group")),
    "khu-vuc": ("areas", _("Area")),
    "xa": ("communes", _("Commune")),
    "chu-the": ("producers", _("Producer")),
}
SHOWN_AT_ONCE = 8
MOST_OPTIONS = 30  # of one facet on a page: those chosen, then those with most products
MOST_CHOICES = 30  # of one facet in one address
NAMES_FOR = 300  # seconds a list of names is kept in this process


@dataclass(slots=True)
class Option:
    """One tick in a facet: its value in the address, how many products it leaves, whether chosen."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(slots=True)
class Facet:
    name: str
    label: str
    options: list[Option]
    left_out: int = 0

    @property
    def first(self):
        return self.options[:SHOWN_AT_ONCE]

    @property
    def rest(self):
        return self.options[SHOWN_AT_ONCE:]

    @property
    def open(self):
        return self.name in {"sao", "nhom", "khu-vuc"} or any(option.chosen for option in self.options)


@dataclass(slots=True)
class Chip:
    """A choice that can be taken back by following `url`."""

    label: str
    url: str


@dataclass
class Listing(Paged):
    """A page of products with every way on from it. `errors` maps a parameter to its sentence."""

    path: str
    params: list[tuple[str, str]]
    query: Query
    sort: str
    typed: dict
    errors: dict = field(default_factory=dict)

    @cached_property
    def result(self):
        return find(self.query)

    @property
    def total(self):
        return self.result.total

    @cached_property
    def cards(self):
        return cards_of_ids(self.result.ids, on=self.query.on)

    @property
    def text(self):
        return self.query.text

    @property
    def corrected(self):
        return self.result.corrected

    def url(self, *, without=(), add=(), keep_page=False):
        """The address of this list with some parameters taken out and others put in."""
        gone = set(without)
        pairs = [
            (name, value)
            for name, value in self.params
            if (name, value) not in gone and name not in gone and (keep_page or name != "trang")
        ]
        pairs += list(add)
        return f"{self.path}?{urlencode(pairs)}" if pairs else self.path

    @cached_property
    def facets(self):
        """The facets in the order of the page, with counts that respect the other choices."""
        return [
            self._facet(name)
            for name in FACETS
            if name != "xa" or self._chosen("khu-vuc") or self._chosen("xa")
        ]

    def _chosen(self, name):
        return [value for key, value in self.params if key == name]

    def _facet(self, name):
        attribute, label = FACETS[name]
        chosen = set(self._chosen(name))
        counts = {str(key): n for key, n in self.result.facets.get(attribute, {}).items() if n}
        values = list(counts) + [value for value in chosen if value not in counts]
        labels = option_labels(name, values)
        if name == "sao":
            values.sort(reverse=True)
        else:
            values.sort(key=lambda value: (value not in chosen, -counts.get(value, 0), labels.get(value, "")))
        options = [
            Option(value, labels[value], counts.get(value, 0), value in chosen)
            for value in values[:MOST_OPTIONS]
            if value in labels
        ]
        return Facet(name, label, options, len(values) - len(options))

    @cached_property
    def chips(self):
        """What has been chosen, each with the address that takes it back."""
        found = []
        if self.text:
            found.append(Chip(f"“{self.text}”", self.url(without=["q"])))
        for name in FACETS:
            values = self._chosen(name)
            labels = option_labels(name, values) if values else {}
            found += [Chip(labels[v], self.url(without=[(name, v)])) for v in values if v in labels]
        if self.query.price_min is not None:
            text = gettext("from %(price)s") % {"price": dong(self.query.price_min)}
            found.append(Chip(text, self.url(without=["gia-tu"])))
        if self.query.price_max is not None:
            text = gettext("up to %(price)s") % {"price": dong(self.query.price_max)}
            found.append(Chip(text, self.url(without=["gia-den"])))
        return found

    @property
    def clear_url(self):
        return self.path

    @property
    def sorts(self):
        """(value, label, address, chosen) of each order."""
        return [
            (value, label, self.url(without=["sap-xep"], add=[("sap-xep", value)]), value == self.sort)
            for value, (_engine, label) in SORTS.items()
            if value != "phu-hop" or self.text
        ]

    @property
    def hidden(self):
        """Parameters a form on this page must carry that it does not show: (name, value)."""
        return [(n, v) for n, v in self.params if n not in {"trang", "sap-xep", *FACETS, "gia-tu", "gia-den"}]

    @property
    def unsorted(self):
        """Everything but the order and the page, for the form that changes the order."""
        return [(n, v) for n, v in self.params if n not in {"trang", "sap-xep"}]

    @property
    def sort_given(self):
        return any(name == "sap-xep" for name, _value in self.params)

    @property
    def heading(self):
        """One sentence over the list: how many, for what."""
        if self.text:
            return ngettext("%(n)d product for “%(text)s”", "%(n)d products for “%(text)s”", self.total) % {
                "n": self.total,
                "text": self.text,
            }
        return ngettext("%(n)d product", "%(n)d products", self.total) % {"n": self.total}

    @property
    def price_from(self):
        return self.typed["gia-tu"]

    @property
    def price_to(self):
        return self.typed["gia-den"]

    @property
    def price_from_error(self):
        return self.errors.get("gia-tu", "")

    @property
    def price_to_error(self):
        return self.errors.get("gia-den", "")

    @property
    def page(self):
        return self.query.page

    @property
    def last_page(self):
        return max(1, min(-(-self.total // PER_PAGE), LAST_PAGE))

    def page_url(self, number):
        return self.url(without=["trang"], add=[("trang", str(number))] if number > 1 else [])

    @property
    def canonical(self):
        """The address search engines keep: the group or area and the page, nothing else."""
        pairs = [(n, v) for n, v in self.params if n in {"nhom", "khu-vuc"}]
        if len(pairs) > 1:
            pairs = []
        pairs += [("trang", str(self.page))] if self.page > 1 else []
        return f"{reverse('catalogue:browse')}?{urlencode(pairs)}" if pairs else reverse("catalogue:browse")

    @cached_property
    def loosen(self):
        """For an empty result: single choices whose removal brings products back: (label, address, total)."""
        ways = []
        for chip, query in zip(self.chips, self._loosened(), strict=True):
            total = find(query).total
            if total:
                ways.append((chip.label.strip("“”"), chip.url, total))
        return sorted(ways, key=lambda way: -way[2])

    def _loosened(self):
        if self.text:
            yield replace(self.query, text="", page=1)
        for name, (attribute, _label) in FACETS.items():
            values = self._chosen(name)
            labels = option_labels(name, values) if values else {}
            for value in values:
                if value in labels:
                    left = tuple(v for v in getattr(self.query, attribute) if str(v) != value)
                    yield replace(self.query, **{attribute: left, "page": 1})
        if self.query.price_min is not None:
            yield replace(self.query, price_min=None, page=1)
        if self.query.price_max is not None:
            yield replace(self.query, price_max=None, page=1)


def browse(params, *, adult, path=None):
    """Read a query string (a QueryDict) into a `Listing`. Nothing in it can raise: nonsense is told in `errors`."""
    errors, typed = {}, {}
    pairs = _pairs(params)
    chosen = {name: tuple(v for n, v in pairs if n == name) for name in FACETS}
    stars = tuple(int(v) for v in chosen["sao"])
    prices = {}
    for name in ("gia-tu", "gia-den"):
        raw = next((v for n, v in pairs if n == name), "")
        typed[name] = raw
        prices[name] = parse_dong(raw)
        if raw and prices[name] is None:
            errors[name] = gettext("“%(text)s” is not an amount in đồng. Example: 150.000") % {"text": raw}
    if None not in prices.values() and prices["gia-tu"] > prices["gia-den"]:
        prices = {"gia-tu": prices["gia-den"], "gia-den": prices["gia-tu"]}
    text = " ".join(params.get("q", "").replace("\x00", " ").split())[:120]
    default = "phu-hop" if text else "moi"
    sort = params.get("sap-xep", default)
    if sort not in SORTS or (sort == "phu-hop" and not text):
        sort = default
    number = params.get("trang", "1")
    page = int(number) if re.fullmatch(r"[1-9]\d{0,4}", number) else 1
    query = Query(
        text=text,
        stars=stars,
        groups=chosen["nhom"],
        areas=chosen["khu-vuc"],
        communes=chosen["xa"],
        producers=chosen["chu-the"],
        price_min=prices["gia-tu"],
        price_max=prices["gia-den"],
        sort=SORTS[sort][0],
        page=min(page, LAST_PAGE),
        per_page=PER_PAGE,
        adult=adult,
        on=timezone.localdate(),
    )
    return Listing(
        path=path or reverse("catalogue:browse"),
        params=pairs,
        query=query,
        sort=sort,
        typed=typed,
        errors=errors,
    )


_KNOWN = {"q", *FACETS, "gia-tu", "gia-den", "sap-xep", "trang"}
_STARS = ("1", "2", "3", "4", "5")


def _pairs(params):
    """What the address says that means something here: each choice once, no value nobody has."""
    pairs = dict.fromkeys(
        (name, value.strip())
        for name in params
        if name in _KNOWN
        for value in params.getlist(name)[:MOST_CHOICES]
        if value.strip() and "\x00" not in value
    )
    known = {
        name: option_labels(name, [v for n, v in pairs if n == name]) for name in FACETS if name in params
    }
    return [(n, v) for n, v in pairs if n not in FACETS or v in known[n]]


def option_labels(name, values):
    """Labels of facet values: {value: label}; unknown values are left out."""
    if name == "sao":
        return {
            v: ngettext("%(n)d star", "%(n)d stars", int(v)) % {"n": int(v)} for v in values if v in _STARS
        }
    names = _names(name)
    return {value: names[value] for value in values if value in names}


def _names(name):
    key = f"facet-names:{name}:{get_language()}"
    names = cache.get(key)
    if names is None:
        match name:
            case "nhom":
                names = {group.code: group.name for group in ProductGroup.objects.all()}
            case "khu-vuc":
                names = {area.slug: area.short_name for area in Area.objects.all()}
            case "xa":
                names = {commune.code: str(commune) for commune in Commune.objects.filter(area__isnull=False)}
            case "chu-the":
                names = dict(Partner.objects.values_list("code", "name"))
        cache.set(key, names, NAMES_FOR)
    return names
