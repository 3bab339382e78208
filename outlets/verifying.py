"""An outlet is verified: somebody who knows says that what is on record is right today."""

from django.utils import timezone
from django.utils.translation import gettext as _

from office.stages import Refused

from .rules import keeps, runs_network


def verify(outlet, *, by, on=None):
    """What is on record of the outlet was right on `on` (a day; today unless given), says `by`.

    Raises `Refused` unless `by` keeps it or runs the network, and for a day in the future.
    """
    if not runs_network(by) and not keeps(by, outlet):
        raise Refused(_("Only its keepers and the Department verify a point of sale."))
    on = on or timezone.localdate()
    if on > timezone.localdate():
        raise Refused(_("The day lies in the future."), field="on")
    outlet.verified_on, outlet.verified_by = on, by
    outlet.save(update_fields=["verified_on", "verified_by", "changed_at"])
    return outlet
