"""Delivery of the demo: five zones, two methods with invented round rates, fresh goods, a maker with a car of its own."""

from datetime import date

from catalogue.models import Product
from catalogue.producers.models import Area, Commune, Province
from shop.shipping import packing, rating, zoning
from shop.shipping.models import ClosedDay, Method, OwnDelivery, Zone
from shop.shipping.rating import Row

NEAR, CENTRAL, NORTH, SOUTH, FAR = (
    "Trong Hà Tĩnh",
    "Bắc Trung Bộ",
    "Miền Bắc",
    "Miền Trung và miền Nam",
    "Hải đảo, đặc khu",
)
ZONES = {
    NEAR: (42,),
    CENTRAL: (38, 40, 44, 46),
    NORTH: (1, 4, 8, 11, 12, 14, 15, 19, 20, 22, 24, 25, 31, 33, 37),
    SOUTH: (48, 51, 52, 56, 66, 68, 75, 79, 80, 82, 86, 91, 92, 96),
    FAR: (),
}
ENGLISH = {
    NEAR: "Within Hà Tĩnh",
    CENTRAL: "North Central",
    NORTH: "The North",
    SOUTH: "Central and South",
    FAR: "Islands",
}
STEPS = [500, 1_000, 2_000, 3_000, 5_000, None]
# fees for the weights, each further kilogram, hours, free from
SAVING = {
    NEAR: Row([18_000, 20_000, 23_000, 26_000, 30_000, None], 3_000, 24, 48, 400_000),
    CENTRAL: Row([22_000, 25_000, 29_000, 33_000, 40_000, None], 4_000, 36, 60, 600_000),
    NORTH: Row([25_000, 30_000, 35_000, 40_000, 50_000, None], 5_000, 48, 96, 800_000),
    SOUTH: Row([28_000, 32_000, 38_000, 45_000, 58_000, None], 6_000, 72, 120, 800_000),
    FAR: Row([45_000, 55_000, 70_000, 85_000, 120_000, None], 20_000, 120, 240, None),
}
FAST = {
    NEAR: Row([25_000, 28_000, 32_000, 36_000, 42_000, None], 5_000, 6, 24),
    CENTRAL: Row([32_000, 36_000, 42_000, 48_000, 58_000, None], 7_000, 20, 30),
    NORTH: Row([38_000, 44_000, 52_000, 60_000, 75_000, None], 9_000, 24, 44),
    SOUTH: Row([48_000, 56_000, 68_000, 80_000, 105_000, None], 14_000, 48, 72),
    FAR: Row([None] * 6),
}
METHODS = (
    ("Gửi tiết kiệm", "Saver", "Bưu điện", [6], SAVING),
    ("Gửi nhanh", "Express", "Chuyển phát nhanh", [], FAST),
)
HOLIDAYS = (
    (date(2027, 1, 1), "Tết Dương lịch"),
    *((date(2027, 2, day), "Tết Nguyên đán") for day in range(5, 10)),
    (date(2027, 4, 16), "Giỗ Tổ Hùng Vương"),
    (date(2027, 4, 30), "Ngày Thống nhất"),
    (date(2027, 5, 1), "Quốc tế Lao động"),
    (date(2027, 9, 2), "Quốc khánh"),
)
FRESH = {"rau-cu-qua": 72, "thit-thuy-san-tuoi": 48}  # hours the goods of a group keep on the way
BEFORE_SUNDAY = [4, 5, 6]
GLASS = ("mat-ong", "nuoc-mam")


def plant(makers, *, by):
    """Zones, methods and rates, packing of fresh and fragile goods, one maker's own delivery; each once."""
    if not Method.objects.exists():
        _table(by)
    for product in (
        Product.objects.exclude(structure=Product.CHILD)
        .select_related("group", "producer")
        .filter(group__code__in=(*FRESH, *GLASS), handling=None)
    ):
        keeps = FRESH.get(product.group.code)
        packing.say_how_packed(
            product,
            by=by,
            keeps_hours=keeps,
            not_sent_weekdays=BEFORE_SUNDAY if keeps else [],
            fragile=keeps is None,
        )
    maker = makers.filter(own_delivery=None).order_by("pk").first()
    if maker and not OwnDelivery.objects.exists():
        packing.bring(
            maker, by=by, is_active=True, areas=Area.objects.filter(communes=maker.commune),
            communes=Commune.objects.filter(pk="18073"), fee=10_000, free_from=300_000, weekdays=[1, 3, 5],
        )  # fmt: skip


def _table(by):
    islands = Commune.objects.filter(kind="đặc khu", valid_to=None)
    zones = {}
    for name, codes in ZONES.items():
        zones[name] = zoning.save_zone(
            None,
            by=by,
            name=name,
            provinces=Province.objects.filter(code__in=codes),
            communes=() if codes else islands,
        )
        Zone.objects.filter(pk=zones[name].pk).update(name_en=ENGLISH[name])
    for name, english, courier, off, rows in METHODS:
        method = rating.save_method(
            None, by=by, name=name, courier=courier, carrier="table", needs_tracking=True,
            tracking_url="", days_off=off, is_active=True,
        )  # fmt: skip
        Method.objects.filter(pk=method.pk).update(name_en=english)
        rating.set_table(method, STEPS, {zones[zone]: row for zone, row in rows.items()}, by=by)
    for day, name in HOLIDAYS:
        ClosedDay.objects.get_or_create(day=day, defaults={"name": name})
