"""Setting hours, special days, Tết and market days."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone
from hours_oracle import HERE
from outlet_rows import outlet

from at_once import of_each, refusals
from office.calendar import Holiday
from office.stages import Refused
from outlets.hours import lunar, opening, osm, scheduling
from outlets.models import MarketYear, OpenSpan, Outlet, SpecialDays

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
WEEK = osm.read("Mo-Fr 07:30-11:30,13:30-17:30")


def days(number):
    return TODAY() + timedelta(days=number)


def noon(day):
    return datetime(day.year, day.month, day.day, 9, tzinfo=HERE)


def add(row, first=1, last=2, **more):
    facts = {"by": None, "first": days(first), "last": days(last), "reason": "Nghỉ bão", **more}
    return scheduling.add_special_days(row, **facts)


def test_hours_are_kept_with_who_set_them_and_count_at_once(shop):
    row, keeper = outlet(), shop.user()
    scheduling.set_hours(row, by=keeper, week=osm.read("Mo-Su 00:00-24:00; PH off"))
    assert (row.hours, row.on_holidays) == ("Mo-Su 00:00-24:00; PH off", "closed")
    assert row.hours_changes.get().by == keeper
    assert list(Outlet.objects.open_at(datetime.combine(days(20), datetime.min.time(), HERE))) == [row]


@pytest.mark.parametrize(("week", "more", "field"), [
    (osm.Week(), {}, "d0_how"),
    (osm.read("Mo 18:00-02:00, Tu 01:00-05:00"), {}, "d0_1_to"),
    (WEEK, {"lunar_days": [31]}, "lunar_days"),
])  # fmt: skip
def test_hours_that_cannot_be_are_refused_at_their_field(shop, week, more, field):
    row = outlet()
    with pytest.raises(Refused) as refused:
        scheduling.set_hours(row, by=None, week=week, **more)
    assert refused.value.field == field
    row.refresh_from_db()
    assert not row.hours_changes.exists()


def test_who_takes_appointments_only_needs_no_hours(shop):
    row = scheduling.set_hours(outlet(), by=None, week=osm.Week(), by_appointment=True)
    assert (row.hours, row.by_appointment) == ("", True)
    assert opening.fits(row, days(3), datetime.min.time().replace(hour=9), 30) == ""


@pytest.mark.parametrize(("first", "last", "field"), [
    (3, 2, "last"), (-2, 3, "first"), (-3, -1, "last"), (1, 400, "last"),
])  # fmt: skip
def test_special_days_that_cannot_be_are_refused_at_their_field(shop, first, last, field):
    with pytest.raises(Refused) as refused:
        add(outlet(), first, last)
    assert refused.value.field == field
    assert not SpecialDays.objects.exists()


def test_two_exceptions_do_not_overlap_but_may_touch(shop):
    row = outlet()
    add(row, 1, 3)
    with pytest.raises(Refused) as refused:
        add(row, 3, 5)
    assert refused.value.field == "first"
    assert add(row, 4, 5).pk
    assert add(outlet(), 1, 3).pk
    assert add(None, 1, 3).pk


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("whose", ["an outlet's", "the house's"])
def test_of_two_exceptions_entered_at_once_for_the_same_days_one_is_kept(shop, whose):
    place = outlet() if whose == "an outlet's" else None
    day = timezone.localdate() + timedelta(days=9)

    def enter(_n):
        return scheduling.add_special_days(place, by=shop.office, first=day, last=day, reason="Bão")

    results = of_each(6, enter)
    assert [no.field for no in refusals(results)] == ["first"] * 5
    assert SpecialDays.objects.count() == 1


def test_a_special_day_shows_in_the_spans_at_once_and_goes_with_its_end(shop):
    row = outlet()
    entered = add(row, 1, 2)
    assert [Outlet.objects.open_at(noon(days(n))).exists() for n in (1, 2, 3)] == [False, False, True]
    scheduling.change_special_days(entered, by=None, first=days(2), last=days(3), reason="Nghỉ bão")
    assert [Outlet.objects.open_at(noon(days(n))).exists() for n in (1, 2, 3)] == [True, False, False]
    entered.refresh_from_db()
    scheduling.end_special_days(entered, by=None)
    assert [Outlet.objects.open_at(noon(days(n))).exists() for n in (1, 2, 3)] == [True, True, True]
    assert not SpecialDays.objects.exists()


def test_what_has_begun_ends_yesterday_and_what_is_over_stays(shop):
    row = outlet()
    running = SpecialDays.objects.create(outlet=row, first=days(-2), last=days(2), reason="Sửa quầy")
    assert not opening.spans_on(row, TODAY())
    scheduling.end_special_days(running, by=None)
    assert (running.refresh_from_db(), running.last) == (None, days(-1))
    assert opening.spans_on(row, TODAY())
    for act in (scheduling.end_special_days, scheduling.change_special_days):
        facts = (
            {} if act is scheduling.end_special_days else {"first": days(1), "last": days(1), "reason": "x"}
        )
        with pytest.raises(Refused):
            act(running, by=None, **facts)


def test_a_running_exception_may_be_made_longer_with_its_first_day_as_it_was(shop):
    running = SpecialDays.objects.create(outlet=outlet(), first=days(-2), last=days(2), reason="Sửa quầy")
    assert scheduling.change_special_days(
        running, by=None, first=days(-2), last=days(5), reason="Sửa quầy"
    ).last == days(5)
    with pytest.raises(Refused):
        scheduling.change_special_days(running, by=None, first=days(-1), last=days(5), reason="Sửa quầy")


@pytest.fixture
def no_holiday(shop):
    """No public holiday lies near, whichever day the test runs."""
    Holiday.objects.all().delete()


def test_a_day_of_the_house_is_written_for_all_it_concerns(no_holiday):
    closes, usual = outlet(hours="Mo-Su 08:00-17:00; PH off"), outlet(hours="Mo-Su 08:00-17:00")
    add(None, 1, 1)
    assert list(Outlet.objects.open_at(noon(days(1)))) == [usual]
    add(None, 2, 2, for_everyone=True)
    assert not Outlet.objects.open_at(noon(days(2)))
    assert set(Outlet.objects.open_at(noon(days(3)))) == {closes, usual}


def test_a_new_public_holiday_closes_who_closes_on_holidays(no_holiday):
    closes, usual = outlet(hours="Mo-Su 08:00-17:00; PH off"), outlet(hours="Mo-Su 08:00-17:00")
    holiday = Holiday.objects.create(day=days(5), name="Ngày lễ mới", legal_basis="Luật thử")
    assert list(Outlet.objects.open_at(noon(days(5)))) == [usual]
    holiday.day = days(6)
    holiday.save()
    assert set(Outlet.objects.open_at(noon(days(5)))) == {closes, usual}
    assert list(Outlet.objects.open_at(noon(days(6)))) == [usual]
    holiday.delete()
    assert set(Outlet.objects.open_at(noon(days(6)))) == {closes, usual}


def test_the_days_of_tet_are_set_in_one_go_and_again(shop):
    row = outlet()
    year = scheduling.next_tet(days(30))  # not one that has begun
    window = scheduling.days_of_tet(year)
    closed, short = dict.fromkeys(window[2:6], ()), dict.fromkeys(window[6:8], ((480, 660),))
    made = scheduling.set_tet(row, by=None, year=year, days=closed | short)
    assert [(each.first, each.last, each.spans) for each in made] == [
        (window[2], window[5], ""), (window[6], window[7], "08:00-11:00"),
    ]  # fmt: skip
    assert [bool(opening.spans_on(row, day)) for day in window[1:8]] == [
        True,
        False,
        False,
        False,
        False,
        True,
        True,
    ]
    scheduling.set_tet(row, by=None, year=year, days={window[3]: ()})
    assert [each.first for each in row.special_days.all()] == [window[3]]


def test_an_exception_that_reaches_into_tet_is_not_lost_unsaid(shop):
    row = outlet()
    year = scheduling.next_tet()
    last = scheduling.days_of_tet(year)[-1]
    SpecialDays.objects.create(outlet=row, first=last, last=last + timedelta(days=9), reason="Sửa quầy")
    with pytest.raises(Refused):
        scheduling.set_tet(row, by=None, year=year, days={last: ()})
    assert row.special_days.get().last == last + timedelta(days=9)


def test_market_days_are_made_for_two_years_and_mended_by_hand(shop):
    row = scheduling.set_hours(outlet(), by=None, week=osm.read("Mo-Su 05:00-10:00"), lunar_days=[3, 8])
    year = TODAY().year
    assert [listed.year for listed in row.market_years.all()] == [year, year + 1]
    first, second = lunar.days_in(year + 1, [3, 8])[:2]
    scheduling.set_market_days(row, by=None, year=year + 1, days=[second])
    assert [bool(opening.spans_on(row, day)) for day in (first, second)] == [False, True]
    assert scheduling.prepare_market_years() == 0
    assert MarketYear.objects.get(year=year + 1).days == [second.isoformat()]
    assert scheduling.prepare_market_years(date(year + 1, 1, 1)) == 1
    with pytest.raises(Refused):
        scheduling.set_market_days(row, by=None, year=year + 1, days=[date(year + 2, 1, 1)])
    with pytest.raises(Refused):
        scheduling.set_market_days(outlet(), by=None, year=year, days=[])


def test_other_lunar_days_make_other_market_days(shop):
    row = scheduling.set_hours(outlet(), by=None, week=osm.read("Mo-Su 05:00-10:00"), lunar_days=[3])
    row = scheduling.set_hours(row, by=None, week=osm.read("Mo-Su 05:00-10:00"), lunar_days=[5])
    assert row.market_years.get(year=TODAY().year).days == [
        day.isoformat() for day in lunar.days_in(TODAY().year, [5])
    ]
    row = scheduling.set_hours(row, by=None, week=osm.read("Mo-Su 05:00-10:00"))
    assert not row.market_years.exists()


def test_an_outlet_may_be_deleted_with_its_days(shop):
    row = outlet()
    add(row)
    row.delete()
    assert not OpenSpan.objects.exists()


def test_a_hundred_outlets_are_written_in_batches(shop, django_assert_max_num_queries):
    like = outlet()
    Outlet.objects.bulk_create(
        [Outlet(slug=f"hang-loat-{n}", name=f"Điểm {n}", kind="point", stage="open", operator="x", street="x",
                commune_id=like.commune_id, hours="Mo-Su 08:00-17:00") for n in range(99)]
    )  # fmt: skip
    with django_assert_max_num_queries(30):
        assert opening.write_ahead(list(Outlet.objects.all())) == 100
