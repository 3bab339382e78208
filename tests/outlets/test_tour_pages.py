"""Tours as visitors and machines read them: list, page, structured data, calendar, card."""

import json
import re
import subprocess
from datetime import time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.utils import timezone
from outlet_rows import itinerary, operator, outlet
from tour_rows import agree, host, places, published

from catalogue.search.indexing import rebuild
from outlets.models import Itinerary, ShelfItem, SpecialDays
from outlets.network import registering
from outlets.tours import stringing, touring

pytestmark = pytest.mark.django_db
IN_TEN_DAYS = timedelta(days=10)


@pytest.fixture
def person(shop):
    return shop.user("tour_operator")


def found(client, query=""):
    """Titles of the tours the list shows."""
    return [tour.title for tour in client.get(f"/tour/?{query}").context["page"]]


def json_ld(page):
    return [
        json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    ]


def test_the_list_shows_what_is_published_and_nothing_else(client, person):
    by = operator(person)
    published(person, by=by, title_vi="Đã đăng")
    itinerary(by, *places(1), title_vi="Bản nháp")
    touring.withdraw(published(person, by=by, title_vi="Đã gỡ"), by=person)
    assert found(client) == ["Đã đăng"]


@pytest.mark.parametrize(("east", "said"), [("105.902000", "dưới 1 km"), ("105.930000", "khoảng 4 km")])
def test_a_way_shorter_than_a_kilometre_is_not_none(client, person, east, said):
    hosts = [outlet(coach_places=2, longitude=longitude) for longitude in ("105.900000", east)]
    page = client.get(published(person, *hosts).get_absolute_url()).content.decode()
    assert f"{said}, ít nhất" in page
    assert "khoảng 0 km" not in page


def test_the_list_is_filtered_by_area_length_month_and_language(client, shop, person):
    by = operator(person)
    morning, day = places(2, commune_id="18652"), places(2)
    published(person, *morning, by=by, title_vi="Buổi sáng", season_from=11, season_to=1, languages=["vi"])
    long = itinerary(by, *day, title_vi="Cả ngày", languages=["vi", "en"], season_from=5, season_to=8)
    sight = {
        "kind": "sight",
        "name_vi": "Đồi chè",
        "day": 1,
        "starts": time(15),
        "minutes": 30,
        "reason_vi": "Mát",
    }
    stringing.add(long, by=person, **sight)
    touring.publish(agree(long), by=person)
    area = morning[0].commune.area.slug
    for query, titles in {
        "": ["Buổi sáng", "Cả ngày"],
        f"khu-vuc={area}": ["Buổi sáng"],
        "ngay=nua": ["Buổi sáng"],
        "ngay=1": ["Buổi sáng", "Cả ngày"],
        "ngay=2": [],
        "thang=12": ["Buổi sáng"],
        "thang=6": ["Cả ngày"],
        "thang=3": [],
        "ngon-ngu=en": ["Cả ngày"],
        "ngon-ngu=vi": ["Buổi sáng", "Cả ngày"],
    }.items():
        assert found(client, query) == titles, query


@pytest.mark.parametrize(
    "query",
    [
        "thang=99",
        "thang=x",
        "thang=001999999999999999999",
        "thang=²",
        "ngay=7",
        "ngon-ngu=xx",
        "khu-vuc=%00",
        "trang=x",
    ],
)
def test_nonsense_in_the_address_is_left_out(client, person, query):
    published(person, title_vi="Đã đăng")
    assert found(client, query) in (["Đã đăng"], [])


def test_tours_are_found_by_what_stands_at_their_stops_or_is_made_there(client, shop, person):
    by, maker = operator(person), host(shop)
    honey, candy = shop.product("Mật ong Trảng Sim"), shop.product("Cu đơ Mật Vàng", producer=maker)
    there, other = places(2)
    ShelfItem.objects.create(outlet=there, product=honey, price=1)
    published(person, there, by=by, title_vi="Có mật ong")
    tour = itinerary(by, other, title_vi="Có cu đơ")
    facts = {
        "kind": "producer",
        "producer": maker,
        "day": 1,
        "starts": time(10),
        "minutes": 30,
        "reason_vi": "Xem",
    }
    stringing.add(tour, by=person, **facts)
    touring.publish(agree(tour), by=person)
    rebuild()
    assert candy.pk
    assert found(client, "san-pham=trảng+sim") == ["Có mật ong"]
    assert found(client, "san-pham=mật+vàng") == ["Có cu đơ"]
    assert found(client, "san-pham=nước+mắm") == []


@pytest.mark.parametrize("number", [3, 30])
def test_the_list_costs_the_same_for_3_tours_and_30(client, person, django_assert_num_queries, number):
    by, there = operator(person), places(2)
    for _n in range(number):
        published(person, *there, by=by)
    client.get("/tour/")
    with django_assert_num_queries(10):
        client.get("/tour/")


@pytest.mark.parametrize("number", [3, 30])
def test_the_page_costs_the_same_for_3_stops_and_30(client, shop, person, django_assert_num_queries, number):
    hosts = places(min(number, 5))
    for there in hosts:
        ShelfItem.objects.create(outlet=there, product=shop.product(stars=3), price=1)
    tour = itinerary(operator(person), *hosts[:3])
    for n in range(number - 3):
        sight = {
            "name_vi": f"Điểm {n}",
            "starts": time(13, 2 * n),
            "minutes": 5,
            "reason_vi": "x",
            "kind": "sight",
        }
        stringing.add(tour, by=person, anyway=True, day=1, **sight)
    agree(tour)
    type(tour).objects.update(stage="published")
    client.get(tour.get_absolute_url())
    with django_assert_num_queries(10):
        client.get(tour.get_absolute_url())


def test_a_draft_is_not_found_and_a_withdrawn_tour_says_that_it_is_not_offered(client, person):
    draft = itinerary(operator(person), *places(1))
    assert client.get(draft.get_absolute_url()).status_code == 404
    tour = published(person)
    touring.withdraw(tour, by=person)
    page = client.get(tour.get_absolute_url())
    assert page.status_code == 410
    assert tour.title in page.content.decode()
    for tail in (".ics", "/lich.ics", "/the.pdf"):
        assert client.get(f"/tour/{tour.slug}{tail}").status_code == 404


def test_the_page_tells_the_operator_its_licence_and_each_stop_with_time_and_reason(client, person):
    tour = published(person, price_note_vi="từ 690.000 ₫ một khách")
    text = client.get(tour.get_absolute_url()).content.decode().replace("\u00a0", " ")
    for words in (
        tour.operator.name,
        tour.operator.licence,
        "0912 345 678",
        "08:00",
        "10:45",
        "từ 690.000 ₫",
    ):
        assert words in text
    assert text.count("Nếm thử đặc sản trong vùng") >= 2


def test_english_stands_where_it_was_written_and_vietnamese_elsewhere(client, person):
    tour = published(person, title_en="A day in the hills", summary_vi="Lên đồi chè")
    address = tour.get_absolute_url()
    assert "A day in the hills" not in client.get(address).content.decode()
    page = client.get(f"/en{address}").content.decode()
    assert "A day in the hills" in page
    assert "Lên đồi chè" in page


def test_the_page_names_both_languages_and_a_second_request_is_spared_the_body(client, person, settings):
    settings.SITE_URL = "https://ocop.example"
    tour = published(person)
    answer = client.get(tour.get_absolute_url())
    page = answer.content.decode()
    for code, prefix in (("vi", ""), ("en", "/en")):
        assert f'hreflang="{code}" href="https://ocop.example{prefix}{tour.get_absolute_url()}"' in page
    assert "s-maxage" in answer["Cache-Control"]
    assert client.get(tour.get_absolute_url(), headers={"If-None-Match": answer["ETag"]}).status_code == 304


def test_structured_data_reads_back_as_a_trip_with_its_stops_in_order(client, person, settings):
    settings.SITE_URL = "https://ocop.example"
    there, other = places(2)
    tour = published(person, there, other)
    trip = next(
        each
        for each in json_ld(client.get(tour.get_absolute_url()).content.decode())
        if each["@type"] == "TouristTrip"
    )
    assert trip["name"] == tour.title
    assert trip["provider"]["identifier"]["value"] == tour.operator.licence
    items = trip["itinerary"]["itemListElement"]
    assert [(item["position"], item["item"]["name"]) for item in items] == [(1, there.name), (2, other.name)]
    assert items[0]["item"]["geo"]["latitude"] == pytest.approx(18.3428)
    assert items[0]["item"]["url"] == f"https://ocop.example{there.get_absolute_url()}"
    assert "subTrip" not in trip


@pytest.mark.parametrize("address", ["/tour/{slug}.ics", "/tour/{slug}/lich.ics"])
def test_the_calendar_reads_back_with_the_times_of_the_chosen_day(client, person, address):
    there, other = places(2)
    tour = published(person, there, other)
    start = timezone.localdate() + IN_TEN_DAYS
    answer = client.get(f"{address.format(slug=tour.slug)}?ngay={start}")
    assert answer["Content-Type"].startswith("text/calendar")
    events = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert [str(event["SUMMARY"]).rpartition(": ")[2] for event in events] == [there.name, other.name]
    begins = events[0].decoded("DTSTART").astimezone(ZoneInfo("Asia/Ho_Chi_Minh"))
    assert (begins.date(), begins.time()) == (start, time(8))
    assert events[0].decoded("DTEND") - events[0].decoded("DTSTART") == timedelta(minutes=45)
    assert len({str(event["UID"]) for event in events}) == 2


def test_without_a_day_the_calendar_begins_on_the_next_the_tour_starts_on(client, person):
    tour = published(person)
    tomorrow = timezone.localdate() + timedelta(days=1)
    Itinerary.objects.update(weekdays=[tomorrow.weekday()])
    event = icalendar.Calendar.from_ical(client.get(f"/tour/{tour.slug}.ics").content).walk("VEVENT")[0]
    assert event.decoded("DTSTART").astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).date() == tomorrow


def test_a_day_the_tour_cannot_start_on_is_refused_with_a_sentence(client, person):
    tour = published(
        person, season_from=timezone.localdate().month, season_to=timezone.localdate().month, weekdays=[0]
    )
    monday = next(
        day for n in range(1, 32) if (day := timezone.localdate() + timedelta(days=n)).weekday() == 0
    )
    for day in (
        "2020-01-01",
        "2999-01-01",
        "mai",
        str(monday + timedelta(days=1)),
        str(monday + timedelta(days=60)),
    ):
        page = client.get(f"{tour.get_absolute_url()}?ngay={day}")
        assert page.context["day_error"], day
        assert page.context["day_error"] in page.content.decode()
        assert client.get(f"/tour/{tour.slug}.ics?ngay={day}").status_code == 400
    if monday.month in tour.months:
        assert "day_error" not in client.get(f"{tour.get_absolute_url()}?ngay={monday}").context


def test_the_page_says_which_stop_is_closed_on_the_day_somebody_starts(client, person):
    there, other = places(2)
    tour = published(person, there, other)
    start = timezone.localdate() + IN_TEN_DAYS
    SpecialDays.objects.create(outlet=there, first=start, last=start, reason="Kiểm kê")
    page = client.get(f"{tour.get_absolute_url()}?ngay={start}")
    assert [stop.outlet for stop, _why in page.context["closed"]] == [there]
    assert "Kiểm kê" in page.content.decode()
    assert client.get(f"{tour.get_absolute_url()}?ngay={start + timedelta(days=1)}").context["closed"] == []


def test_the_codes_on_the_card_open_the_tour_and_each_stop(client, person, settings, tmp_path):
    settings.SITE_URL = "https://ocop.example"
    there, other = places(2)
    tour = published(person, there, other)
    answer = client.get(f"/tour/{tour.slug}/the.pdf")
    assert answer["Content-Type"] == "application/pdf"
    file = tmp_path / "the.pdf"
    file.write_bytes(answer.content)
    subprocess.run(["pdftoppm", "-r", "150", "-png", str(file), str(tmp_path / "trang")], check=True)
    pictures = [str(picture) for picture in tmp_path.glob("trang*.png")]
    read = subprocess.run(["zbarimg", "-q", "--raw", *pictures], capture_output=True, text=True, check=False)
    assert set(read.stdout.split()) == {
        f"https://ocop.example{path.get_absolute_url()}" for path in (tour, there, other)
    }


def test_a_long_tour_fits_on_the_pages_of_its_card(client, person):
    tour = itinerary(operator(person), *places(1), days=3)
    for day in (1, 2, 3):
        for n in range(6):
            sight = {
                "name_vi": f"Điểm có tên rất dài số {n} " * 3,
                "reason_vi": "Lý do dài " * 28,
                "kind": "sight",
            }
            stringing.add(tour, by=person, anyway=True, day=day, starts=time(10 + n), minutes=30, **sight)
    type(tour).objects.update(stage="published")
    assert client.get(f"/tour/{tour.slug}/the.pdf").content.startswith(b"%PDF-")


def test_a_suspended_outlet_does_not_take_the_tour_off_but_is_told(shop, client, person):
    there, other = places(2)
    tour = published(person, there, other)
    registering.close(there, by=shop.user("trade_department"), reason="Hết hợp đồng")
    page = client.get(tour.get_absolute_url())
    assert page.status_code == 200
    assert "Hết hợp đồng" in page.content.decode()
