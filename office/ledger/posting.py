"""Writing an entry: once, and only when it balances."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from .accounts import opened
from .models import Entry, Row


class Unbalanced(ValueError):
    """The rows do not sum to 0, or there are none."""


class Different(ValueError):
    """There is an entry with this key already, and it says something else."""


def post(
    key: str,
    text: str,
    rows: Sequence[tuple],
    *,
    about: str = "",
    by=None,
    at: datetime | None = None,
) -> Entry:
    """Write an entry of `rows` [(code, amount)] or [(code, amount, about)], in whole đồng, debit above 0.

    A row's `about` is the entry's unless it has its own; rows of 0 are left out. The same `key` again
    returns the entry written first. Raises `Unbalanced`, `Different`, `accounts.UnknownAccount`.
    """
    lines = [_line(row, about) for row in rows if row[1] != 0]
    total = sum(amount for _code, _about, amount in lines)
    if not lines or total:
        raise Unbalanced(f"{key}: {len(lines)} rows, {total:+} đồng over")
    with transaction.atomic():
        first = Entry.objects.filter(key=key).first()
        if first is None:
            accounts = opened(code for code, _about, _amount in lines)
            entry = _new(key=key, text=text[:300], about=about, by=by, at=at or timezone.now())
            if entry is not None:
                Row.objects.bulk_create(
                    Row(entry=entry, account=accounts[code], about=concerns, amount=amount)
                    for code, concerns, amount in lines
                )
                return entry
            first = Entry.objects.get(key=key)
        _refuse_if_different(first, lines)
        return first


def _line(row, about):
    code, amount, *own = row
    if not isinstance(amount, int) or isinstance(amount, bool):
        raise TypeError(f"{code}: {amount!r} is not a whole number of đồng")
    return code, (own[0] if own else about), amount


def _new(**facts):
    """The entry, or None when somebody wrote one with this key in the meantime."""
    try:
        with transaction.atomic():
            return Entry.objects.create(**facts)
    except IntegrityError:
        if Entry.objects.filter(key=facts["key"]).exists():
            return None
        raise


def _refuse_if_different(entry, lines):
    written = Row.objects.filter(entry=entry).values_list("account__code", "about", "amount")
    if sorted(written) != sorted(lines):
        raise Different(f"{entry.key} was written with other rows")
