"""One note of a consignment: its number, its lines, what it does to the stock, and who is told.

What `outlets.stock.stocking` is made of: every note is begun, written and moved the same way.
"""

from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from catalogue.producers import stocking as pieces_stocking
from catalogue.producers.models import StockRecord
from catalogue.shelving import record_at
from office.numbering import next_number
from office.stages import Refused

from ..models import Consignment, Note, NoteLine, ShelfItem
from ..models.consignment import MOST_PIECES, MOST_PRICE
from ..rules import keeps, supplies
from . import books, shelving
from .consigning import tell_other_side

BACK_DAYS = timedelta(days=31)  # how late a note may be written


def lying_at(consignment):
    """{product: pieces} that lie there now, those kept for pick-ups too. 1 query."""
    if consignment.place_id is None:
        return {}
    rows = StockRecord.objects.filter(place=consignment.place_id).select_related("product__parent")
    return {row.product: row.num_in_stock or 0 for row in rows.order_by("product__title", "pk")}


def locked(consignment):
    """The consignment, locked until the transaction ends. Raises `Refused` where none runs."""
    rows = Consignment.objects.select_for_update(no_key=True, of=("self",))
    row = rows.select_related("outlet", "producer", "place").get(pk=consignment.pk)
    if not row.runs:
        raise Refused(_("No consignment runs here at present: the terms have to be agreed first."))
    return row


def locked_note(note):
    """(the locked consignment, the note as it is now)."""
    row = locked(note.consignment)
    note = Note.objects.select_related("reversed_by").get(pk=note.pk)
    note.consignment = row
    return row, note


def written(key, row):
    """The note this form has written already. Raises `Refused` when that was one of another consignment."""
    note = Note.objects.filter(key=key).first() if key else None
    if note is not None and note.consignment_id != row.pk:
        raise Refused(_("This form was sent for other goods already. Load the page again."))
    return note


def side(by, row):
    """True for the outlet's side, False for the producer's. Raises `Refused` for anybody else."""
    if keeps(by, row.outlet):
        return True
    if supplies(by, row.producer):
        return False
    raise Refused(_("Only the point of sale and the producer agree on this."))


def refuse_strangers(by, row):
    if not keeps(by, row.outlet):
        raise Refused(_("Only who keeps this point of sale may do that."))


def checked(row, lines, *, least=1):
    """The lines, each of a thing this producer sells, in a number a person may mean."""
    if not lines:
        raise Refused(_("Give at least one product with its pieces."))
    for product, pieces in lines.items():
        if product.producer_id != row.producer_id or product.is_parent:
            raise Refused(_("“%(title)s” is not this producer's.") % {"title": product.get_title()})
        if not least <= pieces <= MOST_PIECES:
            raise Refused(
                _("Give a number between %(least)d and %(most)d.") % {"least": least, "most": MOST_PIECES},
                field=f"pieces-{product.pk}",
            )
    return lines


def checked_price(product, price):
    """Raises `Refused` for what is no price of one piece."""
    if price is None or not 0 < price <= MOST_PRICE:
        raise Refused(_("Give the price of one piece in đồng."), field=f"price-{product.pk}")
    return price


def share(amount, percent):
    """`percent` of `amount` đồng, to the nearest đồng, half a đồng up."""
    return int((amount * percent / 100).quantize(Decimal(1), ROUND_HALF_UP))


def begin(row, kind, *, by, day, text, key, by_outlet=True):
    """A note with its number, not saved yet. Raises `Refused` for a day to come or long ago."""
    today = timezone.localdate()
    day = day or today
    if not today - BACK_DAYS <= day <= today:
        raise Refused(_("The day lies in the future or more than a month ago."), field="day")
    number = f"HG{today:%y}-{next_number('consignment', year=today.year):05}"
    return Note(
        consignment=row, kind=kind, number=number, day=day, by=by, by_outlet=by_outlet,
        text=text.strip()[:300], key=key or None,
    )  # fmt: skip


def line_of(product, pieces, sign, *, price=None):
    return NoteLine(product=product, quantity=pieces, price=price, change=sign * pieces)


def count_line(product, expected, pieces, reason):
    if pieces != expected and reason not in NoteLine.Reason.values:
        raise Refused(
            _("%(expected)d were expected: say why it differs.") % {"expected": expected},
            field=f"reason-{product.pk}",
        )
    return NoteLine(
        product=product, quantity=pieces, expected=expected, change=pieces - expected,
        reason=reason if pieces != expected else "",
    )  # fmt: skip


def write(note, lines):
    """Save the note and its lines, once and for all."""
    note.save(force_insert=True)
    for line in lines:
        line.note = note
    NoteLine.objects.bulk_create(lines)


def arrive(note, lines, *, by):
    """Goods lie there from now on, and stand on the shelf."""
    row = note.consignment
    move(row, lines)
    there = set(ShelfItem.objects.there().filter(outlet=row.outlet).values_list("product_id", flat=True))
    for line in lines:
        shown = line.product.parent if line.product.is_child else line.product
        if shown.is_public and shown.pk not in there:
            shelving.put(row.outlet, product=shown, price=line.product.price, by=by)
            there.add(shown.pk)


def move(row, lines):
    """Change the numbers at the place, under locks in the order of the records' keys.

    Raises `Refused` at a line for more than lies there, or more than is not kept for pick-ups.
    """
    changes = {line.product: line.change for line in lines if line.change}
    for product, record in _records(row, changes):
        there = record.num_in_stock or 0
        if there + changes[product] < 0:
            raise Refused(_not_so_many(product, there), field=f"pieces-{product.pk}")
        try:
            pieces_stocking.count(record, there + changes[product], seen=there)
        except Refused as refused:  # kept for pick-ups
            raise Refused(refused.message, field=f"pieces-{product.pk}") from refused


def _records(row, changes):
    """[(product, its locked record at the place)]; what comes for the first time gets one."""
    found = StockRecord.objects.filter(place=row.place, product__in=changes)
    products = {product.pk: product for product in changes}
    if new := set(products).difference(found.values_list("product_id", flat=True)):
        _lock(found | StockRecord.objects.filter(product__in=new))  # all before the first, as orders do
        for pk in sorted(new):
            record_at(products[pk], row.place)
    return [(products[record.product_id], record) for record in _lock(found.all())]


def _lock(records):
    return list(records.select_for_update(of=("self",), no_key=True).order_by("pk"))


def _not_so_many(product, there):
    facts = {"n": there, "title": product.get_title()}
    return (
        ngettext("Only %(n)d of “%(title)s” lies there.", "Only %(n)d of “%(title)s” lie there.", there)
        % facts
    )


def enter(note):
    """Into the ledger, which speaks one language."""
    with override(settings.LANGUAGE_CODE):
        books.enter(note)


def tell(note, sentence, *, from_outlet, **facts):
    """Tell the other side of the note; the sentence may name its number, kind and goods."""
    lines = list(note.lines.select_related("product__parent")) if note.pk else []
    goods = ", ".join(f"{line.quantity} × {line.product.get_title()}" for line in lines[:3])
    if len(lines) > 3:
        goods += ", …"
    with override(settings.LANGUAGE_CODE):
        tell_other_side(
            note.consignment,
            sentence,
            from_outlet=from_outlet,
            link=note.get_absolute_url(),
            **{"number": note.number, "kind": note.get_kind_display(), "goods": goods} | facts,
        )
