"""Cash collected at the door."""

from django.utils.translation import gettext as _

from office.stages import Refused

from . import booking, owing, paying
from .gateways import Arrival
from .models.attempt import Attempt


def collected(due, amount, *, carrier, reference, by, known_as=""):
    """A courier (its code) was paid `amount` đồng in cash for `due`, or for a part of it; returns the `Settlement`.

    `reference` is unique for the courier: the same again changes nothing. `known_as` is what the courier
    itself calls it, a tracking code say. More than asked goes to the desk like every payment.
    """
    if amount <= 0:
        raise Refused(_("No cash was collected."), field="amount")
    live = owing.live_attempt(due)
    attempt = live.pk if live and live.gateway == "cod" and live.state != Attempt.State.WAITING else None
    return paying.settle(
        "cod",
        Arrival(
            reference=f"{carrier}:{reference}",
            amount=amount,
            note=f"{due.reference} {known_as}".strip(),
            attempt=attempt,
            asset=booking.COURIER + carrier,
        ),
        due=due,
        part=amount < due.rest,
    )
