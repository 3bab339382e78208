"""Visits and group codes on the desk: who sees what, what a tap does, how many queries."""

import re
from datetime import datetime, time, timedelta
from time import monotonic

import icalendar
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from outlet_rows import itinerary, operator, outlet
from tour_rows import host

from office.stages import Refused
from outlets.models import Busy, CalendarKey, Credit, GroupCode, Visit
from outlets.visits import calendar, crediting, visiting

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec/chuyen-tham/"


@pytest.fixture
def guide(shop):
    return shop.user("tour_operator", name="Anh Lữ")


@pytest.fixture
def keeper(shop):
    return shop.user("keeper", name="Chị Sen")


@pytest.fixture
def company(guide):
    return operator(guide)


@pytest.fixture
def place(keeper):
    return outlet(keeper=keeper)


def seen(answer):
    return answer.content.decode().replace("\u00a0", " ")


def asked(company, place, guide, **facts):
    day = facts.pop("day", timezone.localdate() + timedelta(days=7))
    said = {"starts": time(9), "minutes": 60, "size": 5, "language": "en"} | facts
    return visiting.ask(company, host=place, day=day, by=guide, **said)


def typed(**changes):
    day = timezone.localdate() + timedelta(days=7)
    return {"day": day.isoformat(), "starts": "09:00", "minutes": 45, "size": 12, "language": "vi"} | changes


def test_an_operator_asks_from_a_stop_of_its_tour(client, company, place, guide):
    stop = itinerary(company, place).stops.get()
    client.force_login(guide)
    address = f"{DESK}hoi/?diem-dung={stop.pk}"
    assert 'value="08:00"' in seen(client.get(address))
    answer = client.post(address, typed(starts="08:00", note="Có hai khách đi xe lăn"))
    visit = Visit.objects.get()
    assert answer.url == f"{DESK}{visit.pk}/"
    assert (visit.stop, visit.outlet, visit.size) == (stop, place, 12)
    page = seen(client.get(answer.url))
    assert "Có hai khách đi xe lăn" in page
    assert "Chờ nơi đón trả lời" in page


def test_a_host_is_found_by_words_and_asked_without_a_stop(client, shop, company, place, guide):
    outlet(name="Điểm Ngàn Sâu", stage="closed", stage_reason="Hết thuê")
    maker = host(shop, minutes=50)
    client.force_login(guide)
    page = seen(client.get(f"{DESK}hoi/?q={place.name.upper()}"))
    assert f"?loai=outlet&amp;noi={place.pk}" in page
    assert 'name="starts"' not in page
    assert "Không có điểm bán nào tên như vậy" in seen(client.get(f"{DESK}hoi/?q=ngan sau"))
    page = seen(client.get(f"{DESK}hoi/?loai=producer&q=hop tac xa thu"))
    assert f"?loai=producer&amp;noi={maker.pk}" in page
    form = seen(client.get(f"{DESK}hoi/?loai=producer&noi={maker.pk}"))
    assert "Đón khách từ 08:00 đến 16:30" in form
    assert 'value="50"' in form
    answer = client.post(f"{DESK}hoi/?loai=producer&noi={maker.pk}", typed(starts="10:00", minutes=50))
    assert (answer.status_code, Visit.objects.get().producer) == (302, maker)


@pytest.mark.parametrize("which", ["", "?noi=99999999", "?noi=x", "?loai=sight&noi=1", "?noi=" + "9" * 40])
def test_a_question_to_nobody_leads_back_to_the_choice(client, company, guide, which):
    client.force_login(guide)
    answer = client.post(f"{DESK}hoi/{which}", typed(), follow=True)
    assert "Hãy chọn nơi đón đoàn." in seen(answer)
    assert not Visit.objects.exists()


def test_an_outlet_that_is_only_planned_is_told_to_nobody(client, company, guide):
    secret = outlet(name="Điểm bến cảng mới", stage="planned")
    client.force_login(guide)
    for query in ("?q=ben cang", f"?noi={secret.pk}"):
        assert secret.name not in seen(client.get(f"{DESK}hoi/{query}"))


def test_an_outlet_closed_since_says_so(client, company, place, guide):
    type(place).objects.filter(pk=place.pk).update(stage="closed", stage_reason="Hết thuê")
    client.force_login(guide)
    page = seen(client.post(f"{DESK}hoi/?noi={place.pk}", typed(note="Ba xe")))
    assert "hiện không đón đoàn" in page
    assert "Ba xe" in page


@pytest.mark.parametrize(("number", "more"), [(20, False), (21, True)])
def test_more_hosts_are_spoken_of_only_where_there_are_more(client, company, guide, number, more):
    for n in range(number):
        outlet(name=f"Điểm {n}")
    client.force_login(guide)
    page = seen(client.get(f"{DESK}hoi/?q=diem"))
    assert page.count("?loai=outlet&amp;noi=") == 20
    assert ("Còn nhiều nơi nữa" in page) is more


@pytest.mark.parametrize("number", [3, 30])
def test_choosing_a_host_costs_8_queries(client, company, guide, number, django_assert_num_queries):
    for n in range(number):
        outlet(name=f"Điểm {n}")
    client.force_login(guide)
    client.get(f"{DESK}hoi/")
    with django_assert_num_queries(8):
        client.get(f"{DESK}hoi/?q=diem")


def test_what_cannot_be_comes_back_with_all_that_was_typed(client, company, place, guide):
    client.force_login(guide)
    page = seen(
        client.post(f"{DESK}hoi/?loai=outlet&noi={place.pk}", typed(size=10_000, note="Đoàn rất đông"))
    )
    assert "Mỗi đoàn có từ 1 đến 500 khách." in page
    assert "Đoàn rất đông" in page
    assert 'aria-invalid="true"' in page
    assert not Visit.objects.exists()
    assert "12:00" not in page
    closed = seen(client.post(f"{DESK}hoi/?noi={place.pk}", typed(starts="12:00")))
    assert "07:30–11:30" in closed


def test_a_keeper_answers_with_one_tap_and_the_operator_takes_another_time(
    client, company, place, guide, keeper
):
    visit = asked(company, place, guide)
    client.force_login(keeper)
    assert str(company) in seen(client.get(DESK))
    client.post(
        f"{DESK}{visit.pk}/gio-khac/", {"day": visit.day.isoformat(), "starts": "14:00", "reason": "Sáng bận"}
    )
    client.force_login(guide)
    assert "14:00" in seen(client.get(f"{DESK}{visit.pk}/"))
    client.post(f"{DESK}{visit.pk}/nhan-gio/")
    visit.refresh_from_db()
    assert (visit.stage, visit.starts) == ("confirmed", time(14))


def test_only_the_two_sides_and_the_department_read_a_visit(client, company, place, guide, keeper, shop):
    visit = asked(company, place, guide)
    for person, status in (
        (keeper, 200),
        (guide, 200),
        (shop.user("trade_department"), 200),
        (shop.user("keeper"), 403),
        (shop.user("tour_operator"), 403),
        (shop.user("buyer"), 403),
    ):
        client.force_login(person)
        assert client.get(f"{DESK}{visit.pk}/").status_code == status
    for act in ("dong-y", "tu-choi", "gio-khac", "da-den", "vang", "nhan-gio", "doi", "huy"):
        assert client.post(f"{DESK}{visit.pk}/{act}/", {"reason": "x"}).status_code == 403
    visit.refresh_from_db()
    assert visit.stage == "asked"


def test_the_department_reads_and_answers_nothing(client, company, place, guide, shop):
    visit = asked(company, place, guide)
    client.force_login(shop.user("trade_department"))
    assert client.post(f"{DESK}{visit.pk}/dong-y/").status_code == 403
    assert "Đồng ý đón đoàn" not in seen(client.get(f"{DESK}{visit.pk}/"))


@pytest.mark.parametrize(("address", "number"), [("", 11), ("?loc=sap-toi", 11), ("?loc=da-qua", 11)])
def test_the_list_asks_no_more_for_thirty_than_for_three(
    client, company, place, guide, keeper, address, number
):
    client.force_login(keeper)
    for count in (3, 27):
        for each in range(count):
            day = timezone.localdate() + timedelta(days=8 + each + count)
            visit = asked(company, place, guide, day=day, size=1)
            if address == "?loc=da-qua":
                visiting.decline(visit, reason="Kín", by=keeper)
        client.get(DESK + address)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(DESK + address)
        assert len(queries) == number


def test_a_private_address_gives_the_calendar_and_a_new_one_ends_the_old(
    client, company, place, guide, keeper
):
    visiting.confirm(asked(company, place, guide), by=keeper)
    client.force_login(keeper)
    client.post(f"{DESK}lich/diem/{place.pk}/dia-chi/")
    old = CalendarKey.objects.get().secret
    assert old in seen(client.get(f"{DESK}lich/diem/{place.pk}/"))
    client.logout()
    answer = client.get(f"{DESK}lich/{old}.ics")
    [event] = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert icalendar.Calendar.from_ical(answer.content).walk("VTIMEZONE")  # RFC 5545: a TZID needs one
    assert (event["status"], timezone.localtime(event.start).hour) == ("CONFIRMED", 9)
    assert client.get(f"{DESK}lich/{old[::-1]}.ics").status_code == 404
    client.force_login(keeper)
    client.post(f"{DESK}lich/diem/{place.pk}/dia-chi/")
    assert client.get(f"{DESK}lich/{old}.ics").status_code == 404


def test_the_list_of_visits_leads_to_ones_own_calendars_and_to_no_others(
    client, company, place, guide, keeper, shop
):
    for person, address in (
        (guide, f"{DESK}lich/lu-hanh/{company.pk}/"),
        (keeper, f"{DESK}lich/diem/{place.pk}/"),
        (shop.user("tour_operator"), ""),
    ):
        client.force_login(person)
        page = client.get(DESK).content.decode()
        assert re.findall(rf'href="({DESK}lich/[^"]*)"', page) == ([address] if address else [])


def test_calendars_are_their_owners(client, company, place, guide, keeper, shop):
    client.force_login(shop.user("keeper"))
    assert client.get(f"{DESK}lich/diem/{place.pk}/").status_code == 403
    assert client.post(f"{DESK}lich/diem/{place.pk}/dia-chi/").status_code == 403
    client.force_login(guide)
    assert client.get(f"{DESK}lich/lu-hanh/{company.pk}/").status_code == 200
    assert client.post(f"{DESK}lich/lu-hanh/{company.pk}/nhap/").status_code == 403
    assert not CalendarKey.objects.exists()


def ics(*events):
    book = icalendar.Calendar()
    book.add("prodid", "-//test//")
    book.add("version", "2.0")
    for uid, start, facts in events:
        event = icalendar.Event()
        event.add("uid", uid)
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(hours=1))
        for name, value in facts.items():
            event.add(name, value)
        book.add_component(event)
    return SimpleUploadedFile("lich.ics", book.to_ical(), "text/calendar")


@pytest.mark.parametrize(
    ("rule", "events"),
    [("FREQ=MINUTELY", 1), ("FREQ=SECONDLY", 1), ("FREQ=DAILY", 2500)],
)
def test_a_calendar_with_more_than_anybody_does_is_given_up_soon(place, keeper, rule, events):
    event = "BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART:20200101T010000Z\r\nDTEND:20200101T020000Z\r\nRRULE:{rule}\r\nEND:VEVENT\r\n"
    text = "".join(event.format(n=n, rule=rule) for n in range(events))
    book = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{text}END:VCALENDAR\r\n"
    begun = monotonic()
    with pytest.raises(Refused) as refused:
        calendar.read_in(place, SimpleUploadedFile("lich.ics", book.encode()), by=keeper)
    assert (refused.value.field, monotonic() - begun < 20) == ("calendar", True)


def test_a_hosts_own_calendar_makes_times_without_groups(client, company, place, guide, keeper):
    day = timezone.localdate() + timedelta(days=7)
    nine = timezone.make_aware(datetime.combine(day, time(9)))
    client.force_login(keeper)
    address = f"{DESK}lich/diem/{place.pk}/nhap/"
    weekly = {"rrule": {"freq": "weekly", "count": 3}}
    client.post(address, {"calendar": ics(("a", nine, weekly), ("b", nine, {"transp": "TRANSPARENT"}))})
    assert Busy.objects.count() == 3
    client.force_login(guide)
    refused = seen(client.post(f"{DESK}hoi/?noi={place.pk}", typed(starts="09:30")))
    assert "bận vào giờ đó" in refused
    client.force_login(keeper)
    client.post(address, {"calendar": ics(("c", nine + timedelta(hours=5), {}))})
    assert Busy.objects.count() == 1
    broken = SimpleUploadedFile("lich.ics", b"BEGIN:VCALENDAR\nno", "text/calendar")
    assert "Không đọc được" in seen(client.post(address, {"calendar": broken}))
    assert Busy.objects.count() == 1


def test_the_address_of_a_code_can_be_handed_on_as_it_is_read(client, company, place, guide, settings):
    tour = itinerary(company, place, stage="published")
    group = crediting.issue(tour, first_day=timezone.localdate(), size=3, by=guide)
    client.force_login(guide)
    page = seen(client.get(f"{DESK}ma-doan/{group.pk}/"))
    assert f">{settings.SITE_URL}/doan/{group.code}/</a>" in page


def test_an_operator_makes_a_code_and_reads_sums_without_buyers(client, company, place, guide):
    tour = itinerary(company, place, stage="published")
    client.force_login(guide)
    today = timezone.localdate()
    client.post(f"{DESK}ma-doan/", {"itinerary": tour.pk, "first_day": today.isoformat(), "size": 20})
    group = GroupCode.objects.get()
    crediting.credit(group, amount=250_000, reference="order:HT26-SECRET")
    page = seen(client.get(f"{DESK}ma-doan/{group.pk}/"))
    assert "250.000 ₫" in page
    assert "SECRET" not in page
    sheet = client.get(f"{DESK}ma-doan/{group.pk}/?tep=xlsx")
    assert sheet.content[:2] == b"PK"


def test_the_codes_of_the_latest_groups_come_first(client, company, place, guide):
    tour = itinerary(company, place, stage="published")
    today = timezone.localdate()
    codes = [
        crediting.issue(tour, first_day=today + timedelta(days=ahead), size=3, by=guide).code
        for ahead in (3, 9, 6)
    ]
    client.force_login(guide)
    shown = [group.code for group in client.get(f"{DESK}ma-doan/").context["page"]]
    assert shown == [codes[1], codes[2], codes[0]]


def test_a_statement_is_the_operators_and_the_departments(client, company, place, guide, shop):
    group = crediting.issue(
        itinerary(company, place, stage="published"), first_day=timezone.localdate(), size=3, by=guide
    )
    for person, status in (
        (guide, 200),
        (shop.user("trade_department"), 200),
        (shop.user("tour_operator"), 403),
    ):
        client.force_login(person)
        assert client.get(f"{DESK}ma-doan/{group.pk}/").status_code == status
    assert group.code not in seen(client.get(f"{DESK}ma-doan/"))


def test_the_department_reads_whose_groups_they_are(client, company, place, guide, shop):
    crediting.issue(
        itinerary(company, place, stage="published"), first_day=timezone.localdate(), size=3, by=guide
    )
    client.force_login(shop.user("trade_department"))
    assert company.name in seen(client.get(f"{DESK}ma-doan/"))
    assert company.name in seen(client.get(f"{DESK}ma-doan/{GroupCode.objects.get().pk}/"))


def test_a_keeper_credits_a_purchase_and_others_do_not(client, company, place, guide, keeper, shop):
    group = crediting.issue(
        itinerary(company, place, stage="published"), first_day=timezone.localdate(), size=3, by=guide
    )
    said = {"group": group.code.lower(), "amount": "1.250.000", "receipt": "07"}
    client.force_login(shop.user("keeper"))
    assert client.post(f"{DESK}ma-doan/ghi/{place.pk}/", said).status_code == 403
    client.force_login(keeper)
    page = seen(client.post(f"{DESK}ma-doan/ghi/{place.pk}/", said | {"group": "HTSAIMA"}))
    assert re.search(r"Không có mã đoàn này", page)
    client.post(f"{DESK}ma-doan/ghi/{place.pk}/", said)
    assert Credit.objects.get().amount == 1_250_000
