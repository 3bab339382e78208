"""The nouns of the outlets: places of sale, their hours and shelves; tours, visits and group codes."""

from .consignment import Consignment, Note, NoteLine, SalesAlert
from .hours import HoursChange, MarketYear, OpenSpan, SpecialDays
from .itinerary import Itinerary, Operator, Stop
from .outlet import Keeping, Outlet, OutletQuerySet
from .shelf import ShelfItem
from .visit import Visit

__all__ = [
    "Consignment",
    "HoursChange",
    "Itinerary",
    "Keeping",
    "MarketYear",
    "Note",
    "NoteLine",
    "OpenSpan",
    "Operator",
    "Outlet",
    "OutletQuerySet",
    "SalesAlert",
    "ShelfItem",
    "SpecialDays",
    "Stop",
    "Visit",
]
