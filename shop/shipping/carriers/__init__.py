"""Couriers we are connected to: what we ask of one, and who there is."""

from .base import Consignment, Down, Party, Registered, Rejected, Report, Way
from .ghn import GHN

__all__ = ["Consignment", "Down", "Party", "Registered", "Rejected", "Report", "Way", "choices", "connected"]

TABLE = "table"
_CARRIERS = {carrier.code: carrier for carrier in (GHN(),)}


def connected(code):
    """The `Carrier` of this code, or None: by hand, or its access is not configured."""
    carrier = _CARRIERS.get(code)
    return carrier if carrier is not None and carrier.is_ready else None


def choices():
    """[(code, name)] of what a method may be connected to today."""
    from django.utils.translation import gettext as _

    ready = [(carrier.code, carrier.name) for carrier in _CARRIERS.values() if carrier.is_ready]
    return [(TABLE, _("nobody: parcels are noted by hand")), *ready]
