"""Finding a point of sale: the list for what was asked (`asking`), page by page, and every way on from it."""

from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.db.models.signals import post_save
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext

from catalogue.producers.folding import fold
from catalogue.search import Query, find
from office.paging import Paged

from ..hours import opening
from ..models import Outlet, RecognitionApplication, ShelfItem
from . import mapping
from .asking import LAST_PAGE, Asked, area_names, read

PER_PAGE = 20
MOST_PRODUCTS = 60  # found by what one wants to buy; their shelves are asked
CIRCLES = (10, 40, 160)  # km: looked through one after the other until a page is full
FIELDS_OF: dict[str, dict[str, Any]] = {
    "q": {"text": ""},
    "san-pham": {"product": ""},
    "mo": {"open_now": False},
    "loai": {"kind": ""},
    "khu-vuc": {"area": ""},
    "xe-khach": {"coaches": False},
    "nhan-hang": {"picks_up": False},
}


def matching(asked, moment, outlets=None):
    """The public outlets that are what was asked for, in no order."""
    rows = (Outlet.objects.public() if outlets is None else outlets).called(asked.text)
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.area.startswith("tinh-"):
        rows = rows.filter(commune__province=int(asked.area.removeprefix("tinh-")))
    elif asked.area:
        rows = rows.filter(commune__area__slug=asked.area)
    if asked.coaches:
        rows = rows.filter(coach_places__gt=0)
    if asked.picks_up:
        rows = rows.filter(picks_up=True)
    if asked.product:
        rows = rows.filter(Exists(_selling(asked.product, adult=asked.adult)))
    if asked.open_now:
        rows = rows.open_at(moment)
    return rows


def _selling(text, *, adult):
    """What stands on the shelf of an outlet and is, or is called, what somebody wants to buy."""
    on = timezone.localdate()
    found = find(Query(text=text, per_page=MOST_PRODUCTS, counted=False, on=on, adult=adult)).ids
    return ShelfItem.objects.there().filter(
        Q(product__in=found) | Q(label__icontains=text), outlet=OuterRef("pk")
    )


def with_valid_star(on=None):
    """What stands on shelves, is shown in the shop and has a star on day `on` (today)."""
    return ShelfItem.objects.there().with_star(on).filter(product__is_public=True)


def starred_goods(on=None):
    """An expression: how many goods with a star valid on day `on` stand on an outlet's shelf."""
    rows = with_valid_star(on).filter(outlet=OuterRef("pk")).order_by().values("outlet")
    return Coalesce(Subquery(rows.annotate(n=Count("pk")).values("n")), 0)


def recognised(on=None):
    """An expression: whether a recognition of the outlet (Decision 920 or 950) is valid on day `on` (today)."""
    return Exists(RecognitionApplication.objects.valid(on).filter(outlet=OuterRef("pk")))


def serving_first():
    """The order of every list: those that serve, those suspended, those closed for good."""
    return Case(
        When(stage__in=Outlet.SERVING, then=Value(0)),
        When(stage=Outlet.Stage.SUSPENDED, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )


def told(keys, *, moment, place=None):
    """The outlets of `keys` in their order, with all a row says: `state`, `goods`, `distance_text`."""
    rows = Outlet.objects.select_related("commune__area", "commune__province").annotate(
        goods=starred_goods(), recognised=recognised()
    )
    found = rows.in_bulk(keys)
    outlets: list[Any] = [found[key] for key in keys if key in found]
    states = opening.states(outlets, moment)
    for outlet in outlets:
        outlet.state = states[outlet.pk]
        located = place is not None and outlet.latitude is not None
        km = mapping.kilometres(place, outlet.latitude, outlet.longitude) if located else None
        outlet.distance_text = mapping.in_words(km) if km is not None else ""
    return outlets


@dataclass(slots=True)
class Chip:
    """A choice that can be taken back by following `url`."""

    name: str
    label: str
    url: str


@dataclass
class Finding(Paged):
    """A page of outlets with every way on from it. `errors` maps a parameter to its sentence."""

    asked: Asked
    params: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)
    moment: object = field(default_factory=timezone.now)
    path: str = field(default_factory=lambda: reverse("outlets:index"))

    @cached_property
    def matching(self):
        return matching(self.asked, self.moment)

    @cached_property
    def total(self):
        return self.matching.count()

    @cached_property
    def outlets(self):
        """The rows of this page (`told`)."""
        rows = self._ordered()
        start = (self.page - 1) * PER_PAGE
        keys = list(rows.values_list("pk", flat=True)[start : start + PER_PAGE])
        return told(keys, moment=self.moment, place=self.asked.place)

    def _ordered(self):
        """By name, or the nearest first; those that serve nobody last.

        A circle is looked through before the whole country, so that the nearest of thousands are found by
        the index.
        """
        if not self.asked.place:
            return self.matching.order_by(serving_first(), "search_text", "pk")
        rows, needed = mapping.with_distance(self.matching, self.asked.place), self.page * PER_PAGE
        order = (serving_first(), mapping.nearest_first(), "search_text", "pk")
        for km in CIRCLES if self.total > needed else ():
            near = mapping.within(rows, self.asked.place, km).serving()
            if near[:needed].count() >= needed:
                return near.order_by(*order)
        return rows.order_by(*order)

    @property
    def page(self):
        return min(self.asked.page, self.last_page)

    @property
    def last_page(self):
        return max(1, min(-(-self.total // PER_PAGE), LAST_PAGE))

    def url(self, *without, **add):
        """The first page of this list with some parameters taken out and others put in."""
        kept = {name: value for name, value in self.params.items() if name not in without} | add
        return f"{self.path}?{urlencode(kept)}" if kept else self.path

    def page_url(self, number):
        return self.url(trang=str(number)) if number > 1 else self.url()

    @property
    def canonical(self):
        """The address search engines keep: the area and the page, nothing else."""
        kept = {name: value for name, value in self.params.items() if name == "khu-vuc"}
        kept |= {"trang": str(self.page)} if self.page > 1 else {}
        return f"{self.path}?{urlencode(kept)}" if kept else self.path

    @property
    def data_url(self):
        """The same outlets as GeoJSON, for the map; where the visitor is stays here."""
        data = reverse("outlet_data:geojson")
        kept = {name: value for name, value in self.params.items() if name in FIELDS_OF}
        return f"{data}?{urlencode(kept)}" if kept else data

    @cached_property
    def chips(self):
        """What has been chosen, each with the address that takes it back."""
        place = self.asked.place
        words = {
            "q": f"“{self.asked.text}”",
            "san-pham": gettext("Has “%(product)s”") % {"product": self.asked.product},
            "mo": gettext("Open now"),
            "loai": str(dict(Outlet.Kind.choices).get(self.asked.kind, "")),
            "khu-vuc": area_names().get(self.asked.area, ""),
            "xe-khach": gettext("Coach parking"),
            "nhan-hang": gettext("Hands over orders"),
            "gan": gettext("Near %(place)s") % {"place": place.name if place else self.params.get("gan")},
            "lat": gettext("Near me"),
        }
        return [
            Chip(name, label[:1].upper() + label[1:], self.url(name, *(["lon"] if name == "lat" else [])))
            for name, label in words.items()
            if name in self.params
        ]

    @cached_property
    def loosened(self):
        """For an empty list: [(label, address, total)] of choices whose removal brings outlets back."""
        ways = []
        for chip in self.chips:
            if chip.name in FIELDS_OF:
                total = matching(replace(self.asked, **FIELDS_OF[chip.name]), self.moment).count()
                label = chip.label.replace("“", "").replace("”", "")  # quoted as a whole
                ways += [(label, chip.url, total)] if total else []
        return sorted(ways, key=lambda way: -way[2])

    @property
    def heading(self):
        """One sentence over the list: how many, in what order."""
        said = ngettext("%(n)d point of sale", "%(n)d points of sale", self.total) % {"n": self.total}
        if not self.asked.place:
            return said
        if self.asked.place.name:
            words = {"said": said, "place": self.asked.place.name}
            return gettext("%(said)s, nearest to %(place)s first") % words
        return gettext("%(said)s, nearest to you first") % {"said": said}


def find_outlets(params, *, adult=False):
    """Read a query string (a QueryDict) into a `Finding`; `adult` finds who sells alcohol."""
    return Finding(*read(params, adult=adult))


def words_of(outlet):
    """What the outlet is found by: name, street, communes of today and before, without diacritics."""
    parts = (outlet.name, outlet.street, outlet.old_address, str(outlet.commune))
    return f"{fold(' | '.join(parts))} | {outlet.commune.search_text}"


def remember_words(outlet):
    """Keep `words_of` the outlet, if they have changed."""
    text = words_of(outlet)
    if text != outlet.search_text:
        Outlet.objects.filter(pk=outlet.pk).update(search_text=text)
        outlet.search_text = text


def watch():
    """Whatever changes an outlet, its words follow."""

    def follow(sender, instance, raw, **_kwargs):
        if not raw:
            remember_words(instance)

    post_save.connect(follow, sender=Outlet, weak=False, dispatch_uid="outlet-words")
