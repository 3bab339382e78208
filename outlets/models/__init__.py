"""The nouns of the outlets: places of sale, their hours and shelves; tours, visits and group codes."""

from .consignment import Consignment, Note, NoteLine, SalesAlert
from .group_code import Credit, GroupCode
from .hours import HoursChange, MarketYear, OpenSpan, SpecialDays
from .itinerary import Itinerary, Stop
from .mistake import Mistake
from .network import NetworkReport, Target
from .operator import Operator
from .outlet import Keeping, Outlet, OutletQuerySet
from .producer_visiting import ProducerVisiting
from .recognition import Answer, Criterion, RecognitionApplication, Standard
from .shelf import ShelfItem
from .tour_text import StopText, TourText
from .verification import ConfirmationAsk, Verification
from .visit import Busy, CalendarKey, Visit

__all__ = [
    "Answer",
    "Busy",
    "CalendarKey",
    "ConfirmationAsk",
    "Consignment",
    "Credit",
    "Criterion",
    "GroupCode",
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
    "ProducerVisiting",
    "RecognitionApplication",
    "SalesAlert",
    "ShelfItem",
    "SpecialDays",
    "Standard",
    "Stop",
    "StopText",
    "Target",
    "TourText",
    "Verification",
    "Visit",
]
