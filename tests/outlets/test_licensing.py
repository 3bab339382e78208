"""Operators join, are checked by the Department, and lead tours only while their licence holds."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from outlet_rows import operator, outlet
from tour_rows import published

from after_order import PNG
from office.notices import Notice
from office.persons import Person
from office.roles import has_role
from office.stages import Refused
from outlets.models import Itinerary, Operator
from outlets.tours import licensing, touring

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def papers(settings, tmp_path):
    settings.PAPERS_ROOT = tmp_path / "papers"


def paper():
    return SimpleUploadedFile("giay-phep.png", PNG, content_type="image/png")


def facts(**more):
    commune = Operator._meta.get_field("commune").related_model.objects.filter(province=42).first()
    return {
        "name": "Lữ hành Sông La",
        "licence": "42-901/2026/SDL-GP LHNĐ",
        "licence_kind": "domestic",
        "licence_until": None,
        "phone": "+84912345678",
        "email": "song-la@example.com",
        "commune": commune,
        "street": "3 đường Thử",
        **more,
    }


@pytest.fixture
def department(shop):
    return shop.user("trade_department")


@pytest.fixture
def person(shop):
    return shop.user()


def test_an_operator_joins_and_is_checked_by_the_department(shop, client, person, department):
    client.force_login(person)
    form = {**facts(), "commune": "phường Thành Sen, Hà Tĩnh", "licence_until": "", "document": paper()}
    assert client.post(reverse("touring:join"), form).status_code == 302
    made = Operator.objects.get()
    assert (made.stage, made.licence_kind, list(made.users.all())) == ("waiting", "domestic", [person])
    assert Notice.objects.get(user=department).link == reverse("touring:operator", args=[made.pk])

    client.force_login(department)
    assert made.name in client.get(reverse("touring:operators") + "?trang-thai=waiting").content.decode()
    assert client.post(reverse("touring:check", args=[made.pk])).status_code == 302
    made.refresh_from_db()
    person = type(person).objects.get(pk=person.pk)
    assert made.may_lead
    assert has_role(person, "tour_operator")
    assert Notice.objects.filter(user=person).count() == 1


def test_the_other_side_is_told_in_vietnamese_whatever_language_one_reads(shop, person, department):
    with override("en"):
        made = licensing.apply(by=person, document=paper(), **facts())
        licensing.refuse(made, reason="Ảnh mờ", by=department)
    told = [Notice.objects.get(user=each) for each in (department, person)]
    assert "đề nghị kiểm tra giấy phép lữ hành" in told[0].sentence
    assert "chưa được chấp nhận. Ảnh mờ" in told[1].sentence
    assert not [notice.link for notice in told if notice.link.startswith("/en/")]


def test_nobody_but_the_department_checks(shop, person, department):
    made = licensing.apply(by=person, document=paper(), **facts())
    for act in (licensing.check, licensing.restore):
        with pytest.raises(Refused):
            act(made, by=person)
    for act in (licensing.refuse, licensing.suspend):
        with pytest.raises(Refused):
            act(made, by=person, reason="Không khớp")
    assert licensing.check(made, by=department).stage == "checked"


def test_a_refusal_has_a_reason_and_can_be_corrected(shop, client, person, department):
    made = licensing.apply(by=person, document=paper(), **facts())
    client.force_login(department)
    page = client.post(reverse("touring:refuse", args=[made.pk]), {"reason": " "})
    assert page.context["form"].errors["reason"] == ["Hãy ghi lý do."]
    client.post(reverse("touring:refuse", args=[made.pk]), {"reason": "Số giấy phép không khớp"})
    assert "Số giấy phép không khớp" in Notice.objects.filter(user=person).last().sentence

    client.force_login(person)
    assert (
        "Số giấy phép không khớp" in client.get(reverse("touring:operator", args=[made.pk])).content.decode()
    )
    form = facts(licence="42-902/2026/SDL-GP LHNĐ", commune="phường Thành Sen, Hà Tĩnh", licence_until="")
    assert client.post(reverse("touring:correct", args=[made.pk]), form).status_code == 302
    made.refresh_from_db()
    assert (made.stage, made.licence) == ("waiting", "42-902/2026/SDL-GP LHNĐ")


def test_a_licence_stands_here_once(shop, person):
    licensing.apply(by=person, document=paper(), **facts())
    with pytest.raises(Refused) as refused:
        licensing.apply(by=shop.user(), document=paper(), **facts(licence=" 42-901/2026/SDL-GP  lhnđ "))
    assert refused.value.field == "licence"
    assert licensing.apply(by=shop.user(), document=paper(), **facts(licence="42-903/2026"))


@pytest.mark.parametrize(("days", "refused"), [(-1, True), (0, False)])
def test_a_licence_that_has_run_out_is_not_handed_in(shop, person, days, refused):
    until = timezone.localdate() + timedelta(days=days)
    if refused:
        with pytest.raises(Refused) as said:
            licensing.apply(by=person, document=paper(), **facts(licence_until=until))
        assert said.value.field == "licence_until"
    else:
        assert licensing.apply(by=person, document=paper(), **facts(licence_until=until)).pk


def test_what_is_no_paper_is_refused_at_its_field(shop, client, person):
    client.force_login(person)
    bad = SimpleUploadedFile("a.pdf", b"khong phai pdf", content_type="application/pdf")
    form = {**facts(), "commune": "phường Thành Sen, Hà Tĩnh", "licence_until": "", "document": bad}
    page = client.post(reverse("touring:join"), form)
    assert list(page.context["form"].errors) == ["document"]
    assert not Operator.objects.exists()


def test_tours_leave_the_site_the_day_after_the_licence_ran_out(shop, person, client):
    tour = published(person)
    today = timezone.localdate()
    for days, there in ((0, True), (-1, False)):
        Operator.objects.update(licence_until=today + timedelta(days=days))
        assert Itinerary.objects.published().exists() is there
        assert client.get(tour.get_absolute_url()).status_code == (200 if there else 410)
    with pytest.raises(Refused):
        touring.draft(tour.operator, by=person, title_vi="Tour mới")


def test_a_suspension_takes_all_tours_off_and_its_end_brings_them_back(shop, person, department, client):
    tour = published(person)
    licensing.suspend(tour.operator, by=department, reason="Khiếu nại của khách")
    assert client.get(tour.get_absolute_url()).status_code == 410
    assert client.get(reverse("tours:index")).context["page"].paginator.count == 0
    licensing.restore(tour.operator, by=department)
    assert client.get(tour.get_absolute_url()).status_code == 200


def test_hosts_of_coming_visits_hear_that_their_operator_is_suspended(shop, person, department):
    keeper, other = shop.user("keeper"), shop.user("keeper")
    tour = published(person, outlet(keeper=keeper, coach_places=2))
    outlet(keeper=other)
    licensing.suspend(tour.operator, reason="Chở quá người", by=department)
    told = Notice.objects.get(user=keeper)
    assert f"Sở đã tạm ngừng {tour.operator}" in told.sentence
    assert told.link.endswith(f"/chuyen-tham/{tour.visits.get().pk}/")
    assert not Notice.objects.filter(user=other).exists()


def test_a_renewed_licence_is_checked_again_before_tours_are_back(shop, person, department):
    tour = published(person, by=operator(person, licence_until=timezone.localdate() - timedelta(days=-1)))
    licensing.correct(
        tour.operator, by=person, **facts(licence_until=timezone.localdate() + timedelta(days=900))
    )
    assert not Itinerary.objects.published().exists()
    licensing.check(Operator.objects.get(pk=tour.operator_id), by=department)
    assert Itinerary.objects.published().exists()


def test_the_paper_is_read_by_the_department_and_its_own_people_only(shop, client, person, department):
    made = licensing.apply(by=person, document=paper(), **facts())
    address = made.licence_paper.get_absolute_url()
    colleague = shop.user()
    made.users.add(colleague)
    for reader, status in (
        (department, 200),
        (person, 200),
        (colleague, 200),
        (shop.user("tour_operator"), 403),
    ):
        client.force_login(reader)
        assert client.get(address).status_code == status


def test_who_is_erased_acts_for_no_operator_any_more(person):
    by = operator(person, name="Lữ hành Sông La")
    asked = Person(user=person)
    assert [row["operator"] for row in licensing.collect(asked)] == ["Lữ hành Sông La"]
    assert "Lữ hành Sông La" in licensing.erase(asked)[0]
    assert not by.users.exists()
    assert licensing.collect(asked) == []
    assert licensing.collect(Person(phone="+84912345678")) == []


@pytest.mark.parametrize("number", [3, 30])
def test_the_queue_costs_the_same_for_3_and_30(shop, client, department, django_assert_num_queries, number):
    for _n in range(number):
        operator(stage="waiting")
    client.force_login(department)
    client.get(reverse("touring:operators"))
    with django_assert_num_queries(7):
        client.get(reverse("touring:operators"))
