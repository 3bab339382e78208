"""The desk of the network as people see it: lists with literal query counts, forms, refusals at their field."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from outlet_rows import outlet

from catalogue.producers.models import Area, Commune
from outlets.models import NetworkReport, Outlet, RecognitionApplication, Standard
from outlets.network import recognising

pytestmark = pytest.mark.django_db


@pytest.fixture
def department(shop):
    user = shop.user("trade_department")
    browser = Client()
    browser.force_login(user)
    browser.user = user
    return browser


@pytest.fixture
def kept(shop):
    """(browser of a keeper, the outlet kept)."""
    user = shop.user("keeper")
    browser = Client()
    browser.force_login(user)
    return browser, outlet(keeper=user, funding="state")


def standard():
    made = Standard.objects.create(
        code="thu", name="Tiêu chí thử", legal_basis="Văn bản thử", valid_from=date(2026, 1, 1)
    )
    made.criteria.create(part="goods", text="Có hàng OCOP", position=1)
    return made


def typed(**changed):
    return {
        "name": "Điểm OCOP Bến Thử", "kind": "point", "funding": "own", "operator": "HTX Thử", "province": "42",
        "commune_text": "Thành Sen", "commune": "18073", "street": "12 đường Thử", "latitude": "18.34",
        "longitude": "105.9", "coach_places": "2", "visit_capacity": "30", "payments": ["cash"], **changed,
    }  # fmt: skip


@pytest.mark.parametrize("number", [3, 30])
@pytest.mark.parametrize(
    ("name", "asked", "queries"),
    [
        ("index", "", 8),
        ("index", "?q=OCOP&trang-thai=open&loai=point&khu-vuc=ngoai-tinh&can-xac-nhan=1&cong-nhan=1", 7),
        ("applications", "", 8),
        ("applications", "?xem=dang-lam", 7),
        ("reports", "", 8),
        ("reports", "?xem=da-nop", 6),
        ("coverage", "", 11),
    ],
)
def test_lists_of_the_department_cost_the_same_for_3_and_30(
    department, shop, django_assert_num_queries, name, asked, queries, number
):
    keeper, criteria = shop.user("keeper"), standard()
    for _each in range(number):
        row = outlet(keeper=keeper)
        RecognitionApplication.objects.create(
            outlet=row, standard=criteria, applicant=keeper, stage="submitted"
        )
        NetworkReport.objects.create(outlet=row, year=2026, half=1, due_on=date(2026, 7, 15))
    address = reverse(f"outlet_office:{name}") + asked
    department.get(address)
    with django_assert_num_queries(queries):
        assert department.get(address).status_code == 200


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"Chợ", "Trạm", "Kiốt", "Cửa Lò"}),
        ("?trang-thai=closed", {"Kiốt"}),
        ("?loai=market", {"Chợ"}),
        ("?khu-vuc=ngoai-tinh", {"Cửa Lò"}),
        ("?can-xac-nhan=1", {"Trạm"}),
        ("?cong-nhan=1", {"Chợ"}),
        ("?q=kiốt", {"Kiốt"}),
        ("?q=CUA+lò", {"Cửa Lò"}),
        ("?q=thu+tram", {"Trạm"}),
        ("?q=tram+biển", set()),
        ("?trang-thai=closed%00&loai=x&khu-vuc=", {"Kiốt"}),
    ],
)
def test_filters_find_what_they_say(department, shop, query, names):
    old = timezone.localdate() - timedelta(days=91)
    market = outlet(name="Chợ", kind="market")
    outlet(name="Trạm", verified_on=old)
    outlet(name="Kiốt", stage="closed", stage_reason="Hết hợp đồng", verified_on=old)
    outlet(name="Cửa Lò", commune=Commune.objects.get(pk="16732"))
    RecognitionApplication.objects.create(
        outlet=market, standard=standard(), applicant=shop.user("keeper"), stage="recognised",
        decision_number="1/QĐ-SCT", decision_date=old, valid_from=old, valid_to=timezone.localdate(),
    )  # fmt: skip
    page = department.get(reverse("outlet_office:index") + query)
    assert {row.name for row in page.context["page"]} == names


def test_an_outlet_is_entered_corrected_opened_and_closed(department):
    answer = department.post(reverse("outlet_office:new"), typed())
    made = Outlet.objects.get()
    assert (answer.url, made.stage, made.commune_id) == (
        reverse("outlet_office:outlet", args=[made.pk]),
        "planned",
        "18073",
    )
    department.post(reverse("outlet_office:correct", args=[made.pk]), typed(name="Điểm OCOP Bến Mới"))
    today = timezone.localdate().isoformat()
    department.post(reverse("outlet_office:open", args=[made.pk]), {"on": today})
    department.post(
        reverse("outlet_office:close", args=[made.pk]), {"on": today, "reason": "Hết hợp đồng thuê"}
    )
    page = department.get(reverse("outlet_office:outlet", args=[made.pk])).content.decode()
    assert "Điểm OCOP Bến Mới" in page
    assert page.count("Hết hợp đồng thuê") == 2  # said now, and in the log of its life


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"latitude": "48.85"}, "latitude"),
        ({"longitude": ""}, "longitude"),
        ({"commune_text": "Xã Không Có"}, "commune_text"),
        ({"visit_capacity": "10000"}, "visit_capacity"),
        ({"name": "Đã có"}, "name"),
        ({"name": ""}, "name"),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_nothing_typed_is_lost(department, changed, field):
    outlet(slug="da-co")
    page = department.post(reverse("outlet_office:new"), typed(**{"commune": "", **changed}))
    assert (page.status_code, field in page.context["form"].errors) == (200, True)
    assert "12 đường Thử" in page.content.decode()
    assert Outlet.objects.count() == 1


def test_a_stop_without_a_reason_is_refused_at_the_field(department):
    row = outlet()
    page = department.post(
        reverse("outlet_office:suspend", args=[row.pk]), {"on": timezone.localdate().isoformat()}
    )
    assert "reason" in page.context["form"].errors
    assert Outlet.objects.get(pk=row.pk).stage == "open"


def test_asking_the_keepers_of_an_outlet_nobody_keeps_is_said(department):
    page = department.post(reverse("outlet_office:ask", args=[outlet().pk]))
    assert page.context["form"].non_field_errors()


def test_a_keeper_is_appointed_by_the_account_and_relieved(department, shop):
    person, row = shop.user(), outlet()
    address = reverse("outlet_office:appoint", args=[row.pk])
    assert "login" in department.post(address, {"login": "ai-do@example.com"}).context["form"].errors
    department.post(address, {"login": person.email})
    keeping = row.keepings.get()
    assert keeping.user == person
    department.post(reverse("outlet_office:relieve", args=[keeping.pk]))
    keeping.refresh_from_db()
    assert keeping.until == timezone.localdate()
    assert department.post(reverse("outlet_office:relieve", args=[keeping.pk])).status_code == 200


def test_a_keeper_applies_and_the_department_visits_and_recognises(department, kept):
    standard()
    keeper, row = kept
    keeper.post(reverse("outlet_office:apply", args=[row.pk]))
    application = RecognitionApplication.objects.get()
    answer = application.answers.get()
    submit = reverse("outlet_office:submit", args=[application.pk])
    assert keeper.post(submit).context["form"].non_field_errors()
    keeper.post(
        reverse("outlet_office:answer", args=[answer.pk]), {"claimed": "1", "claim": "Kệ đầy hàng OCOP"}
    )
    keeper.post(submit)
    today = timezone.localdate()
    steps = {
        "plan-visit": {"on": today.isoformat()},
        "record-visit": {f"found_{answer.pk}": "1", f"finding_{answer.pk}": "Đúng như khai"},
        "recognise": {
            "decision_number": "12/QĐ-SCT", "decision_date": today.isoformat(),
            "valid_from": today.isoformat(), "valid_to": (today + timedelta(days=700)).isoformat(),
        },
    }  # fmt: skip
    for name, data in steps.items():
        address = reverse(f"outlet_office:{name}", args=[application.pk])
        assert department.get(address).status_code == 200
        assert department.post(address, data).status_code == 302
        assert keeper.get(address).status_code == 403
    page = keeper.get(reverse("outlet_office:application", args=[application.pk])).content.decode()
    assert "12/QĐ-SCT" in page
    assert "Đúng như khai" in page


def test_the_report_of_an_outlet_is_handed_in_by_its_keeper(department, kept, shop):
    keeper, row = kept
    report = NetworkReport.objects.create(
        outlet=row, year=2026, half=1, due_on=timezone.localdate() - timedelta(days=1)
    )
    desk = department.get(reverse("desk:index")).content.decode()
    address = reverse("outlet_office:report", args=[report.pk])
    assert reverse("outlet_office:reports") + "?xem=qua-han" in desk
    figures = {"goods": "12", "sales": "45.000.000", "visitors": "320"}
    assert "goods" in keeper.post(address, figures | {"goods": "9999999"}).context["form"].errors
    keeper.post(address, figures)
    report.refresh_from_db()
    assert (report.goods, report.sales, report.visitors) == (12, 45_000_000, 320)


def test_the_coverage_page_draws_the_gaps(department):
    for area in Area.objects.exclude(slug="vu-quang"):
        outlet(commune=area.communes.first())
    page = department.get(reverse("outlet_office:coverage"))
    assert [line.slug for line in page.context["board"].gaps] == ["vu-quang"]
    assert page.content.decode().count('class="ring"') == 1


@pytest.mark.parametrize(("kind", "start"), [("xlsx", b"PK"), ("docx", b"PK")])
def test_the_state_of_the_network_is_a_file(department, kind, start):
    outlet()
    answer = department.get(reverse("outlet_office:export"), {"dang": kind})
    assert answer.content.startswith(start)
    assert f".{kind}" in answer["Content-Disposition"]


def test_the_desk_tells_each_side_what_waits(department, kept):
    keeper, row = kept
    standard()
    recognising.begin(row, by=row.keepings.get().user)
    NetworkReport.objects.create(outlet=row, year=2026, half=1, due_on=date(2026, 7, 15))
    page = keeper.get(reverse("desk:index")).content.decode()
    assert reverse("outlet_office:applications") in page
    assert reverse("outlet_office:reports") in page
    whole = f'href="{reverse("outlet_office:index")}"'
    assert whole not in page
    assert whole in department.get(reverse("desk:index")).content.decode()


def test_hours_are_words_to_the_department_too(department):
    place = outlet(hours="Apr 01-Sep 30 Mo-Fr 07:30-11:30,13:30-17:00; PH off", lunar_days=[3, 8])
    page = department.get(reverse("outlet_office:outlet", args=[place.pk])).content.decode()
    assert "Mo-Fr" not in page
    assert "Thứ Hai, Thứ Ba, Thứ Tư, Thứ Năm, Thứ Sáu 07:30–11:30, 13:30–17:00" in page
    assert "01/04" in page
    assert "3, 8" in page


def test_choices_of_a_form_begin_with_a_capital(department):
    page = department.get(reverse("outlet_office:new")).content.decode()
    assert ">Góc trong siêu thị<" in page
    assert ">Vốn tự có<" in page
