"""Where things lie: the middle of each commune, distances, and our schematic picture of the province.

Degrees are WGS 84, distances kilometres as the crow flies. Points of communes are sketched by hand (bin/draw_map).
"""

import csv
import math
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from babel.numbers import format_decimal
from django.db.models import F, FloatField, Value
from django.db.models.functions import Cast, Sqrt
from django.utils.translation import get_language

from ..models.outlet import LATITUDES, LONGITUDES

POINTS = Path(__file__).parent / "data" / "commune_points.csv"
KM_OF_DEGREE = 111.195
EARTH = 6371.0
# The picture shop/static/img/ha-tinh.svg: as in bin/draw_map.
WEST, SOUTH, EAST, NORTH = 105.02, 17.84, 106.60, 18.90
DEGREE, NARROWER = 600, 0.9494
WIDTH, HEIGHT = round((EAST - WEST) * NARROWER * DEGREE), round((NORTH - SOUTH) * DEGREE)


@dataclass(frozen=True, slots=True)
class Place:
    """A point to measure from; `name` when it is a commune somebody typed, "" for where the visitor is."""

    latitude: float
    longitude: float
    name: str = ""


@cache
def commune_points():
    """{code: (latitude, longitude)} of about the middle of each commune of the map."""
    with POINTS.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: (float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(file)
        }


def point_of(latitude, longitude):
    """A `Place` from what an address says, or None when that is no point in Vietnam."""
    try:
        latitude, longitude = Decimal(latitude.strip()), Decimal(longitude.strip())
    except (InvalidOperation, AttributeError):
        return None
    if not (latitude.is_finite() and longitude.is_finite()):
        return None
    if not (LATITUDES[0] <= latitude <= LATITUDES[1] and LONGITUDES[0] <= longitude <= LONGITUDES[1]):
        return None
    return Place(float(latitude), float(longitude))


def kilometres(place, latitude, longitude):
    """The distance from `place` to a point, along the great circle."""
    here, there = math.radians(place.latitude), math.radians(float(latitude))
    across = math.radians(float(longitude) - place.longitude)
    chord = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(across / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, chord)))


def in_words(km):
    """ "350 m", "2,3 km", "120 km": a distance as people say it, in the language of the page."""
    if km < 0.95:
        return f"{max(50, round(km * 20) * 50)}\u00a0m"
    return f"{format_decimal(km, '0.0' if km < 9.95 else '0', locale=get_language() or 'vi')}\u00a0km"


def with_distance(outlets, place):
    """The query set with `distance` in km, for sorting: flat, within half a per cent at 300 km."""
    shrunk = KM_OF_DEGREE * math.cos(math.radians(place.latitude))
    north = (Cast("latitude", FloatField()) - Value(place.latitude)) * Value(KM_OF_DEGREE)
    east = (Cast("longitude", FloatField()) - Value(place.longitude)) * Value(shrunk)
    return outlets.annotate(distance=Sqrt(north * north + east * east, output_field=FloatField()))


def within(outlets, place, km):
    """Those no further than `km` from `place` (of `with_distance`): a box the index answers, then the circle."""
    up = km / KM_OF_DEGREE
    across = up / math.cos(math.radians(place.latitude))
    box = {
        "latitude__range": (_degrees(place.latitude - up), _degrees(place.latitude + up)),
        "longitude__range": (_degrees(place.longitude - across), _degrees(place.longitude + across)),
    }
    return outlets.filter(**box, distance__lte=km)


def nearest_first():
    """The order of `with_distance`: those without a point last, on every database."""
    return F("distance").asc(nulls_last=True)


def on_picture(latitude, longitude):
    """(x, y) on the picture of the province, or None for a point outside of it."""
    x = (float(longitude) - WEST) * NARROWER * DEGREE
    y = (NORTH - float(latitude)) * DEGREE
    return (round(x, 1), round(y, 1)) if 0 <= x <= WIDTH and 0 <= y <= HEIGHT else None


def _degrees(value):
    return Decimal(f"{value:.6f}")
