"""One outlet: what its page, paper and card say, and what others read of it."""

import json
import re
import subprocess
from datetime import timedelta

import pytest
from django.utils import timezone
from finding_rows import showroom, stands
from outlet_rows import itinerary, operator, outlet

from catalogue.models import LegalClass
from catalogue.search.indexing import rebuild
from outlets.finding.showing import usual_hours
from outlets.models import Itinerary, Outlet, RecognitionApplication, ShelfItem, Standard
from outlets.network import verifying

pytestmark = pytest.mark.django_db


def page_of(client, row, query=""):
    return client.get(f"{row.get_absolute_url()}{query}").content.decode().replace("\u00a0", " ")


@pytest.mark.parametrize("number", [3, 30])
def test_page_costs_the_same_for_3_goods_and_30(client, shop, django_assert_num_queries, number):
    place = showroom()
    for _ in range(number):
        stands(shop.product(stars=3), place)
    client.get(place.get_absolute_url())
    with django_assert_num_queries(9):
        assert client.get(place.get_absolute_url()).status_code == 200


def test_shelf_says_sold_and_shown_with_the_price_there(client, shop):
    place = showroom()
    stands(shop.product("Mật ong rừng", price=185_000, stars=4), place, price=190_000)
    stands(shop.product("Cu đơ gừng", price=65_000), place, state=ShelfItem.State.SHOWN)
    stands(shop.product("Đã hết"), place, state=ShelfItem.State.GONE)
    ShelfItem.objects.create(outlet=place, label="Nón lá Tiên Điền", price=50_000)
    page = page_of(client, place)
    assert "190.000 ₫" in page
    assert "185.000 ₫" not in page
    assert "Chỉ trưng bày" in page
    assert "Nón lá Tiên Điền" in page
    assert "Đã hết" not in page
    assert page.count('class="badge') == 1


def test_alcohol_stands_on_the_shelf_for_adults_only(client, shop):
    place = showroom()
    wine = shop.product("Rượu nếp", legal_class=LegalClass.ALCOHOL, abv="29.5")
    stands(wine, place)
    assert "Rượu nếp" not in page_of(client, place)
    client.cookies["ocop_18"] = "1"
    assert "Rượu nếp" in page_of(client, place)


def test_a_long_shelf_is_cut_until_somebody_asks(client, shop):
    place = showroom()
    for _ in range(27):
        stands(shop.product(), place)
    assert page_of(client, place).count('<article class="card') == 24
    assert "Xem thêm 3 sản phẩm" in page_of(client, place)
    assert page_of(client, place, "?ke=het").count('<article class="card') == 27


def test_page_says_where_how_and_who(client):
    place = showroom(
        coach_places=3,
        languages=["vi", "en"],
        payments=["cash", "card"],
        old_address="Phường Nghi Hương, Cửa Lò",
    )
    page = page_of(client, place)
    for words in (
        "210 đường Bình Minh",
        "Nghệ An",
        "Phường Nghi Hương",
        "tel:+84238222333",
        "3 chỗ",
        "Tiếng Việt",
        "geo:18.811300,105.722400",
    ):
        assert words.lower() in page.lower(), words
    assert "https://www.openstreetmap.org/directions?to=18.811300%2C105.722400" in page
    assert "Sơ đồ, không phải bản đồ địa giới." in page


def test_a_stale_outlet_says_so_and_a_fresh_one_when_it_was_verified(client):
    today = timezone.localdate()
    fresh, stale, never = (
        outlet(verified_on=day) for day in (today - timedelta(days=5), today - timedelta(days=120), None)
    )
    assert f"Xác minh ngày {fresh.verified_on:%d/%m/%Y}" in page_of(client, fresh)
    assert "hãy gọi trước khi đến" in page_of(client, stale)
    assert "Chưa xác minh" in page_of(client, never)


def test_page_says_which_side_verified_it_and_no_name(client, shop):
    office, keeper = shop.user("trade_department", name="Anh Công"), shop.user("keeper", name="Chị Sen")
    place = outlet(keeper=keeper)
    assert "xác nhận" not in page_of(client, place)
    for person, side in ((keeper, "do người trông coi xác nhận"), (office, "do Sở Công Thương xác nhận")):
        verifying.verify(place, by=person)
        page = page_of(client, place)
        assert side in page
        assert person.get_full_name() not in page


def recognised(place, shop, **fields):
    office, today = shop.user("trade_department"), timezone.localdate()
    facts = {
        "stage": RecognitionApplication.Stage.RECOGNISED, "decided_by": office, "decision_number": "41/QĐ-SCT",
        "decision_date": today, "valid_from": today, "valid_to": today + timedelta(days=1000),
    }  # fmt: skip
    return RecognitionApplication.objects.create(
        outlet=place, standard=Standard.objects.first(), applicant=shop.user("keeper"), **facts | fields
    )


def test_a_recognition_is_shown_with_its_decision_while_it_is_valid(client, shop):
    place = showroom()
    assert "Điểm bán OCOP đã công nhận" not in page_of(client, place)
    row = recognised(place, shop)
    assert "41/QĐ-SCT" in page_of(client, place)
    assert "Điểm bán OCOP đã công nhận" in client.get("/diem-ban/").content.decode()
    row.revoked_on = timezone.localdate()
    row.save()
    assert "41/QĐ-SCT" not in page_of(client, place)
    assert "Điểm bán OCOP đã công nhận" not in client.get("/diem-ban/").content.decode()


def test_only_published_tours_stop_here(client):
    place, by = showroom(), operator()
    shown = itinerary(by, place, title="Biển và bưởi", stage=Itinerary.Stage.PUBLISHED)
    itinerary(by, place, title="Còn nháp")
    page = page_of(client, place)
    assert shown.title in page
    assert "Còn nháp" not in page


def test_search_engines_read_a_local_business(client):
    place = showroom()
    page = client.get(place.get_absolute_url()).content.decode()
    blocks = [
        json.loads(each) for each in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    ]
    business = next(each for each in blocks if "LocalBusiness" in each["@type"])
    assert business["address"]["addressRegion"] == "Nghệ An"
    assert business["geo"]["longitude"] == 105.7224
    assert business["openingHoursSpecification"][0]["opens"] == "00:00"
    assert f'rel="canonical" href="http://localhost:8000/diem-ban/{place.slug}/"' in page
    assert 'hreflang="en"' in page


def test_browsers_ask_each_time_and_are_spared_the_body(client):
    place = showroom()
    answer = client.get(place.get_absolute_url())
    again = client.get(place.get_absolute_url(), headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def paper_of(client, place):
    """The words on the paper for the door."""
    answer = client.get(f"{place.get_absolute_url()}to-in.pdf")
    assert answer["Content-Type"] == "application/pdf"
    words = subprocess.run(
        ["pdftotext", "-", "-"], input=answer.content, capture_output=True, check=True
    ).stdout.decode()
    return words.replace("\u00a0", " ")


def test_paper_for_the_door_is_one_page_with_name_and_hours(client):
    place = showroom(hours="Mo-Fr 07:30-11:30,13:30-17:30; Sa-Su 08:00-21:00")
    words = paper_of(client, place)
    assert words.count("\f") == 1
    for said in ("Cửa Lò", "07:30–11:30", "08:00–21:00", f"/diem-ban/{place.slug}/"):
        assert said in words, said


def test_paper_says_what_limits_the_hours_and_none_of_who_serves_nobody(client):
    market = showroom(hours="Mo-Su 05:30-11:30", lunar_days=[3, 8])
    asked = outlet(hours="Mo-Su 07:00-18:00", by_appointment=True, kind="centre")
    shut = outlet(hours="Mo-Su 07:00-17:00", stage="suspended", stage_reason="Sửa mái")
    assert "Chỉ mở ngày phiên chợ" in " ".join(paper_of(client, market).split())
    assert "hẹn trước" in paper_of(client, asked)
    assert "Trung tâm OCOP" in paper_of(client, asked)
    assert "Chưa rõ giờ mở cửa" in paper_of(client, outlet(hours=""))
    paper = " ".join(paper_of(client, shut).split())
    assert "Sửa mái" in paper
    assert "07:00" not in paper


def test_paper_tells_both_seasons(client):
    place = showroom(hours="Apr-Sep 06:30-22:30; Oct-Mar Sa-Su 07:00-21:00")
    assert usual_hours(place) == [
        ("01/04–30/09", ""),
        ("Thứ Hai – Chủ nhật", "06:30–22:30"),
        ("Các tháng còn lại", ""),
        ("Thứ Hai – Thứ Sáu", "Nghỉ cả ngày"),
        ("Thứ Bảy – Chủ nhật", "07:00–21:00"),
    ]
    assert client.get(f"{place.get_absolute_url()}to-in.pdf").status_code == 200


def test_other_sites_may_frame_the_card_and_nothing_else(client):
    place = showroom()
    card, page = client.get(f"{place.get_absolute_url()}nhung/"), client.get(place.get_absolute_url())
    assert "frame-ancestors *" in card["Content-Security-Policy"]
    assert "X-Frame-Options" not in card
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"


def test_oembed_gives_the_card_of_an_outlet(client, settings):
    place = showroom()
    url = f"{settings.SITE_URL}{place.get_absolute_url()}"
    card = client.get("/oembed", {"url": url, "maxwidth": "300"}).json()
    assert (card["type"], card["width"], card["title"]) == ("rich", 300, place.name)
    assert f'src="{url}nhung/"' in card["html"]
    assert f"/oembed?url={url}" in client.get(place.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/diem-ban/cua-lo/", "javascript:alert(1)", "", "http://[", "/diem-ban/cua-lo/",
        "http://localhost:8000/san-pham/", "http://localhost:8000/diem-ban/khong-co/",
        "http://localhost:8000@evil.example/diem-ban/cua-lo/",
    ],
)  # fmt: skip
def test_oembed_refuses_what_is_not_ours(client, url):
    showroom()
    assert client.get("/oembed", {"url": url}).status_code == 404


def test_product_page_says_where_it_stands(client, shop, django_assert_num_queries):
    honey = shop.product("Mật ong rừng", stars=4)
    for n in range(8):
        stands(honey, outlet(name=f"Điểm {n}"), price=180_000)
    stands(honey, outlet(name="Đóng", stage=Outlet.Stage.CLOSED, stage_reason="Hết hợp đồng"))
    rebuild()
    client.get(honey.get_absolute_url())
    with django_assert_num_queries(3):
        page = client.get(honey.get_absolute_url()).content.decode()
    assert "Có bán tại" in page
    assert page.count('href="/diem-ban/diem-') == 6
    assert "Đóng<" not in page


def test_sitemap_names_the_outlets_that_are_not_closed_for_good(client):
    shown = showroom()
    closed = outlet(stage=Outlet.Stage.CLOSED, stage_reason="Hết hợp đồng")
    page = client.get("/sitemap-outlets.xml").content.decode()
    assert shown.get_absolute_url() in page
    assert closed.get_absolute_url() not in page
