"""The ways to pay."""

from .base import (
    Arrival,
    Declined,
    Dispute,
    Failure,
    Forged,
    Gateway,
    Hitch,
    Kept,
    Line,
    Returned,
    ReturnedInAll,
    Step,
    Unreachable,
    Urls,
)

__all__ = [
    "Arrival",
    "Declined",
    "Dispute",
    "Failure",
    "Forged",
    "Gateway",
    "Hitch",
    "Kept",
    "Line",
    "Returned",
    "ReturnedInAll",
    "Step",
    "Unreachable",
    "Urls",
    "all_of_them",
    "gateway",
]


def all_of_them():
    """Every way there is, in the order the payer reads them."""
    from .cash import CashOnDelivery  # they read settings and records
    from .invoice import Invoice
    from .stripe import Stripe
    from .vietqr import VietQR

    return [VietQR(), Stripe(), CashOnDelivery(), Invoice()]


def gateway(code):
    """The way called `code`. Raises `KeyError`."""
    return {each.code: each for each in all_of_them()}[code]
