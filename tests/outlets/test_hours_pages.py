"""The desk of hours and the calendar of special hours."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hours_made import as_week, weeks
from hypothesis import HealthCheck, given, settings
from icalendar import Calendar
from outlet_rows import outlet

from office.roles import give_role
from outlets.hours import osm, scheduling, timetable
from outlets.hours.forms import WeekForm
from outlets.models import Outlet, SpecialDays

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def keeper(shop):
    return shop.user("keeper")


@pytest.fixture
def place(keeper):
    return outlet(keeper=keeper, hours="Mo-Fr 07:30-11:30,13:30-17:30; Sa 08:00-11:00; PH off")


def typed(form):
    """What a browser sends back of a form nobody has touched."""
    found = {}
    for field in form:
        value = field.value()
        if value in (None, False):
            continue
        found[field.html_name] = value.strftime("%H:%M") if hasattr(value, "strftime") else value
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(weeks())
def test_a_week_goes_through_the_form_and_its_text_without_a_change(told):
    week = as_week(told)
    form = WeekForm(typed(WeekForm(week=week)), week=week)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["week"] == week
    assert osm.read(osm.write(week)) == week or not any([*week.days, *(week.rest or ())])


def sent(place, **changes):
    return typed(WeekForm(week=osm.read(place.hours))) | changes


def test_a_keeper_changes_the_week(client, keeper, place):
    client.force_login(keeper)
    page = client.get(reverse("hours:week", args=[place.pk]))
    assert page.status_code == 200
    answer = client.post(
        reverse("hours:week", args=[place.pk]), sent(place, d6_how="own", d6_1_from="18:00", d6_1_to="02:00")
    )
    assert answer["Location"] == reverse("hours:outlet", args=[place.pk])
    place.refresh_from_db()
    assert place.hours == "Mo-Fr 07:30-11:30,13:30-17:30, Sa 08:00-11:00, Su 18:00-02:00; PH off"
    assert place.hours_changes.get().by == keeper


@pytest.mark.parametrize(("changes", "field", "sentence"), [
    ({"d0_2_from": "11:00"}, "d0_2_from", "chồng lên khung trước"),
    ({"d0_2_to": ""}, "d0_2_to", "cả giờ mở và giờ đóng"),
    ({"d0_1_from": "7 giờ"}, "d0_1_from", "07:30"),
    ({"d0_1_to": "07:30"}, "d0_1_to", "trùng nhau"),
    ({"d6_how": "own"}, "d6_how", "Nghỉ cả ngày"),
    ({"d0_1_from": "01:00", "d0_2_to": "02:00"}, "d0_2_to", "ngày hôm sau"),
    ({"d0_2_to": "05:30"}, "d0_2_to", "Giờ đóng đứng trước giờ mở"),
    ({"d0_1_from": "18:00", "d0_1_to": "08:00"}, "d0_1_to", "chỉ ghi đến 04:00"),
    ({"holidays": "own"}, "holidays", "Nghỉ cả ngày"),
    ({"season_day": "30", "season_month": "2", "until_day": "1", "until_month": "5"}, "season_day", "không có ngày này"),
    ({"season_day": "1"}, "season_month", "ngày đầu và ngày cuối"),
    ({"lunar_days": "3, 31"}, "lunar_days", "1 đến 30"),
])  # fmt: skip
def test_a_mistake_is_said_at_its_field_and_nothing_is_lost(client, keeper, place, changes, field, sentence):
    client.force_login(keeper)
    answer = client.post(reverse("hours:week", args=[place.pk]), sent(place, **changes))
    assert answer.status_code == 200
    errors = answer.context["form"].errors
    assert list(errors) == [field]
    assert 'aria-invalid="true"' in answer.content.decode()
    assert answer.context["form"]["d5_1_from"].value() == "08:00"
    before = place.hours
    place.refresh_from_db()
    assert place.hours == before
    assert sentence in str(errors[field])


def test_other_hours_of_a_day_do_not_close_before_they_open(client, keeper, place):
    client.force_login(keeper)
    address = reverse("hours:add", args=[place.pk])
    facts = {"first": TODAY(), "last": TODAY(), "how": "own", "reason": "Giờ bão"}
    answer = client.post(address, facts | {"s_1_from": "20:00", "s_1_to": "19:00"})
    assert list(answer.context["form"].errors) == ["s_1_to"]
    assert client.post(address, facts | {"s_1_from": "20:00", "s_1_to": "04:00"}).status_code == 302
    assert place.special_days.get().spans == "20:00-04:00"


def test_days_that_do_not_fit_are_said_at_their_field(client, keeper, place):
    client.force_login(keeper)
    address = reverse("hours:add", args=[place.pk])
    facts = {"how": "closed", "reason": "Nghỉ bão"}
    for first, last, field in ((3, 1, "last"), (-1, 1, "first"), (1, 2, None), (2, 3, "first")):
        days = {"first": TODAY() + timedelta(days=first), "last": TODAY() + timedelta(days=last)}
        answer = client.post(address, facts | days)
        assert (list(answer.context["form"].errors) if answer.status_code == 200 else None) == (
            field and [field]
        )
    assert SpecialDays.objects.count() == 1


def test_special_days_are_changed_and_ended(client, keeper, place):
    row = scheduling.add_special_days(place, by=keeper, first=TODAY(), last=TODAY(), reason="Nghỉ bão")
    client.force_login(keeper)
    facts = {
        "first": TODAY(),
        "last": TODAY(),
        "how": "own",
        "s_1_from": "08:00",
        "s_1_to": "10:00",
        "reason": "Giờ bão",
    }
    assert client.post(reverse("hours:change", args=[row.pk]), facts).status_code == 302
    row.refresh_from_db()
    assert (row.spans, row.by) == ("08:00-10:00", keeper)
    assert "08:00–10:00" in client.get(reverse("hours:outlet", args=[place.pk])).content.decode()
    assert client.post(reverse("hours:end", args=[row.pk])).status_code == 302
    assert not SpecialDays.objects.exists()


def test_tet_is_one_form(client, keeper, place):
    client.force_login(keeper)
    address = reverse("hours:tet", args=[place.pk])
    form = client.get(address).context["form"]
    number = len(form.rows())
    facts = {f"t{n}_how": "closed" for n in range(number)}
    facts |= {f"t{number - 1}_how": "own", f"t{number - 1}_1_from": "08:00", f"t{number - 1}_1_to": "11:00"}
    assert client.post(address, facts | {f"t{number - 1}_1_to": ""}).status_code == 200
    assert client.post(address, facts).status_code == 302
    assert [row.spans for row in place.special_days.all()] == ["", "08:00-11:00"]
    again = client.get(address).context["form"]
    assert [how.value() for how, _spans in again.rows()] == ["closed"] * (number - 1) + ["own"]


def test_market_days_of_a_year_are_ticked_and_added(client, keeper, place):
    scheduling.set_hours(place, by=keeper, week=osm.read("Mo-Su 05:00-10:00"), lunar_days=[3])
    client.force_login(keeper)
    year = TODAY().year + 1
    address = reverse("hours:market", args=[place.pk, year])
    ticks = client.get(address).context["form"].initial["kept"]
    assert client.post(address, {"kept": ticks[1:], "more": "31/2"}).status_code == 200
    assert client.post(address, {"kept": ticks[1:], "more": "29/12"}).status_code == 302
    listed = place.market_years.get(year=year)
    assert listed.days == sorted([*ticks[1:], f"{year}-12-29"])
    assert ticks[0] in [value for value, _label in client.get(address).context["form"].fields["kept"].choices]
    assert client.get(reverse("hours:market", args=[place.pk, 2019])).status_code == 404


def addresses(place, row, house):
    names = [
        ("outlet", place),
        ("week", place),
        ("add", place),
        ("tet", place),
        ("change", row),
        ("end", row),
    ]
    return {name: reverse(f"hours:{name}", args=[thing.pk]) for name, thing in names} | {
        "house": reverse("hours:house"),
        "house-add": reverse("hours:house-add"),
        "house-change": reverse("hours:change", args=[house.pk]),
        "house-end": reverse("hours:end", args=[house.pk]),
    }


OF_PLACE = {"outlet", "week", "add", "tet", "change", "end"}
OF_HOUSE = {"house", "house-add", "house-change", "house-end"}


@pytest.mark.parametrize(("who", "may"), [
    ("keeper", OF_PLACE),
    ("other keeper", set()),
    ("former keeper", set()),
    ("trade_department", OF_PLACE | OF_HOUSE),
    ("tour_operator", set()),
    ("shop_manager", set()),
    ("plain", set()),
])  # fmt: skip
def test_only_its_keepers_and_the_department_set_hours(client, shop, keeper, place, who, may):
    row = scheduling.add_special_days(place, by=None, first=TODAY(), last=TODAY(), reason="Nghỉ bão")
    house = scheduling.add_special_days(None, by=None, first=TODAY(), last=TODAY(), reason="Nghỉ bão")
    user = keeper if who == "keeper" else shop.user()
    if who == "other keeper":
        outlet(keeper=user)
        give_role(user, "keeper")
    elif who == "former keeper":
        place.keepings.create(user=user, until=TODAY())
        give_role(user, "keeper")
    elif who not in {"keeper", "plain"}:
        give_role(user, who)
    client.force_login(user)
    for name, address in addresses(place, row, house).items():
        assert (client.get(address).status_code == 200) is (name in may), name
        if name not in may and name not in {"outlet", "house"}:
            assert client.post(address, {}).status_code == 403, name
    assert SpecialDays.objects.count() == 2


def test_a_guest_signs_in_first(client, place):
    row = scheduling.add_special_days(place, by=None, first=TODAY(), last=TODAY(), reason="Nghỉ bão")
    for address in addresses(place, row, row).values():
        assert "/tai-khoan/login/" in client.get(address)["Location"]


def test_the_department_closes_the_house(client, shop):
    client.force_login(shop.user("trade_department"))
    facts = {"first": TODAY(), "last": TODAY(), "how": "closed", "reason": "Bão số 9", "for_everyone": "on"}
    assert client.post(reverse("hours:house-add"), facts).status_code == 302
    row = SpecialDays.objects.get()
    assert (row.outlet, row.for_everyone) == (None, True)
    assert "Bão số 9" in client.get(reverse("hours:house")).content.decode()


def test_the_page_of_hours_costs_the_same_for_few_and_many_special_days(
    client, keeper, place, django_assert_num_queries
):
    client.force_login(keeper)
    address = reverse("hours:outlet", args=[place.pk])
    client.get(address)
    for number in (3, 27):
        for step in range(number):
            day = TODAY() + timedelta(days=number * 3 + step)
            SpecialDays.objects.create(outlet=place, first=day, last=day, reason="Nghỉ")
        with django_assert_num_queries(QUERIES):
            client.get(address)


QUERIES = 15


def test_special_hours_are_a_calendar_others_can_read(client, place):
    first = TODAY() + timedelta(days=2)
    scheduling.add_special_days(
        place, by=None, first=first, last=first + timedelta(days=2), reason="Nghỉ bão"
    )
    day = first + timedelta(days=5)
    scheduling.add_special_days(place, by=None, first=day, last=day, reason="Hội làng", spans=((1080, 1500),))
    answer = client.get(reverse("outlets:special-hours", args=[place.slug]))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(answer.content)
    events = {event.decoded("dtstart"): event for event in calendar.walk("VEVENT")}
    closed = events[first]
    assert closed.decoded("dtend") == first + timedelta(days=3)
    evening = next(event for start, event in events.items() if hasattr(start, "hour"))
    assert (evening.decoded("dtend") - evening.decoded("dtstart")) == timedelta(hours=7)
    assert f"{evening.decoded('dtstart'):%d %H:%M %z}" == f"{day:%d} 18:00 +0700"
    uids = [str(event["uid"]) for event in calendar.walk("VEVENT")]
    assert len(uids) == len(set(uids)) >= 2 + 5  # Tết within the year
    assert calendar.walk("VTIMEZONE")
    assert uids == [
        str(e["uid"]) for e in Calendar.from_ical(client.get(answer.wsgi_request.path).content).walk("VEVENT")
    ]


def test_what_is_planned_has_no_calendar_for_visitors(client, place):
    Outlet.objects.filter(pk=place.pk).update(stage="planned")
    assert client.get(reverse("outlets:special-hours", args=[place.slug])).status_code == 404


def test_search_engines_are_told_the_week_and_what_differs(place):
    day = TODAY() + timedelta(days=3)
    scheduling.add_special_days(place, by=None, first=day, last=day, reason="Nghỉ bão")
    rows = timetable.specification(place)
    kind = {"@type": "OpeningHoursSpecification"}
    week = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    assert kind | {"opens": "07:30", "closes": "11:30", "dayOfWeek": week} in rows
    closed = {
        "opens": "00:00",
        "closes": "00:00",
        "validFrom": day.isoformat(),
        "validThrough": day.isoformat(),
    }
    assert kind | closed in rows


def test_the_week_says_which_of_its_coming_days_are_other_days(place):
    """Who reads "Saturday 08:00" must not find the door locked this Saturday."""
    week = osm.read("Mo-Su 08:00-11:00")
    scheduling.set_hours(place, by=None, week=week)
    day, beyond = TODAY() + timedelta(days=3), TODAY() + timedelta(days=8)
    scheduling.add_special_days(place, by=None, first=day, last=day, reason="Nghỉ bão")
    scheduling.add_special_days(place, by=None, first=beyond, last=beyond, reason="Kiểm kê")
    lines = timetable.timetable(place).week
    assert {line.note: line.hours for line in lines if line.note} == {f"{day:%d/%m}: Nghỉ bão": ""}
    assert [line.hours for line in lines if not line.note] == ["08:00–11:00"] * 6


def test_a_market_outlet_shows_this_week_which_days_are_market_days(place):
    scheduling.set_hours(
        place, by=None, week=osm.read("Mo-Su 05:00-10:00"), lunar_days=[3, 8, 13, 18, 23, 28]
    )
    ahead = {line.day.weekday(): line.hours for line in timetable.days_ahead(place, TODAY(), 7)}
    lines = timetable.timetable(place).week
    assert {index: line.hours for index, line in enumerate(lines)} == ahead
    assert 0 < sum(bool(line.hours) for line in lines) < 7
    assert all(line.note.endswith("không phải ngày phiên") for line in lines if not line.hours)


def test_out_of_season_no_week_is_shown_but_what_the_season_will_be(place):
    first, last = TODAY() + timedelta(days=30), TODAY() + timedelta(days=90)
    season = ((first.month, first.day), (last.month, last.day))
    week = osm.Week(days=(((360, 1260),),) * 7, season=season)
    scheduling.set_hours(place, by=None, week=week)
    told = timetable.timetable(place)
    assert told.week == []
    assert f"Từ {first:%d/%m} đến {last:%d/%m}: 06:00–21:00." in told.notes
