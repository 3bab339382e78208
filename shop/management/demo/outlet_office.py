"""Recognition and reports of the demo: one recognised, one expired, one to decide, one begun; reports in and overdue."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from outlets.models import Criterion, NetworkReport, Outlet, RecognitionApplication, Standard
from outlets.network import recognising, reporting, verifying

UNTIL_REPLACED = (
    "Bản mẫu: Sở Công Thương tạm dùng tiêu chí của Quyết định 950/QĐ-BCT trong khi chờ văn bản thay thế "
    "(số văn bản chưa có)"
)
CLAIMS = {
    "location": "Mặt đường lớn, sáng chiều đều có khách dừng lại.",
    "goods": "Có sổ nhập hàng và giấy tờ của từng lô.",
    "facilities": "Biển hiệu, kệ và đèn đủ; giá ghi trên từng kệ.",
    "staff": "Hai người bán hàng đã qua lớp tập huấn của Sở.",
}
RECOGNISED = (
    ("trung-tam-ocop-thanh-sen", "1247/QĐ-SCT"),
    ("diem-ocop-pho-chau", "1248/QĐ-SCT"),
    ("showroom-ocop-cua-lo", "1302/QĐ-SCT"),
)
REPORTS = {
    "trung-tam-ocop-thanh-sen": (96, 1_284_500_000, 18_400),
    "diem-ocop-tien-dien": (41, 268_300_000, 9_750),
    "showroom-ocop-cua-lo": (58, 742_900_000, 21_300),
}


def plant(people, *, today, by):
    """Criteria said to apply for the time being; applications at each stage; the reports of the last half-year."""
    if RecognitionApplication.objects.exists():
        return
    standard = _standard()
    for slug, number in RECOGNISED:
        application = _visited(slug, standard, by)
        recognising.recognise(
            application, by=by, decision_number=number, decision_date=today - timedelta(days=120),
            valid_from=today - timedelta(days=120), valid_to=today + timedelta(days=610),
        )  # fmt: skip
        _aged(application)
    old = _visited("trung-tam-dac-san-rao-cai", standard, by)
    recognising.recognise(
        old, by=by, decision_number="0415/QĐ-SCT", decision_date=date(2024, 4, 15),
        valid_from=date(2024, 4, 15), valid_to=date(2026, 4, 14),
    )  # fmt: skip
    _aged(old)
    _by_criteria_of_then(old, "950")
    _submitted("diem-ocop-tien-dien", standard)
    _visited("diem-ocop-nga-ba-dong-loc", standard, by)
    recognising.begin(Outlet.objects.get(slug="buu-cuc-nghen"), by=_keeper("buu-cuc-nghen"))
    reporting.open_duties(today)
    for slug, (goods, sales, visitors) in REPORTS.items():
        for report in NetworkReport.objects.filter(outlet__slug=slug):
            reporting.hand_in(report, by=_keeper(slug), goods=goods, sales=sales, visitors=visitors)
    verifying.ask_in_time(today)


def _standard():
    """The criteria of Decision 950 again, until something replaces them: marked as an example."""
    standard, made = Standard.objects.get_or_create(
        code="tam-2026",
        defaults={
            "name": "Tiêu chí tạm áp dụng từ 2026 (mẫu)",
            "legal_basis": UNTIL_REPLACED,
            "valid_from": date(2026, 1, 1),
        },
    )
    if made:
        rows = Criterion.objects.filter(standard__code="950")
        Criterion.objects.bulk_create(
            Criterion(
                standard=standard,
                part=row.part,
                text=row.text,
                source=row.source,
                must_have=row.must_have,
                position=row.position,
            )
            for row in rows
        )
    return standard


def _keeper(slug):
    return Outlet.objects.get(slug=slug).keepings.get(until=None).user


def _submitted(slug, standard):
    keeper = _keeper(slug)
    application = recognising.begin(Outlet.objects.get(slug=slug), by=keeper, standard=standard)
    for row in application.answers.select_related("criterion"):
        recognising.answer(row, by=keeper, claimed=True, claim=CLAIMS[row.criterion.part])
    return recognising.submit(application, by=keeper)


def _visited(slug, standard, by):
    application = _submitted(slug, standard)
    recognising.plan_visit(application, by=by, on=timezone.localdate())
    findings = dict.fromkeys(application.answers.all(), (True, ""))
    return recognising.record_visit(application, by=by, findings=findings)


def _by_criteria_of_then(application, code):
    """What was decided before the criteria of today was decided by others, with the same lines."""
    lines = {row.position: row for row in Criterion.objects.filter(standard__code=code)}
    for answer in application.answers.select_related("criterion"):
        answer.criterion = lines[answer.criterion.position]
        answer.save(update_fields=["criterion"])
    standard = Standard.objects.get(code=code)
    RecognitionApplication.objects.filter(pk=application.pk).update(standard=standard)


def _aged(application):
    """An application that was made, sent in and visited in the weeks before its decision, not today."""
    decided = RecognitionApplication.objects.values_list("decision_date", flat=True).get(pk=application.pk)
    sent = timezone.make_aware(datetime.combine(decided - timedelta(days=30), time(9, 15)))
    RecognitionApplication.objects.filter(pk=application.pk).update(
        made_at=sent - timedelta(days=6), submitted_at=sent, visit_on=decided - timedelta(days=12)
    )
