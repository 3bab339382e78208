"""What a tour's pages tell: its days and stops in order, the ways between, what there is to taste, what is wrong."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from catalogue.cards import cards, for_cards
from catalogue.models import Product

from ..models import ShelfItem, Stop
from ..models.itinerary import MOST_DAYS
from . import planning, surveying
from .touring import Unanswered, doubts, unanswered
from .wording import StopWords, TourWords, page_language, texts_of, words_of_stops, words_of_tour

MOST_GOODS = 3  # star goods told at one stop


@dataclass
class Leg:
    """The way from the stop before: kilometres of road, minutes at least, minutes the plan leaves."""

    km: int
    minutes: int
    free: int


@dataclass
class Halt:
    """One stop as pages show it. `shut` says why nobody is received there today, `doubt` what its host no longer
    agrees to; `number` counts all days through.
    """

    stop: Stop
    number: int
    plan: planning.Planned
    leg: Leg | None = None
    shut: str = ""
    problems: list = field(default_factory=list)
    waiting: Unanswered | None = None
    doubt: str = ""
    goods: list = field(default_factory=list)
    words: StopWords | None = None

    @property
    def way(self):
        """The way from the stop before with signs instead of words: "≈ 12 km, ≥ 17 min" in the reader's tongue."""
        if self.words is None or self.leg is None:
            return ""
        tongue = self.words.tongue
        far = f"≈ {tongue.kilometres(self.leg.km)}" if self.leg.km else f"< {tongue.kilometres(1)}"
        return f"{far}, ≥ {tongue.minutes(self.leg.minutes)}"

    @property
    def name(self):
        return str(self.stop)

    @property
    def url(self):
        """The page of its host; "" at a sight or a meal."""
        host = self.stop.host
        return host.get_absolute_url() if host else ""

    @property
    def place(self):
        """The commune of its host; "" at a sight or a meal."""
        host = self.stop.host
        return str(host.commune) if host and host.commune_id else ""


@dataclass
class Day:
    number: int
    halts: list

    @property
    def km(self):
        return sum(halt.leg.km for halt in self.halts if halt.leg)

    @property
    def length(self):
        """Its kilometres in the reader's tongue; of a guide for visitors with a stop on this day."""
        return self.halts[0].words.tongue.kilometres(self.km)


@dataclass
class Guide:
    """A tour, day by day. `problems` are what makes it impossible, `waiting` whose hosts have not agreed.

    For visitors `words` has its texts in their language, and `texts` {language: its row} all it is written in.
    """

    itinerary: object
    days: list
    problems: list
    waiting: list
    words: TourWords | None = None
    texts: dict = field(default_factory=dict)

    @property
    def halts(self):
        return [halt for day in self.days for halt in day.halts]

    @property
    def apart(self):
        """The stops that begin at another time than was agreed with the host."""
        return [each for each in self.waiting if each.apart]

    @property
    def open(self):
        """The stops whose host has not been asked or has not answered."""
        return [each for each in self.waiting if not each.apart]

    @property
    def mixed(self):
        """Whether some texts are in another language than the one asked for."""
        if self.words is None:
            return False
        code = self.words.tongue.code
        said = [self.words.title, self.words.summary, self.words.price_note]
        said += [halt.words.reason for halt in self.halts]
        said += [halt.words.name for halt in self.halts if not halt.stop.host]
        return any(each and each.language != code for each in said)

    @property
    def ready(self):
        """Whether publishing would be refused for nothing of the plan."""
        return not self.problems and not self.waiting and all(day.halts for day in self.days)


def for_operator(itinerary):
    """The builder's guide: with problems and unanswered hosts. 5 queries at most."""
    stops = list(surveying.of_itinerary(itinerary))
    guide = _guide(itinerary, stops)
    guide.waiting = unanswered(itinerary, stops)
    waiting = {each.stop.pk: each for each in guide.waiting}
    for halt in guide.halts:
        halt.waiting = waiting.get(halt.stop.pk)
    return guide


def for_visitors(itinerary, *, adult=False, language=""):
    """The public guide, in `language` (that of the page): with star goods at the stops and what has changed there.

    9 queries at most.
    """
    stops = list(surveying.of_itinerary(itinerary))
    guide = _guide(itinerary, stops)
    language = language or page_language()
    guide.texts = texts_of(itinerary)
    guide.words = words_of_tour(itinerary, language, guide.texts)
    words = words_of_stops(stops, language)
    goods, doubted = goods_at(stops, adult=adult), doubts([itinerary])
    for halt in guide.halts:
        halt.words = words[halt.stop.pk]
        halt.doubt = doubted.get(halt.stop.pk, "")
        halt.goods = goods.get((halt.stop.outlet_id, halt.stop.producer_id), [])
    return guide


def on_days(itinerary, start):
    """[(stop, why it cannot be on its day)] when the tour starts on `start`, Tết and holidays included."""
    stops = list(surveying.of_itinerary(itinerary))
    almanac = surveying.almanac_of(stops, start, start + timedelta(days=MOST_DAYS))
    found = []
    for stop in stops:
        plan = surveying.planned(stop, almanac, exceptions=True)
        if why := plan.shut or plan.closed_on(start + timedelta(days=stop.day - 1)):
            found.append((stop, why))
    return found


def problems_of(itineraries, today=None):
    """{key: problems} of several itineraries at once: 4 queries for however many."""
    today = today or timezone.localdate()
    rows = list(itineraries)
    by_tour = defaultdict(list)
    for stop in surveying.with_hosts(Stop.objects.filter(itinerary__in=rows)):
        by_tour[stop.itinerary_id].append(stop)
    every = [stop for stops in by_tour.values() for stop in stops]
    almanac = surveying.almanac_of(every, today, today + timedelta(days=366 + MOST_DAYS))
    return {
        row.pk: planning.problems(
            surveying.trip_of(row, today), [surveying.planned(stop, almanac) for stop in by_tour[row.pk]]
        )
        for row in rows
    }


def goods_at(stops, *, adult):
    """{(outlet key, producer key): cards of up to three products with a star today}. 2 queries."""
    outlets = {stop.outlet_id for stop in stops if stop.outlet_id}
    producers = {stop.producer_id for stop in stops if stop.producer_id}
    if not outlets and not producers:
        return {}
    starred = Product.objects.on_sale_list().open_to(adult=adult).starred()
    shelves = list(
        ShelfItem.objects.filter(outlet__in=outlets, product__in=starred)
        .exclude(state=ShelfItem.State.GONE)
        .values_list("outlet_id", "product_id")
    )
    wanted = Q(pk__in={product for _outlet, product in shelves}) | Q(producer__in=producers)
    products = list(for_cards(starred.filter(wanted).order_by("-stars", "title")))
    shown = {card.pk: card for card in cards(products)}
    on_shelf = defaultdict(set)
    for outlet, product in shelves:
        on_shelf[product].add(outlet)
    found: dict[tuple, list] = defaultdict(list)
    for product in products:
        for outlet in sorted(on_shelf[product.pk]):
            found[outlet, None].append(shown[product.pk])
        if product.producer_id in producers:
            found[None, product.producer_id].append(shown[product.pk])
    return {key: goods[:MOST_GOODS] for key, goods in found.items()}


def _guide(itinerary, stops):
    today = timezone.localdate()
    almanac = surveying.almanac_of(stops, today, today + timedelta(days=366 + MOST_DAYS))
    plans = {stop.pk: surveying.planned(stop, almanac) for stop in stops}
    found = planning.problems(surveying.trip_of(itinerary, today), plans.values())
    halts = [
        Halt(
            stop=stop,
            number=number,
            plan=plans[stop.pk],
            shut=surveying.shut(stop),
            problems=[problem for problem in found if problem.key == stop.pk],
        )
        for number, stop in enumerate(stops, 1)
    ]
    days = [
        Day(number, [halt for halt in halts if halt.stop.day == number])
        for number in range(1, itinerary.days + 1)
    ]
    for day in days:
        _measure(day.halts)
    return Guide(itinerary, days, found, [])


def _measure(halts):
    """Say at each stop with a point how far it is from the one before with a point."""
    before = None
    for halt in halts:
        if halt.plan.point and before:
            a, b = before.plan.point, halt.plan.point
            halt.leg = Leg(
                km=round(planning.road_km(a, b)),
                minutes=planning.travel_minutes(a, b),
                free=halt.plan.begins - before.plan.ends,
            )
        if halt.plan.point:
            before = halt
