"""Quotes: by zone and weight, free from a value on, days, perishables, the maker's own car."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from buying import basket_with
from catalogue.producers.models import Commune
from catalogue.supply import Supplied
from delivery import rates
from shop.basket.filling import add, contents
from shop.shipping.models import NOTHING_SENT, OWN, ClosedDay, Handling, OwnDelivery, Zone, ZoneCommune
from shop.shipping.quoting import quote, quote_all

pytestmark = pytest.mark.django_db

WEDNESDAY = datetime(2026, 11, 25, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@dataclass
class Piece:
    product: object
    quantity: int = 1
    total: int = 100_000
    supplied: Supplied = field(default_factory=Supplied)


def at(code):
    return Commune.objects.select_related("province").get(pk=code)


THANH_SEN, BA_DINH, CA_MAU = "18073", "00004", "31825"


def in_province(code):
    return Commune.objects.select_related("province").filter(province=code).first()


def one(shop, *, to, weight=800, **facts):
    """The quotes of one piece weighing `weight` g."""
    product = shop.product(net_quantity=None)
    Handling.objects.create(product=product, weight_g=weight, **facts)
    return quote([Piece(product)], product.producer, to, at=WEDNESDAY)


@pytest.mark.parametrize(
    ("province", "weight", "fee"),
    [
        (42, 800, 20_000),
        (42, 1_000, 20_000),
        (42, 1_001, 25_000),
        (42, 3_000, 30_000),
        (1, 800, 30_000),
        (96, 800, 40_000),
    ],
)
def test_fee_is_that_of_the_zone_and_the_first_weight_that_holds_the_parcel(shop, province, weight, fee):
    rates()
    [found] = one(shop, to=in_province(province), weight=weight)
    assert (found.fee, found.problem, found.weight_g) == (fee, "", weight)


def test_too_heavy_is_a_problem_where_nothing_heavier_is_taken(shop):
    rates().reaches.update(per_extra_kg=None)
    [found] = one(shop, to=at(THANH_SEN), weight=1_200)
    assert "nặng" in found.problem


def test_island_belongs_to_its_own_zone_and_not_to_that_of_its_province(shop):
    rates()
    island = in_province(96)
    far = Zone.objects.create(name="Đảo")
    ZoneCommune.objects.create(zone=far, commune=island)
    [found] = one(shop, to=island)
    assert found.problem
    other = Commune.objects.filter(province=96).exclude(pk=island.pk).first()
    assert one(shop, to=other)[0].fee == 40_000


def test_place_in_no_zone_is_said_to_be_out_of_reach(shop):
    rates()
    [found] = one(shop, to=in_province(79 - 4))  # Đồng Nai
    assert "Đồng Nai" in found.problem


def test_without_any_table_one_flat_rate_holds(shop, settings):
    [found] = one(shop, to=in_province(96))
    assert (found.fee, found.problem) == (settings.DELIVERY_FEE, "")


def test_cheapest_first_and_what_cannot_be_taken_last(shop):
    rates(hours=((100, 200),) * 3, fees=(1_000,) * 3)
    rates(code="nhanh", name="Nhanh", fees=(50_000,) * 3)
    rates(code="vua", name="Vừa", fees=(40_000,) * 3)
    assert [each.method for each in one(shop, to=at(THANH_SEN))] == ["tiet-kiem", "vua", "nhanh"]
    assert [each.method for each in one(shop, to=at(THANH_SEN), keeps_hours=48)] == [
        "vua",
        "nhanh",
        "tiet-kiem",
    ]


def test_method_no_longer_offered_is_not_quoted(shop):
    rates(is_active=False)
    assert one(shop, to=at(THANH_SEN))[0].problem


@pytest.mark.parametrize(("goods", "fee", "hint"), [(300_000, 0, ""), (250_000, 20_000, "50.000")])
def test_free_from_a_value_on_and_below_it_what_is_missing(shop, goods, fee, hint):
    rates().reaches.update(free_from=300_000)
    product = shop.product()
    [found] = quote([Piece(product, total=goods)], product.producer, at(THANH_SEN), at=WEDNESDAY)
    assert found.fee == fee
    assert hint in found.hint
    assert bool(found.hint) == bool(hint)


def test_days_follow_from_the_way(shop):
    """Ordered Wednesday, packed Thursday; 20 to 30 hours are one night, 60 to 80 three or four."""
    rates()
    [near] = one(shop, to=at(THANH_SEN))
    assert (near.leaves, near.earliest, near.latest) == (
        date(2026, 11, 26),
        date(2026, 11, 27),
        date(2026, 11, 27),
    )
    [far] = one(shop, to=in_province(96))
    assert (far.earliest, far.latest) == (date(2026, 11, 29), date(2026, 11, 30))


def test_nothing_leaves_or_arrives_on_a_closed_day(shop):
    rates()
    ClosedDay.objects.create(day=date(2026, 11, 26), name="Nghỉ")
    ClosedDay.objects.create(day=date(2026, 11, 28), name="Nghỉ")
    [found] = one(shop, to=at(THANH_SEN))
    assert (found.leaves, found.latest) == (date(2026, 11, 27), date(2026, 11, 29))


def test_goods_not_sent_before_sunday_wait_till_monday(shop):
    rates()
    [found] = one(shop, to=at(THANH_SEN), not_sent_weekdays=[3, 4, 5, 6])
    assert found.leaves == date(2026, 11, 30)


def test_fresh_goods_that_do_not_keep_so_long_are_refused_with_the_hours(shop):
    rates()
    [found] = one(shop, to=in_province(96), keeps_hours=48)
    assert "80" in found.problem
    assert "48" in found.problem
    assert "Cà Mau" in found.problem
    assert found.latest is None


def test_fresh_goods_that_keep_long_enough_are_sent(shop):
    rates()
    assert one(shop, to=at(THANH_SEN), keeps_hours=48)[0].problem == ""


def test_fresh_goods_do_not_leave_when_a_holiday_would_keep_them_waiting(shop):
    rates()
    ClosedDay.objects.create(day=date(2026, 11, 27), name="Nghỉ")
    [found] = one(shop, to=at(THANH_SEN), keeps_hours=40)
    assert found.leaves == date(2026, 11, 28)


def test_maker_brings_it_in_his_area_on_his_days_and_nowhere_else(shop):
    rates()
    product = shop.product()
    own = OwnDelivery.objects.create(producer=product.producer, fee=10_000, free_from=500_000, weekdays=[0])
    own.communes.set([at(THANH_SEN)])
    found = quote([Piece(product)], product.producer, at(THANH_SEN), at=WEDNESDAY)
    assert [(each.method, each.fee) for each in found] == [(OWN, 10_000), ("tiet-kiem", 20_000)]
    assert found[0].latest == date(2026, 11, 30)
    elsewhere = quote([Piece(product)], product.producer, in_province(1), at=WEDNESDAY)
    assert [each.method for each in elsewhere] == ["tiet-kiem"]


def test_own_delivery_of_one_maker_is_not_offered_for_anothers_parcel(shop):
    rates()
    mine, other = shop.product(), shop.product()
    own = OwnDelivery.objects.create(producer=mine.producer, fee=0, weekdays=[0, 1, 2, 3, 4])
    own.communes.set([at(THANH_SEN)])
    found = quote([Piece(other)], other.producer, at(THANH_SEN), at=WEDNESDAY)
    assert OWN not in {each.method for each in found}


def test_visits_and_nights_are_not_sent_and_cost_nothing(shop):
    rates()
    stay = shop.product(group="du-lich")
    [found] = quote([Piece(stay)], stay.producer, at(THANH_SEN), at=WEDNESDAY)
    assert (found.method, found.fee, found.latest) == (NOTHING_SENT, 0, None)


@pytest.mark.parametrize("number", [1, 3])
def test_three_queries_quote_a_basket_of_however_many_makers(shop, number, django_assert_num_queries):
    rates()
    basket = basket_with(shop, shop.product())
    for _ in range(number * 2 - 1):
        add(basket, shop.product(), 1, adult=False)
    read = contents(basket)
    groups = [(group.producer, group.lines) for group in read.groups]
    place = at(THANH_SEN)
    with django_assert_num_queries(3):
        quote_all(groups, place, at=WEDNESDAY + timedelta(hours=1))
