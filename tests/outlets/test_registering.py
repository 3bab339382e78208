"""The register: what is refused and at which field; who may; what a move leaves behind."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from outlet_rows import outlet

from at_once import of_each, refusals
from catalogue.producers.models import Commune
from office.persons import Person
from office.roles import roles_of
from office.stages import Refused
from outlets.models import Outlet
from outlets.network import registering, verifying

pytestmark = pytest.mark.django_db


@pytest.fixture
def department(shop):
    return shop.user("trade_department")


def facts(**changed):
    return {
        "name": "Điểm OCOP Bến Thử",
        "kind": Outlet.Kind.POINT,
        "commune": Commune.objects.filter(province=42).first(),
        "street": "Thôn Thử",
        "operator": "HTX Thử",
        "latitude": Decimal("18.34"),
        "longitude": Decimal("105.9"),
        **changed,
    }


def test_an_outlet_is_planned_first_and_has_its_address_from_its_name(department):
    made = registering.register(**facts(), by=department)
    assert (made.stage, made.slug) == ("planned", "diem-ocop-ben-thu")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_one_name_registered_by_two_at_once_is_one_outlet(department):
    results = of_each(2, lambda _n: registering.register(**facts(), by=department))
    assert (Outlet.objects.count(), [no.field for no in refusals(results)]) == (1, ["slug"])


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"latitude": Decimal("48.85")}, "latitude"),
        ({"longitude": Decimal("2.35")}, "longitude"),
        ({"longitude": None}, "longitude"),
        ({"latitude": None}, "latitude"),
        ({"coach_places": 101}, "coach_places"),
        ({"visit_capacity": 10_000}, "visit_capacity"),
        ({"slug": "da-co"}, "slug"),
        ({"name": "Showroom Cửa Lò"}, "slug"),  # its address was made otherwise
    ],
)
def test_what_cannot_be_is_refused_at_its_field(department, changed, field):
    outlet(slug="da-co", name="Showroom Cửa Lò")
    with pytest.raises(Refused) as refused:
        registering.register(**facts(**changed), by=department)
    assert refused.value.field == field


def test_a_day_to_come_is_refused_at_its_field(department):
    with pytest.raises(Refused) as refused:
        registering.register(**facts(on=timezone.localdate() + timedelta(days=1)), by=department)
    assert refused.value.field == "on"


def test_a_commune_that_ended_is_refused(department):
    old = Commune.objects.filter(province=42).first()
    old.valid_to = timezone.localdate() - timedelta(days=1)
    with pytest.raises(Refused) as refused:
        registering.correct(outlet(), commune=old, by=department)
    assert refused.value.field == "commune"


def test_an_outlet_without_a_point_cannot_open_and_an_open_one_keeps_its_point(department):
    made = registering.register(**facts(latitude=None, longitude=None), by=department)
    with pytest.raises(Refused) as refused:
        registering.open_up(made, by=department)
    assert refused.value.field == "latitude"
    with pytest.raises(Refused):
        registering.correct(outlet(), latitude=None, longitude=None, by=department)


def test_a_move_has_a_day_a_reason_and_a_line_in_the_log(department):
    row, yesterday = outlet(stage_since="2024-01-01"), timezone.localdate() - timedelta(days=1)
    row.refresh_from_db()
    registering.suspend(row, by=department, on=yesterday, reason="Sửa mái")
    row.refresh_from_db()
    assert (row.stage, row.stage_since, row.stage_reason) == ("suspended", yesterday, "Sửa mái")
    move = row.moves().get()
    assert (move.by, "Sửa mái" in move.reason) == (department, True)
    registering.reopen(row, by=department)
    registering.close(row, by=department, reason="Hết hợp đồng")
    assert Outlet.objects.get(pk=row.pk).stage == "closed"
    assert row.moves().count() == 3


@pytest.mark.parametrize(
    ("reason", "ahead", "field"),
    [(" ", 0, "reason"), ("Sửa", 1, "on"), ("Sửa", -1, "on")],
)
def test_a_stop_needs_a_reason_and_a_day_that_can_be(department, reason, ahead, field):
    row = outlet()
    with pytest.raises(Refused) as refused:
        registering.suspend(
            row, by=department, reason=reason, on=timezone.localdate() + timedelta(days=ahead)
        )
    assert refused.value.field == field
    assert Outlet.objects.get(pk=row.pk).stage == "open"


def test_only_the_department_registers_moves_and_appoints(shop, department):
    keeper = shop.user()
    row = outlet(keeper=keeper)
    for refused in (
        lambda: registering.register(**facts(), by=keeper),
        lambda: registering.close(row, by=keeper, reason="Thôi"),
        lambda: registering.appoint(row, shop.user(), by=keeper),
        lambda: registering.correct(row, by=keeper, name="Tên khác"),
        lambda: registering.correct(row, by=shop.user(), phone="+84912345678"),
    ):
        with pytest.raises(Refused):
            refused()
    registering.correct(row, by=keeper, phone="+84912345678", coach_places=2)
    row.refresh_from_db()
    assert (str(row.phone), row.coach_places) == ("+84912345678", 2)


def test_a_keeper_has_the_role_while_they_keep_an_outlet(shop, department):
    keeper, row = shop.user(), outlet()
    keeping = registering.appoint(row, keeper, by=department)
    assert "keeper" in roles_of(keeper)
    with pytest.raises(Refused):
        registering.appoint(row, keeper, by=department)
    registering.relieve(keeping, by=department)
    assert not Outlet.objects.kept_by(keeper).exists()
    assert "keeper" not in roles_of(type(keeper).objects.get(pk=keeper.pk))


def test_keepers_and_the_department_verify_and_nobody_else(shop, department):
    keeper = shop.user()
    row = outlet(keeper=keeper, verified_on=None)
    assert row.is_stale
    verifying.verify(row, by=keeper)
    assert not row.is_stale
    with pytest.raises(Refused):
        verifying.verify(row, by=shop.user())
    with pytest.raises(Refused):
        verifying.verify(row, by=department, on=timezone.localdate() + timedelta(days=1))


def test_what_is_kept_of_a_keeper_is_told_and_goes_with_them(shop, department):
    keeper = shop.user()
    row = outlet()
    registering.appoint(row, keeper, by=department)
    verifying.verify(row, by=keeper)
    verifying.ask(row, by=department)
    person = Person(user=keeper)
    assert registering.collect(person)[0]["verified_on"] == [timezone.localdate().isoformat()]
    assert registering.erase(person) == []
    row.refresh_from_db()
    assert (row.verified_by, row.asks.count(), Outlet.objects.kept_by(keeper).count()) == (None, 0, 0)
    assert row.verified_on == timezone.localdate()
