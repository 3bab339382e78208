"""An outlet that stops: who keeps it, comes there or has goods there hears of it, and nobody else."""

from datetime import time, timedelta

import pytest
from consigning_rows import Counter
from django.utils import timezone
from outlet_rows import operator, outlet

from office.notices import Notice
from outlets.network import registering
from outlets.visits import visiting

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def asked(company, host, guide, **facts):
    said = {"starts": time(9), "minutes": 60, "size": 20, "language": "vi"}
    return visiting.ask(company, host=host, by=guide, day=TODAY() + timedelta(days=7), **said | facts)


def told(person):
    return [row.sentence for row in Notice.objects.filter(user=person) if "ngừng đón khách" in row.sentence]


@pytest.fixture
def department(shop):
    return shop.user("trade_department")


def test_who_is_expected_at_an_outlet_hears_that_it_stops(shop, department):
    at, guide, other = Counter(shop, pieces=2), shop.user("tour_operator"), shop.user("tour_operator")
    asked(operator(guide), at.outlet, guide)
    off = asked(operator(other), at.outlet, other, starts=time(14))
    visiting.cancel(off, reason="Đoàn hoãn", by=other)
    registering.suspend(at.outlet, by=department, reason="Bão làm tốc mái.")
    for person, thing in ((at.keeper, "Hãy lo cho các đoàn"), (guide, "20 khách"), (at.maker, "hàng ký gửi")):
        (sentence,) = told(person)
        assert [part in sentence for part in (at.outlet.name, "Bão làm tốc mái. ", thing)] == [True] * 3
    assert told(other) == told(department) == []


def test_nobody_is_told_when_it_opens_or_another_one_stops(shop, department):
    at, guide = Counter(shop, pieces=2), shop.user("tour_operator")
    asked(operator(guide), at.outlet, guide)
    registering.close(outlet(), by=department, reason="Hết hợp đồng")
    registering.make_seasonal(at.outlet, by=department)
    assert [told(person) for person in (at.keeper, guide, at.maker)] == [[], [], []]


def test_the_operator_of_an_agreed_visit_is_told_once_that_it_cannot_be(
    shop, department, django_capture_on_commit_callbacks
):
    at, guide = Counter(shop, pieces=2), shop.user("tour_operator")
    visiting.confirm(asked(operator(guide), at.outlet, guide), by=at.keeper)
    before = set(Notice.objects.filter(user=guide).values_list("pk", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        registering.suspend(at.outlet, by=department, reason="Bão làm tốc mái.")
    (said,) = Notice.objects.filter(user=guide).exclude(pk__in=before)
    assert "Bão làm tốc mái" in said.sentence
