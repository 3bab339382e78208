"""Payouts found among the bank's lines: what left our account, by its note and to the đồng."""

from django.utils import timezone

from office.payment.matching import fold
from office.payment.models import BankLine
from office.payment.signals import money_left
from office.stages import Refused

from . import paying_out
from .models import Payout


def watch():
    """Listen for money that left. Called in the app's `ready`."""
    money_left.connect(_money_left, dispatch_uid="settling-payouts")


def _money_left(sender, *, line: BankLine, **kwargs):
    if payout := payout_of(line):
        try:
            paying_out.note_paid(
                payout, bank_reference=line.reference, paid_on=timezone.localdate(line.at), by=None
            )
        except Refused:
            return  # somebody was faster, or gave this reference to another: the line stays a line


def payout_of(line: BankLine) -> Payout | None:
    """The payout on its way whose reference stands in the note of `line`, for exactly its amount."""
    note = fold(line.note).replace(" ", "")
    alike = Payout.objects.filter(amount=-line.amount).select_related("batch").order_by("pk")
    named = [each for each in alike if each.reference.upper() in note]
    found = max(named, key=lambda each: len(each.reference), default=None)  # …P12 is not …P1
    return found if found and found.stage == Payout.Stage.APPROVED else None
