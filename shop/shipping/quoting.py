"""What a parcel costs and when it comes: every method, and the maker's own delivery, cheapest first."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Exists, Q, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.models import LegalClass
from catalogue.templatetags.ocop import dong
from office.prepared import Prepared

from .models import (
    NOTHING_SENT,
    OWN,
    ClosedDay,
    Method,
    OwnDelivery,
    Rate,
    Reach,
    ZoneCommune,
    ZoneProvince,
)
from .quoted import Fetching, Quote
from .timing import HORIZON, open_day, travel
from .weighing import in_words, weight_of

__all__ = ["FLAT", "OWN", "Fetching", "Load", "Quote", "quote", "quote_all", "try_out"]

FLAT = "courier"


@dataclass(slots=True)
class Load:
    """What has to travel: grams, value in đồng, the day it is ready, and what it bears."""

    weight_g: int
    goods: int
    ready: date
    keeps: list[tuple[int, str]] = field(default_factory=list)
    weekdays_off: set[int] = field(default_factory=set)

    @property
    def keeps_hours(self):
        return min(self.keeps)[0] if self.keeps else None


@dataclass(slots=True)
class Tables:
    """What is read for one destination: {reach: [rates]}, makers who come, days nobody does."""

    reaches: dict
    own: dict
    closed: set
    flat: bool


def quote(lines, producer, commune, *, at):
    """The `Quote`s of one parcel: `lines` (with product, quantity, total) of `producer` to `commune`.

    Those that can be taken first, cheapest first. `at` is the moment of the order (aware). 2 to 4 queries.
    """
    return quote_all([(producer, lines)], commune, at=at)[producer.pk]


def quote_all(groups, commune, *, at):
    """{producer's key: its quotes} of several parcels to one `commune`; as many queries as for one."""
    sent = {producer.pk: [line for line in lines if is_sent(line)] for producer, lines in groups}
    if not any(sent.values()):
        return {producer.pk: [_nothing_sent()] for producer, _lines in groups}
    products = [line.product for lines in sent.values() for line in lines]
    prefetch_related_objects(
        [*products, *(product.parent for product in products if product.parent_id)], "handling"
    )
    day = timezone.localdate(at)
    tables = _read(commune, day, producers=[pk for pk, lines in sent.items() if lines])
    return {
        producer.pk: offers(load_of(sent[producer.pk], lines, day), commune, tables, producer=producer)
        if sent[producer.pk]
        else [_nothing_sent()]
        for producer, lines in groups
    }


def try_out(weight_g, goods, commune, *, at):
    """The quotes of a parcel of `weight_g` worth `goods` đồng: what the desk's “try it” shows."""
    day = timezone.localdate(at)
    ready = day + timedelta(days=settings.DELIVERY_PREPARATION_DAYS)
    return offers(Load(weight_g, goods, ready), commune, _read(commune, day, producers=[]))


def load_of(sent, lines, day):
    """The load of the lines that are `sent` (of all `lines` of the parcel), ordered on `day`."""
    load = Load(
        0, sum(line.total for line in lines), day + timedelta(days=settings.DELIVERY_PREPARATION_DAYS)
    )
    for line in sent:
        load.weight_g += weight_of(line.product) * line.quantity
        load.ready = max(load.ready, _ready_on(line, day))
        said = _handling(line.product)
        if said is not None:
            load.weekdays_off |= set(said.not_sent_weekdays)
            if said.keeps_hours:
                load.keeps.append((said.keeps_hours, line.product.get_title()))
    return load


def offers(load, commune, tables, *, producer=None):
    """The quotes of a `load` to `commune`, those that can be taken first, cheapest first."""
    if tables.flat:
        return [flat_quote(load, tables.closed)]
    quotes = [by_table(load, reach, rates, commune, tables.closed) for reach, rates in tables.reaches.items()]
    if producer is not None and (own := tables.own.get(producer.pk)):
        quotes.append(_own(load, own, tables.closed))
    if not quotes:
        problem = _("Nothing is delivered to %(place)s yet.") % {"place": place_of(commune)}
        return [Quote("", "", "", 0, problem=problem, weight_g=load.weight_g)]
    return sorted(quotes, key=lambda each: (bool(each.problem), each.fee, each.latest or date.max))


def place_of(commune):
    """ "Phường Thành Sen, Hà Tĩnh"."""
    return f"{commune}, {commune.province.name}"


def _rates_for(commune, province):
    """The rates of methods that go there; a commune named in a zone is of that zone alone."""
    alone = ZoneCommune.objects.filter(commune=commune)
    around = ZoneProvince.objects.filter(province=province)
    rates = Rate.objects.filter(
        Q(reach__zone__in=alone.values("zone")) | (~Exists(alone) & Q(reach__zone__in=around.values("zone"))),
        reach__method__is_active=True,
    )
    return rates.select_related("reach__method").order_by("reach__method__position", "reach", "up_to_g")


def _own_deliveries(commune, area, producers):
    there = Q(communes=commune) | Q(areas=area)
    return OwnDelivery.objects.filter(there, producer__in=producers, is_active=True).distinct()


_RATES, _OWN = Prepared(_rates_for), Prepared(_own_deliveries)


def _read(commune, day, *, producers: Iterable[int]):
    """One query for the rates, one for the makers (if any), one for the days."""
    reaches: dict[Reach, list[Rate]] = {}
    for rate in _RATES(commune.pk, commune.province_id):
        reaches.setdefault(rate.reach, []).append(rate)
    flat = not reaches and not Method.objects.exists()
    return Tables(reaches, _owns(commune, producers), closed_days(day), flat)


def _owns(commune, producers):
    """{producer's key: its own delivery} of those who come to `commune`."""
    if not producers:
        return {}
    rows = _OWN(commune.pk, commune.area_id or 0, list(producers))
    return {row.producer_id: row for row in rows}


def closed_days(day):
    rows = ClosedDay.objects.filter(day__gte=day, day__lte=day + timedelta(days=2 * HORIZON))
    return set(rows.values_list("day", flat=True))


def by_table(load, reach, rates, commune, closed):
    """The quote of a method: the first weight that holds the load, or the last and each further kilogram."""
    method = reach.method
    facts = {
        "method": method.code,
        "name": method.name,
        "carrier": method.carrier,
        "is_tracked": method.needs_tracking,
        "weight_g": load.weight_g,
    }
    fee = fee_of(load.weight_g, rates, reach.per_extra_kg)
    if fee is None:
        problem = _("%(weight)s is too heavy: at most %(most)s are taken.") % {
            "weight": in_words(load.weight_g),
            "most": in_words(rates[-1].up_to_g),
        }
        return Quote(**facts, fee=0, problem=problem)
    way = travel(
        load.ready,
        hours_min=reach.hours_min,
        hours_max=reach.hours_max,
        closed=closed,
        weekdays_off=load.weekdays_off | set(method.days_off),
        keeps_hours=load.keeps_hours,
    )
    if way is None:
        return Quote(**facts, fee=fee, problem=_why_not(load, reach, commune))
    fee, hint = _free_from(reach.free_from, load.goods, fee)
    leaves, earliest, latest = way
    return Quote(**facts, fee=fee, leaves=leaves, earliest=earliest, latest=latest, hint=hint)


def fee_of(weight_g, rates, per_extra_kg):
    """đồng for `weight_g` by `rates` in order of weight, or None when it is too heavy."""
    for rate in rates:
        if weight_g <= rate.up_to_g:
            return rate.fee
    if per_extra_kg is None:
        return None
    return rates[-1].fee + per_extra_kg * -(-(weight_g - rates[-1].up_to_g) // 1000)


def _why_not(load, reach, commune):
    if load.keeps and load.keeps_hours < reach.hours_max:
        keeps, title = min(load.keeps)
        return _(
            "“%(title)s” cannot be sent to %(place)s: the way takes %(hours)d hours, it keeps %(keeps)d only."
        ) % {"title": title, "place": place_of(commune), "hours": reach.hours_max, "keeps": keeps}
    return _("There is no day in the next weeks on which this parcel can be sent.")


def _free_from(free_from, goods, fee):
    """(fee, hint): nothing from `free_from` on; close below, what is missing."""
    if not free_from or not fee:
        return fee, ""
    if goods >= free_from:
        return 0, ""
    return fee, _("Add %(missing)s from this maker and delivery is free.") % {
        "missing": dong(free_from - goods)
    }


def _own(load, own, closed):
    """The maker's own car: on its days, the same day it leaves; how long goods keep does not matter."""
    off = {weekday for weekday in range(7) if weekday not in own.weekdays}
    way = travel(load.ready, hours_min=0, hours_max=0, closed=closed, weekdays_off=off)
    facts = {"method": OWN, "name": _("Brought by the maker"), "carrier": OWN, "weight_g": load.weight_g}
    fee, hint = _free_from(own.free_from, load.goods, own.fee)
    if way is None:
        return Quote(
            **facts, fee=fee, problem=_("There is no day in the next weeks on which this parcel can be sent.")
        )
    leaves, earliest, latest = way
    return Quote(**facts, fee=fee, leaves=leaves, earliest=earliest, latest=latest, hint=hint)


def flat_quote(load, closed):
    """While the shop has no table of rates: one flat rate, 2 to 5 days."""
    leaves = open_day(load.ready, closed)
    return Quote(
        FLAT,
        _("Courier"),
        "table",
        settings.DELIVERY_FEE,
        leaves,
        open_day(leaves + timedelta(days=2), closed),
        open_day(leaves + timedelta(days=5), closed),
        weight_g=load.weight_g,
    )


def _nothing_sent():
    return Quote(NOTHING_SENT, _("Nothing to send"), "", 0)


def is_sent(line):
    """A visit or a night is not sent anywhere; the class of a size is its product's."""
    product = line.product
    return (product.parent if product.is_child else product).legal_class != LegalClass.SERVICE


def _handling(product):
    """What is said of a size, else of its product."""
    said = getattr(product, "handling", None)
    return said or (getattr(product.parent, "handling", None) if product.parent_id else None)


def _ready_on(line, day):
    """The day the goods can leave: at once, or when made or grown (`catalogue.supply`); then they are packed."""
    return line.supplied.ready_on(day) + timedelta(days=settings.DELIVERY_PREPARATION_DAYS)
