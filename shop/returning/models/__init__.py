"""What comes after an order; each record in the file of its subject."""

from .cancellation import Cancellation, FailedDelivery
from .invoice import InvoiceRequest
from .review import Invitation, InvitationRefusal, LineReview
from .rule import Reason, ReturnRule
from .trade_return import Return, ReturnLine, ReturnPicture

__all__ = [
    "Cancellation",
    "FailedDelivery",
    "Invitation",
    "InvitationRefusal",
    "InvoiceRequest",
    "LineReview",
    "Reason",
    "Return",
    "ReturnLine",
    "ReturnPicture",
    "ReturnRule",
]
