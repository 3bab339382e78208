"""The card of a tour: a PDF to hand out, with a QR code for every stop."""

from django.utils.translation import gettext as _

from catalogue.structured_data import absolute
from office.phones import in_words
from office.printing import FAMILY, draw_qr, paper

EDGE, QR, ROW, BOTTOM = 14, 22, 30, 283  # mm on A4


def card(guide):
    """The tour as PDF (bytes), in the language of the guide: day by day, each stop with time, reason and code.

    Only in a tongue that is `on_paper`: our typeface has no other letters.
    """
    document = paper("A4", title=guide.words.title.text, margin=EDGE)
    document.set_lang(guide.words.tongue.code)
    document.set_auto_page_break(False)
    _head(document, guide)
    for day in guide.days:
        if document.get_y() + 12 + ROW > BOTTOM:
            document.add_page()
        if len(guide.days) > 1:
            _write(document, _("Day %(n)d") % {"n": day.number}, size=14, bold=True, height=10)
        for halt in day.halts:
            if document.get_y() + ROW > BOTTOM:
                document.add_page()
            _stop(document, guide, halt)
    return bytes(document.output())


def tour_address(guide):
    """The tour's page in the tongue of the guide."""
    return absolute(guide.itinerary.address_in(guide.words.tongue.code))


def stop_address(guide, halt):
    """What the code of a stop opens: its host's page, or its place on the tour's page."""
    return absolute(halt.url) if halt.url else f"{tour_address(guide)}#diem-{halt.stop.pk}"


def _head(document, guide):
    itinerary, words = guide.itinerary, guide.words
    draw_qr(document, tour_address(guide), left=210 - EDGE - 28, top=EDGE, side=28)
    _write(document, "OCOP Hà Tĩnh", size=10, bold=True, height=6, width=150)
    _write(document, words.title.text, size=20, bold=True, height=9, width=150)
    if words.price_note:
        _write(document, words.price_note.text, size=11, height=6, width=150)
    operator = itinerary.operator
    _write(
        document,
        _("%(operator)s, licence %(licence)s, phone %(phone)s")
        % {
            "operator": operator.name,
            "licence": operator.licence,
            "phone": in_words(str(operator.phone)),
        },
        size=9,
        height=5,
        width=150,
    )
    document.set_y(max(document.get_y() + 4, EDGE + 34))


def _stop(document, guide, halt):
    words = halt.words
    top = document.get_y()
    document.set_draw_color(200)
    document.line(EDGE, top, 210 - EDGE, top)
    document.set_xy(EDGE, top + 3)
    document.set_font(FAMILY, "B", 13)
    document.cell(18, 6, words.starts)
    left, width = EDGE + 20, 210 - 2 * EDGE - 20 - QR - 6
    document.set_xy(left, top + 3)
    _write(
        document,
        f"{halt.number}. {words.name}",
        size=12,
        bold=True,
        height=6,
        width=width,
        left=left,
        lines=1,
    )
    place = ", ".join(part for part in (halt.place, words.minutes) if part)
    _write(document, place, size=9, height=5, width=width, left=left, lines=1)
    said = halt.doubt or words.reason.text  # a paper stays: better no reason than a time nobody agreed to
    _write(document, said, size=10, height=5, width=width, left=left, lines=2)
    draw_qr(document, stop_address(guide, halt), left=210 - EDGE - QR, top=top + 3, side=QR)
    document.set_y(top + ROW)


def _write(document, text, *, size, height, bold=False, width=0, left=EDGE, lines=0):
    """Text in a column; with `lines` cut after that many, the last one ending in "…"."""
    document.set_x(left)
    document.set_font(FAMILY, "B" if bold else "", size)
    if lines:
        rows = document.multi_cell(width, height, text, dry_run=True, output="LINES")
        if len(rows) > lines:
            text = "\n".join([*rows[: lines - 1], rows[lines - 1].rstrip()[:-1] + "…"])
    document.multi_cell(width, height, text, new_x="LMARGIN", new_y="NEXT", align="L")
