"""The accounts of consignment: what outlets owe producers for goods sold at the counter.

The money passes between the two; the house only keeps the books. `outlet:<pk>` is what the outlet still
has of it, `consigned:<producer>` what is due to the producer; a row's `about` is the consignment's code. The
key of an entry is `<kind>:<number of the note>`.
"""

from typing import Any

from django.db.models import Q, Sum
from django.utils.translation import gettext as _

from catalogue.producers.models import Partner
from office.ledger import accounts, reading
from office.ledger.models import Row
from office.ledger.posting import post

from ..models import Consignment, Note, Outlet

SOLD, FEE, PAID = "outlet-sold", "outlet-fee", "outlet-paid"


def outlet_code(pk: int) -> str:
    """The account of what this outlet owes for goods in commission."""
    return f"outlet:{pk}"


def producer_code(pk: int) -> str:
    """The account of what outlets owe this producer."""
    return f"consigned:{pk}"


def register_accounts():
    """Say which accounts outlets use. Called in the app's `ready`."""
    kind = accounts.Kind
    accounts.register("outlet:", kind.ASSET, _name_of_outlet)
    accounts.register("consigned:", kind.LIABILITY, _name_of_producer)


def enter(note: Note):
    """Write a sale or a payment into the ledger; a note that reverses one takes it out again."""
    consignment = note.consignment
    facts = {"number": note.number, "outlet": consignment.outlet.name}
    if note.kind == Note.Kind.SOLD:
        _move(SOLD, note, note.amount, _("Sold at %(outlet)s, note %(number)s") % facts)
        _move(FEE, note, -note.commission, _("Commission of %(outlet)s, note %(number)s") % facts)
    elif note.kind == Note.Kind.PAID:
        _move(PAID, note, -note.amount, _("Paid by %(outlet)s, note %(number)s") % facts)


def debt_of(consignment: Consignment) -> int:
    """What the outlet owes for this consignment, in đồng; below 0 when it paid too much. 1 query."""
    return reading.balance(outlet_code(consignment.outlet_id), about=consignment.code)


def debts_of(consignments) -> dict[int, int]:
    """{key of a consignment: what its outlet owes}. 1 query."""
    codes = {each.code: each.pk for each in consignments}
    rows = Row.objects.filter(account__code__startswith="outlet:", about__in=codes).order_by()
    sums = dict(rows.values_list("about").annotate(sum=Sum("amount")))
    return {pk: sums.get(code, 0) for code, pk in codes.items()}


def sums_of(producer: Partner, *, since=None, until=None) -> dict[str, dict[str, int]]:
    """{code of a consignment: {"sold", "fee", "paid", "due"}} of a producer, from day to day. 1 query."""
    rows = reading.rows(producer_code(producer.pk), since=since, until=until).order_by()
    found: Any = rows.values("about").annotate(**_columns())
    return {row["about"]: {name: -(row[name] or 0) for name in _columns()} for row in found}


def _columns():
    return {"sold": _sum_of(SOLD), "fee": _sum_of(FEE), "paid": _sum_of(PAID), "due": Sum("amount")}


def _sum_of(kind):
    return Sum("amount", filter=Q(entry__key__startswith=f"{kind}:"))


def _move(kind, note, amount, text):
    """`amount` above 0 makes the outlet owe more. Nothing for 0."""
    if amount:
        consignment = note.consignment
        post(
            f"{kind}:{note.number}",
            text,
            [
                (outlet_code(consignment.outlet_id), amount, consignment.code),
                (producer_code(consignment.producer_id), -amount, consignment.code),
            ],
            about=note.number,
            by=note.by,
            at=note.at,
        )


def _name_of_outlet(pk):
    return Outlet.objects.filter(pk=pk).values_list("name", flat=True).first() or pk


def _name_of_producer(pk):
    return Partner.objects.filter(pk=pk).values_list("name", flat=True).first() or pk
