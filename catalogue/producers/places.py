"""Loading the places from the project's own tables, and finding one from what people type.

People write the commune of before July 2025, the district that is gone, or no diacritics at all; the
answer is always a unit in force today. Source: Resolutions 202/2025/QH15 and 1665/NQ-UBTVQH15.
"""

import csv
import re
import uuid
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.core.cache import cache
from django.db import transaction
from django.utils.text import slugify

from .folding import fold
from .models import Area, Commune, FormerCommune, Province

DATA = Path(__file__).resolve().parent / "data"
IN_FORCE_FROM = date(2025, 7, 1)
LAST_DAY_BEFORE = date(2025, 6, 30)
HA_TINH = 42
_VERSION = "places-version"
_CHECKED_EVERY = 3600  # seconds after which the places are read again, whoever changed them
_loaded: tuple[str, list[dict]] = ("", [])
_KINDS = re.compile(r"^(xa|phuong|thi tran|tt|p|x|huyen|thi xa|tx|thanh pho|tp|tinh)[ .]+")


@dataclass(frozen=True, slots=True)
class Match:
    """A unit in force today, and why it was found: `former` is the old name that was typed, or ""."""

    code: str
    name: str
    full: str
    province: str
    former: str = ""


@transaction.atomic
def load_places():
    """Load or refresh provinces, areas, communes and former communes; returns the number of communes."""
    for row in _rows("vietnam_provinces_2025.csv"):
        name = row["name"]
        Province.objects.update_or_create(
            code=int(row["code"]), defaults={"name": name, "kind": row["kind"], "folded": fold(name)}
        )
    areas = {row["name"]: _load_area(row) for row in _rows("ha_tinh_former_districts.csv")}
    local = {row["code"].zfill(5): row for row in _rows("ha_tinh_communes_2025.csv")}
    communes = []
    for row in _rows("vietnam_communes_2025.csv"):
        code = row["code"].zfill(5)
        detail = local.get(code)
        former = _former(detail) if detail else []
        words = [row["name"], *(name for name, _part in former), *([detail["area"]] if detail else [])]
        communes.append(
            Commune(
                code=code,
                province_id=int(row["province_code"]),
                area=areas[detail["area"]] if detail else None,
                name=row["name"],
                kind=row["kind"],
                valid_from=IN_FORCE_FROM,
                folded=fold(row["name"]),
                search_text=" | ".join(fold(word) for word in words),
            )
        )
    Commune.objects.bulk_create(
        communes,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["province", "area", "name", "kind", "folded", "search_text"],
        batch_size=500,
    )
    FormerCommune.objects.all().delete()
    FormerCommune.objects.bulk_create(
        FormerCommune(
            name=name,
            area=areas[row["area"]],
            successor_id=code,
            part_only=part,
            folded=fold(name),
            valid_to=LAST_DAY_BEFORE,
        )
        for code, row in local.items()
        for name, part in _former(row)
    )
    transaction.on_commit(lambda: cache.delete(_VERSION))
    return len(communes)


def _load_area(row):
    short = re.sub(r"^(Huyện|Thị xã|Thành phố) ", "", row["name"])
    slug = slugify(fold(row["name"] if row["name"].startswith("Th") else short))
    return Area.objects.update_or_create(
        slug=slug,
        defaults={
            "name": row["name"],
            "short_name": short
            if row["name"].startswith("Huyện")
            else row["name"].replace("Thành phố", "TP").replace("Thị xã", "TX"),
            "code": row["code"],
            "valid_to": date.fromisoformat(row["valid_to"]),
            "verified": "unverified" not in row["note"],
            "folded": fold(row["name"]),
        },
    )[0]


def _former(row):
    """[(name, whether only a part of it)] from "A, B, part of C (note)"."""
    names = []
    for item in filter(None, (part.strip() for part in row["formed_from"].split(","))):
        name = re.sub(r"\s*\(.*?\)", "", item)
        names.append((name.removeprefix("part of "), name.startswith("part of ")))
    return names


def _rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def find_communes(text, *, province=None, limit=10):
    """Units in force today that `text` may mean, best first; `province` (a code) narrows it.

    Understands missing diacritics, "xã"/"phường" in front, former communes and former districts, and
    "commune, province" with a comma.
    """
    parts = [fold(part) for part in text.split(",") if part.strip()]
    if not parts:
        return []
    asked = _KINDS.sub("", parts[0])
    rest = [_KINDS.sub("", part) for part in parts[1:]]
    exact = " ".join(text.split(",")[0].split()).lower()
    ranked = []
    for entry in _index():
        if province and entry["province_code"] != int(province):
            continue
        if any(word not in entry["all"] for word in rest):
            continue
        rank, former = _rank(entry, asked, exact)
        if rank is not None:
            ranked.append((rank, entry["province_code"] != HA_TINH, entry["folded"], entry, former))
    ranked.sort(key=lambda row: row[:3])
    return [
        Match(
            entry["code"], entry["label"], f"{entry['label']}, {entry['province']}", entry["province"], former
        )
        for _rank_, _far, _name, entry, former in ranked[:limit]
    ]


def _rank(entry, asked, exact):
    if entry["folded"] == asked:
        return (0 if exact.endswith(entry["name"].lower()) else 1), ""
    for folded, name in entry["former"]:
        if folded == asked:
            return 2, name
    if entry["area"] and asked in entry["area"]:
        return 4, entry["area_name"]
    if len(asked) >= 2 and entry["folded"].startswith(asked):
        return 3, ""
    for folded, name in entry["former"]:
        if len(asked) >= 3 and folded.startswith(asked):
            return 5, name
    if len(asked) >= 3 and asked in entry["folded"]:
        return 6, ""
    return None, ""


def _index():
    """The units in force, kept by this process as long as the version in the cache is the one it read.

    3,321 rows are too many to unpickle at every letter somebody types; a version is a word.
    """
    global _loaded  # noqa: PLW0603  (one copy for each process)
    version = cache.get(_VERSION)
    if version is None:
        version = cache.get_or_set(_VERSION, uuid.uuid4().hex, _CHECKED_EVERY)
    if _loaded[0] != version or not _loaded[1]:  # before the places are loaded there is nothing to keep
        _loaded = (version, _read_index())  # the version was there first: what changes now has another
    return _loaded[1]


def _read_index():
    former: dict[str, list[tuple[str, str]]] = {}
    for row in FormerCommune.objects.values_list("successor_id", "folded", "name"):
        former.setdefault(row[0], []).append(row[1:])
    return [
        {
            "code": commune.code,
            "name": commune.name,
            "label": str(commune),
            "folded": commune.folded,
            "province": commune.province.name,
            "province_code": commune.province_id,
            "area": (commune.area.folded, _KINDS.sub("", commune.area.folded)) if commune.area else (),
            "area_name": commune.area.name if commune.area else "",
            "former": former.get(commune.code, []),
            "all": " | ".join(filter(None, [commune.search_text, fold(commune.province.name)])),
        }
        for commune in Commune.objects.filter(valid_to=None).select_related("province", "area")
    ]
