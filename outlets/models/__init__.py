"""The nouns of the outlets: places of sale, their hours and shelves; tours, visits and group codes."""

from .hours import MarketYear, OpenSpan, SpecialDays
from .itinerary import Itinerary, Stop
from .operator import Operator
from .outlet import Keeping, Outlet, OutletQuerySet
from .producer_visiting import ProducerVisiting
from .shelf import ShelfItem
from .visit import Visit

__all__ = [
    "Itinerary",
    "Keeping",
    "MarketYear",
    "OpenSpan",
    "Operator",
    "Outlet",
    "OutletQuerySet",
    "ProducerVisiting",
    "ShelfItem",
    "SpecialDays",
    "Stop",
    "Visit",
]
