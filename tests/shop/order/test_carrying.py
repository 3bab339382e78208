"""A connected courier: registered once whatever happens, heard in any order, never believed blindly."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import TestCase
from django.utils import timezone

from buying import basket_with, buyer
from delivery import rates
from fake_ghn import SHOP, TOKEN, FakeGHN
from office.outbox import Job, drain
from shop.basket.filling import contents
from shop.order.carrying import consignment_of, forget, look_after
from shop.order.charging import cash_at_door
from shop.order.fulfilling import move
from shop.order.models import Order, Parcel
from shop.order.placing import place
from shop.shipping import carriers
from shop.shipping.carriers import Down, Rejected, ghn
from shop.shipping.models import CarrierEvent

pytestmark = pytest.mark.django_db
commits = TestCase.captureOnCommitCallbacks
SECRET = "between-us"
ADDRESS = "/giao-hang/goi-lai/ghn/"


@pytest.fixture
def fake(settings):
    server = FakeGHN()
    settings.GHN_URL, settings.GHN_TOKEN, settings.GHN_SHOP_ID = server.url, TOKEN, SHOP
    settings.GHN_CALLBACK_SECRET = SECRET
    yield server
    server.close()


@pytest.fixture
def parcel(shop, fake):
    """A confirmed parcel of a maker, to go with GHN."""
    rates(carrier="ghn", name="GHN")
    basket = basket_with(shop, shop.product(), 2)
    order = place(basket, buyer(), key="ghn", expected_total=contents(basket).total)
    return move(order.parcels.get(), "confirmed", by=shop.office)


def packed(shop, parcel):
    with commits(execute=True):
        move(parcel, "packed", by=shop.office)
    parcel.refresh_from_db()
    return parcel


def later():
    """The worker's next round, with everything due."""
    Job.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    drain()


def report(client, body, secret=SECRET):
    with commits(execute=True):
        return client.post(f"{ADDRESS}?k={secret}", body, content_type="application/json")


def stage(parcel):
    return Parcel.objects.get(pk=parcel.pk).stage


def test_packed_parcel_is_registered_with_who_where_weight_and_cash(shop, fake, parcel):
    packed(shop, parcel)
    assert parcel.tracking_code == "GHN00001"
    assert "GHN00001" in parcel.tracking_link
    order = fake.orders["GHN00001"]
    assert order["client_order_code"] == str(parcel)
    assert order["cod_amount"] == cash_at_door(parcel) == 190_000
    assert (order["to_name"], order["to_ward_name"], order["to_province_name"]) == (
        "Hoa",
        "Phường Thành Sen",
        "Hà Tĩnh",
    )
    assert order["weight"] == parcel.weight_g
    assert order["is_new_to_address"] is True
    assert order["service_type_id"] == 2


def test_heavy_parcel_is_measured_by_what_is_in_it_and_insured_up_to_the_limit(shop, fake, parcel):
    consignment = replace(consignment_of(parcel), weight_g=25_000, value=9_000_000)
    order = fake.orders[carriers.connected("ghn").register(consignment).code]
    assert (order["service_type_id"], order["insurance_value"]) == (5, 5_000_000)
    assert [(item["weight"], item["quantity"]) for item in order["items"]] == [(25_000, 1)]


def test_too_heavy_a_parcel_is_refused_by_the_courier(shop, fake, parcel):
    with pytest.raises(Rejected):
        carriers.connected("ghn").register(replace(consignment_of(parcel), weight_g=51_000))


def test_parcel_by_hand_is_told_to_nobody(shop, fake):
    rates()
    basket = basket_with(shop, shop.product())
    order = place(basket, buyer(), key="hand", expected_total=contents(basket).total)
    parcel = move(order.parcels.get(), "confirmed", by=shop.office)
    packed(shop, parcel)
    assert fake.asked == []


def test_without_access_the_courier_is_hidden_and_asked_nothing(shop, fake, parcel, settings):
    settings.GHN_TOKEN = ""
    assert "ghn" not in dict(carriers.choices())
    packed(shop, parcel)
    assert parcel.tracking_code == ""
    assert fake.asked == []


@pytest.mark.parametrize("fault", ["500", "nonsense", "hang-up"])
def test_courier_that_fails_once_is_asked_again_and_there_is_one_consignment(shop, fake, parcel, fault):
    fake.faults = ["", fault] if fault == "hang-up" else [fault]
    packed(shop, parcel)
    assert parcel.stage == "packed"
    assert parcel.tracking_code == ""
    later()
    parcel.refresh_from_db()
    assert parcel.tracking_code in fake.orders
    assert len(fake.orders) == 1


def test_slow_courier_does_not_hold_up_the_desk_for_long(shop, fake, parcel, monkeypatch):
    monkeypatch.setattr(ghn, "TIMEOUT", (0.3, 0.3))
    fake.faults = ["slow"]
    packed(shop, parcel)
    assert parcel.tracking_code == ""
    later()
    parcel.refresh_from_db()
    assert parcel.tracking_code


def test_courier_that_refuses_is_a_report_for_a_person_and_not_tried_for_ever(shop, fake, parcel):
    Parcel.objects.get(pk=parcel.pk).order.__class__.objects.update(phone="")
    packed(shop, parcel)
    later()
    trouble = CarrierEvent.objects.get()
    assert "to_phone" in trouble.trouble
    assert not Job.objects.filter(kind="carrier-register").exists()


def test_cancelled_parcel_is_called_off(shop, fake, parcel):
    packed(shop, parcel)
    with commits(execute=True):
        move(parcel, "cancelled", by=shop.office, reason="Hết hàng")
    assert fake.orders["GHN00001"]["status"] == "cancel"


def test_cancelled_parcel_is_called_off_though_it_was_read_before_the_courier_answered(shop, fake, parcel):
    fake.faults = ["500"]
    packed(shop, parcel)
    later()
    assert (parcel.tracking_code, list(fake.orders)) == ("", ["GHN00001"])
    with commits(execute=True):
        move(parcel, "cancelled", by=shop.office, reason="Hết hàng")
    assert fake.orders["GHN00001"]["status"] == "cancel"


def test_calling_off_twice_is_no_error_and_what_is_under_way_is(shop, fake, parcel):
    packed(shop, parcel)
    ghn_now = carriers.connected("ghn")
    ghn_now.cancel("GHN00001")
    ghn_now.cancel("GHN00001")
    assert [what for what, _body in fake.asked].count("switch-status/cancel") == 2
    fake.status("GHN00001", "delivering")
    with pytest.raises(Rejected):
        ghn_now.cancel("GHN00001")


def test_reports_move_the_parcel_to_delivered(client, shop, fake, parcel):
    packed(shop, parcel)
    for status, then in (("picking", "packed"), ("picked", "handed_over"), ("delivered", "delivered")):
        assert report(client, fake.callback("GHN00001", status)).status_code == 200
        assert stage(parcel) == then
    assert not CarrierEvent.objects.exclude(trouble="").exists()
    line = parcel.lines.get()
    assert line.stockrecord.num_in_stock == 8


def test_reports_in_the_wrong_order_never_move_it_back(client, shop, fake, parcel):
    packed(shop, parcel)
    for status in ("delivered", "picked", "delivering", "ready_to_pick"):
        assert report(client, fake.callback("GHN00001", status)).status_code == 200
    assert stage(parcel) == "delivered"


def test_same_report_twice_is_one_event(client, shop, fake, parcel):
    packed(shop, parcel)
    for _ in range(2):
        assert report(client, fake.callback("GHN00001", "picked")).status_code == 200
    assert CarrierEvent.objects.count() == 1
    assert parcel.moves().filter(after="handed_over").count() == 1


@pytest.mark.parametrize(("said", "odd"), [({}, False), ({"CODAmount": 1_000}, True)])
def test_delivery_told_again_with_the_cash_collected_is_nothing_to_look_at(
    client, shop, fake, parcel, said, odd
):
    packed(shop, parcel)
    report(client, fake.callback("GHN00001", "delivered"))
    report(client, fake.callback("GHN00001", "delivered", Time="2026-11-26T04:00:00Z", **said))
    assert stage(parcel) == "delivered"
    assert bool(CarrierEvent.objects.order_by("pk").last().trouble) == odd


def test_returned_parcel_is_noted_as_returned(client, shop, fake, parcel):
    packed(shop, parcel)
    report(client, fake.callback("GHN00001", "returned"))
    assert stage(parcel) == "returned"


def test_parcel_told_to_be_back_after_it_was_delivered_stays_delivered_and_waits_for_a_person(
    client, shop, fake, parcel
):
    packed(shop, parcel)
    report(client, fake.callback("GHN00001", "delivered"))
    before = list(parcel.moves())
    report(client, fake.callback("GHN00001", "returned"))
    assert (stage(parcel), list(parcel.moves())) == ("delivered", before)
    assert (parcel.order.lines.get().status, Order.objects.get().status) == ("delivered", "delivered")
    assert CarrierEvent.objects.order_by("pk").last().trouble


@pytest.mark.parametrize(
    ("status", "changes"),
    [
        ("teleported", {}),
        ("delivered", {"CODAmount": 1_000}),
        ("delivered", {"CODAmount": "a lot"}),
        ("delivered", {"ClientOrderCode": "HT26-999999-1"}),
        ("lost", {}),
        ("cancel", {}),
    ],
)
def test_what_cannot_be_right_moves_nothing_and_waits_for_a_person(
    client, shop, fake, parcel, status, changes
):
    packed(shop, parcel)
    assert report(client, fake.callback("GHN00001", status, **changes)).status_code == 200
    assert stage(parcel) == "packed"
    assert CarrierEvent.objects.get().trouble


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"\xff\xfe", json.dumps({"OrderCode": "NOPE"}).encode()])
def test_nonsense_is_kept_and_waits_for_a_person(client, fake, body):
    assert report(client, body).status_code == 200
    assert CarrierEvent.objects.get().trouble


@pytest.mark.parametrize("secret", ["", "wrong", "between-us-not"])
def test_report_without_the_secret_is_refused_and_not_kept(client, shop, fake, parcel, secret):
    packed(shop, parcel)
    assert report(client, fake.callback("GHN00001", "delivered"), secret).status_code == 403
    assert stage(parcel) == "packed"
    assert not CarrierEvent.objects.exists()


def test_secret_may_come_in_a_header(client, shop, fake, parcel):
    packed(shop, parcel)
    body = fake.callback("GHN00001", "picked")
    headers = {"X-Callback-Secret": SECRET}
    assert client.post(ADDRESS, body, content_type="application/json", headers=headers).status_code == 200


def test_without_a_secret_of_ours_no_report_is_believed(client, fake, settings):
    settings.GHN_CALLBACK_SECRET = ""
    assert report(client, b"{}", "").status_code == 403


def test_callback_of_an_unknown_courier_is_not_found(client, fake):
    assert client.post("/giao-hang/goi-lai/nobody/?k=x", b"{}", content_type="text/plain").status_code == 404


def test_lost_callbacks_are_made_good_by_asking(shop, fake, parcel):
    packed(shop, parcel)
    fake.status("GHN00001", "delivered")
    assert look_after() == 1
    assert stage(parcel) == "delivered"


def test_asking_a_courier_that_is_down_changes_nothing(shop, fake, parcel):
    packed(shop, parcel)
    fake.faults = ["500"]
    look_after()
    assert stage(parcel) == "packed"


def test_courier_tells_what_it_charges(shop, fake, parcel):
    carrier = carriers.connected("ghn")
    assert carrier.fee(consignment_of(parcel)) == 20_000 + parcel.weight_g
    fake.faults = ["500"]
    with pytest.raises(Down):
        carrier.fee(consignment_of(parcel))


def test_old_reports_are_forgotten_unless_somebody_has_to_look(client, shop, fake, parcel):
    packed(shop, parcel)
    report(client, fake.callback("GHN00001", "picked"))
    report(client, fake.callback("GHN00001", "teleported"))
    assert forget(timezone.now()) == 1
    assert CarrierEvent.objects.get().status == "teleported"
