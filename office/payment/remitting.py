"""Couriers hand over the cash they collected, with differences."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from office.stages import Refused

from . import booking
from .models.courier import Remittance, RemittanceLine
from .models.settlement import Settlement
from .models.trouble import Trouble

_names: list[Callable[[set[str]], dict[str, str]]] = []


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of a courier's list beside what was collected, đồng; `settlement` None: nothing we know."""

    reference: str
    amount: int
    settlement: Settlement | None
    remitted: bool = False

    @property
    def difference(self):
        return self.amount - (self.settlement.amount if self.settlement else 0)


def outstanding(carrier):
    """What this courier collected and has not handed over, oldest first."""
    return collections(carrier).filter(remitted=None).select_related("due").order_by("at", "pk")


def collections(carrier):
    """All that this courier collected."""
    return Settlement.objects.filter(gateway="cod", asset=booking.COURIER + carrier)


def carriers():
    """[(carrier, đồng not handed over)] of every courier that holds cash of ours."""
    held = Settlement.objects.filter(gateway="cod", remitted=None).values_list("asset")
    return [
        (asset.removeprefix(booking.COURIER), amount)
        for asset, amount in held.annotate(Sum("amount")).order_by("asset")
    ]


def register_names(names):
    """`names(codes)` gives {code: name} of those a room above knows."""
    _names.append(names)


def names_of(codes):
    """{code: name} of who collects cash for us."""
    found = {code: code.upper() for code in codes}
    for names in _names:
        found |= names(set(codes))
    return found


def compare(carrier, lines):
    """`lines` [(tracking reference, đồng)] beside what was collected. Raises `Refused` for a repeated one."""
    references = [reference for reference, _amount in lines]
    if len(set(references)) < len(references):
        raise Refused(_("A reference stands in the list twice."), field="lines")
    names = [f"{carrier}:{reference}" for reference in references]
    found = {row.reference: row for row in collections(carrier).filter(reference__in=names)}
    done = set(
        RemittanceLine.objects.filter(settlement__in=found.values()).values_list("settlement", flat=True)
    )
    rows = []
    for reference, amount in lines:
        settlement = found.get(f"{carrier}:{reference}")
        rows.append(Compared(reference, amount, settlement, bool(settlement and settlement.pk in done)))
    return rows


@transaction.atomic
def remit(carrier, lines, *, bank_reference, by):
    """Book that `carrier` handed over `lines` [(tracking reference, đồng)] in one transfer.

    What was collected leaves the courier's account, what came is in the bank, the rest is booked under
    differences. The same bank reference again is the same `Remittance`. Raises `Refused` when nothing of
    it was collected or a line has been handed over before.
    """
    bank_reference = bank_reference.strip()
    if there := Remittance.objects.filter(carrier=carrier, bank_reference=bank_reference).first():
        return there
    list(collections(carrier).select_for_update().order_by("pk").values_list("pk", flat=True))
    rows = compare(carrier, lines)
    if again := next((row for row in rows if row.remitted), None):
        raise Refused(
            _("%(reference)s has been handed over already.") % {"reference": again.reference}, field="lines"
        )
    if not any(row.settlement for row in rows):
        raise Refused(_("Nothing in this list was collected by this courier."), field="lines")
    try:
        with transaction.atomic():
            made = Remittance.objects.create(
                carrier=carrier, bank_reference=bank_reference, amount=sum(row.amount for row in rows), by=by
            )
    except IntegrityError:
        return Remittance.objects.get(carrier=carrier, bank_reference=bank_reference)
    RemittanceLine.objects.bulk_create(
        RemittanceLine(remittance=made, settlement=row.settlement, reference=row.reference, amount=row.amount)
        for row in rows
    )
    collected = sum(row.settlement.amount for row in rows if row.settlement)
    booking.remitted(made, collected, by=by, arrived=_arrived(made, by))
    return made


def _arrived(made, by):
    """The money of it, if the bank told us before and nobody knew what it was for."""
    settlement = Settlement.objects.filter(
        gateway="vietqr", reference=made.bank_reference, due=None, amount=made.amount
    ).first()
    trouble = settlement and settlement.troubles.filter(solved_at=None).first()
    if trouble is None:
        return None
    from .troubles import solve

    solve(trouble, Trouble.Answer.ASSIGNED, by=by, reason=f"{made.carrier} {made.bank_reference}")
    return settlement
