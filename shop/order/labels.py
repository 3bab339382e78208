"""The label on a parcel: A6, one page each, for the courier's scanner and for eyes."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from catalogue.models import LegalClass
from catalogue.templatetags.ocop import dong
from office import phones
from office.printing import FAMILY, draw_qr, paper
from shop.shipping.weighing import in_words

from .charging import cash_at_doors

WIDTH, HEIGHT, EDGE = 105, 148, 6
QR = 30  # mm


def labels(parcels):
    """One PDF (bytes) with a page for each of `parcels` (with order, address, producer's commune, lines' handling)."""
    cash = cash_at_doors([each for each in parcels if not each.is_fetched])
    document = paper("A6", title=_("Labels"), margin=EDGE)
    document.set_auto_page_break(False)
    with translation.override(settings.LANGUAGE_CODE):
        for n, parcel in enumerate(parcels):
            if n:
                document.add_page()
            _draw(document, parcel, cash.get(parcel.pk, 0))
    return bytes(document.output())


def look_up_address(parcel):
    """What the QR code opens: the look-up page with order and parcel filled in."""
    return f"{settings.SITE_URL}{reverse('orders:track')}?so={parcel.order.number}&kien={parcel.number}"


def _draw(document, parcel, cash):
    order = parcel.order
    inner = WIDTH - 2 * EDGE
    draw_qr(document, look_up_address(parcel), left=WIDTH - EDGE - QR, top=EDGE, side=QR)
    document.set_xy(EDGE, EDGE)
    _text(document, "OCOP Hà Tĩnh", size=9, bold=True, width=inner - QR - 2)
    _text(document, str(parcel), size=17, bold=True, width=inner - QR - 2, height=9)
    _text(document, parcel.way or _("Courier"), size=9, width=inner - QR - 2)
    if parcel.tracking_code:
        _text(document, parcel.tracking_code, size=12, bold=True, width=inner - QR - 2, height=6)
    document.set_y(EDGE + QR + 2)
    _line(document)
    _caption(document, _("Sender"))
    producer = parcel.producer
    _text(
        document,
        _joined(producer.name, producer.phone.as_national if producer.phone else ""),
        size=9,
        bold=True,
    )
    place = producer.commune
    _text(document, _joined(producer.street, place or "", place.province.name if place else ""), size=8)
    _line(document)
    _caption(document, _("Receiver"))
    _text(document, order.buyer_name, size=14, bold=True, height=7)
    _text(document, phones.in_words(str(order.phone)) if order.phone else "", size=15, bold=True, height=7)
    _text(document, ", ".join(parcel.goes_to), size=11, height=5.4)
    _line(document)
    _text(document, _contents(parcel), size=8, height=3.8, lines=4)
    _foot(document, parcel, cash)


def _foot(document, parcel, cash):
    """What to collect, the weight, and the marks, at the bottom whatever is above."""
    marks = _marks(parcel)
    inner = WIDTH - 2 * EDGE
    document.set_y(HEIGHT - EDGE - (25 if marks else 17))
    document.set_line_width(0.6)
    top = document.get_y()
    document.rect(EDGE, top, inner, 16)
    document.set_xy(EDGE + 2, top + 1.5)
    document.set_font(FAMILY, "", 8)
    document.cell(62, 4, _("To collect (COD)"))
    document.cell(0, 4, _("Weight"))
    document.set_xy(EDGE + 2, top + 6)
    document.set_font(FAMILY, "B", 19)
    document.cell(62, 8, dong(cash).replace("₫", "đ"))
    document.set_font(FAMILY, "B", 13)
    document.cell(0, 8, in_words(parcel.weight_g) if parcel.weight_g else "–")
    if marks:
        document.set_xy(EDGE, top + 17.5)
        document.set_fill_color(0)
        document.set_text_color(255)
        document.set_font(FAMILY, "B", 11)
        document.cell(inner, 7.5, "  ·  ".join(marks), fill=True, align="C")
        document.set_text_color(0)


def _marks(parcel):
    said = [
        handling
        for line in parcel.lines.all()
        if line.product
        for handling in (_handling(line.product), line.product.parent_id and _handling(line.product.parent))
        if handling
    ]
    marks = []
    if any(handling.fragile for handling in said):
        marks.append(_("FRAGILE"))
    if any(handling.keeps_hours for handling in said):
        marks.append(_("FRESH GOODS"))
    if any(
        line.product and _shown(line.product).legal_class == LegalClass.ALCOHOL for line in parcel.lines.all()
    ):
        marks.append(_("ADULTS ONLY"))
    return marks


def _shown(product):
    return product.parent if product.is_child else product


def _handling(product):
    return getattr(product, "handling", None)


def _contents(parcel):
    return "; ".join(f"{line.quantity} × {line.title}" for line in parcel.lines.all())


def _joined(*parts):
    return ", ".join(str(part) for part in parts if part)


def _caption(document, text):
    document.set_x(EDGE)
    document.set_font(FAMILY, "", 7)
    document.cell(0, 3.4, text.upper(), new_x="LMARGIN", new_y="NEXT")


def _text(document, text, *, size, bold=False, width=0, height=4.4, lines=3):
    """A text in at most `lines` lines, cut with "…"."""
    document.set_x(EDGE)
    document.set_font(FAMILY, "B" if bold else "", size)
    width = width or WIDTH - 2 * EDGE
    rows = document.multi_cell(width, height, text or "", dry_run=True, output="LINES", align="L")
    if len(rows) > lines:
        text = " ".join(rows[:lines])[:-1].rstrip(" ,;") + "…"
    document.multi_cell(width, height, text or "", new_x="LMARGIN", new_y="NEXT", align="L")


def _line(document):
    document.set_line_width(0.3)
    y = document.get_y() + 1.2
    document.line(EDGE, y, WIDTH - EDGE, y)
    document.set_y(y + 1.4)
