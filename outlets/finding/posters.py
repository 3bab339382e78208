"""The paper at an outlet's door: A4, its name, its hours, and a QR code that opens its page."""

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalogue.structured_data import absolute
from office.phones import in_words
from office.printing import FAMILY, draw_qr, paper

from ..hours.timetable import limits
from .showing import Shown, usual_hours

EDGE, WIDTH, QR = 18, 210, 78  # mm
GREEN, GREY = (14, 90, 69), (101, 92, 79)


def poster(shown: Shown) -> bytes:
    """One page as PDF, in the language of the reader."""
    outlet = shown.outlet
    document = paper("A4", title=outlet.name, margin=EDGE)
    document.set_auto_page_break(False)
    document.set_fill_color(*GREEN)
    document.rect(0, 0, WIDTH, 16, style="F")
    document.set_xy(EDGE, 4)
    _write(
        document,
        _("OCOP Hà Tĩnh · one commune, one product"),
        size=12,
        bold=True,
        colour=(255, 255, 255),
        height=8,
    )
    document.set_y(30)
    _write(document, capfirst(outlet.get_kind_display()), size=14, colour=GREEN, height=8)
    _write(document, outlet.name, size=32 if len(outlet.name) < 34 else 25, bold=True, height=13, lines=3)
    document.ln(2)
    place = ", ".join((outlet.street, str(outlet.commune), outlet.commune.province.name))
    _write(document, place, size=13, colour=GREY, height=6.5)
    if outlet.phone:
        phone = _("Phone") + f": {in_words(str(outlet.phone))}"
        _write(document, phone, size=13, colour=GREY, height=6.5)
    document.ln(7)
    top = document.get_y()
    _hours(document, shown)
    _code(document, shown, max(document.get_y() + 10, top + 62))
    _foot(document, outlet)
    return bytes(document.output())


def _hours(document, shown):
    _write(document, _("Hours"), size=17, bold=True, colour=GREEN, height=10)
    outlet, said = shown.outlet, [("", shown.state.said)]
    for days, hours in (usual_hours(outlet) or said) if outlet.serves else said:
        document.set_x(EDGE)
        document.set_font(FAMILY, "", 14)
        if days:
            document.cell(70, 8, days)
        document.set_font(FAMILY, "B", 14)
        document.multi_cell(0, 8, hours, new_x="LMARGIN", new_y="NEXT")
    for note in limits(outlet) if outlet.serves else ():
        _write(document, note, size=14, bold=True, height=8)


def _code(document, shown, top):
    """The QR code with what it is good for beside it."""
    top = min(top, 297 - 24 - QR)
    address = absolute(shown.outlet.get_absolute_url())
    draw_qr(document, address, left=EDGE, top=top, side=QR)
    left = EDGE + QR + 10
    document.set_xy(left, top + 8)
    document.set_text_color(*GREEN)
    document.set_font(FAMILY, "B", 19)
    document.multi_cell(
        WIDTH - EDGE - left, 9, _("What is on the shelf today?"), new_x="LEFT", new_y="NEXT", align="L"
    )
    document.ln(3)
    document.set_x(left)
    document.set_text_color(0)
    document.set_font(FAMILY, "", 13)
    words = _(
        "Scan the code with your phone: goods with a star valid today, who made them, hours on holidays, and how to report a mistake."
    )
    document.multi_cell(WIDTH - EDGE - left, 6.6, words, new_x="LEFT", new_y="NEXT", align="L")
    document.set_xy(EDGE, top + QR + 3)
    _write(document, address.removeprefix("https://").removeprefix("http://"), size=10, colour=GREY, height=5)


def _foot(document, outlet):
    document.set_xy(EDGE, 297 - 12)
    said = _("Operator: %(name)s") % {"name": outlet.operator}
    _write(document, f"{said}  ·  {settings.SITE_URL.partition('://')[2]}", size=9, colour=GREY, height=5)


def _write(document, text, *, size, bold=False, colour=(0, 0, 0), height=6, lines=2):
    """A text in at most `lines` lines, cut with "…"."""
    document.set_x(EDGE)
    document.set_text_color(*colour)
    document.set_font(FAMILY, "B" if bold else "", size)
    rows = document.multi_cell(0, height, text, dry_run=True, output="LINES", align="L")
    if len(rows) > lines:
        text = " ".join(rows[:lines])[:-1].rstrip(" ,;") + "…"
    document.multi_cell(0, height, text, new_x="LMARGIN", new_y="NEXT", align="L")
    document.set_text_color(0)
