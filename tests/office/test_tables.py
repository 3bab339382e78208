"""Tables as files: no spreadsheet takes a cell for a formula."""

import io
from datetime import date

from openpyxl import load_workbook

from office.tables import Sheet, as_csv, as_xlsx

ROWS = [['=HYPERLINK("http://x")', 12, date(2026, 11, 25), None], ["@SUM(1)", -3, date(2026, 1, 2), "được"]]


def test_a_cell_that_looks_like_a_formula_is_text():
    sheet = load_workbook(io.BytesIO(as_xlsx(Sheet("Sổ", ["A", "B", "C", "D"], ROWS)))).active
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == ROWS[0][0]
    text = as_csv(["A", "B", "C", "D"], ROWS).decode("utf-8-sig")
    assert "'=HYPERLINK" in text
    assert "'@SUM" in text
    assert ",-3," in text


def test_days_and_numbers_stay_days_and_numbers():
    sheet = load_workbook(io.BytesIO(as_xlsx(Sheet("Sổ", ["A", "B", "C", "D"], ROWS)))).active
    assert sheet["B2"].value == 12
    assert sheet["C2"].value.date() == date(2026, 11, 25)
