"""What a visitor asks of the network of outlets, read from an address.

Query string (stable, other people's links rely on it): `q` (name, street, commune of today or before), `mo=1`
(open now), `loai` (kind), `khu-vuc` (a former district, or `tinh-40` for another province), `san-pham` (what one
wants to buy), `xe-khach=1` (coach parking), `nhan-hang=1` (hands over orders), `gan` (a commune) or `lat` and
`lon` (degrees) to sort by distance, `trang`. Nothing in it can raise: nonsense is left out, and told in `errors`
where somebody typed it.
"""

import re
from dataclasses import dataclass

from django.core.cache import cache
from django.utils.translation import get_language, gettext

from catalogue.producers.models import Area, Province
from catalogue.producers.places import HA_TINH, find_communes

from ..models import Outlet
from .mapping import Place, commune_points, point_of

LONGEST = 80  # letters of what is typed
LAST_PAGE = 500
NAMES_FOR = 300  # seconds the names of areas are kept in this process
TYPED = ("q", "san-pham", "gan")
SWITCHES = ("mo", "xe-khach", "nhan-hang")
MOST_TRIED = 5  # communes of one name, until one is on the map


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for, cleaned; "" and False where nothing was said. `adult` finds alcohol by `product`."""

    text: str = ""
    product: str = ""
    kind: str = ""
    area: str = ""
    open_now: bool = False
    coaches: bool = False
    picks_up: bool = False
    place: Place | None = None
    page: int = 1
    adult: bool = False


def read(params, *, adult=False):
    """(Asked, {parameter: value} that means something, {parameter: sentence}) of a query string (a QueryDict).

    `adult`: whether this visitor declared to be 18.
    """
    said = {name: _clean(params.get(name, "")) for name in TYPED}
    said |= {name: "1" for name in SWITCHES if params.get(name) == "1"}
    if params.get("loai") in Outlet.Kind.values:
        said["loai"] = params["loai"]
    if params.get("khu-vuc") and params["khu-vuc"] in area_names():
        said["khu-vuc"] = params["khu-vuc"]
    errors: dict[str, str] = {}
    place = _place(params, said, errors)
    number = params.get("trang", "")
    page = min(int(number), LAST_PAGE) if re.fullmatch(r"[1-9]\d{0,4}", number) else 1
    asked = Asked(
        text=said["q"],
        product=said["san-pham"],
        kind=said.get("loai", ""),
        area=said.get("khu-vuc", ""),
        open_now="mo" in said,
        coaches="xe-khach" in said,
        picks_up="nhan-hang" in said,
        place=place,
        page=page,
        adult=adult and bool(said["san-pham"]),
    )
    return asked, {name: value for name, value in said.items() if value}, errors


def _clean(text):
    return " ".join(text.replace("\x00", " ").split())[:LONGEST]


def _place(params, said, errors):
    """Where to measure from: the commune typed, else the visitor's own point."""
    if said["gan"]:
        found = find_communes(said["gan"], limit=MOST_TRIED)
        match = next((match for match in found if match.code in commune_points()), None)
        if match:
            latitude, longitude = commune_points()[match.code]
            return Place(latitude, longitude, name=match.name)
        errors["gan"] = (
            gettext("%(place)s is not on our map. Type a commune of Hà Tĩnh.") % {"place": found[0].full}
            if found
            else gettext("We know no commune “%(text)s”. Example: Thạch Hà.") % {"text": said["gan"]}
        )
        return None
    if not (params.get("lat") or params.get("lon")):
        return None
    place = point_of(params.get("lat", ""), params.get("lon", ""))
    if place is None:
        errors["lat"] = gettext("This position is not in Vietnam, so nothing is sorted by distance.")
        return None
    said["lat"], said["lon"] = f"{place.latitude:g}", f"{place.longitude:g}"
    return place


def area_names():
    """{value of `khu-vuc`: name}: the former districts, then other provinces in which there are outlets."""
    key = f"outlet-areas:{get_language()}"
    names = cache.get(key)
    if names is None:
        names = {area.slug: area.short_name for area in Area.objects.order_by("slug")}
        provinces = Province.objects.exclude(pk=HA_TINH).filter(communes__outlets__isnull=False).distinct()
        names |= {f"tinh-{province.pk}": province.name for province in provinces}
        cache.set(key, names, NAMES_FOR)
    return names
