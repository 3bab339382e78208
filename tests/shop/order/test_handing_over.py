"""Handing over with the courier's code; parcels later than promised."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buying import basket_with, buyer
from delivery import rates
from office.stages import Refused
from shop.basket.filling import contents
from shop.order.fulfilling import move
from shop.order.handing_over import hand_over, note_code
from shop.order.models import Parcel
from shop.order.placing import place

pytestmark = pytest.mark.django_db


@pytest.fixture
def maker(shop):
    return shop.user()


def packed(shop, maker, key="x", **method):
    rates(**method)
    goods = shop.product(producer=shop.producer(people=[maker]))
    basket = basket_with(shop, goods)
    parcel = place(basket, buyer(), key=key, expected_total=contents(basket).total).parcels.get()
    for stage in ("confirmed", "packed"):
        move(parcel, stage, by=maker)
    return parcel


def test_parcel_with_a_tracked_courier_is_handed_over_with_its_code(shop, maker):
    parcel = packed(shop, maker, tracking_url="https://buudien.example/{code}")
    hand_over(parcel, tracking_code=" eh 123 456 vn ", by=maker)
    parcel.refresh_from_db()
    assert (parcel.stage, parcel.tracking_code) == ("handed_over", "EH123456VN")
    assert parcel.tracking_link == "https://buudien.example/EH123456VN"


@pytest.mark.parametrize("code", ["", "   ", "x", "mã số", "<script>", "A" * 50])
def test_without_a_proper_code_it_stays_packed(shop, maker, code):
    parcel = packed(shop, maker)
    with pytest.raises(Refused) as refused:
        hand_over(parcel, tracking_code=code, by=maker)
    assert refused.value.field == "tracking_code"
    parcel.refresh_from_db()
    assert parcel.stage == "packed"


def test_no_other_act_hands_it_over_without_a_code_either(shop, maker):
    parcel = packed(shop, maker)
    with pytest.raises(Refused):
        move(parcel, "handed_over", by=shop.office)


def test_courier_without_codes_asks_for_none(shop, maker):
    parcel = packed(shop, maker, needs_tracking=False)
    assert hand_over(parcel, by=maker).stage == "handed_over"


def test_another_maker_gives_no_code(shop, maker):
    parcel = packed(shop, maker)
    with pytest.raises(Refused):
        note_code(parcel, "EH123456VN", by=shop.user())


def test_mistyped_code_is_put_right_later(shop, maker):
    parcel = packed(shop, maker)
    hand_over(parcel, tracking_code="EH000000VN", by=maker)
    assert note_code(parcel, "EH123456VN", by=maker).tracking_code == "EH123456VN"


def test_desk_asks_for_the_code_and_takes_it(client, shop, maker):
    parcel = packed(shop, maker)
    client.force_login(maker)
    assert 'name="tracking_code"' in client.get("/ban-lam-viec/don-hang/").content.decode()
    address = f"/ban-lam-viec/don-hang/{parcel.pk}/chuyen/"
    again = client.post(address, {"stage": "handed_over"})
    assert again.status_code == 200
    assert 'name="tracking_code"' in again.content.decode()
    assert client.post(address, {"stage": "handed_over", "tracking_code": "EH123456VN"}).status_code == 302
    parcel.refresh_from_db()
    assert parcel.stage == "handed_over"


@pytest.mark.parametrize(
    ("stage", "days", "late"),
    [
        ("new", -1, True),
        ("handed_over", -1, True),
        ("new", 0, False),
        ("delivered", -1, False),
        ("cancelled", -9, False),
        ("awaiting", -9, False),
    ],
)
def test_late_is_what_should_be_there_and_is_not(shop, maker, stage, days, late):
    parcel = packed(shop, maker)
    day = timezone.localdate() + timedelta(days=days)
    Parcel.objects.update(stage=stage, promised_to=day)
    parcel.refresh_from_db()
    assert parcel.is_late is late
    assert Parcel.objects.late().exists() is late


def test_late_parcels_wait_on_the_desk_of_their_maker_and_nobody_elses(client, shop, maker):
    parcel = packed(shop, maker)
    other = shop.user()
    shop.producer(people=[other])
    Parcel.objects.update(promised_to=timezone.localdate() - timedelta(days=2))
    client.force_login(maker)
    assert "?qua-hen=1" in client.get("/ban-lam-viec/").content.decode()
    assert str(parcel) in client.get("/ban-lam-viec/don-hang/?qua-hen=1").content.decode()
    client.force_login(other)
    assert str(parcel) not in client.get("/ban-lam-viec/don-hang/?qua-hen=1").content.decode()
