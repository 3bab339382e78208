"""The desk of delivery: the grid of rates, zones, days, the box to try; for the shop manager alone."""

from datetime import date

import pytest

from buying import basket_with, buyer
from catalogue.producers.models import Commune, Province
from delivery import rates
from office.stages import Refused
from shop.basket.filling import contents
from shop.order.models import Parcel
from shop.order.placing import place
from shop.shipping import rating, zoning
from shop.shipping.models import CarrierEvent, ClosedDay, Method, Rate, Reach, Zone
from shop.shipping.rating import Row

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec/giao-hang/"


@pytest.fixture
def manager(shop, client):
    user = shop.user("shop_manager")
    client.force_login(user)
    return user


def grid(method, steps=(500, 1_000), **changes):
    """What the browser sends of the table of a method with one zone."""
    zone = Zone.objects.first()
    data = {f"step-{n}": step for n, step in enumerate(steps)}
    data |= {f"fee-{zone.pk}-{n}": 20_000 + 5_000 * n for n in range(len(steps))}
    data |= {f"min-{zone.pk}": 24, f"max-{zone.pk}": 48}
    for name, value in changes.items():
        data[name.replace("__", "-").replace("ZONE", str(zone.pk))] = value
    return data


@pytest.fixture
def method(shop):
    zone = Zone.objects.create(name="Trong tỉnh")
    zone.provinces.set(Province.objects.filter(code=42))
    return Method.objects.create(code="gui", name="Gửi thường")


def test_table_is_kept_as_it_was_typed_and_shown_again(client, manager, method):
    sent = grid(method, extra__ZONE="5.000", free__ZONE="400k")
    assert client.post(f"{DESK}bang-gia/{method.pk}/", sent).status_code == 302
    reach = method.reaches.get()
    assert list(reach.rates.values_list("up_to_g", "fee")) == [(500, 20_000), (1_000, 25_000)]
    assert (reach.per_extra_kg, reach.free_from, reach.hours_min, reach.hours_max) == (5_000, 400_000, 24, 48)
    page = client.get(f"{DESK}bang-gia/{method.pk}/").content.decode()
    assert 'value="25.000"' in page
    assert 'value="400.000"' in page


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"step__1": 500}, "step-1"),
        ({"step__1": 400}, "step-1"),
        ({"step__0": 0}, "step-0"),
        ({"step__0": "", "step__1": ""}, "step-0"),
        ({"fee__ZONE__0": "-1"}, "fee-{zone}-0"),
        ({"fee__ZONE__0": "vài nghìn"}, "fee-{zone}-0"),
        ({"fee__ZONE__1": ""}, "fee-{zone}-1"),
        ({"fee__ZONE__1": "10.000"}, "fee-{zone}-1"),
        ({"fee__ZONE__2": "30.000"}, "step-2"),
        ({"min__ZONE": ""}, "min-{zone}"),
        ({"max__ZONE": 12}, "max-{zone}"),
        ({"max__ZONE": -5}, "max-{zone}"),
    ],
)
def test_what_cannot_be_is_told_at_its_cell_and_the_old_table_holds(client, manager, method, changes, field):
    rating.set_table(method, [900], {Zone.objects.get(): Row([1_000], None, 1, 2)}, by=manager)
    answer = client.post(f"{DESK}bang-gia/{method.pk}/", grid(method, **changes))
    assert answer.status_code == 200
    name = field.format(zone=Zone.objects.get().pk)
    assert f'id="id_{name}_error"' in answer.content.decode()
    assert Rate.objects.get().up_to_g == 900


def test_zone_without_a_province_has_no_rates(manager, method):
    empty = Zone.objects.create(name="Trống")
    with pytest.raises(Refused) as refused:
        rating.set_table(method, [500], {empty: Row([1_000], None, 1, 2)}, by=manager)
    assert refused.value.field == f"fee-{empty.pk}-0"


def test_line_left_empty_is_a_zone_not_reached(client, manager, method):
    other = Zone.objects.create(name="Xa", position=9)
    client.post(f"{DESK}bang-gia/{method.pk}/", grid(method))
    assert not Reach.objects.filter(zone=other).exists()


def test_new_rates_leave_placed_orders_alone(shop, manager):
    made = rates()
    basket = basket_with(shop, shop.product())
    place(basket, buyer(), key="k", expected_total=contents(basket).total)
    rating.set_table(made, [900], {Zone.objects.first(): Row([99_000], None, 1, 2)}, by=manager)
    assert Parcel.objects.get().fee == 20_000


@pytest.mark.parametrize("role", ["producer", "buyer", "editor", "programme_office"])
def test_nobody_else_sets_rates_zones_methods_or_days(client, shop, method, role):
    user = shop.user(role)
    shop.producer(people=[user] if role == "producer" else [])
    client.force_login(user)
    for address in (
        f"bang-gia/{method.pk}/", "cach-gui/moi/", f"cach-gui/{method.pk}/", "vung/moi/",
        f"vung/{Zone.objects.get().pk}/", "ngay-nghi/moi/", "su-co/",
    ):  # fmt: skip
        assert client.get(DESK + address).status_code == 403, address
    with pytest.raises(Refused):
        rating.set_table(method, [500], {}, by=user)
    with pytest.raises(Refused):
        zoning.save_zone(None, by=user, name="x", provinces=[Province.objects.first()])
    with pytest.raises(Refused):
        rating.close_day(date(2027, 1, 1), "x", by=user)


def test_buyer_does_not_open_the_desk_of_delivery_and_a_stranger_signs_in(client, shop):
    assert client.get(DESK).status_code == 302
    client.force_login(shop.user("buyer"))
    assert client.get(DESK).status_code == 403


def test_zone_is_made_of_provinces_and_single_communes(client, manager, reference):
    sent = {"name": "Xa", "provinces": ["96", "91"], "communes": "Phú Quốc, An Giang\nCôn Đảo, Hồ Chí Minh"}
    assert client.post(f"{DESK}vung/moi/", sent).status_code == 302
    zone = Zone.objects.get()
    assert {each.code for each in zone.provinces.all()} == {91, 96}
    assert {each.name for each in zone.communes.all()} == {"Phú Quốc", "Côn Đảo"}
    again = client.get(f"{DESK}vung/{zone.pk}/").content.decode()
    assert "Phú Quốc, An Giang" in again


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"provinces": []}, "provinces"),
        ({"provinces": ["42"]}, "provinces"),
        ({"communes": "Không Đâu Cả"}, "communes"),
        ({"communes": "Tân Phú"}, "communes"),
        ({"name": "Trong tỉnh"}, "name"),
        ({"name": ""}, "name"),
    ],
)
def test_zone_that_cannot_be_is_told_at_its_field(client, manager, method, changes, field):
    answer = client.post(f"{DESK}vung/moi/", {"name": "Mới", "provinces": ["1"], "communes": "", **changes})
    assert answer.status_code == 200
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert Zone.objects.count() == 1


def test_method_is_made_and_leads_to_its_table(client, manager, reference):
    sent = {
        "name": "Gửi nhanh",
        "courier": "Bưu điện",
        "carrier": "table",
        "tracking_url": "",
        "is_active": "on",
    }
    answer = client.post(f"{DESK}cach-gui/moi/", sent)
    made = Method.objects.get()
    assert answer["Location"] == f"{DESK}bang-gia/{made.pk}/"
    assert made.code == "gui-nhanh"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"tracking_url": "javascript:alert(1)"}, "tracking_url"),
        ({"tracking_url": "https://x.example/"}, "tracking_url"),
        ({"days_off": ["0", "1", "2", "3", "4", "5", "6"]}, "days_off"),
        ({"carrier": "ghn"}, "carrier"),
        ({"name": "Gửi thường"}, "name"),
    ],
)
def test_method_that_cannot_be_is_told_at_its_field(client, manager, method, changes, field):
    sent = {"name": "Nhanh", "courier": "", "carrier": "table", "tracking_url": "", **changes}
    answer = client.post(f"{DESK}cach-gui/moi/", sent)
    assert answer.status_code == 200
    assert f'id="id_{field}_error"' in answer.content.decode()


def test_day_without_delivery_is_put_on_and_taken_off(client, manager, reference):
    assert client.post(f"{DESK}ngay-nghi/moi/", {"day": "2027-02-06", "name": "Tết"}).status_code == 302
    closed = ClosedDay.objects.get()
    assert client.post(f"{DESK}ngay-nghi/{closed.pk}/bo/").status_code == 302
    assert not ClosedDay.objects.exists()


def test_try_it_says_what_a_buyer_would_pay(client, manager, reference):
    rates()
    page = client.get(DESK, {"weight": "1500", "place": "Ba Đình, Hà Nội", "goods": ""}).content.decode()
    assert "35.000" in page.replace("\u00a0", " ")
    assert "Phường Ba Đình" in page


@pytest.mark.parametrize(
    "asked", [{"weight": "0"}, {"weight": "x"}, {"weight": "5", "place": "Không Đâu Cả"}]
)
def test_try_it_with_nonsense_says_so(client, manager, reference, asked):
    rates()
    assert "_error" in client.get(DESK, asked).content.decode()


def test_provinces_in_no_zone_are_named(client, manager, method):
    assert "Cà Mau" in client.get(DESK).content.decode()


def test_report_of_a_courier_is_looked_after(client, manager, shop):
    event = CarrierEvent.objects.create(carrier="ghn", digest="x", code="G1", trouble="Mất hàng")
    assert "Mất hàng" in client.get(f"{DESK}su-co/").content.decode()
    assert client.post(f"{DESK}su-co/{event.pk}/xong/").status_code == 302
    assert "Mất hàng" not in client.get(f"{DESK}su-co/").content.decode()


@pytest.mark.parametrize("number", [3, 30])
def test_pages_of_delivery_cost_the_same_for_3_and_30(
    client, manager, django_assert_num_queries, reference, number
):
    for n in range(number):
        zone = Zone.objects.create(name=f"Vùng {n}")
        zone.communes.set(Commune.objects.filter(province=1)[n : n + 1])
        reach = Reach.objects.create(
            method=Method.objects.create(code=f"m{n}", name=f"Cách {n}"), zone=zone, hours_min=1, hours_max=2
        )
        Rate.objects.create(reach=reach, up_to_g=500, fee=1_000)
        CarrierEvent.objects.create(carrier="ghn", digest=f"{n}", trouble="Lạ")
    first = Method.objects.first()
    client.get(DESK)
    with django_assert_num_queries(12):
        client.get(DESK)
    with django_assert_num_queries(6):
        client.get(f"{DESK}su-co/")
    with django_assert_num_queries(8):
        client.get(f"{DESK}bang-gia/{first.pk}/")
