"""Stock promised, given back, leaving and returning. No piece is promised twice, none is lost.

Every act locks the stock records it touches, in the order of their keys, and reads the holds after that.
The locks are `no_key`: who only points at a record, as a line of a basket does, does not wait for them.
A `key` is what pieces are kept for, a text the higher room chooses; where it says `keys`, one text or
several may be given: what belongs to one transaction is given at once, so that all locks are in one order.
A thing is a product (kept at the places that send orders, soonest ready first) or one stock record.
"""

from collections import Counter
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from office.prepared import Prepared
from office.stages import Refused

from .low_stock import tell_of_little
from .signals import stock_came
from .stock import SENDING, Hold, StockRecord

State = Hold.State


class NotEnough(Refused):
    """Fewer are free than asked for: `left` of `product`."""

    def __init__(self, product, left):
        self.product, self.left = product, left
        facts = {"title": product.get_title(), "left": left}
        sentence = _("“%(title)s” was sold to someone else just now.") % facts
        if left > 0:
            sentence = (
                ngettext(
                    "Only %(left)d of “%(title)s” is left now.",
                    "Only %(left)d of “%(title)s” are left now.",
                    left,
                )
                % facts
            )
        super().__init__(sentence)


def hold(wanted, *, key, until=None):
    """Keep `wanted` ({thing: pieces}) for `key`: firmly, or up to the moment `until`. Returns the holds.

    Raises `NotEnough` and keeps nothing when anything is short. A key is used once.
    """
    return hold_all({key: wanted}, until=until)


@transaction.atomic
def hold_all(wanted, *, until=None):
    """As `hold`, for several keys at once: {key: {thing: pieces}}. 4 queries and a savepoint."""
    things = {thing for each in wanted.values() for thing in each}
    records = _lock_for(things)
    free = _free(records, timezone.now())
    holds = []
    for key, pieces in wanted.items():
        taken: Counter[StockRecord] = Counter()
        for thing, quantity in pieces.items():
            taken += _choose(thing, quantity, records, free)
        holds += [
            Hold(
                key=key,
                record=record,
                quantity=number,
                until=until,
                state=State.FIRM if until is None else State.TEMPORARY,
            )
            for record, number in taken.items()
        ]
    Hold.objects.bulk_create(holds)
    if until is None:
        _promise(holds)
    return holds


@transaction.atomic
def firm(keys):
    """Make temporary holds firm. One that has ended is tried again. Returns the holds of the keys.

    Raises `NotEnough` when it was sold meanwhile, `Refused` when all was given back. Twice is once.
    """
    holds = _lock(keys)
    _refuse_gone(holds)
    waiting = [each for each in holds if each.state == State.TEMPORARY]
    _refuse_sold(waiting)
    for each in waiting:
        each.state, each.until = State.FIRM, None
    Hold.objects.bulk_update(waiting, ["state", "until"])
    _promise(waiting)
    return holds


@transaction.atomic
def extend(keys, until):
    """Let temporary holds count up to `until`, never less than before. One that has ended is tried again.

    Raises `NotEnough` when it was sold meanwhile, `Refused` when all was given back.
    """
    holds = _lock(keys)
    _refuse_gone(holds)
    waiting = [each for each in holds if each.state == State.TEMPORARY]
    _refuse_sold(waiting)
    for each in waiting:
        each.until = max(each.until, until)
    Hold.objects.bulk_update(waiting, ["until"])
    return holds


@transaction.atomic
def release(keys, quantities=None):
    """Give back what is kept, all or `quantities` ({thing: pieces}). Twice is once; what left stays gone.

    Raises `Refused` for more than is kept.
    """
    holds = [each for each in _lock(keys) if each.state in {State.TEMPORARY, State.FIRM}]
    back = _share(quantities, holds, lambda each: each.quantity)
    firm_ones = {each: number for each, number in back.items() if each.state == State.FIRM}
    _count([(each.record, 0, -number) for each, number in firm_ones.items()])
    for each, number in back.items():
        if number < each.quantity:
            each.quantity -= number
        else:
            each.state, each.until = State.RELEASED, None
    Hold.objects.bulk_update(list(back), ["quantity", "state", "until"])
    _came(back)


@transaction.atomic
def leave(keys):
    """What is firmly kept leaves the house: it is no longer in stock. Twice is once."""
    holds = [each for each in _lock(keys) if each.state == State.FIRM]
    _count([(each.record, -each.quantity, -each.quantity) for each in holds])
    for each in holds:
        each.state = State.LEFT
    Hold.objects.bulk_update(holds, ["state"])


@transaction.atomic
def take_back(keys, quantities=None):
    """What left is on the shelf again, all or `quantities` ({thing: pieces}). Twice is once.

    Raises `Refused` for more than left and has not come back yet.
    """
    holds = [each for each in _lock(keys) if each.state == State.LEFT and each.returned < each.quantity]
    back = _share(quantities, holds, lambda each: each.quantity - each.returned)
    _count([(each.record, number, 0) for each, number in back.items()])
    for each, number in back.items():
        each.returned += number
    Hold.objects.bulk_update(list(back), ["returned"])
    _came(back)


@transaction.atomic
def count(record, pieces, *, seen=None):
    """Somebody counted: `pieces` are there (or will be taken) in all. Returns the locked record.

    Raises `Refused` below what is promised, temporary holds included, and when the number is no longer what
    the person has `seen`, so that nothing handed over meanwhile comes back.
    """
    (record,) = _lock_rows([record.pk])
    now = record.num_in_stock or 0
    if seen is not None and now != seen:
        raise Refused(
            _("The stock changed meanwhile: it is %(n)d now. Please look again.") % {"n": now}, field="stock"
        )
    held = now - _free([record], timezone.now())[record]
    if pieces < held:
        raise Refused(
            _("%(n)d pieces are promised to orders already; the stock cannot be smaller.") % {"n": held},
            field="stock",
        )
    record.num_in_stock, record.num_allocated = pieces, record.num_allocated or 0
    if pieces - held > (record.low_stock_threshold or 0):
        record.low_told = False
    record.save(update_fields=["num_in_stock", "num_allocated", "low_told", "date_updated"])
    if pieces > now:
        stock_came.send(StockRecord, products={record.product_id})
    return record


def kept_after(keys, moment):
    """Those of `keys` for which something is kept at `moment`, firmly or still for a while."""
    holds = Hold.objects.filter(key__in=keys)
    kept = holds.filter(state=State.FIRM) | holds.counting(moment)
    return set(kept.values_list("key", flat=True))


def kept_firmly(key):
    """{product: pieces} that are firmly kept for `key`, wherever they lie. 1 query."""
    holds = Hold.objects.filter(key=key, state=State.FIRM).select_related("record__product__parent")
    return _by_product((each.record.product, each.quantity) for each in holds)


def gone(key):
    """{product: pieces} that left for `key` and have not come back. 1 query."""
    holds = Hold.objects.filter(key=key, state=State.LEFT).select_related("record__product__parent")
    return _by_product((each.record.product, each.quantity - each.returned) for each in holds)


def _by_product(pieces):
    found: Counter[Any] = Counter()
    for product, number in pieces:
        found[product] += number
    return +found


def tidy(before):
    """Delete temporary holds that ended before the moment `before`; nothing waits for it. Returns how many."""
    return Hold.objects.filter(state=State.TEMPORARY, until__lt=before).delete()[0]


def _lock_rows(keys):
    rows = StockRecord.objects.select_for_update(of=("self",), no_key=True).select_related("place")
    return list(rows.filter(pk__in=keys).order_by("pk"))


def _lock_for(things):
    """The records for `things`, locked in order of keys."""
    records = {thing.pk for thing in things if isinstance(thing, StockRecord)}
    products = {thing.pk for thing in things if not isinstance(thing, StockRecord)}
    return _WANTED(sorted(records), sorted(products))


_WANTED = Prepared(
    lambda records, products: (
        StockRecord.objects.select_for_update(of=("self",), no_key=True)
        .select_related("place")
        .filter(Q(pk__in=records) | (SENDING & Q(product__in=products)))
        .order_by("pk")
    )
)


def _lock(keys):
    """The holds of `keys` with their records locked: what the holds say is read after the lock."""
    keys = [keys] if isinstance(keys, str) else list(keys)
    rows = Hold.objects.filter(key__in=keys)
    records = {each.pk: each for each in _lock_rows(set(rows.values_list("record_id", flat=True)))}
    holds = list(rows.order_by("pk"))
    for each in holds:
        each.record = records[each.record_id]
    return holds


def _free(records, now, *, without=()):
    """{record: free pieces}; the holds `without` are not counted as held."""
    free = {each: (each.num_in_stock or 0) - (each.num_allocated or 0) for each in records}
    held = Hold.objects.counting(now).filter(record__in=records).exclude(pk__in=[each.pk for each in without])
    by_key = {each.pk: each for each in records}
    for record, number in held.values_list("record", "quantity"):
        free[by_key[record]] -= number
    return free


def _choose(thing, quantity, records, free):
    """{record: pieces} for `quantity` of `thing`, taken from `free`; soonest ready first."""
    if isinstance(thing, StockRecord):
        fitting = [each for each in records if each == thing]
    else:
        today = timezone.localdate()
        fitting = [each for each in records if each.product_id == thing.pk]
        fitting.sort(
            key=lambda each: (each.ready_on(today), each.place.position if each.place else 0, each.pk)
        )
    taken: Counter[StockRecord] = Counter()
    for record in fitting:
        if number := min(quantity - taken.total(), max(free[record], 0)):
            taken[record] = number
            free[record] -= number
    if taken.total() < quantity:
        product = thing.product if isinstance(thing, StockRecord) else thing
        raise NotEnough(product, taken.total())
    return taken


def _refuse_gone(holds):
    if all(each.state == State.RELEASED for each in holds):
        raise Refused(_("The goods are no longer kept: they have been given back."))


def _refuse_sold(holds):
    """Whether a hold has ended by this host's clock or another's: what counts is that its pieces are free."""
    free = _free({each.record for each in holds}, timezone.now(), without=holds)
    for each in holds:
        free[each.record] -= each.quantity
        if free[each.record] < 0:
            raise NotEnough(each.record.product, max(free[each.record] + each.quantity, 0))


def _share(quantities, holds, available):
    """{hold: pieces} of `holds` that `quantities` ({thing: pieces}, None for all) fall on."""
    if quantities is None:
        return {each: available(each) for each in holds}
    shares: Counter[Hold] = Counter()
    for thing, quantity in quantities.items():
        still = quantity
        for each in holds:
            if thing in (each.record, each.record.product):
                number = min(still, available(each) - shares[each])
                shares[each] += number
                still -= number
        if still:
            raise Refused(_("So many are not kept for this any more."), field="quantity")
    return {each: number for each, number in shares.items() if number}


def _promise(holds):
    """Count `holds` as firm, and tell makers of whose goods little is left."""
    _count([(each.record, 0, each.quantity) for each in holds])
    tell_of_little({each.record for each in holds})


def _count(changes):
    """Write [(locked record, change in stock, change in what is promised)]. One query."""
    for record, stock, promised in changes:
        record.num_in_stock = (record.num_in_stock or 0) + stock
        record.num_allocated = (record.num_allocated or 0) + promised
    records = {record for record, _stock, _promised in changes}
    StockRecord.objects.bulk_update(records, ["num_in_stock", "num_allocated"])


def _came(holds):
    if products := {each.record.product_id for each in holds}:
        stock_came.send(StockRecord, products=products)
