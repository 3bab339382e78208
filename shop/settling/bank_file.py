"""The file of a bulk transfer, as Vietnamese banks take it; its words stay Vietnamese."""

from office import tables

from .models import Payout, PayoutBatch

HEADER = (
    "STT",
    "Số tài khoản",
    "Tên người thụ hưởng",
    "Mã ngân hàng (BIN)",
    "Ngân hàng",
    "Số tiền (VND)",
    "Nội dung chuyển khoản",
)


def rows(batch: PayoutBatch) -> list[list]:
    """One row per approved payout of the batch, none of what was dropped, paid or failed. 1 query."""
    payouts = (
        batch.payouts.filter(stage=Payout.Stage.APPROVED).select_related("account", "batch").order_by("pk")
    )
    return [
        [
            number,
            each.account.number,
            each.account.holder,
            each.account.bank,
            each.account.bank_name,
            each.amount,
            f"OCOP HA TINH {each.reference}",
        ]
        for number, each in enumerate(payouts, 1)
    ]


def as_csv(batch: PayoutBatch) -> bytes:
    return tables.as_csv(HEADER, rows(batch))


def as_xlsx(batch: PayoutBatch) -> bytes:
    return tables.as_xlsx(tables.Sheet(title=batch.number, header=HEADER, rows=rows(batch)))
