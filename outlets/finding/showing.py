"""What the page of one outlet shows, read in a handful of queries."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext

from catalogue.cards import Card, cards, for_cards
from catalogue.models import Product
from catalogue.templatetags.ocop import dong

from ..hours.almanac import week_of
from ..hours.osm import write_spans
from ..hours.timetable import Timetable, timetable
from ..models import Itinerary, Keeping, Outlet, RecognitionApplication, ShelfItem
from . import mapping

WINDOW = (300, 190)  # of the picture, around the outlet
SHOWN_AT_ONCE = 24  # goods on the page until somebody asks for all


@dataclass(slots=True)
class Shown:
    """An outlet with everything its page tells. `starred` and `others` are cards with the price there."""

    outlet: Outlet
    hours: Timetable
    starred: list[Card] = field(default_factory=list)
    others: list[Card] = field(default_factory=list)
    labels: list[ShelfItem] = field(default_factory=list)
    left_out: int = 0
    recognition: RecognitionApplication | None = None
    tours: list[Itinerary] = field(default_factory=list)
    by_keeper: bool = False  # verified last by somebody who keeps or kept it

    @property
    def state(self):
        return self.hours.state

    @property
    def verifier(self):
        """Which side verified it last, without a name; "" when nobody has, or it is not kept any more."""
        if self.outlet.verified_by_id is None:
            return ""
        if self.by_keeper:
            return gettext("confirmed by its keeper")
        return gettext("confirmed by the Department of Industry and Trade")

    @property
    def shelf_is_empty(self):
        return not (self.starred or self.others or self.labels)

    @property
    def point(self):
        """(x, y) on the picture of the province, or None."""
        if self.outlet.latitude is None:
            return None
        return mapping.on_picture(self.outlet.latitude, self.outlet.longitude)

    @property
    def window(self):
        """The part of the picture around the point, as an SVG view box."""
        x, y = self.point
        left = min(max(x - WINDOW[0] / 2, 0), mapping.WIDTH - WINDOW[0])
        top = min(max(y - WINDOW[1] / 2, 0), mapping.HEIGHT - WINDOW[1])
        return f"{left:.0f} {top:.0f} {WINDOW[0]} {WINDOW[1]}"

    @property
    def ways(self):
        """[(name, address)] of plain links that show the way; nothing without a point."""
        if self.outlet.latitude is None:
            return []
        at = f"{self.outlet.latitude},{self.outlet.longitude}"
        return [
            (gettext("Open in a map app"), f"geo:{at}?q={at}"),
            (
                "OpenStreetMap",
                f"https://www.openstreetmap.org/directions?to={at.replace(',', '%2C')}",
            ),
            ("Google Maps", f"https://www.google.com/maps/dir/?api=1&destination={at}"),
        ]

    @property
    def languages(self):
        names = dict(Outlet.Language.choices)
        return [str(names[code]) for code in self.outlet.languages if code in names]

    @property
    def payments(self):
        names = dict(Outlet.Payment.choices)
        return [str(names[code]) for code in self.outlet.payments if code in names]


def outlets_for_page():
    """Outlets with all a page reads from single rows, in one query."""
    keeps = Keeping.objects.filter(outlet=OuterRef("pk"), user=OuterRef("verified_by"))
    rows = Outlet.objects.public().select_related("commune__area", "commune__province", "producer")
    return rows.annotate(verified_by_keeper=Exists(keeps))


def show(outlet, *, adult, whole=False, moment=None):
    """Collect the page of `outlet` (from `outlets_for_page`); `adult` shows alcohol, `whole` the whole shelf."""
    moment = moment or timezone.now()
    items = list(outlet.shelf.there())
    of_product = {item.product_id: item for item in items if item.product_id}
    rows = Product.objects.on_sale_list().open_to(adult=adult).filter(pk__in=of_product)
    found = cards(for_cards(rows.order_by("-stars", "title", "pk"))) if of_product else []
    shown = found if whole else found[:SHOWN_AT_ONCE]
    for card in shown:
        _as_there(card, of_product[card.pk])
    return Shown(
        outlet=outlet,
        hours=timetable(outlet, moment),
        starred=[card for card in shown if card.stars],
        others=[card for card in shown if not card.stars],
        labels=sorted((item for item in items if item.label), key=lambda item: item.label),
        left_out=len(found) - len(shown),
        recognition=outlet.applications.valid().select_related("standard").order_by("-valid_from").first(),
        tours=list(Itinerary.objects.published().filter(stops__outlet=outlet).distinct()),
        by_keeper=getattr(outlet, "verified_by_keeper", False),
    )


def usual_hours(outlet):
    """[(days, hours)] of the usual week, neighbours with the same hours as one, by season; [] when none are known."""
    week = week_of(outlet)
    if week is None:
        return []
    if week.season is None:
        return _lines(week.days)
    (month, day), (to_month, to_day) = week.season
    rows = [(f"{day:02}/{month:02}–{to_day:02}/{to_month:02}", ""), *_lines(week.days)]
    return rows if week.rest is None else [*rows, (gettext("The other months"), ""), *_lines(week.rest)]


def _lines(days):
    rows: list[tuple[int, int, str]] = []
    for number, spans in enumerate(days):
        hours = ", ".join(each.replace("-", "–") for each in write_spans(spans).split(",") if each)
        if rows and rows[-1][2] == hours:
            rows[-1] = (rows[-1][0], number, hours)
        else:
            rows.append((number, number, hours))
    return [
        (
            str(WEEKDAYS[first]) if first == last else f"{WEEKDAYS[first]} – {WEEKDAYS[last]}",
            hours or gettext("Closed all day"),
        )
        for first, last, hours in rows
    ]


def _as_there(card, item):
    """The card of a product as it stands on this shelf: the price there, when it was last seen; no old badge."""
    sold = item.state == ShelfItem.State.SOLD
    card.price_text = (
        (dong(item.price) if item.price else gettext("Price at the shop")) if sold else gettext("Shown only")
    )
    card.unit_text = gettext("seen on %(day)s") % {"day": f"{item.last_seen:%d/%m/%Y}"}
    card.sold_out = card.catalogue_only = False
    if not card.stars:
        card.ended_on = None
