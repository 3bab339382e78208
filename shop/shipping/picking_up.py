"""Parcels fetched at an outlet: which outlets hand a parcel over, from when on, for how much, how long it waits.

Goods that lie there in commission are ready the same day and cost nothing; else the maker sends the parcel
there, by the table of rates to the outlet's commune. What keeps for some hours only is kept no longer than that.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.producers.models import StockRecord
from office.prepared import Prepared
from outlets.finding import mapping
from outlets.hours import opening
from outlets.models import Consignment, Outlet

from .models import FROM_STOCK, SENT_THERE, Rate, ZoneCommune, ZoneProvince
from .quoted import Fetching, Quote
from .quoting import Load, Tables, closed_days, is_sent, load_of, offers

AT_OUTLET = "diem-ban"  # chosen to be fetched, before an outlet is
MOST = 10  # outlets shown for a parcel
TO_LAY_ASIDE = timedelta(hours=1)  # before closing; later it is ready on the next day
AHEAD = timedelta(days=14)


@dataclass(slots=True)
class Places:
    """What is known of the outlets in question, read once for all parcels."""

    outlets: list[Any]
    free: dict[tuple[int, int], tuple[int, Any]]  # (outlet, product): pieces that lie there, the record
    opens: dict[int, Any]  # outlet: the day on which something can be laid aside
    tables: dict[int, Tables]  # outlet: what it costs to send there


def is_fetching(method):
    """Whether a method's code is one of fetching the parcel at an outlet."""
    return method == AT_OUTLET or method.startswith((FROM_STOCK, SENT_THERE))


def outlets_of(chosen: Iterable[str]):
    """The keys of the outlets named by methods `chosen`."""
    keys = set()
    for method in chosen:
        for prefix in (FROM_STOCK, SENT_THERE):
            key = method.removeprefix(prefix)
            if method.startswith(prefix) and key.isascii() and key.isdecimal() and len(key) < 16:
                keys.add(int(key))
    return keys


def handing_over():
    """The outlets that hand orders over."""
    return Outlet.objects.serving().filter(picks_up=True)


def is_offered():
    """Whether any outlet hands orders over. 1 query."""
    return bool(_ANY())


def quotes(groups, commune, *, at, only=None):
    """{producer's key: its quotes at outlets}, those where the goods lie first, then the nearest to `commune`.

    `groups` are [(producer, lines)], `at` the moment of the order (aware), `only` the keys of outlets in question
    (all that hand over otherwise). 1 query where no outlet does, 11 more at most.
    """
    sent = {producer.pk: [line for line in lines if is_sent(line)] for producer, lines in groups}
    outlets = _outlets([pk for pk, lines in sent.items() if lines], commune, only)
    if not outlets:
        return {}
    products = [line.product for lines in sent.values() for line in lines]
    prefetch_related_objects(
        [*products, *(product.parent for product in products if product.parent_id)], "handling"
    )
    places = _read(outlets, {product.pk for product in products}, at)
    day = timezone.localdate(at)
    return {
        producer.pk: _of_parcel(producer, sent[producer.pk], load_of(sent[producer.pk], lines, day), places)
        for producer, lines in groups
        if sent[producer.pk]
    }


_ANY = Prepared(lambda: handing_over().order_by().only("pk")[:1])


def on_shelves(groups, *, at):
    """[its quote at the outlet where its goods lie, or None] of `groups` [(producer, lines, outlet's key)].

    None where not all of it lies there any more, or the outlet hands nothing over. 10 queries at most.
    """
    outlets = {each.pk: each for each in _outlets([], None, {outlet for _producer, _lines, outlet in groups})}
    products = {line.product for _producer, lines, _outlet in groups for line in lines}
    prefetch_related_objects([*products, *(each.parent for each in products if each.parent_id)], "handling")
    places = _read(list(outlets.values()), {each.pk for each in products}, at)
    day = timezone.localdate(at)
    return [
        _quote(producer, lines, load_of(lines, lines, day), outlets[outlet], places)
        if outlet in outlets and _lying_there(producer, lines, outlets[outlet], places)
        else None
        for producer, lines, outlet in groups
    ]


def _outlets(producers, commune, only):
    """Outlets with goods of these producers, then others, nearest first; each with its `distance` in km or None."""
    rows = handing_over().select_related("commune__province", "pick_up_terms")
    if only is not None:
        return _measured(rows.filter(pk__in=only), commune) if only else []
    running = Consignment.objects.running().filter(producer__in=producers, outlet=OuterRef("pk"))
    place = _place(commune)
    if place:
        rows = mapping.with_distance(rows, place)
    nearest = mapping.nearest_first() if place else "name"
    return _measured(
        rows.annotate(has_goods=Exists(running)).order_by("-has_goods", nearest, "pk")[:MOST], commune
    )


def _measured(outlets, commune):
    place = _place(commune)
    outlets = list(outlets)
    for each in outlets:
        known = place is not None and each.latitude is not None
        each.distance = mapping.kilometres(place, each.latitude, each.longitude) if known else None
    return sorted(outlets, key=lambda each: (each.distance is None, each.distance or 0, each.pk))


def _place(commune):
    point = mapping.commune_points().get(commune.pk) if commune is not None else None
    return mapping.Place(*point) if point else None


def _read(outlets, products, at):
    keys = [each.pk for each in outlets]
    records = StockRecord.objects.with_free(at).filter(
        product__in=products,
        place__consignment__outlet__in=keys,
        place__consignment__stage=Consignment.Stage.RUNNING,
    )
    free = {
        (record.place.consignment.outlet_id, record.product_id): (record.free, record)
        for record in records.select_related("place__consignment")
    }
    today = timezone.localdate(at)
    almanac = opening.Almanac(outlets, today, today + AHEAD)
    opens = {each.pk: _first_open(each, at, almanac) for each in outlets}
    return Places(outlets, free, opens, _tables(outlets, today))


def _first_open(outlet, at, almanac):
    """The day on which goods ordered `at` that moment are laid aside, or None when its hours say none."""
    today = timezone.localdate(at)
    for ahead in range(AHEAD.days):
        day = today + timedelta(days=ahead)
        if any(closes > at + TO_LAY_ASIDE for _opens, closes in opening.spans_on(outlet, day, almanac)):
            return day
    return None


def _tables(outlets, day):
    """{outlet: the table of rates to its commune}. 4 queries, however many outlets."""
    communes = {each.commune_id for each in outlets}
    provinces = {each.commune.province_id for each in outlets}
    zone_of = dict(ZoneCommune.objects.filter(commune__in=communes).values_list("commune", "zone"))
    around = dict(ZoneProvince.objects.filter(province__in=provinces).values_list("province", "zone"))
    zones: dict[int, dict] = {}
    rates = Rate.objects.filter(reach__method__is_active=True).select_related("reach__method")
    for rate in rates.order_by("reach__method__position", "reach", "up_to_g"):
        zones.setdefault(rate.reach.zone_id, {}).setdefault(rate.reach, []).append(rate)
    closed = closed_days(day)
    found = {}
    for each in outlets:
        zone = zone_of.get(each.commune_id) or around.get(each.commune.province_id) or 0
        found[each.pk] = Tables(zones.get(zone, {}), {}, closed, not zones)
    return found


def _of_parcel(producer, lines, load, places):
    found = [_quote(producer, lines, load, outlet, places) for outlet in places.outlets]
    usable = [each for each in found if each is not None]
    return sorted(usable, key=lambda each: not each.fetching.from_stock)


def _quote(producer, lines, load: Load, outlet, places):
    """The quote at one outlet, or None where the parcel cannot be fetched."""
    records = _lying_there(producer, lines, outlet, places)
    distance = mapping.in_words(outlet.distance) if outlet.distance is not None else ""
    name = _("Fetched at %(outlet)s") % {"outlet": outlet.name}
    if records:
        keeps = kept_days(outlet, load.keeps_hours)
        day = places.opens.get(outlet.pk) or load.ready
        return Quote(
            f"{FROM_STOCK}{outlet.pk}", name, "outlet", 0, day, day, day,
            weight_g=load.weight_g, fetching=Fetching(outlet, keeps, records, distance=distance),
        )  # fmt: skip
    way = offers(load, outlet.commune, places.tables[outlet.pk])[0]
    if way.problem:
        return None
    hours_left = None if load.keeps_hours is None else load.keeps_hours - 24 * (way.latest - way.leaves).days
    keeps = kept_days(outlet, hours_left)
    if not keeps:
        return None
    terms = terms_of(outlet)
    return replace(
        way,
        method=f"{SENT_THERE}{outlet.pk}",
        name=name,
        fee=0 if terms and terms.is_free else way.fee,
        hint="",
        fetching=Fetching(outlet, keeps, carriage=way.method, distance=distance),
    )


def _lying_there(producer, lines, outlet, places):
    """{product's key: record} when all of the parcel lies at the outlet, else nothing."""
    records = {}
    for line in lines:
        free, record = places.free.get((outlet.pk, line.product.pk), (0, None))
        if free < line.quantity or record.place.producer_id != producer.pk:
            return {}
        records[line.product.pk] = record
    return records


def terms_of(outlet):
    """The `PickUpTerms` of an outlet, or None."""
    return getattr(outlet, "pick_up_terms", None)


def kept_days(outlet, hours=None):
    """How many days the outlet keeps an order; of what keeps for `hours` no longer than that, 0 when under a day."""
    terms = terms_of(outlet)
    days = terms.keeps_days if terms else settings.PICK_UP_DAYS
    return days if hours is None else max(0, min(days, hours // 24))
