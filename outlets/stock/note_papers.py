"""A consignment note on paper, A4, with room for two signatures."""

from django.utils.translation import gettext as _

from catalogue.templatetags.ocop import dong
from office.printing import FAMILY, paper

from ..models import Note

GREEN, LINE = (14, 90, 69), (200, 190, 170)
Kind = Note.Kind


def heading(note: Note) -> str:
    """ "Note HG26-00012: sold at the counter"."""
    text = _("Note %(number)s: %(kind)s") % {"number": note.number, "kind": note.get_kind_display()}
    return f"{text} ({_('reversal')})" if note.reverses_id else text


def note_pdf(note: Note) -> bytes:
    """The note as a PDF: who, when, the lines, the sum, two places to sign."""
    page = paper("A4", title=heading(note), margin=18)
    _head(page, note)
    lines = list(note.lines.select_related("product__parent"))
    if lines:
        _lines(page, note, lines)
    _sums(page, note)
    _signatures(page)
    return bytes(page.output())


def _head(page, note):
    row = note.consignment
    page.set_font(FAMILY, "B", 16)
    page.set_text_color(*GREEN)
    page.multi_cell(0, 9, heading(note), new_x="LMARGIN", new_y="NEXT")
    page.set_text_color(0)
    page.set_font(FAMILY, "", 10)
    facts = [
        (_("Point of sale"), f"{row.outlet.name}, {row.outlet.street}, {row.outlet.commune}"),
        (_("Producer"), " · ".join(filter(None, [row.producer.name, row.producer.tax_code]))),
        (_("Day"), f"{note.day:%d/%m/%Y}"),
    ]
    if note.kind != Kind.ORDER:
        facts.append((_("State"), str(note.stage_label)))
    if note.reverses_id:
        facts.append((_("Reverses"), note.reverses.number))
    if note.text:
        facts.append((_("Remark"), note.text))
    for label, text in facts:
        page.multi_cell(0, 6, f"{label}: {text}", new_x="LMARGIN", new_y="NEXT")
    page.ln(3)


def _lines(page, note, lines):
    header, widths = _columns(note)
    page.set_draw_color(*LINE)
    with page.table(
        col_widths=widths,
        width=sum(widths),
        text_align=["LEFT", *["RIGHT"] * (len(header) - 1)],
        align="LEFT",
        borders_layout="HORIZONTAL_LINES",
        line_height=6,
        padding=1,
    ) as table:
        for cells in [header, *(_cells(note, line) for line in lines)]:
            row = table.row()
            for text in cells:
                row.cell(str(text))


def _columns(note):
    if note.kind == Kind.SOLD:
        return [_("Product"), _("Pieces"), _("Price of one"), _("Amount")], (84, 20, 34, 36)
    if note.kind == Kind.COUNT:
        return [_("Product"), _("Expected"), _("Pieces found"), _("Reason")], (80, 26, 28, 40)
    return [_("Product"), _("Pieces")], (144, 30)


def _cells(note, line):
    title = line.product.get_title()
    if note.kind == Kind.SOLD:
        return [title, -line.change, dong(line.price), dong(line.amount)]
    if note.kind == Kind.COUNT:
        return [title, line.expected, line.quantity, line.get_reason_display()]
    return [title, line.quantity]


def _sums(page, note):
    page.ln(3)
    sums = []
    if note.kind == Kind.SOLD:
        rate = [(_("Commission of the point of sale"), note.commission), (_("Due to the producer"), note.due)]
        sums = [(_("Sold for"), note.amount), *rate]
    elif note.kind == Kind.PAID:
        sums = [(_("Paid"), note.amount)]
    for label, amount in sums:
        page.cell(90, 7, label)
        page.set_font(FAMILY, "B", 10)
        page.cell(40, 7, dong(amount), align="R", new_x="LMARGIN", new_y="NEXT")
        page.set_font(FAMILY, "", 10)


def _signatures(page):
    page.ln(12)
    page.set_font(FAMILY, "B", 10)
    for last, label in ((False, _("For the point of sale")), (True, _("For the producer"))):
        page.cell(
            87, 6, label, align="C", new_x="LMARGIN" if last else "RIGHT", new_y="NEXT" if last else "TOP"
        )
    page.set_font(FAMILY, "", 9)
    page.set_text_color(110)
    for last in (False, True):
        page.cell(
            87,
            6,
            _("(name and signature)"),
            align="C",
            new_x="LMARGIN" if last else "RIGHT",
            new_y="NEXT" if last else "TOP",
        )
    page.set_text_color(0)
