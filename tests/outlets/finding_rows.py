"""Outlets somebody may look for, and what stands on their shelves."""

from datetime import datetime

from django.utils import timezone
from outlet_rows import ALWAYS, outlet

from catalogue.producers.models import Commune
from outlets.hours.opening import write_ahead
from outlets.models import Outlet, ShelfItem

NOON = timezone.make_aware(datetime(2026, 11, 25, 12))  # noqa: DTZ001
CUA_LO, THANH_SEN, KY_ANH = "16732", "18073", "18775"


def at(code, name, **fields):
    """An outlet in the commune of this code, with its hours written ahead."""
    row = outlet(name=name, commune=Commune.objects.get(pk=code), **fields)
    write_ahead(Outlet.objects.filter(pk=row.pk))
    return row


def showroom(**fields):
    """The showroom at Cửa Lò beach, in Nghệ An, always open."""
    facts = {
        "slug": "cua-lo",
        "kind": Outlet.Kind.POINT,
        "street": "210 đường Bình Minh",
        "latitude": "18.811300",
        "longitude": "105.722400",
        "hours": ALWAYS,
        "phone": "+84238222333",
    }
    return at(CUA_LO, "Showroom OCOP Hà Tĩnh tại Cửa Lò", **facts | fields)


def stands(product, place, *, price=None, state=ShelfItem.State.SOLD):
    return ShelfItem.objects.create(outlet=place, product=product, price=price, state=state)
