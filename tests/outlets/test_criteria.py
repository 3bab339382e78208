"""The Department keeps the criteria of recognition: compared with the decision one by one, never under who applied."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone
from outlet_rows import outlet

from office.stages import Refused
from outlets.models import Criterion, RecognitionApplication, Standard
from outlets.network import comparing

pytestmark = pytest.mark.django_db
STANDS = {"text": "Có biển hiệu đúng mẫu", "must_have": True, "source": "Mục II.3"}
FACTS = {
    "code": "2026", "name": "Tiêu chí 2026", "legal_basis": "Quyết định thử ngày 02/01/2026",
    "valid_from": date(2026, 1, 2),
}  # fmt: skip


@pytest.fixture
def officer(shop):
    return shop.user("trade_department", name="Chị Sở")


@pytest.fixture
def standard():
    made = Standard.objects.create(
        code="thu", name="Tiêu chí thử", legal_basis="Văn bản thử", valid_from=date(2026, 1, 1)
    )
    made.criteria.create(part="facilities", text="Có biển hiệu", position=1)
    return made


@pytest.fixture
def criterion(standard):
    return standard.criteria.get()


def applied_by(standard, shop):
    keeper = shop.user("keeper")
    return RecognitionApplication.objects.create(
        outlet=outlet(keeper=keeper), standard=standard, applicant=keeper, stage="submitted"
    )


def text(answer):
    return answer.content.decode().replace("\u00a0", " ")


def test_a_criterion_is_compared_by_a_person_on_a_day(criterion, officer):
    assert criterion.compared_on is None
    row = comparing.compare(criterion, **STANDS, by=officer)
    assert (row.text, row.source, row.compared_on, row.compared_by) == (
        STANDS["text"], "Mục II.3", timezone.localdate(), officer,
    )  # fmt: skip


def test_without_saying_where_it_stands_nothing_is_compared(criterion, officer):
    with pytest.raises(Refused) as refused:
        comparing.compare(criterion, **STANDS | {"source": " "}, by=officer)
    assert refused.value.field == "source"
    criterion.refresh_from_db()
    assert criterion.compared_on is None


def test_only_the_department_keeps_criteria(criterion, standard, shop, officer):
    for role in ("keeper", "tour_operator", "shop_manager"):
        person = shop.user(role)
        for act in (
            lambda by: comparing.compare(criterion, **STANDS, by=by),
            lambda by: comparing.add(standard, part="staff", **STANDS, by=by),
            lambda by: comparing.enter(**FACTS, by=by),
        ):
            with pytest.raises(Refused):
                act(person)
    assert Criterion.objects.filter(standard=standard).count() == 1
    comparing.add(standard, part="staff", **STANDS, by=officer)
    comparing.enter(**FACTS, by=officer)


def test_what_somebody_applied_by_is_reworded_and_no_more(criterion, standard, shop, officer):
    applied_by(standard, shop)
    assert comparing.compare(criterion, **STANDS, by=officer).text == STANDS["text"]
    with pytest.raises(Refused) as refused:
        comparing.compare(criterion, **STANDS | {"must_have": False}, by=officer)
    assert refused.value.field == "must_have"
    with pytest.raises(Refused):
        comparing.add(standard, part="staff", **STANDS, by=officer)


def test_before_anybody_applied_what_must_be_met_may_change_and_more_may_come(criterion, standard, officer):
    assert not comparing.compare(criterion, **STANDS | {"must_have": False}, by=officer).must_have
    added = comparing.add(standard, part="staff", **STANDS, by=officer)
    assert (added.position, added.compared_by) == (2, officer)


def test_a_new_decision_begins_with_a_copy_that_is_to_be_compared(criterion, standard, officer):
    comparing.compare(criterion, **STANDS, by=officer)
    made = comparing.enter(**FACTS, copied_from=standard, by=officer)
    (row,) = made.criteria.all()
    assert (row.text, row.source, row.compared_on) == (STANDS["text"], "", None)


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"code": "THU"}, "code"), ({"valid_to": FACTS["valid_from"] - timedelta(days=1)}, "valid_to")],
)
def test_a_decision_that_cannot_be_has_a_sentence_at_its_field(standard, officer, client, facts, field):
    with pytest.raises(Refused) as refused:
        comparing.enter(**FACTS | facts, by=officer)
    assert refused.value.field == field
    client.force_login(officer)
    page = client.post(reverse("outlet_office:new-criteria"), FACTS | facts)
    assert list(page.context["form"].errors) == [field]
    assert client.post(reverse("outlet_office:new-criteria"), FACTS).status_code == 302
    assert Standard.objects.filter(code="2026").exists()


def test_the_desk_shows_what_is_open_and_compares_it(client, criterion, standard, officer):
    client.force_login(officer)
    page = text(client.get(reverse("outlet_office:criteria")))
    assert "Chưa đối chiếu với văn bản" in page
    address = reverse("outlet_office:compare", args=[criterion.pk])
    assert "Có biển hiệu" in text(client.get(address))
    assert (
        client.post(
            address, {"text": "Có biển hiệu đúng mẫu", "must_have": "on", "source": "Mục 3"}
        ).status_code
        == 302
    )
    page = text(client.get(reverse("outlet_office:criteria")))
    assert f"Đã đối chiếu ngày {timezone.localdate():%d/%m/%Y}" in page
    assert "Mục 3" in page


def test_an_application_says_which_criteria_are_short_forms(client, criterion, standard, officer, shop):
    application = applied_by(standard, shop)
    application.answers.create(criterion=criterion)
    client.force_login(application.applicant)
    address = reverse("outlet_office:application", args=[application.pk])
    assert "chưa đối chiếu với văn bản" in text(client.get(address))
    comparing.compare(criterion, **STANDS, by=officer)
    assert "chưa đối chiếu với văn bản" not in text(client.get(address))


@pytest.mark.parametrize("number", [3, 30])
def test_the_page_costs_the_same_for_3_criteria_and_30(
    client, standard, officer, django_assert_num_queries, number
):
    for position in range(number):
        standard.criteria.create(part="goods", text="Có hàng", position=position, compared_by=officer)
    client.force_login(officer)
    client.get(reverse("outlet_office:criteria"))
    with django_assert_num_queries(9):
        client.get(reverse("outlet_office:criteria"))


def test_the_two_decisions_say_where_each_criterion_was_read_and_that_nobody_compared_it_yet():
    Standard.objects.filter(code__in=["920", "950"]).delete()
    import_module("outlets.migrations.0003_standards_targets_report_clock").plant(apps, None)
    changed = Criterion.objects.filter(standard__code="950", part="staff").first()
    Criterion.objects.filter(pk=changed.pk).update(source="Mục 4", text="Lời của Sở")
    import_module("outlets.migrations.0007_wording_of_criteria").reword(apps, None)
    rows = Criterion.objects.filter(standard__code__in=["920", "950"])
    assert not rows.filter(source="").exists()
    assert not rows.exclude(compared_on=None).exists()
    assert [("bưu cục" in row.text) for row in rows.filter(text__startswith="Đặt tại").order_by("standard__code")] == [
        False, True,
    ]  # fmt: skip
    changed.refresh_from_db()
    assert (changed.text, changed.source) == ("Lời của Sở", "Mục 4")
