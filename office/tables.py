"""A table as a file: CSV and XLSX that no spreadsheet takes for formulas."""

import csv
import io
from datetime import date, datetime

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
RISKY = ("=", "+", "-", "@", "\t", "\r")


def as_csv(header, rows):
    """Bytes with a mark of UTF-8, which Excel needs for Vietnamese."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_text(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(header, rows, *, title):
    """Bytes of one sheet: bold head that stays in view, columns as wide as their text, days as days."""
    book = Workbook()
    sheet = book.active
    sheet.title = title[:31]
    sheet.append([str(each) for each in header])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in rows:
        sheet.append([_cell(value) for value in row])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    for n, column in enumerate(sheet.columns, 1):
        widest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[get_column_letter(n)].width = min(max(widest + 2, 9), 60)
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


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
