"""The demo's outlets: readable hours, points in the right commune, and one open on the beach all year."""

from datetime import datetime, timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from office.accounts.models import User
from outlets.finding import mapping
from outlets.hours import opening, osm, scheduling
from outlets.models import Outlet, RecognitionApplication, Standard
from shop.management.demo import outlet_office, outlets
from shop.management.demo.outlet_rows import PLACES


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_hours_can_be_read_and_the_point_lies_near_its_commune(place):
    week = osm.read(place.hours)
    assert osm.clash(week.days) is None
    assert week.rest is None or osm.clash(week.rest) is None
    there = mapping.Place(*mapping.commune_points()[place.commune])
    assert mapping.kilometres(there, *place.point) < 12


@pytest.mark.django_db
def test_the_demo_is_planted_once_through_the_acts(shop):
    department = shop.user("trade_department")
    people = {"cualo": shop.user("keeper"), "soct": department}
    for _again in range(2):
        outlets.plant(people, today=timezone.localdate(), by=department)
        outlet_office.plant(people, today=timezone.localdate(), by=department)
    stages = list(Outlet.objects.values_list("stage", flat=True))
    assert (len(stages), stages.count("planned")) == (24, 1)
    assert stages.count("suspended") + stages.count("closed") == 6
    assert RecognitionApplication.objects.valid().count() == 3
    decided = RecognitionApplication.objects.filter(decision_date__isnull=False)
    assert [
        each for each in decided if each.standard not in Standard.objects.in_force(each.decision_date)
    ] == []
    assert not decided.exclude(answers__criterion__standard=F("standard")).exists()
    assert User.objects.filter(keepings__isnull=False, password__startswith="pbkdf2").count() == 0
    beach = Outlet.objects.get(slug="showroom-ocop-cua-lo")
    assert beach.keepings.get().user == people["cualo"]
    noon = timezone.make_aware(datetime.combine(timezone.localdate(), datetime.min.time())) + timedelta(
        hours=12
    )
    assert opening.is_open(beach, noon)
    tomorrow = timezone.localdate() + timedelta(days=1)
    for step in (
        0,
        91,
        182,
        273,
    ):  # a day off is entered in any season: the longer hours of summer are no exception
        day = tomorrow + timedelta(days=step)
        scheduling.add_special_days(beach, by=department, first=day, last=day, reason="Bão")
