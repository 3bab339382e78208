"""Producers hear what outlets sold: at once, once a day at their hour, or never."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from consigning_rows import Counter

from office.notices import Notice
from office.outbox import Job, drain
from office.stages import Refused
from outlets.stock import alerting, stocking

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def counter(shop):
    return Counter(shop, pieces=10)


def told(counter):
    return list(
        Notice.objects.filter(user=counter.maker, about="outlet-sales")
        .order_by("pk")
        .values_list("sentence", flat=True)
    )


def test_at_once_tells_of_each_sale(counter):
    alerting.choose(counter.producer, when="at_once", by=counter.maker)
    counter.sell(2)
    counter.sell(1)
    assert len(told(counter)) == 2
    assert f"2 × {counter.jar.title}" in told(counter)[0]
    assert "100.000" in told(counter)[0]
    assert "90.000" in told(counter)[0]


def test_daily_tells_once_of_all_at_the_hour(counter):
    counter.sell(2)
    counter.sell(1)
    jobs = Job.objects.filter(kind="sales-alert")
    assert told(counter) == []
    assert {job.due_at.astimezone(HERE).strftime("%H:%M") for job in jobs} == {"18:00"}
    drain("sales-alert")
    assert told(counter) == []
    jobs.update(due_at=datetime.now(HERE) - timedelta(minutes=1))
    drain("sales-alert")
    assert len(told(counter)) == 1
    assert f"3 × {counter.jar.title}" in told(counter)[0]


def test_never_tells_nothing_even_of_what_waited(counter):
    counter.sell(1)
    alerting.choose(counter.producer, when="never", by=counter.maker)
    counter.sell(1)
    Job.objects.update(due_at=datetime.now(HERE) - timedelta(minutes=1))
    drain("sales-alert")
    assert told(counter) == []


def test_a_sale_taken_back_before_the_hour_is_not_told_as_sold(counter):
    stocking.reverse(counter.sell(3), reason="Nhầm", by=counter.keeper)
    alerting.tell_of_sales(counter.producer)
    assert all(f"3 × {counter.jar.title}" not in sentence for sentence in told(counter))


def test_only_the_producers_people_choose_and_only_real_hours(shop, counter):
    for stranger in (counter.keeper, Counter(shop).maker):
        with pytest.raises(Refused):
            alerting.choose(counter.producer, when="never", by=stranger)
    for hour in (-1, 24):
        with pytest.raises(Refused) as refused:
            alerting.choose(counter.producer, when="daily", hour=hour, by=counter.maker)
        assert refused.value.field == "hour"


@pytest.mark.parametrize(("hour", "now", "day"), [(18, 17, 3), (18, 18, 4), (0, 23, 4)])
def test_the_next_hour_is_today_or_tomorrow(hour, now, day):
    then = alerting._next(hour, datetime(2026, 12, 3, now, 0, tzinfo=HERE))
    assert (then.day, then.hour) == (day, hour)
