"""The nouns of the outlets: places of sale, their hours and shelves; tours, visits and group codes."""

from .consignment import Consignment, Note, NoteLine, SalesAlert
from .hours import HoursChange, MarketYear, OpenSpan, SpecialDays
from .itinerary import Itinerary, Operator, Stop
from .mistake import Mistake
from .network import NetworkReport, Target
from .outlet import Keeping, Outlet, OutletQuerySet
from .recognition import Answer, Criterion, RecognitionApplication, Standard
from .shelf import ShelfItem
from .verification import ConfirmationAsk, Verification
from .visit import Visit

__all__ = [
    "Answer",
    "ConfirmationAsk",
    "Consignment",
    "Criterion",
    "HoursChange",
    "Itinerary",
    "Keeping",
    "MarketYear",
    "Mistake",
    "NetworkReport",
    "Note",
    "NoteLine",
    "OpenSpan",
    "Operator",
    "Outlet",
    "OutletQuerySet",
    "RecognitionApplication",
    "SalesAlert",
    "ShelfItem",
    "SpecialDays",
    "Standard",
    "Stop",
    "Target",
    "Verification",
    "Visit",
]
