"""Paying, as the rooms above know it: the ways, a try begun, money taken."""

from .arriving import announce, became_paid, count, settle
from .trying import abandon, advance, begin, claim, fail, promise, under_way, ways

__all__ = [
    "abandon",
    "advance",
    "announce",
    "became_paid",
    "begin",
    "claim",
    "count",
    "fail",
    "promise",
    "settle",
    "under_way",
    "ways",
]
