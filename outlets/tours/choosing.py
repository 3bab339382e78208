"""Which tours a visitor looks for, read from an address, and those that are it.

Query string (stable): `san-pham` (what one wants to see or buy), `khu-vuc` (a former district), `ngay` ("nua",
"1", "2", "3" for three and more), `thang` (1–12), `ngon-ngu` (the guide speaks), `viet-bang` (the page is written
in: "en" or a key of `LANGUAGES`), `trang`. Nonsense is left out.
"""

from dataclasses import dataclass
from datetime import time
from urllib.parse import urlencode

from django.db.models import Exists, F, Max, Min, OuterRef, Q, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext

from catalogue.producers.models import Area
from catalogue.search import find
from catalogue.search.query import Query

from ..models import Itinerary, Outlet, ShelfItem, Stop, TourText
from ..models.tour_text import LANGUAGES

NOON = time(12)
MONTHS = frozenset(str(number) for number in range(1, 13))
LENGTHS = ("nua", "1", "2", "3")
MOST_PRODUCTS = 60
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for, cleaned; "" and 0 where nothing was said."""

    product: str = ""
    area: str = ""
    length: str = ""
    month: int = 0
    language: str = ""
    written: str = ""

    @property
    def params(self):
        """The query string that asks for this again, as a dict."""
        said = {
            "san-pham": self.product,
            "khu-vuc": self.area,
            "ngay": self.length,
            "thang": self.month or "",
            "ngon-ngu": self.language,
            "viet-bang": self.written,
        }
        return {name: value for name, value in said.items() if value}

    @property
    def query(self):
        return urlencode(self.params)


def read(params):
    """`Asked` of a query string (a QueryDict). Nothing in it can raise."""
    product = " ".join(params.get("san-pham", "").replace("\x00", " ").split())[:LONGEST]
    area, month = params.get("khu-vuc", ""), params.get("thang", "")
    length, language = params.get("ngay", ""), params.get("ngon-ngu", "")
    written = params.get("viet-bang", "")
    return Asked(
        product=product,
        area=area if area.replace("-", "").isalnum() and len(area) < 60 else "",
        length=length if length in LENGTHS else "",
        month=int(month) if month in MONTHS else 0,
        language=language if language in Outlet.Language.values else "",
        written=written if written in LANGUAGES or written == "en" else "",
    )


def tours_for(asked, *, on=None):
    """The tours on the site that are what was asked for, by title."""
    rows = Itinerary.objects.published(on)
    stops = Stop.objects.filter(itinerary=OuterRef("pk"))
    if asked.area:
        of_area = Q(outlet__commune__area__slug=asked.area) | Q(producer__commune__area__slug=asked.area)
        rows = rows.filter(Exists(stops.filter(of_area)))
    if asked.product:
        rows = rows.filter(Exists(stops.filter(_has(asked.product))))
    if asked.month:
        rows = in_season(rows, asked.month)
    if asked.language:
        rows = rows.annotate(spoken=Cast("languages", TextField())).filter(
            spoken__contains=f'"{asked.language}"'
        )
    if asked.written:
        rows = written_in(rows, asked.written)
    return _of_length(rows, asked.length).order_by("title_vi", "pk")


def in_season(rows, month):
    """Those whose season has the month; a season may run over the new year."""
    within = Q(season_from__lte=F("season_to")) & Q(season_from__lte=month, season_to__gte=month)
    over = Q(season_from__gt=F("season_to")) & (Q(season_from__lte=month) | Q(season_to__gte=month))
    return rows.filter(within | over)


def written_in(rows, language):
    """Those whose page is written in `language`, whatever their guide speaks."""
    if language == "en":
        return rows.exclude(title_en=None).exclude(title_en="")
    return rows.filter(Exists(TourText.objects.filter(itinerary=OuterRef("pk"), language=language)))


def written_choices(on=None):
    """(code, own name) of the languages tours on the site are written in beside Vietnamese. 1 query."""
    tours = Itinerary.objects.published(on)
    there = set(TourText.objects.filter(itinerary__in=tours).values_list("language", flat=True).distinct())
    return [("en", "English"), *((code, row.name) for code, row in LANGUAGES.items() if code in there)]


def products_called(text):
    """Keys of the products of the shop somebody may mean by `text`."""
    return find(Query(text=text, per_page=MOST_PRODUCTS, counted=False, on=timezone.localdate())).ids


def area_choices():
    """(slug, name) of the former districts."""
    return [(area.slug, area.short_name) for area in Area.objects.order_by("slug")]


def length_choices():
    return [
        ("nua", gettext("Half a day")),
        ("1", gettext("1 day")),
        ("2", gettext("2 days")),
        ("3", gettext("3 days and more")),
    ]


def _has(text):
    """Stops where the goods stand on the shelf, or at their maker's."""
    found = products_called(text)
    shelves = ShelfItem.objects.exclude(state=ShelfItem.State.GONE).filter(product__in=found)
    return Q(outlet__in=shelves.values("outlet")) | Q(producer__products__in=found)


def _of_length(rows, length):
    if length == "nua":
        halves = rows.filter(days=1).annotate(first_stop=Min("stops__starts"), last_stop=Max("stops__starts"))
        return halves.filter(Q(last_stop__lt=NOON) | Q(first_stop__gte=NOON))
    if length == "3":
        return rows.filter(days__gte=3)
    return rows.filter(days=int(length)) if length else rows
