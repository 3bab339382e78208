"""Reading bank statements: CSV and XLSX of banks that each write them their own way."""

import csv
import hashlib
import io
import re
import unicodedata
import zipfile
from collections import Counter
from datetime import date, datetime, time
from decimal import Decimal

import openpyxl
from django.utils import timezone
from django.utils.translation import gettext as _

from office.stages import Refused

from .gateways.base import Line
from .matching import fold
from .models.bank import BankLine

MOST_BYTES = 2 * 1024 * 1024
MOST_UNPACKED = 40 * 1024 * 1024
MOST_ROWS = 5000
HEADER_WITHIN = 30  # rows of the bank's own text above the table

# What banks call their columns, folded.
COLUMNS = {
    "at": {
        "NGAY GIAO DICH",
        "NGAY",
        "NGAY HIEU LUC",
        "NGAY HACH TOAN",
        "TRANSACTION DATE",
        "DATE",
        "NGAY GD",
    },
    "reference": {
        "SO THAM CHIEU",
        "MA GIAO DICH",
        "SO BUT TOAN",
        "SO CT",
        "REFERENCE",
        "TRANSACTION ID",
        "TRANS REF",
        "SO CHUNG TU",
        "DOC NO",
    },
    "note": {"MO TA", "NOI DUNG", "DIEN GIAI", "NOI DUNG GIAO DICH", "DESCRIPTION", "REMARKS", "CHI TIET"},
    "credit": {"GHI CO", "SO TIEN GHI CO", "CO", "PHAT SINH CO", "CREDIT", "TIEN VAO"},
    "debit": {"GHI NO", "SO TIEN GHI NO", "NO", "PHAT SINH NO", "DEBIT", "TIEN RA"},
    "amount": {"SO TIEN", "AMOUNT", "SO TIEN GIAO DICH", "GIA TRI", "TRANSACTION AMOUNT"},
}


def read(content, *, account):
    """The lines of a statement of our `account`: (shape, [Line]). Raises `Refused` at "document"."""
    if len(content) > MOST_BYTES:
        raise Refused(_("The file is larger than 2 MB. Please export a shorter period."), field="document")
    rows = _sheet(content) if content.startswith(b"PK") else _csv(content)
    if len(rows) > MOST_ROWS:
        raise Refused(_("The file has too many rows. Please export a shorter period."), field="document")
    at, columns = _header(rows)
    _refuse_other_account(rows[:at], account)
    lines = _lines(rows[at + 1 :], columns, account, first=at + 2)
    if not lines:
        raise Refused(_("There is no line in this file."), field="document")
    return ("credit_column" if "credit" in columns else "signed_amount"), lines


def _csv(content):
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("windows-1258", "replace")
    text = unicodedata.normalize("NFC", text)
    head = text[:4000]
    separator = max(";\t,", key=lambda each: _columns_with(head, each))
    return list(csv.reader(io.StringIO(text), delimiter=separator))


def _columns_with(head, separator):
    return max((len(_named(row)) for row in csv.reader(io.StringIO(head), delimiter=separator)), default=0)


def _sheet(content):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(each.file_size for each in archive.infolist()) > MOST_UNPACKED:
                raise Refused(_("The file is too large once unpacked."), field="document")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = [
            list(row)
            for _n, row in zip(range(MOST_ROWS + 1), sheet.iter_rows(values_only=True), strict=False)
        ]
        book.close()
    except Refused:
        raise
    except Exception as fault:  # whatever a broken file makes the library raise
        raise Refused(
            _("This file cannot be read. Please export it as CSV or XLSX."), field="document"
        ) from fault
    return rows


def _header(rows):
    """(index, {name: column}) of the row that names date, note and amounts."""
    for at, row in enumerate(rows[:HEADER_WITHIN]):
        found = _named(row)
        if {"at", "note"} <= found.keys() and ({"credit", "amount"} & found.keys()):
            return at, found
    raise Refused(
        _(
            "No row names the date, the note and the amounts. Please export the statement as your bank offers it."
        ),
        field="document",
    )


def _named(row):
    found: dict[str, int] = {}
    for column, cell in enumerate(row):
        text = re.sub(r" (VND|DONG)$", "", fold(str(cell or "")))
        for name, names in COLUMNS.items():
            if text in names and name not in found:
                found[name] = column
    return found


def _refuse_other_account(rows, account):
    """Above the table banks write whose account it is."""
    for row in rows:
        text = " ".join(str(cell) for cell in row if cell is not None)
        said = re.search(r"(?:TAI KHOAN|ACCOUNT)(?: NO| NUMBER)? (\d{6,19})", fold(text))
        if said and said.group(1) != account:
            raise Refused(
                _("This is the statement of another account: %(number)s.") % {"number": said.group(1)},
                field="document",
            )


def _lines(rows, columns, account, *, first):
    lines: list[Line] = []
    alike: Counter = Counter()
    for number, row in enumerate(rows, first):
        cell = {name: row[column] if column < len(row) else None for name, column in columns.items()}
        if _is_empty(cell.get("at")):  # sums and the bank's greetings below the table
            continue
        try:
            at, amount = moment(cell["at"]), _amount_of(cell)
        except ValueError as fault:
            if lines and not any(character.isdigit() for character in str(cell["at"])):
                continue
            raise Refused(
                _("Row %(number)s cannot be read: %(text)s") % {"number": number, "text": fault},
                field="document",
            ) from fault
        if amount:
            note = str(cell["note"] or "").strip()
            lines.append(Line(account, _reference(cell, at, amount, note, alike), amount, note, at))
    return lines


def _reference(cell, at, amount, note, alike):
    """The bank's own, else one made of what the line says; the second of two alike is another line."""
    own = str(cell.get("reference") or "").strip()
    if own:
        return own[:100]
    said = f"{at:%Y-%m-%d}|{amount}|{fold(note)}"
    alike[said] += 1
    return BankLine.NAMELESS + hashlib.sha256(f"{said}|{alike[said]}".encode()).hexdigest()[:32]


def _amount_of(cell):
    """Đồng, negative when it left."""
    if "amount" in cell and "credit" not in cell:
        return dong(cell["amount"])
    came = 0 if _is_empty(cell["credit"]) else dong(cell["credit"])
    left = 0 if _is_empty(cell.get("debit")) else dong(cell["debit"])
    return abs(came) - abs(left)


def dong(value):
    """Text or a number: "1.250.000", "1,250,000.00", "-150000 VND", 150000.0 as whole đồng. Raises `ValueError`."""
    if isinstance(value, int | float | Decimal):
        if value != int(value):
            raise ValueError(value)
        return int(value)
    text = re.sub(r"(?i)vnd|đ|₫|\s", "", str(value))
    negative = text.startswith(("-", "(")) or text.endswith("-")
    text = re.sub(r"[.,]0{1,2}$", "", text.strip("+-()"))
    if not re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*|\d+", text):
        raise ValueError(value)
    number = int(re.sub(r"[.,]", "", text))
    return -number if negative else number


def moment(value):
    """A date (with a time or at noon) in Vietnam. Raises `ValueError`."""
    if isinstance(value, datetime):
        return timezone.make_aware(value)
    if isinstance(value, date):
        return timezone.make_aware(datetime.combine(value, time(12)))
    text = " ".join(str(value).split())
    found = re.match(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(.*)", text)
    if found:
        day, month, year, rest = found.groups()
        text = f"{year}-{int(month):02d}-{int(day):02d}{rest}"
    read = datetime.fromisoformat(text)
    if len(text) <= 10:
        read = read.replace(hour=12)
    return read if read.tzinfo else timezone.make_aware(read)


def _is_empty(value):
    return value is None or str(value).strip() in {"", "-"}
