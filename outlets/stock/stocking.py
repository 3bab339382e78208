"""Goods in commission at an outlet: in, sold, back to the producer, counted, paid for. All of it by notes.

A note is never changed, only reversed by another. Each act locks the consignment, then the stock records in
the order of their keys; the number at the place never goes below zero, nor below what is kept for pick-ups.
What is sold goes into the ledger in the same transaction (`outlets.stock.books`).
"""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from office.stages import Refused

from ..models import Consignment, Note, NoteLine
from ..rules import keeps, supplies
from . import alerting, books, noting
from .consigning import place_of
from .noting import lying_at
from .sales import sales_of_month

__all__ = [
    "confirm", "count", "deliver", "give_back", "lying_at", "pay", "place_of", "refuse", "reverse",
    "sales_of_month", "sell",
]  # fmt: skip

Kind, Stage = Note.Kind, Note.Stage


@transaction.atomic
def deliver(consignment, lines, *, by, day=None, text="", key=""):
    """Goods in: `lines` {product: pieces}. Written by a keeper they lie there at once; sent by the producer
    they do when a keeper confirms.

    Returns the `Note`; the other side is told. Raises `Refused` for strangers, empty or strange lines, goods
    of another producer, a day to come or long ago, and where no consignment runs.
    """
    row = noting.locked(consignment)
    from_outlet = noting.side(by, row)
    if (written := noting.written(key, row)) is not None:
        return written
    note = noting.begin(row, Kind.IN, by=by, by_outlet=from_outlet, day=day, text=text, key=key)
    note.stage = Stage.WRITTEN if from_outlet else Stage.UNDER_WAY
    moved = [noting.line_of(product, pieces, 1) for product, pieces in noting.checked(row, lines).items()]
    noting.write(note, moved)
    if from_outlet:
        noting.arrive(note, moved, by=by)
    noting.tell(note, _("%(who)s wrote note %(number)s: %(kind)s, %(goods)s."), from_outlet=from_outlet)
    return note


@transaction.atomic
def confirm(note, *, by):
    """The other side says that the note is right; goods under way lie there from now on.

    Raises `Refused` for others, and when it was answered already.
    """
    row, note = noting.locked_note(note)
    if note.stage == Stage.UNDER_WAY:
        noting.refuse_strangers(by, row)
        note.advance(Stage.AGREED, by=by)
        noting.arrive(note, list(note.lines.all()), by=by)
        noting.tell(note, _("%(who)s received the goods of note %(number)s: %(goods)s."), from_outlet=True)
        return note
    if not supplies(by, row.producer):
        raise Refused(_("The producer confirms this note."))
    return note.advance(Stage.AGREED, by=by)


@transaction.atomic
def refuse(note, *, reason, by):
    """Goods under way are not taken in, by the keeper, or are called back by the producer; any other note
    the producer disputes. What it moved stays until it is reversed.

    Raises `Refused` for others, without a reason, and when it was answered already.
    """
    row, note = noting.locked_note(note)
    if not reason.strip():
        raise Refused(_("Say why."), field="reason")
    from_outlet = keeps(by, row.outlet) and note.stage == Stage.UNDER_WAY
    if not from_outlet and not supplies(by, row.producer):
        raise Refused(_("The producer confirms this note."))
    under_way = note.stage == Stage.UNDER_WAY
    note.advance(Stage.REFUSED if under_way else Stage.DISPUTED, by=by, reason=reason.strip())
    sentence = (
        _("%(who)s: the goods of note %(number)s do not come in. %(reason)s")
        if under_way
        else _("%(who)s says note %(number)s is not right: %(reason)s")
    )
    noting.tell(note, sentence, from_outlet=from_outlet, reason=reason.strip())
    return note


@transaction.atomic
def sell(consignment, lines, *, by, day=None, text="", key=""):
    """Sold at the counter: `lines` {product: (pieces, price of one in đồng)}. Returns the `Note`.

    The outlet owes the producer what it took less its commission; the producer is told as it chose. Raises
    `Refused` as `deliver` does, for a strange price, and for more than lies there.
    """
    row = noting.locked(consignment)
    noting.refuse_strangers(by, row)
    if (written := noting.written(key, row)) is not None:
        return written
    prices = {product: noting.checked_price(product, price) for product, (_pieces, price) in lines.items()}
    pieces = noting.checked(row, {product: number for product, (number, _price) in lines.items()})
    note = noting.begin(row, Kind.SOLD, by=by, day=day, text=text, key=key)
    moved = [noting.line_of(product, number, -1, price=prices[product]) for product, number in pieces.items()]
    note.amount = sum(line.amount for line in moved)
    note.commission = noting.share(note.amount, row.commission)
    noting.write(note, moved)
    noting.move(row, moved)
    noting.enter(note)
    alerting.note_written(note)
    return note


@transaction.atomic
def give_back(consignment, lines, *, by, day=None, text="", key=""):
    """Goods go back to the producer: `lines` {product: pieces}. Returns the `Note`; raises as `sell` does."""
    row = noting.locked(consignment)
    noting.refuse_strangers(by, row)
    if (written := noting.written(key, row)) is not None:
        return written
    moved = [noting.line_of(product, pieces, -1) for product, pieces in noting.checked(row, lines).items()]
    note = noting.begin(row, Kind.BACK, by=by, day=day, text=text, key=key)
    noting.write(note, moved)
    noting.move(row, moved)
    noting.tell(note, _("%(who)s wrote note %(number)s: %(kind)s, %(goods)s."), from_outlet=True)
    return note


@transaction.atomic
def count(consignment, found, *, by, seen=None, text="", key=""):
    """Somebody counted: `found` {product: (pieces there, reason of a difference)}. Returns the `Note`.

    A count moves pieces, never money: what the outlet pays for what is lost is written as sold. `seen`
    {product: pieces} is what the form showed. Raises `Refused` as `deliver` does, for a difference without
    its reason, below what is kept for pick-ups, and when pieces moved since they were `seen`.
    """
    row = noting.locked(consignment)
    noting.refuse_strangers(by, row)
    if (written := noting.written(key, row)) is not None:
        return written
    noting.checked(row, {product: pieces for product, (pieces, _reason) in found.items()}, least=0)
    there = noting.lying_at(row)
    moved = []
    for product, (pieces, reason) in found.items():
        expected = there.get(product, 0)
        if seen is not None and seen.get(product, expected) != expected:
            raise Refused(
                _("Meanwhile it is %(n)d on record. Please count again.") % {"n": expected},
                field=f"pieces-{product.pk}",
            )
        moved.append(noting.count_line(product, expected, pieces, reason))
    note = noting.begin(row, Kind.COUNT, by=by, day=None, text=text, key=key)
    noting.write(note, moved)
    noting.move(row, moved)
    Consignment.objects.filter(pk=row.pk).update(count_by=note.day + timedelta(days=row.count_every))
    differ = sum(line.change != 0 for line in moved)
    sentence = ngettext(
        "%(who)s counted your goods (%(number)s): %(differ)d product differs.",
        "%(who)s counted your goods (%(number)s): %(differ)d products differ.",
        differ,
    )
    noting.tell(note, sentence, from_outlet=True, differ=differ)
    return note


@transaction.atomic
def pay(consignment, amount, *, by, day=None, text="", key=""):
    """The outlet paid the producer `amount` đồng. Returns the `Note`; the producer is told, and confirms.

    Raises `Refused` for strangers, nothing, and more than is owed.
    """
    row = noting.locked(consignment)
    noting.refuse_strangers(by, row)
    if (written := noting.written(key, row)) is not None:
        return written
    owed = books.debt_of(row)
    if amount is None or amount <= 0:
        raise Refused(_("Give the amount that was paid."), field="amount")
    if amount > owed:
        raise Refused(
            _("Only %(owed)s ₫ are owed.") % {"owed": f"{owed:,}".replace(",", ".")}, field="amount"
        )
    note = noting.begin(row, Kind.PAID, by=by, day=day, text=text, key=key)
    note.amount = amount
    noting.write(note, [])
    noting.enter(note)
    amount_said = f"{amount:,}".replace(",", ".")
    noting.tell(note, _("%(who)s paid you %(amount)s ₫ (%(number)s)."), from_outlet=True, amount=amount_said)
    return note


@transaction.atomic
def reverse(note, *, reason, by):
    """Take back what a note did, by another note; the first one stays as it was. Returns the new `Note`.

    Raises `Refused` for strangers, without a reason, for what moved nothing, was reversed or is itself a
    reversal, and when the pieces are not there any more.
    """
    row, note = noting.locked_note(note)
    noting.refuse_strangers(by, row)
    if not reason.strip():
        raise Refused(_("Say why."), field="reason")
    if note.reverses_id or note.is_reversed or not note.counts or note.kind == Kind.ORDER:
        raise Refused(_("This note cannot be reversed."))
    back = noting.begin(row, note.kind, by=by, day=None, text=reason.strip()[:300], key="")
    back.reverses, back.amount, back.commission = note, -note.amount, -note.commission
    moved = [
        NoteLine(
            product=line.product, quantity=line.quantity, expected=line.expected, reason=line.reason,
            price=line.price, change=-line.change,
        )
        for line in note.lines.select_related("product__parent")
    ]  # fmt: skip
    noting.write(back, moved)
    noting.move(row, moved)
    noting.enter(back)
    noting.tell(back, _("%(who)s reversed note %(number)s by %(new)s: %(reason)s"), from_outlet=True,
          number=note.number, new=back.number, reason=reason.strip())  # fmt: skip
    return back
