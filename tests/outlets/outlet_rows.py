"""Rows of outlets and tours for tests, as small as the database lets them be."""

from datetime import time
from itertools import count

from django.utils import timezone

from catalogue.producers.models import Commune
from outlets.models import Itinerary, Keeping, Operator, Outlet, Stop

_number = count(1)
ALWAYS = "Mo-Su 00:00-24:00"
OFFICE_HOURS = "Mo-Su 07:30-11:30,13:30-17:30"


def outlet(**fields):
    """An open outlet in a commune of Hà Tĩnh, open every day; `keeper=` a user who keeps it."""
    number = next(_number)
    keeper = fields.pop("keeper", None)
    row = Outlet.objects.create(
        **{
            "slug": f"diem-{number}",
            "name": f"Điểm OCOP số {number}",
            "kind": Outlet.Kind.POINT,
            "stage": Outlet.Stage.OPEN,
            "operator": "HTX Bán lẻ Thử Nghiệm",
            "commune": Commune.objects.filter(province=42).first(),
            "street": "12 đường Thử",
            "latitude": "18.342800",
            "longitude": "105.905600",
            "hours": OFFICE_HOURS,
            "verified_on": timezone.localdate(),
            **fields,
        }
    )
    if keeper:
        Keeping.objects.create(outlet=row, user=keeper)
    return row


def operator(*users, **fields):
    """A tour operator whose licence is checked."""
    number = next(_number)
    row = Operator.objects.create(
        **{
            "name": f"Lữ hành Thử Nghiệm {number}",
            "licence": f"42-{number:03}/2026/TCDL-GP LHNĐ",
            "phone": "+84912345678",
            "commune": Commune.objects.filter(province=42).first(),
            "street": "3 đường Thử",
            "stage": Operator.Stage.CHECKED,
            **fields,
        }
    )
    row.users.set(users)
    return row


def itinerary(by, *hosts, **fields):
    """A draft of one day with a stop at each of these outlets, from 8:00, every two hours."""
    number = next(_number)
    row = Itinerary.objects.create(
        **{"operator": by, "slug": f"tour-{number}", "title": f"Tour thử {number}", **fields}
    )
    for index, host in enumerate(hosts):
        Stop.objects.create(
            itinerary=row,
            starts=time(8 + 2 * index),
            minutes=45,
            kind=Stop.Kind.OUTLET,
            outlet=host,
            reason="Nếm thử đặc sản trong vùng",
        )
    return row
