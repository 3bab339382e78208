"""Handing a parcel to its courier: the code by which the buyer follows it."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from office.stages import Refused
from shop.shipping import carriers
from shop.shipping.models import Method

from .fulfilling import lock, may_move, move
from .models import Parcel

_CODE = re.compile(r"^[A-Z0-9][A-Z0-9._/-]{3,39}$")


@transaction.atomic
def hand_over(parcel, *, by, tracking_code=""):
    """Note the courier's `tracking_code` and that it has the parcel. Returns the parcel.

    Raises `Refused` at "tracking_code" without one where the way has one, or for what is none; and as `move` does.
    """
    note_code(parcel, tracking_code, by=by)
    return move(parcel, Parcel.Stage.HANDED_OVER, by=by)


@transaction.atomic
def note_code(parcel, tracking_code, *, by):
    """Keep the courier's code of a parcel (again, when it was mistyped). Raises `Refused` as `hand_over` does."""
    if not may_move(by, parcel):
        raise Refused(_("This parcel is another producer's."))
    lock(parcel.order)
    parcel.refresh_from_db(fields=["tracking_code", "stage"])
    code = "".join(tracking_code.split()).upper()
    if not code or code == parcel.tracking_code:
        return parcel
    if not _CODE.match(code):
        raise Refused(_("A tracking code has 4 to 40 letters and digits."), field="tracking_code")
    parcel.tracking_code, parcel.tracking_link = code, link_of(parcel, code)
    parcel.save(update_fields=["tracking_code", "tracking_link"])
    return parcel


def link_of(parcel, code):
    """The courier's page for `code`, or ""."""
    if carrier := carriers.connected(parcel.carrier):
        return carrier.link(code)
    code_of_method = parcel.pick_up.carriage if parcel.is_fetched else parcel.method
    method = Method.objects.filter(code=code_of_method).first() if code_of_method else None
    return method.tracking_link(code) if method else ""
