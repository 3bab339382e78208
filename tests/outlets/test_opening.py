"""When an outlet is open: sentences word by word, and every answer against a second opinion."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone, translation
from hours_made import as_spans, as_week, tellings
from hours_oracle import FIRST, HERE, LAST, MINUTES, box_of, moment, paint
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outlet_rows import ALWAYS, OFFICE_HOURS, outlet

from office.calendar import Holiday
from outlets.hours import lunar, opening, osm
from outlets.models import MarketYear, OpenSpan, Outlet, SpecialDays

pytestmark = pytest.mark.django_db


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


def special(row, first, last, spans="", reason="Nghỉ Tết", **more):
    return SpecialDays.objects.create(
        outlet=row,
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        spans=spans,
        reason=reason,
        **more,
    )


@pytest.mark.parametrize(("hours", "when", "said"), [
    (OFFICE_HOURS, "2026-03-09T16:00", "Đang mở, đóng lúc 17:30"),
    (OFFICE_HOURS, "2026-03-09T11:29", "Đang mở, đóng lúc 11:30"),
    (OFFICE_HOURS, "2026-03-09T11:30", "Mở lại lúc 13:30 hôm nay"),
    (OFFICE_HOURS, "2026-03-09T17:30", "Mở lại lúc 07:30 ngày mai"),
    (OFFICE_HOURS, "2026-03-09T00:00", "Mở lại lúc 07:30 hôm nay"),
    ("Mo-Fr 07:30-17:00", "2026-03-13T18:00", "Mở lại thứ Hai, 07:30"),
    ("Mo-Fr 07:30-17:00", "2026-03-15T18:00", "Mở lại lúc 07:30 ngày mai"),
    ("Mo 07:30-17:00", "2026-03-09T18:00", "Mở lại 16/03, 07:30"),
    ("Mo-Su 18:00-02:00", "2026-03-09T23:59", "Đang mở, đóng lúc 02:00"),
    ("Mo-Su 18:00-02:00", "2026-03-10T00:00", "Đang mở, đóng lúc 02:00"),
    ("Mo-Su 18:00-02:00", "2026-03-10T02:00", "Mở lại lúc 18:00 hôm nay"),
    ("Mo-Su 18:00-24:00", "2026-03-09T23:59", "Đang mở, đóng lúc 24:00"),
    ("Mo-Su 18:00-24:00", "2026-03-10T00:00", "Mở lại lúc 18:00 hôm nay"),
    ("Sa-Su 00:00-24:00", "2026-03-14T00:00", "Đang mở, đóng lúc 24:00 Chủ nhật"),
    (ALWAYS, "2026-03-09T03:00", "Mở cửa cả ngày đêm"),
    ("Apr 15-Sep 05 Mo-Su 07:30-17:00", "2026-01-10T08:00", "Ngoài mùa, mở lại 15/04"),
    ("Apr 15-Sep 05 Mo-Su 07:30-17:00", "2026-04-14T23:59", "Ngoài mùa, mở lại 15/04"),
    ("Apr 15-Sep 05 Mo-Su 07:30-17:00", "2026-04-15T07:29", "Mở lại lúc 07:30 hôm nay"),
    ("Apr 15-Sep 05 Mo-Su 07:30-17:00", "2026-09-05T16:59", "Đang mở, đóng lúc 17:00"),
    ("Apr 15-Sep 05 Mo-Su 07:30-17:00", "2026-09-05T17:00", "Ngoài mùa, mở lại 15/04/2027"),
    ("Apr 15-Sep 05 Mo-Su 18:00-02:00", "2026-09-06T01:00", "Đang mở, đóng lúc 02:00"),
    ("Mo-Su 07:30-17:00; PH off", "2026-04-30T09:00", "Nghỉ Ngày Chiến thắng đến hết 01/05"),
    ("Mo-Su 07:30-17:00; PH off", "2026-02-15T18:00", "Nghỉ Tết Nguyên đán đến hết 20/02"),
    ("Mo-Fr 07:30-17:00; PH off", "2026-02-18T09:00", "Nghỉ Tết Nguyên đán đến hết 20/02, mở lại thứ Hai, 07:30"),
    ("Mo-Su 07:30-17:00; PH 08:00-10:00", "2026-04-30T09:00", "Đang mở, đóng lúc 10:00"),
    ("", "2026-03-09T09:00", "Chưa rõ giờ mở cửa"),
])  # fmt: skip
def test_the_sentence_of_the_hours(shop, hours, when, said):
    with translation.override("vi"):
        assert opening.state(outlet(hours=hours), at(when)).said == said


@pytest.mark.parametrize(("facts", "said", "english"), [
    ({"by_appointment": True}, "Chỉ mở khi hẹn trước", "Open by appointment only"),
    ({"stage": "suspended", "stage_reason": "Sửa mái", "stage_since": date(2026, 3, 1)},
     "Tạm ngừng từ 01/03/2026: Sửa mái", "Suspended since 01/03/2026: Sửa mái"),
    ({"stage": "closed", "stage_reason": "Hết hợp đồng", "stage_since": date(2024, 6, 1)},
     "Đã đóng hẳn từ 01/06/2024", "Closed for good since 01/06/2024"),
    ({"stage": "planned"}, "Chưa mở cửa", "Not open yet"),
    ({"hours": "Mo-Fr 07:30-17:00"}, "Mở lại thứ Hai, 07:30", "Opens again on Monday at 07:30"),
])  # fmt: skip
def test_the_sentence_of_what_counts_more_than_hours(shop, facts, said, english):
    row = outlet(**facts)
    state = opening.state(row, at("2026-03-14T09:00"))
    for language, sentence in (("vi", said), ("en", english)):
        with translation.override(language):
            assert state.said == sentence
    assert not opening.is_open(row, at("2026-03-14T09:00"))


def test_tet_is_said_with_its_last_day(shop):
    row = outlet()
    special(row, "2026-02-14", "2026-02-20")
    with translation.override("vi"):
        assert opening.state(row, at("2026-02-14T09:00")).said == "Nghỉ Tết đến hết 20/02"
        assert opening.state(row, at("2026-02-13T18:00")).said == "Nghỉ Tết đến hết 20/02"
        assert (
            opening.state(row, at("2026-02-20T09:00")).said == "Nghỉ Tết hôm nay, mở lại lúc 07:30 ngày mai"
        )
        assert opening.state(row, at("2026-02-13T09:00")).said == "Đang mở, đóng lúc 11:30"


def test_the_days_of_the_house_close_who_closes_on_holidays_and_a_storm_closes_everyone(shop):
    usual, closes = outlet(), outlet(hours=f"{OFFICE_HOURS}; PH off")
    special(None, "2026-03-10", "2026-03-10", reason="Lễ hội")
    when = at("2026-03-10T09:00")
    assert (opening.is_open(usual, when), opening.is_open(closes, when)) == (True, False)
    special(None, "2026-03-10", "2026-03-10", reason="Bão số 1", for_everyone=True)
    assert (opening.is_open(usual, when), opening.is_open(closes, when)) == (False, False)
    special(usual, "2026-03-10", "2026-03-10", "08:00-10:00", reason="Bán nước uống")
    assert opening.is_open(usual, when)


def test_an_outlet_of_market_days_opens_on_these_only(shop):
    row = outlet(lunar_days=[3, 8], hours="Mo-Su 05:00-10:00")
    MarketYear.objects.create(
        outlet=row, year=2026, days=[day.isoformat() for day in lunar.days_in(2026, [3, 8])]
    )
    open_days = [
        day for day in (FIRST + timedelta(days=step) for step in range(365)) if opening.spans_on(row, day)
    ]
    assert open_days == lunar.days_in(2026, [3, 8])
    with translation.override("vi"):
        assert opening.state(row, at("2026-02-19T04:00")).said == "Mở lại lúc 05:00 hôm nay"  # the third
        assert opening.state(row, at("2026-02-19T11:00")).said == "Phiên chợ tới: thứ Ba, 05:00"


@pytest.mark.parametrize(("starts", "length", "fits"), [
    (time(7, 30), 240, True), (time(7, 29), 30, False), (time(11, 0), 31, False), (time(12, 0), 30, False),
    (time(16, 0), 90, True), (time(16, 0), 91, False),
])  # fmt: skip
def test_a_visit_fits_when_it_is_open_all_that_time(shop, starts, length, fits):
    assert (opening.fits(outlet(), date(2026, 3, 10), starts, length) == "") is fits


def test_a_visit_may_go_on_over_midnight_and_says_why_it_cannot_be(shop):
    night = outlet(hours="Mo-Su 20:00-24:00,00:00-02:00", name="Chợ đêm")
    assert opening.fits(night, date(2026, 3, 10), time(23, 0), 120) == ""
    special(night, "2026-03-11", "2026-03-11", reason="bão")
    with translation.override("vi"):
        assert (
            opening.fits(night, date(2026, 3, 11), time(21), 30) == "Ngày 11/03/2026, Chợ đêm đóng cửa: bão."
        )
        assert (
            opening.fits(night, date(2026, 3, 12), time(9), 30)
            == "Ngày 12/03/2026, Chợ đêm mở cửa: 00:00–02:00, 20:00–24:00."
        )


def test_states_of_many_cost_as_much_as_of_few(shop, django_assert_num_queries):
    for index in range(30):
        row = outlet(hours=f"{OFFICE_HOURS}; PH off", lunar_days=[3] if index % 3 == 0 else [])
        special(row, "2026-03-01", "2026-03-02")
    for rows in (list(Outlet.objects.all()[:3]), list(Outlet.objects.all())):
        with django_assert_num_queries(3):
            assert len(opening.states(rows, at("2026-03-09T09:00"))) == len(rows)


def enter(told, row):
    """What was told, as rows of the database."""
    Outlet.objects.filter(pk=row.pk).update(
        hours=osm.write(as_week(told)), lunar_days=[3, 8, 13] if told.market is not None else []
    )
    row.refresh_from_db()
    SpecialDays.objects.all().delete()
    MarketYear.objects.all().delete()
    SpecialDays.objects.bulk_create(
        [SpecialDays(outlet=row, first=first, last=last, spans=osm.write_spans(as_spans(hours)), reason="Lý do")
         for first, last, hours in told.own]
        + [SpecialDays(first=first, last=last, spans=osm.write_spans(as_spans(hours)), reason="Nhà", for_everyone=everyone)
           for first, last, hours, everyone in told.house]
    )  # fmt: skip
    MarketYear.objects.bulk_create(
        [MarketYear(outlet=row, year=year, days=[day.isoformat() for day in told.market or () if day.year == year])
         for year in (2026, 2027)]
    )  # fmt: skip


def edges(strip, boxes):
    """The boxes, and the minutes at which it opens or closes next after each."""
    for box in boxes:
        now = strip[box]
        change = strip.find(bytes([1 - now]), box)
        yield from {box, *([change - 1, change] if 0 < change < MINUTES else [])}


MARKET = frozenset(lunar.days_in(2026, [3, 8, 13]) + lunar.days_in(2027, [3, 8, 13]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tellings(), st.booleans(), st.lists(st.integers(1440, MINUTES - 1440), min_size=12, max_size=12))
def test_every_answer_is_that_of_the_second_opinion(shop, told, market, boxes):
    told.market = set(MARKET) if market else None
    row = Outlet.objects.first() or outlet()
    enter(told, row)
    strip = paint(told, set(Holiday.objects.filter(closed=True).values_list("day", flat=True)))
    tet = [box_of(lunar.tet(2026)) + minute for minute in (-1, 0, 480)]
    almanac = opening.Almanac([row], FIRST - timedelta(days=1), LAST + timedelta(days=400))

    ours = bytearray(MINUTES + 1440)
    for number in range(-1, (LAST - FIRST).days + 1):
        for opens, closes in opening.spans_on(row, FIRST + timedelta(days=number), almanac):
            start, end = (int((each - moment(0)).total_seconds()) // 60 for each in (opens, closes))
            start, end = max(start, 0), max(end, 0)
            ours[start:end] = b"\1" * (end - start)
    assert ours == strip

    for box in edges(strip, boxes + tet):
        when = moment(box)
        state = opening.state(row, when, almanac)
        assert opening.is_open(row, when) == state.open == bool(strip[box]), when
        change = strip.find(bytes([1 - strip[box]]), box, MINUTES)
        if change > 0 and state.open and change - box < 7 * 1440:
            assert state.until == moment(change)
        if change > 0 and not state.open and change - box < 399 * 1440:
            assert state.opens == moment(change)
        assert state.said

    today = moment(boxes[0]).date()
    opening.write_ahead([row], today=today)
    ahead = [box_of(today) + minute for minute in (0, 1, 419, 450, 719, 1079, 1439, 1440 * 39 + 700)]
    for box in edges(strip, [box for box in ahead + boxes[:1] if box < MINUTES - 3 * 1440]):
        if box < box_of(today) + 40 * 1440:
            assert Outlet.objects.open_at(moment(box)).exists() == bool(strip[box]), moment(box)


def test_spans_are_written_anew_with_every_change(shop):
    row = outlet()
    now = at("2026-11-26T09:00")
    opening.write_ahead([row], today=date(2026, 11, 25))
    assert list(Outlet.objects.open_at(now)) == [row]
    Outlet.objects.filter(pk=row.pk).update(hours="Mo-Su 13:30-17:30")  # behind the house's back
    assert not Outlet.objects.open_at(now)
    assert opening.write_ahead(today=date(2026, 11, 25)) == 1
    assert list(Outlet.objects.open_at(at("2026-11-26T14:00"))) == [row]
    assert opening.write_ahead(today=date(2026, 11, 25)) == 0


def test_a_short_horizon_is_known_before_anybody_misses_it(shop):
    row = outlet()
    day = timezone.localdate() + timedelta(days=7)
    assert not Outlet.objects.unwritten(day)
    Outlet.objects.update(spans_until=day - timedelta(days=1))
    assert list(Outlet.objects.unwritten(day)) == [row]
    opening.write_ahead()
    Outlet.objects.update(hours="Mo-Su 13:30-17:30")
    assert list(Outlet.objects.unwritten(day)) == [row]


def test_the_night_prolongs_what_is_written_by_a_day(shop):
    for _ in range(3):
        outlet()
    tomorrow = timezone.localdate() + timedelta(days=1)
    before = OpenSpan.objects.count()
    assert opening.write_ahead(today=tomorrow) == 3
    assert OpenSpan.objects.count() == before  # one day more, one day less
    assert set(Outlet.objects.values_list("spans_until", flat=True)) == {tomorrow + timedelta(days=40)}


@pytest.mark.parametrize(
    "facts", [{"stage": "suspended", "stage_reason": "Sửa mái"}, {"by_appointment": True}]
)
def test_nobody_walks_in_where_nobody_serves_or_one_calls_first(shop, facts):
    row = outlet(hours=ALWAYS)
    now = at("2026-11-26T09:00")
    opening.write_ahead([row], today=date(2026, 11, 25))
    assert Outlet.objects.open_at(now).exists()
    Outlet.objects.filter(pk=row.pk).update(**facts)
    assert not Outlet.objects.open_at(now).exists()
    row.refresh_from_db()
    assert not opening.is_open(row, now)
