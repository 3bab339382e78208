"""Suggested routes: open places in an order that can be walked, the same every time, told why."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outlet_rows import operator, outlet
from tour_rows import host, places, published

from catalogue.search.indexing import rebuild
from office.calendar import Holiday
from outlets.hours import lunar, scheduling
from outlets.models import Itinerary, ShelfItem, Stop
from outlets.tours import featuring, planning, suggesting, surveying

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
SATURDAY = TODAY + timedelta(days=12 - TODAY.weekday())  # of next week
MONDAY = SATURDAY + timedelta(days=2)


@pytest.fixture(autouse=True)
def no_holiday(db):
    """No public holiday lies near, whichever day the test runs."""
    Holiday.objects.all().delete()


def names(suggestion):
    return [call.place.host.name for call in suggestion.calls]


def faults(suggestion, guests=15):
    """What planning has against a suggestion, as if an operator had typed it."""
    stops = [
        Stop(
            pk=n,
            kind=call.place.kind,
            day=1,
            starts=call.starts,
            minutes=call.place.minutes,
            **{call.place.kind: call.place.host},
        )
        for n, call in enumerate(suggestion.calls, 1)
    ]
    almanac = surveying.almanac_of(stops, suggestion.day, suggestion.day)
    trip = planning.Trip(days=1, guests=guests, by_coach=False, departures=[suggestion.day])
    return planning.problems(trip, [surveying.planned(stop, almanac, exceptions=True) for stop in stops])


def test_it_begins_at_the_maker_of_what_was_asked_for(shop):
    maker = host(shop)
    candy = shop.product("Cu đơ Mật Vàng", producer=maker, stars=4)
    there, other = places(2)
    ShelfItem.objects.create(outlet=there, product=candy, price=1)
    rebuild()
    found = suggesting.suggest(day=SATURDAY, product="cu đơ")
    assert names(found)[:2] == [maker.name, there.name]
    assert other.name in names(found)
    assert "Cu đơ Mật Vàng" in found.calls[0].reason
    assert faults(found) == []


def test_what_nobody_open_has_is_said_and_no_other_route_shown(client, shop):
    places(2)
    candy, (shut,) = shop.product("Cu đơ Mật Vàng", stars=4), places(1, hours="Mo 07:30-17:30")
    ShelfItem.objects.create(outlet=shut, product=candy, price=1)
    rebuild()
    for word in ("cu đơ", "máy bay"):
        found = suggesting.suggest(day=SATURDAY, product=word)
        assert names(found) == []
        assert f"bày bán “{word}”" in found.why
    assert shut.name in names(suggesting.suggest(day=MONDAY, product="cu đơ"))
    page = client.get(reverse("tours:suggest"), {"san-pham": "máy bay"})
    assert "bày bán “máy bay”" in page.content.decode()


def test_places_closed_that_day_are_left_out(shop):
    always, not_on_monday = places(1) + places(1, hours="Tu-Su 07:30-17:30")
    assert set(names(suggesting.suggest(day=SATURDAY))) == {always.name, not_on_monday.name}
    assert names(suggesting.suggest(day=MONDAY)) == [always.name]


def test_too_large_a_group_and_a_coach_leave_places_out(shop):
    small, large = outlet(visit_capacity=10), outlet(visit_capacity=80, coach_places=2)
    assert names(suggesting.suggest(day=SATURDAY, guests=11)) == [large.name]
    assert set(names(suggesting.suggest(day=SATURDAY, guests=10))) == {small.name, large.name}
    assert names(suggesting.suggest(day=SATURDAY, guests=10, by_coach=True)) == [large.name]


@pytest.mark.parametrize(
    ("part", "first", "last"), [("sang", 8 * 60, 705), ("chieu", 810, 17 * 60), ("ngay", 8 * 60, 17 * 60)]
)
def test_half_a_day_stays_in_its_half(shop, part, first, last):
    places(6, hours="Mo-Su 07:00-18:00")
    calls = suggesting.suggest(day=SATURDAY, part=part).calls
    assert len(calls) == suggesting.MOST_CALLS[part]
    assert all(first <= call.begins and call.ends <= last for call in calls)


def test_it_waits_for_a_door_that_opens_soon_and_not_for_others(shop):
    places(1, hours="Mo-Su 08:40-11:00")
    assert [call.starts for call in suggesting.suggest(day=SATURDAY).calls] == [time(8, 40)]
    places(1, hours="Mo-Su 11:00-11:30")
    assert len(suggesting.suggest(day=SATURDAY, part="sang").calls) == 1


HOURS = (
    "Mo-Su 07:30-11:30,13:30-17:30",
    "Mo-Fr 08:00-17:00",
    "Sa-Su 09:00-22:00",
    "24/7",
    "Mo-Su 05:00-10:00",
    "",
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(HOURS), st.integers(0, 90), st.integers(0, 90), st.integers(5, 60)),
        max_size=8,
    ),
    st.sampled_from(["sang", "chieu", "ngay"]),
    st.sampled_from([SATURDAY, MONDAY]),
)
def test_whatever_there_is_a_suggestion_can_be_walked_and_is_the_same_again(shop, network, part, day):
    from outlets.models import Outlet

    Outlet.objects.all().delete()
    for hours, north, east, capacity in network:
        outlet(
            hours=hours,
            visit_capacity=capacity,
            latitude=f"18.{north:02}0000",
            longitude=f"105.{east:02}0000",
        )
    found = suggesting.suggest(day=day, part=part, guests=15)
    assert faults(found) == []
    assert [(c.place.host.pk, c.begins) for c in found.calls] == [
        (c.place.host.pk, c.begins) for c in suggesting.suggest(day=day, part=part, guests=15).calls
    ]


def test_no_group_is_led_to_a_family_at_tet_unless_it_said_so(shop):
    host(shop, receives_at_tet=False)
    says_so = host(shop)
    eve = lunar.tet(scheduling.next_tet(timezone.localdate() + timedelta(days=7))) - timedelta(days=1)
    for day, there in ((eve - timedelta(days=1), 2), (eve, 1), (eve + timedelta(days=3), 1)):
        assert len(suggesting.suggest(day=day).calls) == there
    assert names(suggesting.suggest(day=eve)) == [says_so.name]


def test_the_route_of_the_month_is_of_the_season_and_says_why(shop):
    person = shop.user("tour_operator")
    by, today = operator(person), date(2026, 11, 25)
    published(person, by=by, title_vi="Quanh năm")
    published(person, by=by, title_vi="Mùa hè", season_from=5, season_to=8)
    assert featuring.of_the_month(today).itinerary.title == "Quanh năm"
    published(person, by=by, title_vi="Mùa cam", season_from=11, season_to=1)
    chosen = featuring.of_the_month(today)
    assert chosen.itinerary.title == "Mùa cam"
    assert "30" in chosen.why
    assert featuring.of_the_month(date(2026, 11, 1)) == chosen


def test_without_a_tour_of_the_season_there_is_no_route_of_the_month(shop):
    assert featuring.of_the_month() is None
    person = shop.user("tour_operator")
    month = timezone.localdate().month % 12 + 2
    published(person, season_from=(month - 1) % 12 + 1, season_to=(month - 1) % 12 + 1)
    assert featuring.of_the_month() is None


def test_visitors_ask_by_the_address_and_are_told_what_is_wrong(client, shop):
    places(2)
    day = timezone.localdate() + timedelta(days=9)
    page = client.get(f"/tour/goi-y/?ngay={day}&buoi=sang&khach=4")
    assert len(page.context["suggestion"].calls) == 2
    for query, field in (
        ("ngay=2020-01-01", "day"),
        ("ngay=", "day"),
        (f"ngay={day}&khach=10000", "guests"),
        (f"ngay={day}&buoi=dem", "part"),
    ):
        page = client.get(f"/tour/goi-y/?{query}")
        assert list(page.context["form"].errors) == [field]
        assert page.context["suggestion"] is None


def test_an_operator_takes_a_suggestion_over_as_a_draft(client, shop):
    person = shop.user("tour_operator")
    places(2)
    address = reverse("touring:take-over")
    form = {"ngay": timezone.localdate() + timedelta(days=9), "buoi": "sang", "khach": 4}
    client.force_login(person)
    assert client.post(address, form).status_code == 403
    by = operator(person)
    assert client.post(address, form).status_code == 302
    made = Itinerary.objects.get()
    assert (made.operator, made.stage, made.stops.count()) == (by, "draft", 2)


def test_a_suggestion_taken_over_in_english_is_a_draft_in_vietnamese(client, shop):
    person = shop.user("tour_operator")
    places(2)
    operator(person)
    client.force_login(person)
    form = {"ngay": timezone.localdate() + timedelta(days=9), "buoi": "sang", "khach": 4}
    assert client.post("/en/ban-lam-viec/tour/tu-goi-y/", form).status_code == 302
    made = Itinerary.objects.get()
    assert made.title_vi == "Một ngày với OCOP Hà Tĩnh"
    assert {stop.reason_vi for stop in made.stops.all()} == {
        "Đặc sản trong vùng, nghe người địa phương giới thiệu."
    }
    nobody = client.post("/en/ban-lam-viec/tour/tu-goi-y/", form | {"khach": 400})
    assert "Nothing is open then that fits." in nobody.content.decode()
