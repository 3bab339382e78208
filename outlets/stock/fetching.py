"""Orders of the site that are fetched at an outlet, made up of goods in commission there: a note of pieces.

The money of such an order never passes between outlet and producer: the house takes it and settles it with the
producer by parcel, so the note has no amount and no commission. Stock moves by the order's own hold
(`catalogue.producers.stocking`); the note keeps the trail whole: what the notes moved is what lies there.
"""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.producers.models import StockPlace

from ..models import Consignment, Note
from . import noting


@transaction.atomic
def handed_over(place: StockPlace, pieces, *, order: str, by) -> Note | None:
    """`pieces` {product: number} left `place` with the order called `order`, given out by `by`. Once per order.

    Returns the `Note`, None for nothing. Locks the consignment: to be called before stock is locked.
    """
    return _write(place, pieces, -1, text=order, key=f"fetched:{order}", by=by)


@transaction.atomic
def came_back(place: StockPlace, pieces, *, order: str, by) -> Note | None:
    """`pieces` {product: number} of the order called `order` lie at `place` again; its keepers are told. As `handed_over`."""
    with override(settings.LANGUAGE_CODE):  # notes speak one language
        text = _("%(order)s: it came back from the buyer") % {"order": order}
    note = _write(place, pieces, 1, text=text, key="", by=by)
    if note is not None:
        noting.tell(
            note,
            _("Note %(number)s: %(goods)s came back from a buyer and lies there again."),
            from_outlet=False,
        )
    return note


def _write(place, pieces, sign, *, text, key, by):
    rows = Consignment.objects.select_for_update(no_key=True, of=("self",))
    row = rows.select_related("outlet", "producer", "place").get(place=place)
    pieces = {product: number for product, number in pieces.items() if number}
    if not pieces or noting.written(key, row):
        return None
    note = noting.begin(row, Note.Kind.ORDER, by=by, day=None, text=text, key=key)
    note.stage = Note.Stage.AGREED
    noting.write(note, [noting.line_of(product, number, sign) for product, number in pieces.items()])
    return note
