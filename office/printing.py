"""Paper: a PDF page in our own typeface, for labels, statements and copies to keep."""

from pathlib import Path

import segno
from fpdf import FPDF

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Be Vietnam Pro"
SIZES = {"A4": (210, 297), "A5": (148, 210), "A6": (105, 148)}


def paper(size, *, title, landscape=False, margin=12):
    """An empty document of `size` ("A4", "A6") with one page, Vietnamese letters and `margin` in mm.

    Returns fpdf2's document: draw on it, then `bytes(document.output())`.
    """
    document = FPDF(orientation="L" if landscape else "P", unit="mm", format=SIZES[size])
    document.add_font(FAMILY, "", FONTS / "BeVietnamPro-Regular.ttf")
    document.add_font(FAMILY, "B", FONTS / "BeVietnamPro-Bold.ttf")
    document.set_font(FAMILY, size=10)
    document.set_title(title)
    document.set_lang("vi")
    document.set_margin(margin)
    document.set_auto_page_break(True, margin)  # noqa: FBT003  (fpdf2's own signature)
    document.add_page()
    return document


def draw_qr(document, text, *, left, top, side):
    """A QR code of `side` mm: its modules as black squares, the quiet zone is the paper's white."""
    rows = list(segno.make(text, error="m", micro=False).matrix)
    module = side / len(rows)
    document.set_fill_color(0)
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            if not row[x]:
                x += 1
                continue
            end = x
            while end < len(row) and row[end]:
                end += 1
            document.rect(left + x * module, top + y * module, (end - x) * module, module, style="F")
            x = end
