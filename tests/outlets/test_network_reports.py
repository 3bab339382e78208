"""Half-year reports, the board of coverage, and the letter and workbook made of them."""

import io
from datetime import date

import pytest
from django.utils import timezone
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from outlet_rows import outlet

from catalogue.producers.models import Area, Commune
from office.stages import Refused
from outlets.models import NetworkReport, Target
from outlets.network import covering, letters, reporting

pytestmark = pytest.mark.django_db


def supported(**fields):
    return outlet(**{"funding": "state", "stage_since": date(2020, 1, 1), **fields})


@given(day=st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_the_half_year_before_a_day_has_ended_and_no_other_has_since(day):
    first, last = reporting.days_of(*reporting.half_before(day))
    assert last < day
    assert (day - last).days <= 184
    assert (first.day, first.month in {1, 7}) == (1, True)


def test_state_supported_outlets_report_and_others_do_not(shop):
    row = supported()
    outlet(funding="own")
    supported(stage="planned")
    supported(stage="closed", stage_reason="Hết hợp đồng", stage_since=date(2025, 12, 1))
    assert reporting.open_duties(date(2026, 7, 2)) == 1
    report = NetworkReport.objects.get()
    assert (report.outlet, report.year, report.half) == (row, 2026, 1)
    assert report.due_on == date(2026, 7, 15)
    assert reporting.open_duties(date(2026, 8, 1)) == 0


def test_a_report_is_overdue_after_its_day_and_no_more_once_it_is_in(shop):
    keeper = shop.user("keeper")
    supported(keeper=keeper)
    reporting.open_duties(date(2026, 7, 2))
    report = NetworkReport.objects.get()
    assert not NetworkReport.objects.overdue(report.due_on).exists()
    assert NetworkReport.objects.overdue(date(2026, 7, 16)).exists()
    reporting.hand_in(report, by=keeper, goods=40, sales=120_000_000, visitors=900)
    assert not NetworkReport.objects.overdue(date(2026, 7, 16)).exists()


def test_keepers_of_the_outlet_report_and_others_do_not(shop):
    keeper = shop.user("keeper")
    row = supported(keeper=keeper)
    figures = {"goods": 4, "sales": 1_000_000, "visitors": 90}
    report = NetworkReport.objects.create(outlet=row, year=2026, half=1, due_on=date(2026, 7, 15))
    for other in (shop.user("keeper"), shop.user()):
        with pytest.raises(Refused):
            reporting.hand_in(report, by=other, **figures)
    reporting.hand_in(report, by=keeper, **figures)
    with pytest.raises(Refused):  # its day has passed: only the Department corrects
        reporting.hand_in(report, by=keeper, **figures)
    assert reporting.hand_in(report, by=shop.user("trade_department"), **figures).by != keeper


@pytest.mark.parametrize("field", ["goods", "sales", "visitors"])
def test_a_number_no_outlet_reaches_is_refused_at_its_field(shop, field):
    keeper = shop.user("keeper")
    report = NetworkReport.objects.create(
        outlet=supported(keeper=keeper), year=2026, half=1, due_on=date(2026, 7, 15)
    )
    for value in (-1, 10**15):
        figures = {"goods": 1, "sales": 1, "visitors": 1, field: value}
        with pytest.raises(Refused) as refused:
            reporting.hand_in(report, by=keeper, **figures)
        assert refused.value.field == field


def test_the_board_counts_each_former_district_and_the_rest_of_the_country(shop, django_assert_num_queries):
    communes = [area.communes.first() for area in Area.objects.order_by("name")]
    for commune in communes[:-1]:
        outlet(commune=commune)
    outlet(commune=communes[0], stage="closed", stage_reason="Hết hợp đồng")
    outlet(commune=communes[-1], stage="planned")
    outlet(commune=Commune.objects.exclude(province=42).first())
    with django_assert_num_queries(4):
        board = covering.coverage()
    assert len(board.lines) == 13
    assert [line.name for line in board.gaps] == [str(communes[-1].area)]
    assert (board.total.serving, board.total.stopped, board.total.planned) == (13, 1, 1)
    assert board.outside.serving == 1
    assert {goal.target.scope: goal.met for goal in board.goals} == {"province": False, "outside": True}


def test_targets_count_by_their_dates(shop):
    Target.objects.update(valid_to=date(2025, 12, 31))
    board = covering.coverage()
    assert (board.gaps, board.goals) == ([], [])


def test_the_workbook_and_the_letter_tell_the_same(shop):
    outlet(name="Điểm đang mở")
    outlet(name="Điểm đã đóng", stage="closed", stage_reason="Hết hợp đồng thuê")
    outlet(name="=1+1", verified_on=None)
    book = load_workbook(io.BytesIO(letters.workbook()))
    assert len(book.worksheets) == 6
    cells = [cell.value for sheet in book for row in sheet for cell in row if cell.value]
    assert {"Điểm đang mở", "Hết hợp đồng thuê", "=1+1"} <= set(cells)
    paper = Document(io.BytesIO(letters.letter()))
    head = paper.tables[0]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in head.rows[0].cells[1].text
    words = " ".join(cell.text for table in paper.tables for row in table.rows for cell in row.cells)
    assert "Hết hợp đồng thuê" in words
    assert f"{timezone.localdate():%d/%m/%Y}" in " ".join(each.text for each in paper.paragraphs)
