"""Paying, as the rooms above know it: the ways, a try begun, money taken."""

from .arriving import announce, became_paid, count, settle
from .trying import abandon, advance, agree, ask, begin, claim, fail, offered, promise, under_way, ways

__all__ = [
    "abandon",
    "advance",
    "agree",
    "announce",
    "ask",
    "became_paid",
    "begin",
    "claim",
    "count",
    "fail",
    "offered",
    "promise",
    "settle",
    "under_way",
    "ways",
]
