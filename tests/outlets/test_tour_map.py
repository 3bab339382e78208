"""A tour as GeoJSON: points in order, a line for each day of two and more, read by a program that knows RFC 7946."""

from datetime import time

import pytest
from outlet_rows import itinerary, operator
from tour_rows import agree, places, published

from outlets.tours import stringing, touring

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(shop):
    return shop.user("tour_operator")


def of(tour, client, prefix=""):
    return client.get(f"{prefix}/tour/{tour.slug}.geojson")


def two_days(person, *, sights=0):
    """Two stops on the first day, one and `sights` on the second; sights have no point."""
    hosts = places(3)
    tour = itinerary(operator(person), *hosts, days=2)
    tour.stops.filter(outlet=hosts[2]).update(day=2)
    for n in range(sights):
        facts = {"name_vi": f"Điểm {n}", "kind": "sight", "starts": time(14, 2 * n), "reason_vi": "Ngắm"}
        stringing.add(tour, by=person, anyway=True, day=2, minutes=5, **facts)
    agree(tour)
    type(tour).objects.filter(pk=tour.pk).update(stage="published")
    return tour


def test_stops_are_points_in_order_and_days_of_two_stops_are_lines(client, person):
    tour = two_days(person, sights=1)
    answer = of(tour, client)
    assert answer["Content-Type"] == "application/geo+json"
    data = answer.json()
    points = [each for each in data["features"] if each["geometry"]["type"] == "Point"]
    lines = [each for each in data["features"] if each["geometry"]["type"] == "LineString"]
    assert [each["properties"]["number"] for each in points] == [1, 2, 3]
    assert [each["properties"]["day"] for each in points] == [1, 1, 2]
    assert [each["properties"]["day"] for each in lines] == [1]
    assert lines[0]["geometry"]["coordinates"] == [each["geometry"]["coordinates"] for each in points[:2]]


def test_positions_are_longitude_first_within_their_box(client, person):
    data = of(two_days(person), client).json()
    west, south, east, north = data["bbox"]
    for feature in data["features"]:
        if feature["geometry"]["type"] == "Point":
            longitude, latitude = feature["geometry"]["coordinates"]
            assert 105 < longitude < 107
            assert 17 < latitude < 19
            assert west <= longitude <= east
            assert south <= latitude <= north


def test_a_stop_tells_its_name_time_reason_and_address(client, person, settings):
    settings.SITE_URL = "https://ocop.example"
    there, other = places(2)
    facts = of(published(person, there, other), client).json()["features"][0]["properties"]
    assert (facts["name"], facts["starts"], facts["leaves"]) == (there.name, "08:00", "08:45")
    assert facts["reason"] == "Nếm thử đặc sản trong vùng"
    assert facts["url"] == f"https://ocop.example{there.get_absolute_url()}"
    assert facts["hitch"] == ""


def test_a_suspended_outlet_is_told_on_the_map_too(client, person):
    there, other = places(2)
    tour = published(person, there, other)
    type(there).objects.filter(pk=there.pk).update(stage="suspended", stage_reason="Sửa mái")
    assert "Sửa mái" in of(tour, client).json()["features"][0]["properties"]["hitch"]


def test_a_tour_without_points_is_an_empty_collection(client, person):
    tour = itinerary(operator(person))
    facts = {"name_vi": "Đồi chè", "kind": "sight", "starts": time(9), "reason_vi": "Ngắm"}
    stringing.add(tour, by=person, day=1, minutes=30, **facts)
    touring.publish(tour, by=person)
    assert of(tour, client).json() == {"type": "FeatureCollection", "features": []}


@pytest.mark.parametrize("sights", [1, 28])
def test_the_map_costs_the_same_for_4_stops_and_31(client, person, django_assert_num_queries, sights):
    tour = two_days(person, sights=sights)
    with django_assert_num_queries(3):
        of(tour, client)


def test_an_unchanged_map_is_spared_the_body_and_others_may_read_it(client, person):
    tour = two_days(person)
    answer = of(tour, client)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "s-maxage" in answer["Cache-Control"]
    again = client.get(f"/tour/{tour.slug}.geojson", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_a_draft_and_a_withdrawn_tour_have_no_map(client, person):
    assert of(itinerary(operator(person), *places(2)), client).status_code == 404
    tour = published(person)
    touring.withdraw(tour, by=person)
    assert of(tour, client).status_code == 404


def test_days_are_called_in_the_language_of_the_site(client, person):
    tour = two_days(person)
    said = [
        of(tour, client, prefix).json()["features"][0]["properties"]["day_name"] for prefix in ("", "/en")
    ]
    assert said == ["Ngày 1", "Day 1"]


def test_the_picture_without_a_script_has_a_line_for_each_day_and_one_mark_where_stops_lie_on_each_other(
    client, person
):
    tour = two_days(person)
    near = tour.stops.first().outlet
    type(near).objects.filter(pk=near.pk).update(latitude="18.400000", longitude="105.700000")
    sketch = client.get(tour.get_absolute_url()).context["sketch"]
    assert [look for look, _points in sketch["lines"]] == [1]
    assert [(mark["text"], mark["look"]) for mark in sketch["marks"]] == [("1", "day-1"), ("2–3", "mixed")]
