"""The list of outlets: what the address asks for is what it shows, and nothing in it can break it."""

import json
import re

import pytest
from django.utils import timezone
from finding_rows import CUA_LO, KY_ANH, THANH_SEN, at, showroom, stands
from hypothesis import given
from hypothesis import strategies as st
from outlet_rows import ALWAYS, outlet

from catalogue.models import LegalClass
from catalogue.programme import recognising
from catalogue.search.indexing import rebuild
from outlets.finding import mapping
from outlets.models import Outlet, ShelfItem

pytestmark = pytest.mark.django_db
NEVER = "Mo 03:00-03:01"


def names(client, query=""):
    """The outlets a visitor sees for this query, in their order."""
    page = client.get(f"/diem-ban/{query}").content.decode()
    return [name.replace("\u00a0", " ") for name in re.findall(r'<h3><a href="[^"]+">([^<]+)</a></h3>', page)]


@pytest.mark.parametrize("number", [3, 30])
@pytest.mark.parametrize(
    ("query", "queries"),
    [("", 5), ("?q=thu&loai=point&khu-vuc=thanh-pho-ha-tinh&mo=1", 5), ("?gan=Thành Sen", 5)],
)
def test_list_costs_the_same_for_3_outlets_and_30(client, django_assert_num_queries, number, query, queries):
    for _ in range(number):
        at(THANH_SEN, "Điểm thử", hours=ALWAYS)
    client.get(f"/diem-ban/{query}")
    circle = int("gan" in query and number > 20)  # looked through when there is more than a page
    with django_assert_num_queries(queries + circle):
        assert client.get(f"/diem-ban/{query}").status_code == 200


@pytest.mark.parametrize(
    "text", ["cua lo", "Cửa Lò", "binh minh", "showroom ha tinh", "CỬA LÒ bình minh", "phuong cua lo"]
)
def test_found_by_name_street_and_commune_without_diacritics(client, text):
    showroom()
    outlet(name="Điểm khác")
    assert names(client, f"?q={text}") == ["Showroom OCOP Hà Tĩnh tại Cửa Lò"]


def test_found_by_the_commune_of_before_and_the_district_that_is_gone(client):
    at(KY_ANH, "Quầy đặc sản", street="Quốc lộ 1")
    assert names(client, "?q=kỳ đồng") == names(client, "?q=huyen ky anh") == ["Quầy đặc sản"]


def test_words_follow_when_an_outlet_is_renamed(client):
    row = outlet(name="Tên cũ")
    row.name = "Quầy Bến Giang"
    row.save(update_fields=["name"])
    assert (names(client, "?q=ben giang"), names(client, "?q=ten cu")) == (["Quầy Bến Giang"], [])


def test_open_now_leaves_those_that_are_open(client):
    at(THANH_SEN, "Mở suốt", hours=ALWAYS)
    at(THANH_SEN, "Gần như không mở", hours=NEVER)
    at(THANH_SEN, "Đã đóng hẳn", hours=ALWAYS, stage=Outlet.Stage.CLOSED, stage_reason="Hết hợp đồng")
    assert names(client, "?mo=1") == ["Mở suốt"]


def test_kind_area_coaches_and_orders_narrow_the_list(client):
    outlet(name="A", kind="centre", coach_places=2)
    outlet(name="B", picks_up=True)
    showroom()
    assert names(client, "?loai=centre") == ["A"]
    assert names(client, "?xe-khach=1") == ["A"]
    assert names(client, "?nhan-hang=1") == ["B"]
    assert names(client, "?khu-vuc=tinh-40") == ["Showroom OCOP Hà Tĩnh tại Cửa Lò"]
    assert names(client, "?loai=centre&nhan-hang=1") == []


def test_who_sells_phuc_trach_pomelo(client, shop):
    pomelo = shop.product("Bưởi Phúc Trạch", stars=4)
    shelf, gone, other = outlet(name="Có bưởi"), outlet(name="Hết bưởi"), outlet(name="Chỉ có mật")
    stands(pomelo, shelf)
    stands(pomelo, gone, state=ShelfItem.State.GONE)
    stands(shop.product("Mật ong rừng"), other)
    rebuild()
    assert names(client, "?san-pham=buoi phuc trach") == ["Có bưởi"]


def test_who_sells_alcohol_is_found_by_who_declared_to_be_18_only(client, shop):
    shelf = outlet(name="Có rượu")
    stands(shop.product("Rượu nếp", legal_class=LegalClass.ALCOHOL, abv="29.5"), shelf)
    rebuild()
    for adult, found in ((False, []), (True, ["Có rượu"])):
        if adult:
            client.cookies["ocop_18"] = "1"
        data = client.get("/diem-ban.geojson?san-pham=ruou nep")
        told = json.loads(b"".join(data.streaming_content))["features"]
        assert names(client, "?san-pham=ruou nep") == [each["properties"]["name"] for each in told] == found
        assert ("private" in data["Cache-Control"]) is adult


def test_what_an_english_page_gives_as_an_example_is_found(client, shop):
    shelf = outlet(name="Bến Giang")
    stands(shop.product("Bưởi Phúc Trạch", stars=4), shelf)
    rebuild()
    page = client.get("/en/diem-ban/").content.decode()
    example = re.search(r'name="san-pham"[^>]* placeholder="([^",…]+)', page)[1]
    assert names(client, f"?san-pham={example}") == ["Bến Giang"]


def test_planned_ones_are_not_public_and_closed_ones_come_last_with_day_and_reason(client):
    planned = outlet(name="Sắp mở", stage=Outlet.Stage.PLANNED)
    closed = outlet(
        name="A đã đóng",
        stage=Outlet.Stage.CLOSED,
        stage_since="2024-06-01",
        stage_reason="Hết hợp đồng thuê",
    )
    outlet(name="B tạm ngừng", stage=Outlet.Stage.SUSPENDED, stage_reason="Sửa nhà")
    outlet(name="C đang mở")
    assert names(client) == ["C đang mở", "B tạm ngừng", "A đã đóng"]
    page = client.get("/diem-ban/").content.decode()
    assert "01/06/2024" in page
    assert "Hết hợp đồng thuê" in page
    assert client.get(planned.get_absolute_url()).status_code == 404
    assert client.get(closed.get_absolute_url()).status_code == 200


def test_near_me_sorts_by_distance_and_says_it(client):
    at(KY_ANH, "Xa", latitude="18.075", longitude="106.3")
    at(THANH_SEN, "Gần", latitude="18.3428", longitude="105.9056")
    outlet(name="Không có tọa độ", latitude=None, longitude=None)
    assert names(client, "?lat=18.3630&lon=105.9056") == ["Gần", "Xa", "Không có tọa độ"]
    page = client.get("/diem-ban/?lat=18.3630&lon=105.9056")
    assert "2,2\u00a0km" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert names(client, "?gan=ky anh")[0] == "Xa"


def test_the_nearest_of_many_are_those_of_a_full_scan(client):
    for n in range(60):
        outlet(
            name=f"Điểm {n:02}",
            latitude=f"{18 + n * 0.011:.6f}",
            longitude=f"{105.5 + (n * 7 % 60) * 0.013:.6f}",
        )
    place = mapping.Place(18.3, 105.9)
    by_hand = sorted(
        Outlet.objects.all(), key=lambda row: mapping.kilometres(place, row.latitude, row.longitude)
    )
    assert names(client, "?lat=18.3&lon=105.9") == [row.name for row in by_hand[:20]]
    assert names(client, "?lat=18.3&lon=105.9&trang=2") == [row.name for row in by_hand[20:40]]


@pytest.mark.parametrize(
    "query",
    [
        "?lat=48.85&lon=2.35", "?lat=abc&lon=def", "?lat=18.3", "?lat=NaN&lon=105", "?lat=1e999&lon=105",
        "?gan=Pari", "?gan=Hà Nội xa xôi", "?loai=casino&khu-vuc=mars&trang=99999&mo=maybe", "?trang=-1",
        "?q=%00", "?q=%25_'\"<script>", "?khu-vuc=tinh-1", "?khu-vuc=tinh-x", "?san-pham=%F0%9F%8D%8A",
    ],
)  # fmt: skip
def test_nonsense_is_no_fault(client, query):
    outlet()
    answer = client.get(f"/diem-ban/{query}")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_a_point_outside_vietnam_is_told(client):
    outlet()
    assert "không nằm trong Việt Nam" in client.get("/diem-ban/?lat=48.85&lon=2.35").content.decode()


@given(st.text(max_size=40), st.text(max_size=12), st.text(max_size=12))
def test_no_point_is_read_from_words(text, latitude, longitude):
    place = mapping.point_of(latitude, longitude)
    assert place is None or (6 <= place.latitude <= 23.5 and 102 <= place.longitude <= 118)
    assert mapping.point_of(text, "105") is None or text.strip()


def test_an_empty_list_says_what_to_take_back(client):
    outlet(name="Bến Giang")
    page = client.get("/diem-ban/?q=ben giang&xe-khach=1").content.decode()
    assert "Bỏ “Đỗ xe khách”: 1 điểm bán" in page
    assert 'href="/diem-ban/?q=ben+giang"' in page
    page = client.get("/diem-ban/?q=ben giang&san-pham=xyzzy").content.decode()
    assert "Bỏ “Có xyzzy”: 1 điểm bán" in page


def test_a_withdrawn_star_is_known_at_once(client, shop):
    honey, place = shop.product("Mật ong", stars=4), outlet(slug="diem", name="Điểm")
    stands(honey, place, price=185_000)
    told = "1 sản phẩm đang có sao"
    before = client.get("/diem-ban.geojson")
    assert told in client.get("/diem-ban/").content.decode()
    assert '"goods_with_star_today":1' in b"".join(before).decode()
    assert "badge" in client.get("/diem-ban/diem/").content.decode()
    recognising.withdraw(
        honey.recognitions.get(),
        reason="Không giữ tiêu chí",
        decision_number="99/QĐ",
        decision_date=timezone.localdate(),
        decided_by="UBND tỉnh",
        by=shop.office,
    )
    after = client.get("/diem-ban.geojson", headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert '"goods_with_star_today":0' in b"".join(after).decode()
    assert told not in client.get("/diem-ban/").content.decode()
    page = client.get("/diem-ban/diem/").content.decode()
    assert 'class="badge' not in page
    assert "Hàng khác" in page


def test_htmx_asks_for_the_results_alone(client):
    outlet()
    page = client.get("/diem-ban/", headers={"HX-Request": "true", "HX-Target": "results"}).content.decode()
    assert page.lstrip().startswith('<div id="results"')


def test_cua_lo_has_a_commune_on_the_map():
    assert CUA_LO in mapping.commune_points()
