"""A small table of rates for tests: near 20.000 ₫, north 30.000 ₫, far 40.000 ₫, each up to 1 kg; 5.000 ₫ a further kg."""

from catalogue.producers.models import Province
from shop.shipping.models import Method, Rate, Reach, Zone

NEAR, NORTH, FAR = (42,), (1, 31), (79, 96)


def rates(*, code="tiet-kiem", hours=((20, 30), (40, 60), (60, 80)), fees=(20_000, 30_000, 40_000), **facts):
    """A method with three zones; returns the `Method`."""
    method = Method.objects.create(
        code=code, name=facts.pop("name", "Tiết kiệm"), courier="Bưu điện", **facts
    )
    places = (("Trong tỉnh", NEAR), ("Miền Bắc", NORTH), ("Miền Nam", FAR))
    for n, (name, codes) in enumerate(places):
        zone, made = Zone.objects.get_or_create(name=name, defaults={"position": n})
        if made:
            zone.provinces.set(Province.objects.filter(code__in=codes))
        reach = Reach.objects.create(
            method=method, zone=zone, per_extra_kg=5_000, hours_min=hours[n][0], hours_max=hours[n][1]
        )
        Rate.objects.create(reach=reach, up_to_g=1_000, fee=fees[n])
    return method
