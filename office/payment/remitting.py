"""Couriers hand over the cash they collected, with differences."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from office.stages import Refused

from . import booking, locking
from .models.courier import Remittance, RemittanceLine
from .models.settlement import Settlement
from .troubles import recognise, unclaimed


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
    """All that this courier collected and has to hand over."""
    return _to_hand_over().filter(asset=booking.COURIER + carrier)


_settled_elsewhere: set[str] = set()


def settle_elsewhere(prefix):
    """A higher room tells that who is called `prefix`… hands nothing over: it settles with them itself."""
    _settled_elsewhere.add(prefix)


def _to_hand_over():
    rows = Settlement.objects.filter(gateway="cod")
    for prefix in _settled_elsewhere:
        rows = rows.exclude(asset__startswith=booking.COURIER + prefix)
    return rows


_namers: list[Callable[[set[str]], dict[str, str]]] = []


def name_couriers(namer):
    """A higher room tells how couriers are called: `namer(codes)` gives {code: name} of those it knows."""
    if namer not in _namers:
        _namers.append(namer)


def names_of(codes):
    """{code: name}; one nobody knows is called by its code."""
    codes = set(codes)
    names = {code: code.upper() for code in codes}
    for namer in _namers:
        names |= namer(codes)
    return names


def carriers():
    """[(carrier, đồng not handed over)] of every courier that holds cash of ours."""
    held = _to_hand_over().filter(remitted=None).values_list("asset")
    return [
        (asset.removeprefix(booking.COURIER), amount)
        for asset, amount in held.annotate(Sum("amount")).order_by("asset")
    ]


def compare(carrier, lines):
    """`lines` [(reference, or what the courier calls it, đồng)] beside what was collected.

    Raises `Refused` for one that stands there twice.
    """
    references = [reference for reference, _amount in lines]
    if len(set(references)) < len(references):
        raise Refused(_("A reference stands in the list twice."), field="lines")
    found = _collected(carrier, references)
    if len(set(found.values())) < len(found):
        raise Refused(_("A reference stands in the list twice."), field="lines")
    done = set(
        RemittanceLine.objects.filter(settlement__in=found.values()).values_list("settlement", flat=True)
    )
    rows = []
    for reference, amount in lines:
        settlement = found.get(reference)
        rows.append(Compared(reference, amount, settlement, bool(settlement and settlement.pk in done)))
    return rows


def _collected(carrier, references):
    """{reference: what was collected}: by our reference, else by what the courier calls it."""
    names = {f"{carrier}:{reference}": reference for reference in references}
    found = {names[row.reference]: row for row in collections(carrier).filter(reference__in=names)}
    if missing := set(references) - set(found):
        for row in collections(carrier).order_by("pk"):
            if (called := row.note.partition(" ")[2]) in missing:
                found[called] = row
    return found


@transaction.atomic
def remit(carrier, lines, *, bank_reference, by):
    """Book that `carrier` handed over `lines` [(tracking reference, đồng)] in one transfer.

    What was collected leaves the courier's account, what came is in the bank (as the bank says, once it has, whatever
    the list sums to), the rest is booked under differences. The same bank reference again is the same `Remittance`.
    Raises `Refused` when nothing of it was collected or a line has been handed over before.
    """
    bank_reference = bank_reference.strip()
    locking.lock_bank()
    if there := Remittance.objects.filter(carrier=carrier, bank_reference=bank_reference).first():
        return there
    list(collections(carrier).select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    rows = compare(carrier, lines)
    if again := next((row for row in rows if row.remitted), None):
        raise Refused(
            _("%(reference)s has been handed over already.") % {"reference": again.reference}, field="lines"
        )
    if not any(row.settlement for row in rows):
        raise Refused(_("Nothing in this list was collected by this courier."), field="lines")
    arrived = unclaimed(bank_reference)
    amount = arrived.amount if arrived else sum(row.amount for row in rows)
    try:
        with transaction.atomic():
            made = Remittance.objects.create(
                carrier=carrier, bank_reference=bank_reference, amount=amount, by=by
            )
    except IntegrityError:
        return Remittance.objects.get(carrier=carrier, bank_reference=bank_reference)
    RemittanceLine.objects.bulk_create(
        RemittanceLine(remittance=made, settlement=row.settlement, reference=row.reference, amount=row.amount)
        for row in rows
    )
    collected = sum(row.settlement.amount for row in rows if row.settlement)
    booking.remitted(made, collected, by=by, arrived=arrived)
    if arrived:
        recognise(arrived, by=by, reason=f"{carrier} {bank_reference}")
    return made
