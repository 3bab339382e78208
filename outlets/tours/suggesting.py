"""Routes proposed from seasons, hours and what is on the shelves: nothing is drawn by lot, everything is told why.

A suggestion is an order of open outlets and producers with times. Visitors see it as a page; an operator can
take it over as a draft.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.models import Product
from catalogue.producers.models import Area, Partner

from ..hours.almanac import Almanac
from ..hours.osm import time_of_day
from ..models import Outlet, ShelfItem, Stop
from ..visits import hosting
from . import planning, stringing, surveying, touring
from .choosing import products_called

OUTLET_MINUTES = 40
WAITS = 45  # minutes a group waits at most for a door to open
LUNCH = (11 * 60 + 30, 13 * 60)
WINDOWS = {"sang": (8 * 60, 11 * 60 + 45), "chieu": (13 * 60 + 30, 17 * 60), "ngay": (8 * 60, 17 * 60)}
MOST_CALLS = {"sang": 3, "chieu": 3, "ngay": 5}
FAR = 30  # minutes of driving cost as much as one point of interest


@dataclass(frozen=True)
class Place:
    """An outlet or a producer one could stop at, with how much there is to see."""

    kind: str
    host: Any
    point: planning.Point
    minutes: int
    interest: float
    goods: tuple = ()
    wanted: bool = False

    @property
    def order(self):
        """The most interesting first; then always the same."""
        return (-self.interest, self.kind, self.host.pk)


@dataclass(frozen=True)
class Call:
    """One stop of a suggestion: a place and the minute of the day the group is there."""

    place: Place
    begins: int
    reason: str
    leg_km: int = 0
    leg_minutes: int = 0

    @property
    def ends(self):
        return self.begins + self.place.minutes

    @property
    def starts(self):
        return time(self.begins // 60, self.begins % 60)

    @property
    def hours(self):
        return f"{time_of_day(self.begins)}–{time_of_day(self.ends)}"


@dataclass
class Suggestion:
    """An order of stops on `day`; `why` says in a sentence how it came about."""

    day: date
    part: str
    calls: list[Call] = field(default_factory=list)
    why: str = ""
    title: str = ""

    @property
    def km(self):
        return sum(call.leg_km for call in self.calls)


def suggest(*, day, part="ngay", product="", area="", guests=15, by_coach=False):
    """An order of places that are open on `day` when the group comes; few or none when little fits.

    Starts where there is most to see of what was asked for, then goes on to what is near and open. Nothing when
    nobody who is open has the product.
    """
    places = _places(day, product=product, area=area, guests=guests, by_coach=by_coach)
    almanac = Almanac(
        [place.host for place in places if place.kind == Stop.Kind.OUTLET], day - timedelta(days=1), day
    )
    suggestion = Suggestion(day=day, part=part)
    left = sorted(places, key=lambda place: place.order)
    now = WINDOWS[part][0]
    while left and len(suggestion.calls) < MOST_CALLS[part]:
        call = _next(suggestion.calls, left, now, almanac, day, part)
        if call is None:
            break
        suggestion.calls.append(call)
        left.remove(call.place)
        now = call.ends
    if product and not any(call.place.wanted for call in suggestion.calls):
        suggestion.calls = []  # no walk past other things instead
    suggestion.title, suggestion.why = _told(suggestion, product, area)
    return suggestion


def take_over(suggestion, operator, *, by):
    """A draft of the operator with the stops of a suggestion; returns the itinerary. Raises `Refused` as `draft`."""
    itinerary = touring.draft(
        operator, by=by, title_vi=suggestion.title[:120], summary_vi=suggestion.why, days=1, by_coach=False,
        group_min=1, group_max=_takes(suggestion), season_from=suggestion.day.month, season_to=suggestion.day.month,
        languages=["vi"],
    )  # fmt: skip
    for call in suggestion.calls:
        stringing.add(
            itinerary,
            by=by,
            anyway=True,
            kind=call.place.kind,
            day=1,
            starts=call.starts,
            minutes=call.place.minutes,
            reason_vi=call.reason,
            **{call.place.kind: call.place.host},
        )
    return itinerary


def _takes(suggestion):
    """The largest group that all hosts receive."""
    most = [
        call.place.host.visit_capacity
        if call.place.kind == Stop.Kind.OUTLET
        else call.place.host.visiting.largest_group
        for call in suggestion.calls
    ]
    return min([*most, 25])


def _places(day, *, product, area, guests, by_coach):
    """Outlets that serve and producers that receive guests, with a point, that fit what was asked for."""
    wanted = set(products_called(product)) if product else set()
    outlets = Outlet.objects.serving().filter(latitude__isnull=False, visit_capacity__gte=guests)
    producers = Partner.objects.filter(
        visiting__welcomes=True, visiting__latitude__isnull=False, visiting__largest_group__gte=guests
    ).exclude(identity_state="suspended")
    if by_coach:
        outlets = outlets.filter(coach_places__gt=0)
        producers = producers.filter(visiting__coach_reaches=True)
    if area:
        outlets = outlets.filter(commune__area__slug=area)
        producers = producers.filter(commune__area__slug=area)
    goods = _star_goods(day)
    places = [
        _place(Stop.Kind.OUTLET, each, goods["outlet", each.pk], wanted)
        for each in outlets.select_related("commune__area")
    ]
    places += [
        _place(Stop.Kind.PRODUCER, each, goods["producer", each.pk], wanted)
        for each in producers.select_related("commune__area", "visiting")
    ]
    return places


def _star_goods(day):
    """{(kind, key of the host): [(key, title) of products with a star on `day`]}. 2 queries."""
    starred = {
        row["pk"]: row
        for row in Product.objects.on_sale_list()
        .open_to(adult=False)
        .starred(day)
        .order_by("-stars", "title", "pk")
        .values("pk", "title", "producer_id")
    }
    found = defaultdict(list)
    for row in starred.values():
        found["producer", row["producer_id"]].append((row["pk"], row["title"]))
    shelves = ShelfItem.objects.exclude(state=ShelfItem.State.GONE).filter(product__isnull=False)
    by_product = defaultdict(list)
    for outlet, product in shelves.order_by("outlet_id").values_list("outlet_id", "product_id"):
        by_product[product].append(outlet)
    for key, row in starred.items():
        for outlet in by_product[key]:
            found["outlet", outlet].append((key, row["title"]))
    return found


def _place(kind, host, goods, wanted):
    mine = [row for row in goods if row[0] in wanted]
    shown = mine + [row for row in goods if row not in mine]
    made_here = kind == Stop.Kind.PRODUCER
    where = host.visiting if made_here else host
    interest = (
        (6 if mine and made_here else 4 if mine else 0) + (2 if made_here else 0) + min(len(goods), 4) / 2
    )
    return Place(
        kind=str(kind),
        host=host,
        point=(float(where.latitude), float(where.longitude)),
        minutes=where.minutes if made_here else OUTLET_MINUTES,
        interest=interest,
        goods=tuple(title for _key, title in shown[:2]),
        wanted=bool(mine),
    )


def _next(calls, left, now, almanac, day, part):
    """The place that is worth the way most and open when the group gets there, or None."""
    best = None
    for place in left:
        way = planning.travel_minutes(calls[-1].place.point, place.point) if calls else 0
        begins = _opened_at(place, _after_lunch(_up(now + way), place.minutes, part), almanac, day)
        if begins is None or begins + place.minutes > WINDOWS[part][1]:
            continue
        worth = place.interest - way / FAR - max(0, begins - now - way) / FAR
        key = (-worth, place.kind, place.host.pk)
        if best is None or key < best[0]:
            km = round(planning.road_km(calls[-1].place.point, place.point)) if calls else 0
            best = (key, Call(place, begins, _reason(place), km, way))
    return best[1] if best else None


def _up(minute):
    """The next five minutes."""
    return -(-minute // 5) * 5


def _after_lunch(begins, minutes, part):
    """Nobody is received while the group eats."""
    noon, one = LUNCH
    return one if part == "ngay" and begins < one and begins + minutes > noon + 15 else begins


def _opened_at(place, begins, almanac, day):
    """The first five minutes from `begins` on at which the place can be visited, within the wait; else None."""
    for minute in range(begins, begins + WAITS + 1, 5):
        if minute + place.minutes > planning.DAY:
            return None
        at = time(minute // 60, minute % 60)
        if place.kind == Stop.Kind.OUTLET:
            closed = surveying.outlet_closed(almanac, place.host, day, at, place.minutes, exceptions=True)
        else:
            closed = hosting.why_closed(place.host.visiting, day, at, place.minutes)
        if not closed:
            return minute
    return None


def _reason(place):
    said = {"goods": ", ".join(place.goods)}
    if place.kind == Stop.Kind.PRODUCER:
        if place.host.visiting.tasting and place.goods:
            return _("See how it is made and taste it: %(goods)s.") % said
        return _("Meet the makers of %(goods)s.") % said if place.goods else _("Meet the makers at work.")
    if place.goods:
        return _("On the shelf with a star valid today: %(goods)s.") % said
    return _("Goods of the area, shown by people who know them.")


def _told(suggestion, product, area):
    """(title, sentence) of a suggestion."""
    name = Area.objects.filter(slug=area).values_list("short_name", flat=True).first() if area else ""
    if product and name:
        title = _("%(product)s in %(area)s") % {"product": product[:1].upper() + product[1:], "area": name}
    elif product:
        title = _("On the trail of %(product)s") % {"product": product}
    else:
        title = _("OCOP in %(area)s") % {"area": name} if name else _("OCOP of Hà Tĩnh in a day")
    return title, _why(suggestion, product)


def _why(suggestion, product):
    stops, day = len(suggestion.calls), f"{suggestion.day:%d/%m/%Y}"
    if not stops and product:
        return _("Nobody who shows or sells “%(product)s” is open then. Try another day, area or word.") % {
            "product": product
        }
    if not stops:
        return _("Nothing is open then that fits. Try another day or area.")
    if stops == 1:
        return _("One place is open on %(day)s when you get there.") % {"day": day}
    return ngettext(
        "%(n)d place open on %(day)s when you get there, about %(km)d km of road.",
        "%(n)d places open on %(day)s when you get there, about %(km)d km of road, each as near as possible to the one before.",
        stops,
    ) % {"n": stops, "day": day, "km": suggestion.km}
