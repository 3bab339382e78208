"""The network as GeoJSON (RFC 7946): a feature for each public outlet with a point, longitude first.

Stars are counted as they are valid now. The whole is kept for as long as nothing it tells of has changed: what
decides that (`version`) is read from the tables each time, so a withdrawn star is known with the next request.
"""

import hashlib
import json

from django.core.cache import cache
from django.db.models import Count, Exists, F, Max, Min, OuterRef, Sum
from django.utils import timezone
from django.utils.translation import get_language

from catalogue.structured_data import absolute

from ..models import Outlet, RecognitionApplication
from .searching import matching, recognised, serving_first, starred_goods, with_valid_star

KEPT_FOR = 300  # seconds; also how long what the version does not see may be told late
CHUNK = 500
MOST_KEPT = 8_000_000  # bytes


def version(asked, moment):
    """What the answer depends on, in four queries: {"etag", "bbox", "count"}."""
    rows = located(matching(asked, moment))
    seen = rows.aggregate(
        n=Count("pk"),
        changed=Max("changed_at"),
        verified=Max("verified_on"),
        serving=Sum(serving_first() * F("pk")),
        which=Sum("pk"),
        west=Min("longitude"),
        south=Min("latitude"),
        east=Max("longitude"),
        north=Max("latitude"),
    )
    opened = rows.open_at(moment).aggregate(n=Count("pk"), which=Sum("pk"))
    stars = with_valid_star().aggregate(n=Count("pk"), outlets=Sum("outlet"), products=Sum("product"))
    decided = RecognitionApplication.objects.valid().aggregate(n=Count("pk"), outlets=Sum("outlet"))
    edge = [seen.pop(side) for side in ("west", "south", "east", "north")]
    slot = int(moment.timestamp() // KEPT_FOR)
    told = repr(
        (
            asked,
            get_language(),
            slot,
            timezone.localdate(moment),
            sorted(seen.items()),
            opened,
            stars,
            decided,
        )
    )
    return {
        "etag": hashlib.sha256(told.encode()).hexdigest()[:24],
        "bbox": [float(each) for each in edge] if seen["n"] else None,
        "count": seen["n"],
    }


def located(outlets):
    return outlets.filter(latitude__isnull=False, longitude__isnull=False)


def stream(asked, moment, seen):
    """The FeatureCollection in pieces of bytes; from the cache when it was made for this version before."""
    key = f"outlets-geojson:{seen['etag']}"
    kept = cache.get(key)
    if kept is not None:
        yield kept
        return
    pieces, size = [], 0
    for piece in _made(asked, moment, seen):
        size += len(piece)
        if size <= MOST_KEPT:
            pieces.append(piece)
        yield piece
    if size <= MOST_KEPT:
        cache.set(key, b"".join(pieces), KEPT_FOR)


def _made(asked, moment, seen):
    head = {"type": "FeatureCollection"} | ({"bbox": seen["bbox"]} if seen["bbox"] else {})
    head |= {"generated": timezone.localtime(moment).isoformat(timespec="seconds")}
    yield _json(head)[:-1].encode() + b',"features":['
    rows = located(matching(asked, moment)).select_related("commune__area", "commune__province")
    doors = Outlet.objects.open_at(moment).filter(pk=OuterRef("pk"))
    rows = rows.annotate(goods=starred_goods(), open_now=Exists(doors), recognised=recognised())
    before, lines = "", []
    for outlet in rows.order_by("pk").iterator(chunk_size=CHUNK):
        lines.append(before + _json(feature(outlet)))
        before = ","
        if len(lines) == CHUNK:
            yield "\n".join(lines).encode()
            lines = []
    yield "\n".join(lines).encode() + b"]}\n"


def feature(outlet):
    """One outlet (with `goods`, `open_now`, `recognised`) as a Feature. `opening_hours` is OpenStreetMap's; days are ISO dates.

    Where they count on market days only (`lunar_days`, which that text cannot say) they stand apart.
    """
    hours = outlet.hours if outlet.serves else ""
    commune = outlet.commune
    return {
        "type": "Feature",
        "id": outlet.pk,
        "geometry": {"type": "Point", "coordinates": [float(outlet.longitude), float(outlet.latitude)]},
        "properties": {
            "name": outlet.name,
            "url": absolute(outlet.get_absolute_url()),
            "kind": outlet.kind,
            "kind_name": str(outlet.get_kind_display()),
            "stage": outlet.stage,
            "stage_name": str(outlet.get_stage_display()),
            "stage_since": outlet.stage_since.isoformat(),
            "stage_reason": outlet.stage_reason,
            "street": outlet.street,
            "commune": str(commune),
            "area": commune.area.short_name if commune.area else "",
            "province": commune.province.name,
            "phone": str(outlet.phone or ""),
            "open_now": outlet.open_now,
            "opening_hours": "" if outlet.lunar_days else hours,
            "lunar_days": outlet.lunar_days,
            "hours_on_lunar_days": hours if outlet.lunar_days else "",
            "by_appointment": outlet.by_appointment,
            "coach_places": outlet.coach_places,
            "picks_up": outlet.picks_up,
            "verified_on": outlet.verified_on.isoformat() if outlet.verified_on else None,
            "recognised": outlet.recognised,
            "goods_with_star_today": outlet.goods,
        },
    }


def _json(data):
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
