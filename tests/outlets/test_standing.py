"""An agreed visit whose host has closed since: both sides hear of it once, and its page says so."""

from datetime import time, timedelta

import pytest
from django.utils import timezone
from outlet_rows import operator, outlet
from tour_rows import HOSTING, host

from catalogue.producers import joining
from office.notices import Notice
from office.outbox import drain
from outlets.hours import osm, scheduling
from outlets.models import Visit
from outlets.network import registering
from outlets.visits import hosting, standing, visiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(shop):
    return shop.user("keeper", name="Chị Sen")


@pytest.fixture
def guide(shop):
    return shop.user("tour_operator", name="Anh Lữ")


@pytest.fixture
def place(keeper):
    return outlet(keeper=keeper)


@pytest.fixture
def day():
    return timezone.localdate() + timedelta(days=7)


def agreed(guide, place, day, by):
    company = guide.operators.first() or operator(guide)
    facts = {"starts": time(9), "minutes": 60, "size": 10, "language": "vi"}
    return visiting.confirm(visiting.ask(company, host=place, day=day, by=guide, **facts), by=by)


def told(person):
    drain(standing.KIND)
    return list(
        Notice.objects.filter(user=person, sentence__contains="không còn diễn ra được").values_list(
            "sentence", flat=True
        )
    )


def closed(place, keeper, first, last=None):
    return scheduling.add_special_days(place, by=keeper, first=first, last=last or first, reason="Mất điện")


def test_a_day_closed_under_an_agreed_visit_is_told_to_both_sides_once(client, guide, keeper, place, day):
    visit = agreed(guide, place, day, keeper)
    closed(place, keeper, day)
    assert len(told(guide)) == len(told(keeper)) == 1
    assert "Mất điện" in told(guide)[0]
    closed(place, keeper, day + timedelta(days=1), day + timedelta(days=3))
    assert len(told(guide)) == len(told(keeper)) == 1
    client.force_login(guide)
    assert "Mất điện" in client.get(f"/ban-lam-viec/chuyen-tham/{visit.pk}/").content.decode()


def test_other_days_and_a_later_hour_alarm_nobody(client, guide, keeper, place, day):
    visit = agreed(guide, place, day, keeper)
    closed(place, keeper, day + timedelta(days=1))
    scheduling.add_special_days(place, by=keeper, first=day, last=day, reason="Lễ", spans=[(8 * 60, 11 * 60)])
    assert told(guide) == told(keeper) == []
    client.force_login(guide)
    assert "notice warning" not in client.get(f"/ban-lam-viec/chuyen-tham/{visit.pk}/").content.decode()


def test_longer_hours_taken_back_under_a_visit_are_told(guide, keeper, place, day):
    late = scheduling.add_special_days(
        place, by=keeper, first=day, last=day, reason="Hội", spans=[(7 * 60, 22 * 60)]
    )
    company = operator(guide)
    facts = {"starts": time(20), "minutes": 60, "size": 10, "language": "vi"}
    visiting.confirm(visiting.ask(company, host=place, day=day, by=guide, **facts), by=keeper)
    assert told(guide) == []
    scheduling.end_special_days(late, by=keeper)
    assert len(told(guide)) == 1


def test_a_storm_for_the_whole_house_reaches_the_operators_of_its_day(shop, guide, keeper, place, day):
    agreed(guide, place, day, keeper)
    scheduling.add_special_days(
        None, by=shop.office, first=day, last=day, reason="Bão số 9", for_everyone=True
    )
    assert "Bão số 9" in told(guide)[0]


def test_an_outlet_suspended_or_with_other_hours_is_told(shop, guide, keeper, place, day):
    department = shop.user("trade_department")
    agreed(guide, place, day, keeper)
    scheduling.set_hours(place, by=keeper, week=osm.read("Mo-Su 13:00-17:00"))
    assert "13:00" in told(guide)[0]
    registering.suspend(place, by=department, reason="Sửa mái")
    assert "Sửa mái" in told(guide)[-1] + told(guide)[0]


@pytest.mark.parametrize("suspended", [True, False])
def test_a_producer_that_receives_nobody_any_more_is_told(shop, guide, day, suspended):
    producer = host(shop)
    maker = shop.user("producer")
    producer.users.add(maker)
    agreed(guide, producer, day, maker)
    if suspended:
        joining.suspend(producer, reason="Giấy tờ giả", by=shop.office)
    else:
        hosting.receive(producer, by=maker, **HOSTING | {"welcomes": False})
    assert len(told(guide)) == len(told(maker)) == 1


def test_a_question_still_open_and_a_visit_called_off_alarm_nobody(guide, keeper, place, day):
    visiting.ask(
        operator(guide), host=place, day=day, starts=time(9), minutes=60, size=5, language="vi", by=guide
    )
    visiting.cancel(agreed(guide, place, day, keeper), reason="Khách hủy", by=guide)
    closed(place, keeper, day)
    assert told(guide) == told(keeper) == []
    assert not Visit.objects.filter(stage=Visit.Stage.CONFIRMED).exists()
