"""The stops of an itinerary: what cannot be is refused at its field, beside what can."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from outlet_rows import itinerary, operator, outlet
from tour_rows import agree, host, places

from office.stages import Refused
from outlets.hours import scheduling
from outlets.models import Itinerary, Outlet, SpecialDays, Stop, Visit
from outlets.tours import stringing, surveying
from outlets.tours.surveying import of_itinerary, problems

pytestmark = pytest.mark.django_db
REASON = {"reason_vi": "Nếm thử cu đơ khi còn nóng"}


@pytest.fixture
def person(shop):
    return shop.user("tour_operator")


@pytest.fixture
def tour(person):
    return itinerary(operator(person), group_max=20, days=2)


def posted(client, tour, kind="outlet", **form):
    """The form of a new stop sent; the input with its sentence when it came back."""
    form = {"kind": kind, "day": 1, "starts": "08:00", "minutes": 45, **REASON, **form}
    page = client.post(reverse("touring:add-stop", args=[tour.pk]), form)
    return {} if page.status_code == 302 else {k: v[0] for k, v in page.context["form"].errors.items()}


def test_a_stop_closed_at_that_hour_is_refused_and_an_open_one_taken(client, person, tour):
    (there,) = places(1)
    client.force_login(person)
    said = posted(client, tour, host=there.pk, starts="11:00")
    assert list(said) == ["starts"]
    assert "07:30–11:30" in said["starts"]
    assert posted(client, tour, host=there.pk, starts="10:45") == {}


def test_a_stop_closed_on_a_weekday_of_the_tour_is_refused(client, person, tour):
    (there,) = places(1, hours="Tu-Su 07:30-17:30")
    client.force_login(person)
    assert list(posted(client, tour, host=there.pk)) == ["starts"]
    Itinerary.objects.update(weekdays=[1, 2, 3, 4, 5])
    assert posted(client, tour, host=there.pk) == {}


def test_the_second_day_falls_on_the_day_after_the_start(client, person, tour):
    (there,) = places(1, hours="Tu-Su 07:30-17:30")
    client.force_login(person)
    Itinerary.objects.update(weekdays=[6])
    assert list(posted(client, tour, host=there.pk, day=2)) == ["starts"]
    assert posted(client, tour, host=there.pk, day=1) == {}


def test_a_stop_closed_in_the_season_of_the_tour_is_refused(client, person, tour):
    (there,) = places(1, hours="Jul 15-Oct 31 07:00-18:00")
    client.force_login(person)
    assert list(posted(client, tour, host=there.pk)) == ["starts"]
    Itinerary.objects.update(season_from=8, season_to=10)
    assert posted(client, tour, host=there.pk) == {}


def test_tet_does_not_make_a_plan_impossible(client, person, tour):
    (there,) = places(1)
    SpecialDays.objects.create(first=date(2027, 2, 5), last=date(2027, 2, 10), reason="Tết", outlet=there)
    client.force_login(person)
    assert posted(client, tour, host=there.pk) == {}


@pytest.mark.parametrize("stage", [Outlet.Stage.SUSPENDED, Outlet.Stage.CLOSED, Outlet.Stage.PLANNED])
def test_an_outlet_that_receives_nobody_is_refused_with_its_reason(person, tour, stage):
    there = outlet(coach_places=2, stage=stage, stage_reason="Sửa mái")
    with pytest.raises(Refused) as refused:
        stringing.add(
            tour, by=person, kind="outlet", outlet=there, day=1, starts=time(8), minutes=45, **REASON
        )
    assert refused.value.field == "host"
    assert stage == Outlet.Stage.PLANNED or "Sửa mái" in refused.value.message


PAIRS = {
    "capacity": ({"visit_capacity": 19}, {"visit_capacity": 20}),
    "coach": ({"coach_places": 0}, {"coach_places": 1}),
}


@pytest.mark.parametrize("name", PAIRS)
def test_too_many_guests_and_coaches_without_parking_are_refused_at_the_place(client, person, tour, name):
    client.force_login(person)
    wrong, right = ({"coach_places": 2, **fields} for fields in PAIRS[name])
    assert list(posted(client, tour, host=outlet(**wrong).pk)) == ["host"]
    assert posted(client, tour, host=outlet(**right).pk) == {}


def test_two_stops_at_once_and_the_same_place_twice_are_refused(client, person, tour):
    one, two = places(2)
    client.force_login(person)
    assert posted(client, tour, host=one.pk) == {}
    assert list(posted(client, tour, host=two.pk, starts="08:30")) == ["starts"]
    assert list(posted(client, tour, host=one.pk, starts="10:00")) == ["host"]
    assert list(posted(client, tour, host=one.pk, day=2)) == ["host"]
    assert posted(client, tour, host=two.pk, starts="09:00") == {}


def test_a_way_too_long_is_refused_with_kilometres_and_minutes(client, person, tour):
    near, far = outlet(coach_places=2), outlet(coach_places=2, latitude="18.100000", longitude="106.300000")
    client.force_login(person)
    assert posted(client, tour, host=near.pk) == {}
    said = posted(client, tour, host=far.pk, starts="09:15")
    assert list(said) == ["starts"]
    assert "65 km" in said["starts"]
    assert posted(client, tour, host=far.pk, starts="10:00") == {}


BAD = [
    ({"minutes": 4}, "minutes"),
    ({"minutes": -30}, "minutes"),
    ({"minutes": 721}, "minutes"),
    ({"starts": "23:30"}, "minutes"),
    ({"day": 3}, "day"),
    ({"reason_vi": "  "}, "reason_vi"),
    ({"name": ""}, "name"),
    ({"point": "48.8566, 2.3522"}, "point"),
    ({"point": "105.9056, 18.3428"}, "point"),
    ({"point": "gần chợ"}, "point"),
]


def test_half_a_minute_is_refused_in_words_people_use(client, person, tour):
    client.force_login(person)
    said = posted(client, tour, host=outlet(coach_places=2).pk, minutes="45,5")
    assert said == {"minutes": "Hãy nhập số nguyên."}


@pytest.mark.parametrize(("form", "field"), BAD)
def test_bad_input_has_a_sentence_at_its_field(client, person, tour, form, field):
    client.force_login(person)
    right = {"name": "Bãi biển Thiên Cầm", "point": "18.2691, 106.1004"}
    assert list(posted(client, tour, "sight", **right | form)) == [field]
    assert posted(client, tour, "sight", **right) == {}


def test_a_producer_is_visited_as_its_conditions_say(shop, client, person, tour):
    there = host(shop, weekdays=[0, 1, 2, 3, 4, 5])
    client.force_login(person)
    assert list(posted(client, tour, "producer", host=there.pk)) == ["starts"]
    Itinerary.objects.update(weekdays=[0, 1, 2, 3, 4, 5])
    assert list(posted(client, tour, "producer", host=there.pk, starts="16:00")) == ["starts"]
    there.visiting.welcomes = False
    there.visiting.save()
    assert list(posted(client, tour, "producer", host=there.pk)) == ["host"]
    there.visiting.welcomes = True
    there.visiting.save()
    assert posted(client, tour, "producer", host=there.pk) == {}


def test_what_cannot_be_may_stay_in_the_draft_when_somebody_says_so(client, person, tour):
    there = outlet(stage="suspended", stage_reason="Sửa mái", coach_places=1)
    client.force_login(person)
    assert list(posted(client, tour, host=there.pk)) == ["host"]
    assert posted(client, tour, host=there.pk, anyway="1") == {}
    page = client.get(reverse("touring:itinerary", args=[tour.pk]))
    assert "Sửa mái" in page.content.decode()
    assert [problem.field for problem in page.context["guide"].problems] == ["host"]


def test_neighbours_change_places_within_the_time_they_had(person):
    tour = itinerary(operator(person), *places(3))
    first, second, _third = tour.stops.all()
    Stop.objects.filter(pk=second.pk).update(minutes=60)
    second.refresh_from_db()
    stringing.swap(second, earlier=True, by=person)
    order = [(stop.pk, stop.starts) for stop in tour.stops.all()][:2]
    assert order == [(second.pk, time(8)), (first.pk, time(10, 15))]
    with pytest.raises(Refused):
        stringing.swap(second, earlier=True, by=person)


@pytest.mark.parametrize("day", ["1" * 5000, "²", "-1", "", "99"])
def test_a_day_that_is_none_in_the_address_does_not_matter(client, person, day):
    tour = itinerary(operator(person), *places(2))
    client.force_login(person)
    address = reverse("touring:add-stop", args=[tour.pk])
    assert client.get(address, {"loai": "sight", "ngay": day}).status_code == 200


def test_a_stop_that_was_taken_out_meanwhile_is_refused(person):
    stop = itinerary(operator(person), *places(3)).stops.first()
    stringing.take_out(Stop.objects.get(pk=stop.pk), by=person)
    for act in (
        lambda: stringing.take_out(stop, by=person),
        lambda: stringing.swap(stop, earlier=False, by=person),
        lambda: stringing.change(stop, by=person, starts=time(10)),
    ):
        with pytest.raises(Refused):
            act()


def test_a_copied_day_stands_on_the_next_and_shows_what_is_twice(person):
    tour = itinerary(operator(person), *places(2))
    stringing.copy_day(tour, day=1, to=2, by=person)
    tour.refresh_from_db()
    assert tour.days == 2
    assert list(tour.stops.values_list("day", flat=True)) == [1, 1, 2, 2]
    assert [problem.field for problem in problems(tour, list(of_itinerary(tour)))] == ["host", "host"]
    for day, to in ((2, 2), (1, 9)):
        with pytest.raises(Refused):
            stringing.copy_day(tour, day=day, to=to, by=person)


def test_a_stop_with_a_visit_is_not_taken_out_under_it(person):
    tour = agree(itinerary(operator(person), *places(2)))
    stop = tour.stops.first()
    with pytest.raises(Refused):
        stringing.take_out(stop, by=person)
    with pytest.raises(Refused) as refused:
        stringing.change(stop, by=person, outlet=places(1)[0])
    assert refused.value.field == "host"
    Visit.objects.filter(stop=stop).update(stage="cancelled")
    stringing.take_out(stop, by=person)
    assert tour.stops.count() == 1


def test_nobody_changes_the_stops_of_another_operator(shop, person):
    tour = itinerary(operator(person), *places(2))
    stranger, stop = shop.user("tour_operator"), tour.stops.first()
    operator(stranger)
    for act in (
        lambda by: stringing.swap(stop, earlier=False, by=by),
        lambda by: stringing.change(stop, by=by, minutes=30),
        lambda by: stringing.copy_day(tour, day=1, to=2, by=by),
        lambda by: stringing.take_out(stop, by=by),
    ):
        with pytest.raises(Refused):
            act(stranger)
        act(person)


@pytest.mark.parametrize("number", [3, 30])
def test_the_builder_costs_the_same_for_3_stops_and_30(client, person, django_assert_num_queries, number):
    tour = itinerary(operator(person), *places(min(number, 6)))
    stops = list(tour.stops.all())
    for n in range(number - len(stops)):
        Stop.objects.create(
            itinerary=tour, kind="sight", name_vi=f"Điểm {n}", starts=time(6), minutes=5, reason_vi="x"
        )
    client.force_login(person)
    address = reverse("touring:itinerary", args=[tour.pk])
    client.get(address)
    with django_assert_num_queries(11):
        client.get(address)


@pytest.mark.parametrize("starts", [time(0, 30), time(6), time(7, 30), time(12), time(17), time(23, 30)])
@pytest.mark.parametrize("season", ["", "Apr 15-Sep 05 "])
def test_days_alike_are_looked_at_once_and_each_is_right_by_itself(shop, starts, season):
    place = outlet(hours=f"{season}Mo-Fr 07:30-11:30,13:30-18:00; {season}Sa 18:00-02:00")
    today = timezone.localdate()
    saturday = today + timedelta(days=35 + (5 - today.weekday()) % 7)
    scheduling.add_special_days(place, by=shop.office, first=saturday, last=saturday, reason="Sửa mái")
    tour = itinerary(operator(shop.user("tour_operator")), place)
    tour.stops.update(starts=starts, minutes=45)
    [stop] = of_itinerary(tour)
    almanac = surveying.almanac_of([stop], today, today + timedelta(days=366))
    plan = surveying.planned(stop, almanac)
    for n in range(366):
        day = today + timedelta(days=n)
        by_itself = surveying.outlet_closed(almanac, place, day, starts, 45, exceptions=False)
        beside = abs((day - saturday).days) == 1  # one and the same hour may be the exception's there
        assert bool(plan.closed_on(day)) == bool(by_itself) or (beside and not by_itself), day
