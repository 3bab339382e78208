"""The state of the network on a day, as the Department sends it on: a workbook, and a letter (DOCX).

The letter has the parts of Decree 30/2020/ND-CP on papers of administration (body, state name and motto, number,
place and day, title, to whom, who signs); its number and signature are left to the Department.
"""

import io
from dataclasses import dataclass

from babel.numbers import format_decimal
from django.utils import timezone
from django.utils.translation import gettext as _
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from office.tables import Sheet, as_xlsx

from ..models import NetworkReport, Outlet, RecognitionApplication
from .covering import STOPPED, coverage

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BODY = ("ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH", "SỞ CÔNG THƯƠNG", "Số:        /BC-SCT")
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
TITLE = ("BÁO CÁO", "Tình hình mạng lưới điểm giới thiệu và bán sản phẩm OCOP tỉnh Hà Tĩnh")
RECEIVERS = ("Bộ Công Thương;", "UBND tỉnh;", "Văn phòng Điều phối nông thôn mới tỉnh;", "Lưu: VT.")


@dataclass(frozen=True, slots=True)
class Table:
    """One part of the report: a heading, column names, rows, and rows of sums."""

    title: str
    header: list
    rows: list
    footer: list


def tables(day=None):
    """The parts of the report on `day`: coverage, all outlets, stopped, unverified, recognitions, reports overdue."""
    day = day or timezone.localdate()
    outlets = list(
        Outlet.objects.select_related("commune__area", "commune__province").order_by(
            "commune__area__name", "name"
        )
    )
    valid = {row.outlet_id: row for row in RecognitionApplication.objects.valid(day)}
    return [
        _covered(day),
        _all(outlets, valid),
        _stopped(outlets),
        _stale(outlets, day),
        _recognised(day),
        _overdue(day),
    ]


def workbook(day=None):
    """The report as XLSX bytes, a sheet for each part."""
    day = day or timezone.localdate()
    said = _("On day %(day)s") % {"day": f"{day:%d/%m/%Y}"}
    return as_xlsx(
        *(
            Sheet(part.title, part.header, part.rows, top=(part.title, said), footer=part.footer)
            for part in tables(day)
        )
    )


def letter(day=None):
    """The report as DOCX bytes, in Vietnamese form."""
    day = day or timezone.localdate()
    paper = Document()
    _set_page(paper)
    _put_head(paper, day)
    board = coverage(day)
    total = board.total
    paper.add_paragraph(
        _(
            "On day %(day)s the network has %(serving)s points of sale serving visitors (%(recognised)s recognised), %(stopped)s stopped and %(planned)s planned."
        )
        % {
            "day": f"{day:%d/%m/%Y}",
            "serving": total.serving,
            "recognised": total.recognised,
            "stopped": total.stopped,
            "planned": total.planned,
        }
    )
    if board.basis:
        gaps = ", ".join(line.name for line in board.gaps) or _("none")
        paper.add_paragraph(
            _("Former districts below the target (%(basis)s): %(gaps)s.")
            % {"basis": board.basis, "gaps": gaps}
        )
    for number, part in enumerate(tables(day), 1):
        _put_table(paper, f"{number}. {part.title}", part)
    _put_end(paper)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _covered(day):
    board = coverage(day)
    rows = [
        [
            line.name,
            line.serving,
            line.planned,
            line.stopped,
            line.recognised,
            line.stale,
            line.wanted,
            line.missing,
        ]
        for line in [*board.lines, board.outside]
    ]
    total = board.total
    missing = sum(line.missing for line in board.lines)
    return Table(
        _("Coverage"),
        [_("Former district"), _("Serving"), _("Planned"), _("Stopped"), _("Recognised"), _("Not verified for 90 days"), _("Target"), _("Missing")],
        rows,
        [[total.name, total.serving, total.planned, total.stopped, total.recognised, total.stale, total.wanted, missing]],
    )  # fmt: skip


def _all(outlets, valid):
    rows = [
        [
            outlet.name, _capital(outlet.get_kind_display()), _capital(outlet.stage_label), outlet.stage_since,
            _place(outlet), _area(outlet), outlet.operator, _capital(outlet.get_funding_display()),
            outlet.verified_on, valid[outlet.pk].valid_to if outlet.pk in valid else None,
        ]
        for outlet in outlets
    ]  # fmt: skip
    header = [_("Name"), _("Kind"), _("State"), _("Since"), _("Address"), _("Former district"), _("Who runs it"), _("Funding"), _("Last verified on"), _("Recognised until")]  # fmt: skip
    return Table(_("Points of sale"), header, rows, [])


def _stopped(outlets):
    rows = [
        [outlet.name, _place(outlet), _capital(outlet.stage_label), outlet.stage_since, outlet.stage_reason]
        for outlet in outlets
        if outlet.stage in STOPPED
    ]
    return Table(_("Stopped"), [_("Name"), _("Address"), _("State"), _("Since"), _("Reason")], rows, [])


def _stale(outlets, day):
    rows = [
        [
            outlet.name,
            _place(outlet),
            outlet.verified_on,
            (day - outlet.verified_on).days if outlet.verified_on else None,
        ]
        for outlet in outlets
        if outlet.serves and outlet.is_stale
    ]
    header = [_("Name"), _("Address"), _("Last verified on"), _("Days since")]
    return Table(_("Not verified for 90 days"), header, rows, [])


def _recognised(day):
    found = RecognitionApplication.objects.filter(decision_date__isnull=False).select_related(
        "outlet", "standard"
    )
    rows = [
        [
            row.outlet.name,
            row.standard.name,
            row.decision_number,
            row.decision_date,
            row.valid_from,
            row.valid_to,
            _capital(row.said),
        ]
        for row in found.order_by("outlet__name", "-valid_from")
    ]
    header = [
        _("Name"),
        _("Criteria"),
        _("Decision number"),
        _("Day of the decision"),
        _("Valid from"),
        _("Valid to"),
        _("State"),
    ]
    return Table(_("Recognitions"), header, rows, [])


def _overdue(day):
    late = NetworkReport.objects.overdue(day).select_related("outlet").order_by("due_on", "outlet__name")
    rows = [
        [row.outlet.name, row.outlet.operator, row.period, row.due_on, (day - row.due_on).days]
        for row in late
    ]
    header = [_("Name"), _("Who runs it"), _("Period"), _("Due on"), _("Days late")]
    return Table(_("Reports overdue"), header, rows, [])


def _place(outlet):
    province = "" if outlet.commune.area_id else f", {outlet.commune.province}"
    return f"{outlet.street}, {outlet.commune}{province}"


def _area(outlet):
    return outlet.commune.area.name if outlet.commune.area_id else ""


def _capital(text):
    text = str(text)
    return text[:1].upper() + text[1:]


def _set_page(paper):
    page = paper.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin = Cm(3), Cm(2)
    page.top_margin = page.bottom_margin = Cm(2)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(13)
    style.paragraph_format.space_after = Pt(6)


def _put_head(paper, day):
    head = paper.add_table(rows=1, cols=2)
    left, right = head.rows[0].cells
    place = f"Hà Tĩnh, ngày {day:%d} tháng {day:%m} năm {day.year}"
    for cell, lines in ((left, BODY), (right, (*STATE, place))):
        cell.text = ""
        for number, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = paragraph.add_run(line)
            run.bold = line in {BODY[1], *STATE}
            run.italic = line == place
            run.font.size = Pt(12)
    for line in TITLE:
        paragraph = paper.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(line)
        run.bold, run.font.size = True, Pt(14)


def _put_table(paper, title, part):
    paper.add_paragraph().add_run(title).bold = True
    if not part.rows:
        paper.add_paragraph(_("None."))
        return
    grid = paper.add_table(rows=1, cols=len(part.header))
    grid.style = "Table Grid"
    for row in [part.header, *part.rows, *part.footer]:
        cells = grid.rows[0].cells if row is part.header else grid.add_row().cells
        for cell, value in zip(cells, row, strict=True):
            run = cell.paragraphs[0].add_run(_said(value))
            run.font.size = Pt(9)
            run.bold = row is part.header or row in part.footer
    paper.add_paragraph()


def _said(value):
    if value is None:
        return ""
    if hasattr(value, "strftime"):
        return f"{value:%d/%m/%Y}"
    return format_decimal(value, locale="vi") if isinstance(value, int) else str(value)


def _put_end(paper):
    end = paper.add_table(rows=1, cols=2)
    left, right = end.rows[0].cells
    left.text = ""
    left.paragraphs[0].add_run("Nơi nhận:").bold = True
    for line in RECEIVERS:
        left.add_paragraph().add_run(f"- {line}").font.size = Pt(11)
    right.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    right.paragraphs[0].add_run("GIÁM ĐỐC").bold = True
