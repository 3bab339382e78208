"""/diem-ban.geojson: valid by RFC 7946, the same filters as the list, kept by its ETag."""

import json

import pytest
from django.core.cache import cache
from finding_rows import THANH_SEN, at, showroom, stands
from outlet_rows import ALWAYS, outlet

from outlets.models import Outlet

pytestmark = pytest.mark.django_db


def read(client, query="", **headers):
    answer = client.get(f"/diem-ban.geojson{query}", headers=headers)
    return json.loads(b"".join(answer))


def test_a_feature_collection_longitude_first_with_its_box(client, shop):
    place = showroom(coach_places=2)
    at(THANH_SEN, "Điểm Thành Sen", latitude="18.342800", longitude="105.905600")
    stands(shop.product(stars=4), place)
    found = read(client)
    assert found["type"] == "FeatureCollection"
    assert found["bbox"] == [105.7224, 18.3428, 105.9056, 18.8113]
    feature = next(each for each in found["features"] if each["id"] == place.pk)
    assert feature["type"] == "Feature"
    assert feature["geometry"] == {"type": "Point", "coordinates": [105.7224, 18.8113]}
    told = feature["properties"]
    assert (told["stage"], told["open_now"], told["goods_with_star_today"]) == ("open", True, 1)
    assert (told["province"], told["opening_hours"]) == ("Nghệ An", ALWAYS)


def test_hours_of_market_days_are_not_told_as_hours_of_each_day(client):
    showroom(hours="Mo-Su 05:30-11:30", lunar_days=[3, 8])
    told = read(client)["features"][0]["properties"]
    assert (told["opening_hours"], told["lunar_days"]) == ("", [3, 8])
    assert told["hours_on_lunar_days"] == "Mo-Su 05:30-11:30"


def test_without_outlets_it_is_valid_still(client):
    outlet(latitude=None, longitude=None)
    outlet(stage=Outlet.Stage.PLANNED)
    found = read(client)
    assert found["features"] == []
    assert "bbox" not in found


def test_it_has_the_filters_of_the_list(client):
    showroom()
    at(THANH_SEN, "Điểm Thành Sen")
    assert [each["properties"]["name"] for each in read(client, "?q=thanh sen")["features"]] == [
        "Điểm Thành Sen"
    ]
    assert len(read(client, "?khu-vuc=tinh-40&mo=1")["features"]) == 1


def test_it_is_kept_and_known_by_its_etag(client, django_assert_num_queries):
    showroom()
    first = client.get("/diem-ban.geojson")
    body = b"".join(first)
    with django_assert_num_queries(4):
        again = client.get("/diem-ban.geojson")
        assert b"".join(again) == body
    same = client.get("/diem-ban.geojson", headers={"If-None-Match": first["ETag"]})
    assert same.status_code == 304


@pytest.mark.parametrize("number", [3, 30])
def test_it_costs_the_same_for_3_outlets_and_30(client, django_assert_num_queries, number):
    for _ in range(number):
        outlet()
    cache.clear()
    with django_assert_num_queries(5):
        assert len(read(client)["features"]) == number


def test_an_outlet_that_stops_is_another_version(client):
    place = showroom()
    before = client.get("/diem-ban.geojson")["ETag"]
    gone = {"stage": Outlet.Stage.CLOSED, "stage_reason": "Hết hợp đồng"}
    Outlet.objects.filter(pk=place.pk).update(**gone)
    assert client.get("/diem-ban.geojson")["ETag"] != before
