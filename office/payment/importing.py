"""Bank statements on the desk: brought, looked at, taken over."""

import hashlib
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from . import banking, reading
from .gateways.base import Line
from .models.bank import BankLine, Statement


def bring(upload, *, by):
    """Read a file (CSV or XLSX) of our account and keep its lines to be looked at; nothing is taken yet.

    The same file again is the same `Statement`. Raises `Refused` at "document".
    """
    content = upload.read(reading.MOST_BYTES + 1)
    shape, lines = reading.read(content, account=settings.VIETQR_ACCOUNT)
    digest = hashlib.sha256(content).hexdigest()
    if there := Statement.objects.filter(sha256=digest).first():
        return there
    return Statement.objects.create(
        name=str(upload.name or "")[-120:],
        sha256=digest,
        shape=shape,
        account=settings.VIETQR_ACCOUNT,
        lines=[
            {"reference": each.reference, "amount": each.amount, "note": each.note, "at": each.at.isoformat()}
            for each in lines
        ],
        by=by,
    )


def lines_of(statement):
    """Its lines as `gateways.Line`."""
    return [
        Line(
            statement.account,
            row["reference"],
            row["amount"],
            row["note"],
            datetime.fromisoformat(row["at"]),
        )
        for row in statement.lines
    ]


def take_over(statement, *, by):
    """Take every line; one taken before is the same one. Returns how many were new.

    Each line in a transaction of its own: what was taken stays taken if a later one fails.
    """
    before = BankLine.objects.filter(account=statement.account).count()
    for line in lines_of(statement):
        banking.take(line, source=BankLine.Source.STATEMENT, statement=statement)
    with transaction.atomic():
        Statement.objects.filter(pk=statement.pk, taken_at=None).update(taken_at=timezone.now())
    statement.refresh_from_db()
    return BankLine.objects.filter(account=statement.account).count() - before
