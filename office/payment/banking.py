"""Lines of our bank account: each taken once, whether a webhook or a statement told it."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from . import booking, locking, matching, paying
from .gateways import Arrival
from .models.bank import BankLine
from .models.courier import Remittance
from .models.settlement import Settlement
from .signals import money_left


@transaction.atomic
def take(line, *, source, statement=None):
    """Store a `gateways.Line` and settle what came in; the same line again is the same `BankLine`.

    A transfer that left is stored and told (`money_left`); one that a courier's remittance names is not a payment, but
    says what came of it.
    """
    locking.lock_bank()
    if there := known(line, source):
        _note_alias(there, line, statement)
        return there
    facts = {name: getattr(line, name) for name in ("account", "reference", "amount", "note", "at")}
    row = BankLine.objects.create(**facts, source=source, statement=statement)
    if line.amount > 0 and (remittance := remittance_of(line)):
        _say_what_came(remittance, line.amount)
    elif line.amount > 0:
        row.settlement = paying.settle(
            "vietqr",
            Arrival(reference=line.reference, amount=line.amount, note=line.note, at=line.at),
        )
        row.save(update_fields=["settlement"])
    else:
        money_left.send(BankLine, line=row)
    return row


def known(line, source):
    """The line as it was taken before, by its reference, or from the other source under another one."""
    rows = BankLine.objects.filter(account=line.account)
    if there := rows.filter(Q(reference=line.reference) | Q(alias=line.reference)).first():
        return there
    others = rows.exclude(source=source)
    if source == BankLine.Source.WEBHOOK:  # a statement that has the bank's reference would have had this one
        others = others.filter(reference__startswith=BankLine.NAMELESS)
    return _told_elsewhere(others, line)


def _told_elsewhere(rows, line):
    """Same amount, same day, one note within the other; each such line stands for one of the other source."""
    day = line.at.astimezone().date()
    told = rows.filter(
        alias="",
        amount=line.amount,
        at__range=(line.at - timedelta(days=1), line.at + timedelta(days=1)),
    )
    note = _plain(line.note)
    for row in told.order_by("pk"):
        other = _plain(row.note)
        if row.at.astimezone().date() == day and note and other and (note in other or other in note):
            return row
    return None


def _note_alias(row, line, statement):
    if row.reference != line.reference and not row.alias:
        row.alias, row.statement = line.reference, statement or row.statement
        row.save(update_fields=["alias", "statement"])


def remittance_of(line):
    """The courier's remittance that has been booked with this reference, or None."""
    return Remittance.objects.filter(bank_reference=line.reference).first()


def _say_what_came(remittance, amount):
    if over := amount - remittance.amount:
        booking.remittance_corrected(remittance, over)
        Remittance.objects.filter(pk=remittance.pk).update(amount=amount)


def _plain(note):
    return matching.fold(note).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Outlook:
    """What taking a line would do: "known", "out", "remittance", "settles", "under", "over", "late", "double"
    or "unknown"; for which due.
    """

    line: object
    what: str
    due: object = None


def outlook(line):
    """Look at one line of a statement without taking it."""
    if known(line, BankLine.Source.STATEMENT):
        return Outlook(line, "known")
    if line.amount <= 0:
        return Outlook(line, "out")
    if remittance_of(line):
        return Outlook(line, "remittance")
    if Settlement.objects.filter(gateway="vietqr", reference=line.reference).exists():
        return Outlook(line, "known")
    due = matching.due_for(line.note, line.amount)
    return Outlook(line, _outcome(due, line.amount), due)


def _outcome(due, amount):
    if due is None:
        return "unknown"
    if not due.is_open:
        return "double" if due.is_paid else "late"
    return "settles" if amount == due.rest else "under" if amount < due.rest else "over"
