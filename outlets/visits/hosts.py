"""Who may be asked to receive a group: outlets, and producers that welcome visitors, found by words or by key."""

from typing import Any

from django.db.models import Model

from catalogue.producers.folding import fold
from catalogue.producers.models import IdentityState, Partner

from ..models import Outlet

OUTLET, PRODUCER = "outlet", "producer"  # the kinds of `Stop` that have a host
KINDS = (OUTLET, PRODUCER)
MOST = 20


def find(kind: str, text: str, *, shut: bool = False) -> list[Model]:
    """Hosts of `kind` whose name or place has all the words of `text`, by name; `MOST` at most, and one more. 1 query.

    Marks on letters do not matter. With `shut`, those that are suspended too: a draft may wait for them.
    """
    rows = _all(kind).order_by("name", "pk")
    if kind == OUTLET:
        stages = (*Outlet.SERVING, Outlet.Stage.SUSPENDED) if shut else Outlet.SERVING
        return list(rows.filter(stage__in=stages).called(text)[: MOST + 1])
    if not shut:
        rows = rows.exclude(identity_state=IdentityState.SUSPENDED)
    words = fold(text).split()
    found = [row for row in rows if all(word in _told(row) for word in words)]
    return found[: MOST + 1]


def of(kind: str, key: str) -> Model | None:
    """The host of `kind` whose key was typed or stands in an address, or None; an outlet that is closed too, none planned."""
    if kind not in KINDS or not key.isdecimal() or len(key) > 9:
        return None
    return _all(kind).filter(pk=int(key)).first()


def _all(kind) -> Any:
    if kind == OUTLET:
        return Outlet.objects.public().select_related("commune__area", "commune__province")
    welcoming = Partner.objects.filter(visiting__welcomes=True)
    return welcoming.select_related("commune__area", "visiting")


def _told(producer):
    commune = producer.commune if producer.commune_id else None
    area = commune.area if commune else None
    return fold(f"{producer.name} {commune or ''} {area.name if area else ''}")
