"""The month's withholding for the tax return, as CSV and XLSX; its words stay Vietnamese."""

from datetime import date

from office import tables

from .withholding import Withheld

HEADER = (
    "STT",
    "Mã số thuế",
    "Tên người bán",
    "Loại hình",
    "Địa chỉ",
    "Doanh thu bán (VND)",
    "Trả lại trong tháng (VND)",
    "Doanh thu tính thuế (VND)",
    "Trong đó vận chuyển (VND)",
    "Thuế GTGT đã khấu trừ (VND)",
    "Thuế TNCN đã khấu trừ (VND)",
)


def rows(found: list[Withheld]) -> list[list]:
    return [
        [
            number,
            each.producer.tax_code,
            each.producer.name,
            str(each.producer.get_legal_form_display()),
            ", ".join(filter(None, [each.producer.street, str(each.producer.commune or "")])),
            each.sold,
            each.returned,
            each.revenue,
            each.carriage,
            each.vat,
            each.pit,
        ]
        for number, each in enumerate(found, 1)
    ]


def totals(found: list[Withheld]) -> dict[str, int]:
    return {
        name: sum(getattr(each, name) for each in found)
        for name in ("sold", "returned", "revenue", "carriage", "vat", "pit")
    }


def as_csv(found: list[Withheld]) -> bytes:
    return tables.as_csv(HEADER, rows(found))


def as_xlsx(first: date, found: list[Withheld]) -> bytes:
    title = f"Khấu trừ thuế tháng {first:%m/%Y} (Nghị định 117/2025/NĐ-CP)"
    footer = [["", "", "Tổng cộng", "", "", *totals(found).values()]]
    sheet = tables.Sheet(title=f"{first:%Y-%m}", top=[title], header=HEADER, rows=rows(found), footer=footer)
    return tables.as_xlsx(sheet)
