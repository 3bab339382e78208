"""A tour as GeoJSON (RFC 7946): a point for every stop that has one, and a line for every day of two and more."""

from django.utils.translation import gettext as _

from catalogue.structured_data import absolute

from . import surveying
from .touring import doubts
from .wording import page_language, words_of_stops


def tour_geojson(itinerary, *, language=""):
    """The FeatureCollection, longitude first, in the language of its reader. 3 queries."""
    stops = list(surveying.of_itinerary(itinerary))
    words = words_of_stops(stops, language or page_language())
    doubted = doubts([itinerary])
    features: list[dict] = []
    ways: dict[int, list] = {}
    for number, stop in enumerate(stops, 1):
        point = surveying.point_of(stop)
        if point:
            at = [point[1], point[0]]
            ways.setdefault(stop.day, []).append(at)
            features.append(
                _stop(number, stop, words[stop.pk], at, surveying.shut(stop) or doubted.get(stop.pk, ""))
            )
    features += [_day(day, way) for day, way in ways.items() if len(way) > 1]
    made = {"type": "FeatureCollection", "features": features}
    if ways:
        made["bbox"] = _bbox([at for way in ways.values() for at in way])
    return made


def _stop(number, stop, words, at, hitch):
    host = stop.host
    return {
        "type": "Feature",
        "id": stop.pk,
        "geometry": {"type": "Point", "coordinates": at},
        "properties": {
            "number": number,
            "day": stop.day,
            "day_name": _("Day %(n)d") % {"n": stop.day},
            "name": words.name.text,
            "name_language": words.name.language,
            "kind": stop.kind,
            "kind_name": str(stop.get_kind_display()),
            "starts": words.starts,
            "leaves": words.leaves,
            "reason": words.reason.text,
            "reason_language": words.reason.language,
            "url": absolute(host.get_absolute_url()) if host else "",
            "hitch": hitch,
        },
    }


def _day(day, way):
    return {
        "type": "Feature",
        "geometry": {"type": "LineString", "coordinates": way},
        "properties": {"day": day, "day_name": _("Day %(n)d") % {"n": day}},
    }


def _bbox(points):
    longitudes, latitudes = zip(*points, strict=True)
    return [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]
