"""The nouns of the outlets: places of sale, their hours and shelves; tours, visits and group codes."""

from .group_code import Credit, GroupCode
from .hours import MarketYear, OpenSpan, SpecialDays
from .itinerary import Itinerary, Stop
from .operator import Operator
from .outlet import Keeping, Outlet, OutletQuerySet
from .producer_visiting import ProducerVisiting
from .shelf import ShelfItem
from .visit import Busy, CalendarKey, Visit

__all__ = [
    "Busy",
    "CalendarKey",
    "Credit",
    "GroupCode",
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
