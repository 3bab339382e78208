"""A tour goes on the site when it can be and every host has said yes; and tells at once what changed since."""

from datetime import time, timedelta

import pytest
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from outlet_rows import itinerary, operator
from tour_rows import HOSTING, agree, host, places, published

from catalogue.programme import recognising
from office import todo
from office.stages import Refused
from outlets.models import Itinerary, Stop, Visit
from outlets.network import registering
from outlets.tours import stringing, touring
from outlets.visits import hosting

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(shop):
    return shop.user("tour_operator")


def frame(**facts):
    return {
        "title_vi": "Một ngày Cẩm Bình", "days": 1, "season_from": 1, "season_to": 12, "group_min": 1,
        "group_max": 20, "languages": ["vi"], **facts,
    }  # fmt: skip


def read(client, tour):
    return client.get(tour.get_absolute_url()).content.decode().replace("\u00a0", " ")


SIZES = [
    ({"group_max": 10_000}, "group_max"),
    ({"group_max": 0}, "group_max"),
    ({"group_min": 21}, "group_min"),
    ({"group_min": 0}, "group_min"),
    ({"days": 0}, "days"),
    ({"days": 15}, "days"),
    ({"season_from": 13}, "season_from"),
    ({"title_vi": " "}, "title_vi"),
]


@pytest.mark.parametrize(("facts", "field"), SIZES)
def test_sizes_that_cannot_be_have_a_sentence_at_their_field(client, person, facts, field):
    operator(person)
    client.force_login(person)
    page = client.post(reverse("touring:new"), frame(**facts))
    assert list(page.context["form"].errors) == [field]
    assert client.post(reverse("touring:new"), frame()).status_code == 302


def test_a_season_may_run_over_the_new_year(person):
    tour = touring.draft(operator(person), by=person, **frame(season_from=11, season_to=1))
    assert tour.months == [11, 12, 1]


def test_two_tours_of_one_title_have_addresses_of_their_own(person):
    by = operator(person)
    slugs = [touring.draft(by, by=person, **frame()).slug for _n in range(3)]
    assert slugs == ["mot-ngay-cam-binh", "mot-ngay-cam-binh-2", "mot-ngay-cam-binh-3"]


def test_a_tour_is_published_when_every_host_has_agreed_and_not_before(person):
    tour = itinerary(operator(person), *places(2))
    with pytest.raises(Refused) as refused:
        touring.publish(tour, by=person)
    assert str(tour.stops.first()) in refused.value.message
    agree(tour)
    assert touring.publish(tour, by=person).stage == "published"


@pytest.mark.parametrize("stage", ["asked", "proposed", "declined", "cancelled", "no_show"])
def test_no_other_answer_is_a_yes(person, stage):
    tour = agree(itinerary(operator(person), *places(2)))
    visits = Visit.objects.filter(stop=tour.stops.last())
    visits.update(stage=stage, proposed_day=F("day"), proposed_starts=F("starts"))
    with pytest.raises(Refused):
        touring.publish(tour, by=person)


def test_a_group_that_was_received_leaves_its_time_agreed_until_the_host_declines_another(client, person):
    tour = published(person)
    stop = tour.stops.first()
    visits = Visit.objects.filter(stop=stop)
    visits.update(stage="happened", day=timezone.localdate() - timedelta(days=1))
    client.force_login(person)
    page = client.get(reverse("touring:itinerary", args=[tour.pk])).content.decode()
    assert "Chưa hỏi" not in page
    touring.publish(touring.rework(tour, by=person), by=person)
    touring.rework(tour, by=person)
    stringing.change(stop, by=person, starts=time(8, 5))
    with pytest.raises(Refused):
        touring.publish(tour, by=person)
    stringing.change(stop, by=person, starts=time(8))
    agree(tour, stage="declined")
    with pytest.raises(Refused):
        touring.publish(tour, by=person)


def test_a_yes_beside_an_open_question_is_none_yet(person):
    tour = agree(itinerary(operator(person), *places(2)))
    agree(tour, stage="asked")
    with pytest.raises(Refused):
        touring.publish(tour, by=person)


def test_a_yes_to_another_time_is_none(person):
    tour = agree(itinerary(operator(person), *places(2)))
    stop = tour.stops.last()
    stringing.change(stop, by=person, starts=time(10, 30))
    with pytest.raises(Refused) as refused:
        touring.publish(tour, by=person)
    assert "10:00" in refused.value.message
    stringing.change(stop, by=person, starts=time(10))
    touring.publish(tour, by=person)


def test_an_impossible_stop_keeps_a_tour_off_the_site(person):
    tour = agree(itinerary(operator(person), *places(2)))
    Itinerary.objects.update(group_max=31)
    with pytest.raises(Refused):
        touring.publish(tour, by=person)
    Itinerary.objects.update(group_max=30)
    touring.publish(tour, by=person)


def test_every_day_has_a_stop(person):
    tour = agree(itinerary(operator(person), *places(2), days=2))
    with pytest.raises(Refused):
        touring.publish(tour, by=person)
    sight = {
        "kind": "sight",
        "name_vi": "Đồi chè",
        "day": 2,
        "starts": time(9),
        "minutes": 30,
        "reason_vi": "Sương sớm",
    }
    stringing.add(tour, by=person, **sight)
    touring.publish(tour, by=person)


def test_on_the_site_texts_change_and_stops_do_not(person):
    tour = published(person)
    touring.revise(tour, by=person, title_vi="Tên mới", summary_vi="Lời mới")
    with pytest.raises(Refused):
        touring.revise(tour, by=person, group_max=10)
    with pytest.raises(Refused):
        stringing.change(tour.stops.first(), by=person, minutes=30)
    touring.rework(Itinerary.objects.get(pk=tour.pk), by=person)
    stringing.change(tour.stops.first(), by=person, minutes=30)
    assert Itinerary.objects.get().title_vi == "Tên mới"


def test_fewer_days_than_have_stops_are_refused(person):
    tour = itinerary(operator(person), *places(2), days=2)
    Stop.objects.filter(pk=tour.stops.last().pk).update(day=2)
    with pytest.raises(Refused) as refused:
        touring.revise(tour, by=person, days=1)
    assert refused.value.field == "days"
    assert touring.revise(tour, by=person, days=3).days == 3


def test_a_draft_is_thrown_away_and_what_was_on_the_site_is_not(person):
    touring.discard(itinerary(operator(person), *places(1)), by=person)
    tour = touring.withdraw(published(person), by=person)
    with pytest.raises(Refused):
        touring.discard(tour, by=person)
    assert list(Itinerary.objects.all()) == [tour]


def test_nobody_touches_another_operators_tour(shop, person):
    tour, stranger = published(person), shop.user("tour_operator")
    operator(stranger)
    for act in (
        lambda by: touring.revise(tour, by=by, title_vi="Tên khác"),
        lambda by: touring.withdraw(tour, by=by),
        lambda by: touring.publish(tour, by=by),
        lambda by: touring.rework(tour, by=by),
    ):
        with pytest.raises(Refused):
            act(stranger)
        act(person)


def test_a_stop_suspended_since_is_told_at_once_on_the_page_and_on_the_desk(shop, client, person):
    there, other = places(2)
    tour = published(person, there, other)
    link = reverse("touring:index") + "?trang-thai=published"
    assert [task.count for task in todo.tasks_of(person) if task.link == link] == [0, 0]
    assert "tạm ngừng" not in client.get(tour.get_absolute_url()).content.decode()
    registering.suspend(there, by=shop.user("trade_department"), reason="Sửa mái sau bão")
    page = client.get(tour.get_absolute_url()).content.decode()
    assert "đang tạm ngừng từ" in page
    assert "Sửa mái sau bão" in page
    assert "1 điểm dừng hiện không đón khách" in client.get(reverse("tours:index")).content.decode()
    assert [task.count for task in todo.tasks_of(person) if task.link == link] == [1, 0]


def test_hours_changed_since_are_told_at_once(client, person):
    there, other = places(2)
    tour = published(person, there, other)
    there.hours = "Mo-Su 09:00-17:00"
    there.save()
    page = client.get(tour.get_absolute_url())
    assert [problem.key for problem in page.context["guide"].problems] == [tour.stops.first().pk]
    assert "09:00–17:00" in page.content.decode()


def test_a_star_withdrawn_is_gone_from_the_stop_at_once(shop, client, person):
    producer = host(shop)
    product = shop.product("Cu đơ gừng", producer=producer, stars=4)
    tour = itinerary(operator(person), *places(1))
    stringing.add(
        tour,
        by=person,
        kind="producer",
        producer=producer,
        day=1,
        starts=time(10),
        minutes=45,
        reason_vi="Xem",
    )
    touring.publish(agree(tour), by=person)
    assert "Cu đơ gừng" in read(client, tour)
    recognising.withdraw(
        product.recognitions.get(),
        reason="Sai quy trình",
        decision_number="1/QĐ-UBND",
        decision_date=timezone.localdate(),
        decided_by="UBND tỉnh Hà Tĩnh",
        by=shop.office,
    )
    assert "Cu đơ gừng" not in read(client, tour)


CONDITIONS = [
    ({"closes": time(8)}, "closes"),
    ({"closes": time(7)}, "closes"),
    ({"minutes": 4}, "minutes"),
    ({"minutes": 511}, "minutes"),
    ({"largest_group": 10_000}, "largest_group"),
    ({"weekdays": []}, "weekdays"),
    ({"latitude": None, "longitude": None}, "point"),
]


@pytest.mark.parametrize(("facts", "field"), CONDITIONS)
def test_conditions_that_cannot_be_have_a_sentence_at_their_field(shop, facts, field):
    producer, maker = shop.producer(), shop.user("producer")
    producer.users.add(maker)
    with pytest.raises(Refused) as refused:
        hosting.receive(producer, by=maker, **HOSTING | facts)
    assert refused.value.field == field
    assert hosting.receive(producer, by=maker, **HOSTING).welcomes


def test_a_producer_that_receives_nobody_needs_neither_day_nor_place(shop):
    nobody = {"welcomes": False, "weekdays": [], "latitude": None, "longitude": None}
    assert not hosting.receive(shop.producer(), by=shop.office, **HOSTING | nobody).welcomes


def test_only_its_people_say_when_a_producer_receives(shop, client):
    producer, maker, other = shop.producer(), shop.user("producer"), shop.user("producer")
    producer.users.add(maker)
    shop.producer(people=[other])
    address = reverse("touring:receive", args=[producer.pk])
    for user, status in ((other, 403), (shop.user("tour_operator"), 403), (maker, 200)):
        client.force_login(user)
        assert client.get(address).status_code == status
    form = {
        "welcomes": "on", "weekdays": ["0", "5"], "opens": "08:00", "closes": "16:00", "season_from": 9,
        "season_to": 11, "largest_group": 25, "minutes": 45, "languages": ["vi", "en"], "point": "18.30, 105.92",
    }  # fmt: skip
    page = client.post(address, form | {"point": "48.85, 2.35"})
    assert list(page.context["form"].errors) == ["point"]
    assert client.post(address, form).status_code == 302
    producer.refresh_from_db()
    assert (producer.visiting.weekdays, producer.visiting.months) == ([0, 5], [9, 10, 11])


@pytest.mark.parametrize("number", [3, 30])
def test_the_desk_costs_the_same_for_3_tours_and_30(client, person, django_assert_num_queries, number):
    by, there = operator(person), places(2)
    for _n in range(number):
        itinerary(by, *there)
    client.force_login(person)
    client.get(reverse("touring:index"))
    with django_assert_num_queries(14):
        client.get(reverse("touring:index"))
