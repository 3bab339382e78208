"""Tables as files: XLSX for people, CSV for machines. Nothing in them is ever a formula."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
HEAD = PatternFill("solid", fgColor="E2EFE8")
RISKY = ("=", "+", "-", "@", "\t", "\r")


@dataclass(slots=True)
class Sheet:
    """`top`: lines above the table; `footer`: rows below it, in bold. Whole numbers are amounts in đồng."""

    title: str
    header: Sequence
    rows: Sequence[Sequence]
    top: Sequence[str] = ()
    footer: Sequence[Sequence] = field(default_factory=list)


def xlsx(*sheets: Sheet) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(str(sheet.title)[:31]), sheet)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def csv_file(header: Sequence, rows: Sequence[Sequence]) -> bytes:
    """With a byte order mark, which Excel needs to read Vietnamese."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerows([[_plain(cell) for cell in row] for row in (header, *rows)])
    return ("\ufeff" + file.getvalue()).encode()


def _plain(cell):
    text = "" if cell is None else str(cell)
    return f"'{text}" if not isinstance(cell, int) and text.startswith(RISKY) else text


def _fill(page, sheet):
    for line in sheet.top:
        _put(page, page.max_row + 1 if page.max_row > 1 or page["A1"].value else 1, [line])
    if sheet.top:
        page["A1"].font = Font(bold=True, size=14)
    start = len(sheet.top) + 2 if sheet.top else 1
    _put(page, start, sheet.header, font=Font(bold=True), fill=HEAD)
    for number, row in enumerate(sheet.rows, start + 1):
        _put(page, number, row)
    for number, row in enumerate(sheet.footer, start + 1 + len(sheet.rows)):
        _put(page, number, row, font=Font(bold=True))
    page.freeze_panes = page.cell(start + 1, 1)
    for index, title in enumerate(sheet.header, 1):
        longest = max(
            [len(str(title)), *(len(str(row[index - 1])) for row in sheet.rows if len(row) >= index)]
        )
        page.column_dimensions[get_column_letter(index)].width = min(max(longest + 3, 10), 60)


def _put(page, number, row, *, font=None, fill=None):
    for index, value in enumerate(row, 1):
        cell = page.cell(number, index)
        amount = isinstance(value, int)
        cell.value = value if amount or value is None else str(value)
        if amount:
            cell.number_format = "#,##0"
        elif value is not None:
            cell.data_type = "s"
        if font:
            cell.font = font
        if fill:
            cell.fill = fill
            cell.alignment = Alignment(wrap_text=True, vertical="top")
