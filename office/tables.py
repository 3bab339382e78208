"""A table as a file: XLSX for people, CSV for machines. Nothing in them is ever a formula."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
HEAD = PatternFill("solid", fgColor="E2EFE8")
RISKY = ("=", "+", "-", "@", "\t", "\r")


@dataclass(slots=True)
class Sheet:
    """`top`: lines above the table; `footer`: rows below it, in bold. Whole numbers are shown by thousands."""

    title: str
    header: Sequence
    rows: Sequence[Sequence]
    top: Sequence[str] = ()
    footer: Sequence[Sequence] = field(default_factory=list)


def as_xlsx(*sheets: Sheet) -> bytes:
    """One file: heads that stay in view, columns as wide as their text, days as days."""
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(str(sheet.title)[:31]), sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_csv(header: Sequence, rows: Sequence[Sequence]) -> bytes:
    """With a byte order mark, which Excel needs to read Vietnamese."""
    out = io.StringIO()
    csv.writer(out).writerows([_text(value) for value in row] for row in (header, *rows))
    return out.getvalue().encode("utf-8-sig")


def _fill(page, sheet):
    for number, line in enumerate(sheet.top, 1):
        _put(page, number, [line], font=Font(bold=True, size=14) if number == 1 else None)
    start = len(sheet.top) + 2 if sheet.top else 1
    _put(page, start, [str(each) for each in sheet.header], font=Font(bold=True), fill=HEAD)
    for number, row in enumerate(sheet.rows, start + 1):
        _put(page, number, row)
    for number, row in enumerate(sheet.footer, start + 1 + len(sheet.rows)):
        _put(page, number, row, font=Font(bold=True))
    page.freeze_panes = page.cell(start + 1, 1)
    for index, title in enumerate(sheet.header, 1):
        longest = max(len(str(title)), *(len(str(row[index - 1])) for row in sheet.rows), 0)
        page.column_dimensions[get_column_letter(index)].width = min(max(longest + 3, 10), 60)


def _put(page, number, row, *, font=None, fill=None):
    for index, value in enumerate(row, 1):
        cell = page.cell(number, index)
        cell.value = _cell(value)
        if isinstance(cell.value, str):
            cell.data_type = "s"
        elif isinstance(value, int):
            cell.number_format = "#,##0"
        if font:
            cell.font = font
        if fill:
            cell.fill = fill
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _cell(value):
    """Numbers and days stay what they are; moments lose their zone, which a sheet does not know."""
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None)
    return value if value is None or isinstance(value, int | float | date) else str(value)


def _text(value):
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(RISKY) and not isinstance(value, int | float) else text
