"""The nouns of the outlets: places of sale, their hours and shelves; tours, visits and group codes."""

from .hours import OpenSpan, SpecialDays
from .itinerary import Itinerary, Operator, Stop
from .network import NetworkReport, Target
from .outlet import Keeping, Outlet, OutletQuerySet
from .recognition import Answer, Criterion, RecognitionApplication, Standard
from .shelf import ShelfItem
from .verification import ConfirmationAsk, Verification
from .visit import Visit

__all__ = [
    "Answer",
    "ConfirmationAsk",
    "Criterion",
    "Itinerary",
    "Keeping",
    "NetworkReport",
    "OpenSpan",
    "Operator",
    "Outlet",
    "OutletQuerySet",
    "RecognitionApplication",
    "ShelfItem",
    "SpecialDays",
    "Standard",
    "Stop",
    "Target",
    "Verification",
    "Visit",
]
