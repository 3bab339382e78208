"""The nouns of the outlets: places of sale, their hours and shelves; tours, visits and group codes."""

from .consignment import Consignment, Note, NoteLine, SalesAlert
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
    "Consignment",
    "Criterion",
    "Itinerary",
    "Keeping",
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
