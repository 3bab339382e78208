"""Recognition: criteria by their dates, a checklist answered and checked, a decision by the Department only."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from outlet_rows import outlet
from PIL import Image

from office.papers import may_read as may_read_paper
from office.stages import Refused
from outlets.models import Outlet, RecognitionApplication, Standard
from outlets.network import recognising

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def days(number):
    return TODAY() + timedelta(days=number)


@pytest.fixture
def standard(shop):
    """Criteria in force today: one that must be met, one that need not."""
    made = Standard.objects.create(
        code="thu", name="Tiêu chí thử", legal_basis="Văn bản thử", valid_from=date(2026, 1, 1)
    )
    made.criteria.create(part="goods", text="Có hàng OCOP", must_have=True, position=1)
    made.criteria.create(part="facilities", text="Có chỗ đỗ xe", must_have=False, position=2)
    return made


@pytest.fixture
def keeper(shop):
    return shop.user("keeper")


@pytest.fixture
def department(shop):
    return shop.user("trade_department")


def begun(keeper):
    return recognising.begin(outlet(keeper=keeper), by=keeper)


def submitted(keeper, *claims):
    application = begun(keeper)
    for row, claimed in zip(application.answers.all(), claims or (True, True), strict=True):
        recognising.answer(row, by=keeper, claimed=claimed)
    return recognising.submit(application, by=keeper)


def visited(keeper, department, *found):
    application = submitted(keeper)
    recognising.plan_visit(application, by=department, on=TODAY())
    rows = application.answers.all()
    findings = {row: (each, "") for row, each in zip(rows, found or (True, True), strict=True)}
    return recognising.record_visit(application, by=department, findings=findings)


def decision(**changed):
    return {
        "decision_number": "12/QĐ-SCT",
        "decision_date": TODAY(),
        "valid_from": TODAY(),
        "valid_to": days(700),
        **changed,
    }


def test_an_application_goes_from_the_checklist_to_the_decision(standard, keeper, department):
    application = visited(keeper, department)
    recognising.recognise(application, by=department, **decision())
    application.refresh_from_db()
    assert (application.stage, application.decided_by, application.holds) == ("recognised", department, True)
    assert [move.after for move in application.moves()] == [
        "submitted", "visit_planned", "visited", "recognised",
    ]  # fmt: skip


def test_recognition_is_true_by_its_dates_alone(standard, keeper, department):
    application = visited(keeper, department)
    recognising.recognise(application, by=department, **decision(valid_from=days(2), valid_to=days(10)))
    held = {day: Outlet.objects.recognised(days(day)).exists() for day in (1, 2, 10, 11)}
    assert held == {1: False, 2: True, 10: True, 11: False}


def test_without_criteria_in_force_nobody_applies(shop, keeper):
    assert not Standard.objects.in_force(date(2026, 11, 25)).exists()
    assert Standard.objects.in_force(date(2025, 12, 31)).get().code == "950"
    assert Standard.objects.in_force(date(2020, 6, 1)).get().code == "920"
    with pytest.raises(Refused) as refused:
        begun(keeper)
    assert refused.value.field == "standard"


def test_keepers_apply_and_nobody_else(standard, keeper, department, shop):
    row = outlet(keeper=keeper)
    for other in (department, shop.user("keeper"), shop.user()):
        with pytest.raises(Refused):
            recognising.begin(row, by=other)
    assert recognising.begin(row, by=keeper).stage == "draft"
    with pytest.raises(Refused):
        recognising.begin(row, by=keeper)


def test_a_must_have_that_is_not_met_or_not_answered_is_not_submitted(standard, keeper):
    with pytest.raises(Refused, match="Có hàng OCOP"):
        submitted(keeper, False, True)
    application = recognising.begin(outlet(keeper=keeper), by=keeper)
    with pytest.raises(Refused):
        recognising.submit(application, by=keeper)


def test_what_is_submitted_is_not_changed(standard, keeper):
    application = submitted(keeper, True, False)
    with pytest.raises(Refused):
        recognising.answer(application.answers.first(), by=keeper, claimed=False)


def test_the_department_decides_and_never_on_an_application_of_its_own(standard, keeper, department, shop):
    application = visited(keeper, department)
    both = shop.user("trade_department", "keeper")
    application.outlet.keepings.create(user=both)
    for other in (keeper, both, shop.user("programme_office"), shop.user()):
        assert not recognising.may_decide(other, application)
        with pytest.raises(Refused):
            recognising.recognise(application, by=other, **decision())
    own = visited(both, department)
    with pytest.raises(Refused):
        recognising.refuse(own, by=both, reason="Không")
    with pytest.raises(IntegrityError), transaction.atomic():
        RecognitionApplication.objects.filter(pk=own.pk).update(decided_by=both)


def test_a_must_have_not_found_on_the_visit_is_not_recognised(standard, keeper, department):
    application = visited(keeper, department, False, True)
    with pytest.raises(Refused, match="Có hàng OCOP"):
        recognising.recognise(application, by=department, **decision())
    recognising.refuse(application, by=department, reason="Thiếu hàng OCOP")
    assert recognising.begin(application.outlet, by=keeper).stage == "draft"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        (lambda: {"decision_number": " "}, "decision_number"),
        (lambda: {"decision_date": days(1)}, "decision_date"),
        (lambda: {"valid_to": days(-1)}, "valid_to"),
        (lambda: {"valid_from": days(-2500), "valid_to": days(-1800)}, "valid_from"),
        (lambda: {"valid_from": days(-1)}, "valid_from"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_at_its_field(standard, keeper, department, changed, field):
    application = visited(keeper, department)
    with pytest.raises(Refused) as refused:
        recognising.recognise(application, by=department, **decision(**changed()))
    assert refused.value.field == field


def test_nothing_is_decided_before_the_visit(standard, keeper, department):
    application = submitted(keeper)
    with pytest.raises(Refused):
        recognising.recognise(application, by=department, **decision())
    with pytest.raises(Refused) as refused:
        recognising.plan_visit(application, by=department, on=days(-1))
    assert refused.value.field == "on"
    recognising.plan_visit(application, by=department, on=days(3))
    with pytest.raises(Refused):
        recognising.record_visit(application, by=department, findings={})


def test_a_decided_application_is_not_decided_again(standard, keeper, department, shop):
    application = visited(keeper, department)
    recognising.recognise(application, by=department, **decision())
    with pytest.raises(Refused):
        recognising.refuse(application, by=shop.user("trade_department"), reason="Khác ý")
    application.refresh_from_db()
    assert (application.stage, application.reason) == ("recognised", "")


def test_a_recognition_is_revoked_from_a_day_on(standard, keeper, department):
    application = visited(keeper, department)
    recognising.recognise(application, by=department, **decision())
    recognising.revoke(application, by=department, reason="Bày hàng không rõ nguồn gốc")
    assert not Outlet.objects.recognised().exists()
    application.refresh_from_db()
    assert not application.holds


def test_a_picture_is_seen_by_the_outlet_and_the_department_only(
    standard, keeper, department, shop, settings, tmp_path
):
    settings.PAPERS_ROOT = tmp_path
    content = io.BytesIO()
    Image.new("RGB", (300, 300), "green").save(content, "JPEG")
    row = begun(keeper).answers.first()
    upload = SimpleUploadedFile("ke.jpg", content.getvalue(), "image/jpeg")
    paper = recognising.answer(row, by=keeper, claimed=True, picture=upload).papers.get()
    assert may_read_paper(department, paper)
    assert may_read_paper(keeper, paper)
    assert not may_read_paper(shop.user("keeper"), paper)
    with pytest.raises(Refused) as refused:
        recognising.answer(row, by=keeper, claimed=True, picture=SimpleUploadedFile("x.jpg", b"<script>"))
    assert refused.value.field == "picture"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_decisions_at_once_one_stands(standard, keeper, department, shop):
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connection

    application, other = visited(keeper, department), shop.user("trade_department")

    def decide(act):
        try:
            act()
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "done"

    acts = (
        lambda: recognising.recognise(application, by=department, **decision()),
        lambda: recognising.refuse(application, by=other, reason="Thiếu hàng"),
    )
    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(decide, acts))
    assert said == ["done", "refused"]
    fresh = RecognitionApplication.objects.get(pk=application.pk)
    assert (fresh.stage == "recognised") == bool(fresh.decision_number)
    assert (fresh.stage == "refused") == bool(fresh.reason)
