"""The nouns of the outlets: places of sale, their hours and shelves; tours, visits and group codes."""

from .hours import HoursChange, MarketYear, OpenSpan, SpecialDays
from .itinerary import Itinerary, Operator, Stop
from .mistake import Mistake
from .outlet import Keeping, Outlet, OutletQuerySet
from .shelf import ShelfItem
from .visit import Visit

__all__ = [
    "HoursChange",
    "Itinerary",
    "Keeping",
    "MarketYear",
    "Mistake",
    "OpenSpan",
    "Operator",
    "Outlet",
    "OutletQuerySet",
    "ShelfItem",
    "SpecialDays",
    "Stop",
    "Visit",
]
