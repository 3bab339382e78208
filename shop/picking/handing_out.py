"""An order at the outlet: laid aside or arrived, then handed over to who says the code.

Each act locks the order, then the pick-up. Goods that lie at the outlet are kept for the buyer from the order on
(`catalogue.producers.stocking`) and leave it when they are handed over; cash is taken in the same step.
"""

import hmac
import re
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.templatetags.ocop import dong
from office.limiting import too_often
from office.stages import Refused
from shop.order.charging import cash_at_door
from shop.order.fulfilling import carry_out, lock
from shop.order.models import Parcel, PickUp

from . import telling
from .rules import may_hand_over

Stage = Parcel.Stage
WINDOW = 900  # seconds
_LONG_NUMBER = re.compile(r"\d[\d .-]{7,}\d")


@transaction.atomic
def lay_aside(pick_up, *, by):
    """The goods that lie there are put aside: it is ready, and the buyer is told. Returns the `PickUp`.

    Raises `Refused` to others, and for what is not to be laid aside (any more).
    """
    order, row = locked(pick_up, by)
    if not row.from_stock or row.ready_at or row.parcel.stage not in {Stage.NEW, Stage.CONFIRMED}:
        raise Refused(_not_now(row))
    for stage in (Stage.CONFIRMED, Stage.PACKED):
        if row.parcel.may_become(stage):
            carry_out(order, [row.parcel], stage, by=by)
    return _ready(row, by)


@transaction.atomic
def receive(pick_up, *, by):
    """What the maker sent has come: it is ready, and the buyer is told. Returns the `PickUp`.

    Raises `Refused` to others, and for what has not left the maker or has come already.
    """
    _order, row = locked(pick_up, by)
    if row.from_stock or row.ready_at or row.parcel.stage != Stage.HANDED_OVER:
        raise Refused(_not_now(row))
    return _ready(row, by)


def hand_over(pick_up, *, code="", identity="", cash_taken=False, by):
    """Give it to who says the `code`; without it to who is known by `identity` (words: how). Returns the `PickUp`.

    Raises `Refused` to others, for a wrong code (a few, then only after a while), for words that say nothing or
    hold the number of a paper, when cash is due and not `cash_taken`, and when it is not ready (any more).
    """
    if not may_hand_over(by, pick_up):
        raise Refused(_("Only who keeps this point of sale may do that."))
    identity = identity.strip()
    if identity:
        _refuse_words(identity)
    else:
        _refuse_code(pick_up, code)
    return _give(pick_up, identity[:300], cash_taken, by)


@transaction.atomic
def _give(pick_up, identity, cash_taken, by):
    order, row = locked(pick_up, by)
    if not row.is_ready:
        raise Refused(_not_now(row))
    due = cash_at_door(row.parcel)
    if due and not cash_taken:
        raise Refused(
            _("Take %(amount)s in cash first, then tick this.") % {"amount": dong(due)}, field="cash_taken"
        )
    if row.parcel.stage == Stage.PACKED:
        carry_out(order, [row.parcel], Stage.HANDED_OVER, by=by)
    carry_out(order, [row.parcel], Stage.DELIVERED, by=by)
    row.handed_over_at, row.handed_over_by, row.identity = timezone.now(), by, identity
    row.save(update_fields=["handed_over_at", "handed_over_by", "identity"])
    telling.say_handed_over(row)
    return row


def _refuse_code(pick_up, code):
    """Counted outside the transaction, so that a refusal does not take the count back."""
    typed = "".join(code.split())
    if not typed:
        raise Refused(_("Type the six digits the buyer says."), field="code")
    if too_often("pick-up", pick_up.pk, times=settings.PICK_UP_TRIES, seconds=WINDOW):
        raise Refused(_("Too many wrong codes. Wait a quarter of an hour, or check who it is."), field="code")
    right = PickUp.objects.for_pages().get(pk=pick_up.pk).code
    if right and not hmac.compare_digest(typed.encode(), right.encode()):
        raise Refused(_("This is not the code of this parcel."), field="code")


def _refuse_words(identity):
    if len(identity) < 10:
        raise Refused(_("Say in a few words how you know who it is."), field="identity")
    if _LONG_NUMBER.search(identity):
        raise Refused(
            _("Do not write down numbers of papers or phones: say only what you have compared."),
            field="identity",
        )


def locked(pick_up, by):
    """(the locked order, the locked pick-up as it is now). Raises `Refused` to who does not keep the outlet.

    `by` None is the house itself, which ends what was not fetched.
    """
    if by is not None and not may_hand_over(by, pick_up):
        raise Refused(_("Only who keeps this point of sale may do that."))
    order = lock(pick_up.parcel.order)
    rows = PickUp.objects.select_for_update(of=("self",), no_key=True)
    row = rows.select_related("outlet", "parcel__producer").get(pk=pick_up.pk)
    row.parcel.order = order
    row.parcel.pick_up = row
    return order, row


def _ready(row, by):
    now = timezone.now()
    row.ready_at, row.ready_by = now, by
    row.keep_until = timezone.localdate(now) + timedelta(days=row.keeps_days)
    row.save(update_fields=["ready_at", "ready_by", "keep_until"])
    telling.say_ready(row)
    return row


def _not_now(row):
    if row.handed_over_at:
        return _("This parcel has been handed over already.")
    return _("This cannot be done now: the parcel is “%(stage)s”.") % {"stage": row.parcel.stage_label}
