"""A week's statement to keep: PDF and XLSX, with the numbers of the page, what outlets sold included."""

from django.utils.translation import gettext as _

from catalogue.templatetags.ocop import dong
from office.printing import FAMILY, paper
from office.tables import Sheet, as_xlsx

from .counters import Counter
from .stating import COLUMNS, Statement

HEADED, ROW = 12, 7.5  # mm: a heading with its sentence, a row of a table
GREEN, LINE = (14, 90, 69), (200, 190, 170)


def file_name(statement: Statement, ending: str) -> str:
    return f"doi-soat-{statement.producer.code}-{statement.monday:%Y-%m-%d}.{ending}"


def heading(statement: Statement) -> str:
    return _("Statement, week %(from)s to %(to)s") % {
        "from": f"{statement.monday:%d/%m/%Y}",
        "to": f"{statement.sunday:%d/%m/%Y}",
    }


def steps(statement: Statement) -> list[tuple[str, int]]:
    """From what was owed before the week to what is owed after it: [(label, đồng)]."""
    return [
        (_("Owed to you before the week"), statement.opening),
        *((str(column.label), amount) for column, amount in statement.totals.cells() if amount),
        *([(_("Transferred to you"), statement.paid)] if statement.paid else []),
        (_("Owed to you after the week"), statement.closing),
    ]


def state(line) -> str:
    """Whether a parcel's line has been paid, in words."""
    payout = line.payout
    if payout is None:
        return _("not paid out yet") if line.sums.earned else ""
    return f"{payout.stage_label} {payout.bank_reference or ''}".strip()


def counters_heading() -> str:
    return _("Sold at points of sale")


def counters_explained() -> str:
    return _("They pay you themselves; it is not part of what the platform owes you.")


def counters_header() -> list[str]:
    return [
        _("Point of sale"), _("Sold for"), _("Commission there"), _("Paid to you"), _("Change of what is owed"),
    ]  # fmt: skip


def amounts_at(counter: Counter) -> list[int]:
    """The four amounts of an outlet, in the order of `counters_header`."""
    return [counter.sold, counter.fee, counter.paid, counter.due]


def amounts_in_all(counters: list[Counter]) -> list[int]:
    return [sum(column) for column in zip(*map(amounts_at, counters), strict=True)]


def statement_xlsx(statement: Statement, counters: list[Counter]) -> bytes:
    totals = statement.totals
    parcels = Sheet(
        title=_("Parcels"),
        top=[heading(statement), statement.producer.name],
        header=[_("Parcel"), _("Day"), *(column.label for column in COLUMNS), _("Due to you"), _("Payout")],
        rows=[
            [
                line.number,
                f"{line.at:%d/%m/%Y}",
                *(n for _column, n in line.sums.cells()),
                line.sums.earned,
                state(line),
            ]
            for line in statement.lines
        ],
        footer=[[_("Total"), "", *(n for _column, n in totals.cells()), totals.earned, ""]],
    )
    summary = Sheet(
        title=_("The week in sum"),
        top=parcels.top,
        header=[_("Item"), _("Amount, đồng")],
        rows=steps(statement),
    )
    transfers = Sheet(
        title=_("Transfers"),
        header=[_("Day"), _("Batch"), _("Account"), _("The bank's reference"), _("State"), _("Amount, đồng")],
        rows=[
            [f"{each.at:%d/%m/%Y}", each.payout.batch.number, str(each.payout.account), each.payout.bank_reference or "", transfer_state(each), each.amount]
            for each in statement.transfers
        ],
    )  # fmt: skip
    return as_xlsx(summary, parcels, transfers, *([_counters_sheet(statement, counters)] if counters else []))


def _counters_sheet(statement, counters):
    return Sheet(
        title=counters_heading(),
        top=[heading(statement), counters_explained()],
        header=counters_header(),
        rows=[[each.consignment.outlet.name, *amounts_at(each)] for each in counters],
        footer=[[_("Total"), *amounts_in_all(counters)]],
    )


def transfer_state(transfer) -> str:
    return _("came back") if transfer.came_back else str(transfer.payout.stage_label)


def statement_pdf(statement: Statement, counters: list[Counter]) -> bytes:
    """A4 across: the sum first, then every parcel, the transfers, and what outlets sold."""
    page = paper("A4", title=heading(statement), landscape=True)
    page.footer = lambda: _footer(page)
    page.set_font(FAMILY, "B", 16)
    page.set_text_color(*GREEN)
    page.cell(h=10, text=heading(statement), new_x="LMARGIN", new_y="NEXT")
    page.set_text_color(0)
    page.set_font(FAMILY, "", 10)
    producer = statement.producer
    page.cell(
        text=" · ".join(filter(None, [producer.name, producer.tax_code and f"MST {producer.tax_code}"])),
        new_x="LMARGIN",
        new_y="NEXT",
    )
    page.ln(3)
    _table(
        page,
        [_("Item"), _("Amount")],
        [[label, dong(n)] for label, n in steps(statement)],
        (90, 40),
        total=True,
    )
    _write_parcels(page, statement)
    if statement.transfers:
        _write_transfers(page, statement)
    if counters:
        _write_counters(page, counters)
    return bytes(page.output())


def _write_parcels(page, statement):
    page.ln(4)
    shown = statement.shown
    _table(
        page,
        [_("Parcel"), _("Day"), *(str(column.label) for column in shown), _("Due to you"), _("Payout")],
        [
            *(
                [line.number, f"{line.at:%d/%m/%Y}", *_amounts(line.sums, shown), state(line)]
                for line in statement.lines
            ),
            [_("Total"), "", *_amounts(statement.totals, shown), ""],
        ],
        (36, 24, *[(273 - 36 - 24 - 54) / (len(shown) + 1)] * (len(shown) + 1), 54),
        total=True,
        text_columns={0, 1, len(shown) + 3},
    )


def _write_transfers(page, statement):
    page.ln(4)
    _table(
        page,
        [_("Transfer"), _("Account"), _("The bank's reference"), _("State"), _("Amount")],
        [
            [f"{each.at:%d/%m/%Y} · {each.payout.batch.number}", str(each.payout.account), each.payout.bank_reference or "", transfer_state(each), dong(each.amount)]
            for each in statement.transfers
        ],
        (53, 70, 60, 50, 40),
        text_columns={0, 1, 2, 3},
    )  # fmt: skip


def _write_counters(page, counters):
    """On a page of its own where it would break in two."""
    page.ln(4)
    if page.will_page_break(HEADED + ROW * (len(counters) + 2)):
        page.add_page()
    page.set_font(FAMILY, "B", 11)
    page.cell(h=6, text=counters_heading(), new_x="LMARGIN", new_y="NEXT")
    page.set_font(FAMILY, "", 8.5)
    page.cell(h=6, text=counters_explained(), new_x="LMARGIN", new_y="NEXT")
    rows = [(each.consignment.outlet.name, amounts_at(each)) for each in counters]
    _table(
        page,
        counters_header(),
        [[name, *(dong(n) if n else "" for n in amounts[:-1]), dong(amounts[-1])] for name, amounts in rows]
        + [[_("Total"), *map(dong, amounts_in_all(counters))]],
        (103, 40, 40, 40, 50),
        total=True,
    )


def _amounts(sums, shown):
    cells = [dong(number) if number else "" for column, number in sums.cells() if column in shown]
    return [*cells, dong(sums.earned)]


def _table(page, header, rows, widths, *, total=False, text_columns=frozenset({0})):
    page.set_font(FAMILY, "", 8.5)
    page.set_draw_color(*LINE)
    align = ["LEFT" if index in text_columns else "RIGHT" for index in range(len(header))]
    with page.table(
        col_widths=widths,
        width=min(sum(widths), page.epw),  # seven sevenths are a hair more than one
        text_align=align,
        align="LEFT",
        borders_layout="HORIZONTAL_LINES",
        line_height=5,
        padding=1,
    ) as table:
        top = table.row()
        for text in header:
            top.cell(text)
        for number, cells in enumerate(rows, 1):
            page.set_font(FAMILY, "B" if total and number == len(rows) else "", 8.5)
            row = table.row()
            for text in cells:
                row.cell(text)
    page.set_font(FAMILY, "", 8.5)


def _footer(page):
    page.set_y(-10)
    page.set_font(FAMILY, "", 8)
    page.set_text_color(110)
    page.cell(text=f"OCOP Hà Tĩnh · {page.title}")
    page.set_x(-30)
    page.cell(w=18, text=str(page.page_no()), align="R")
    page.set_text_color(0)
