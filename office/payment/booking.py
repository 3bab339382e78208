"""What payments write in the ledger. Asset accounts: `bank`, `stripe`, `courier:<code>`."""

from django.utils.translation import gettext_lazy as _

from office.ledger import posting
from office.ledger.accounts import Kind, register

PAYERS = "payers"
UNASSIGNED = "unassigned"  # received, and not yet known for whom
DIFFERENCES = "differences"
BANK = "bank"
FEES = "gateway-fees"
COURIER = "courier:"


def register_accounts():
    """What our accounts are. Called in the app's `ready`."""
    register(UNASSIGNED, Kind.LIABILITY, _("Received, not yet known for what"))
    register("stripe", Kind.ASSET, _("Money lying at Stripe"))
    register(FEES, Kind.EXPENSE, _("Fees of payment providers"))
    register(COURIER, Kind.ASSET, lambda code: _("Cash collected by %(courier)s") % {"courier": code})


def arrived(settlement):
    """Money for a due."""
    about = settlement.due.reference
    posting.post(
        f"settlement:{settlement.pk}",
        f"Payment {settlement.gateway} {settlement.reference}",
        [(settlement.asset, settlement.amount), (PAYERS, -settlement.amount, about)],
        about=about,
    )


def arrived_unassigned(settlement):
    """Money nobody has a due for yet."""
    posting.post(
        f"settlement:{settlement.pk}",
        f"Payment {settlement.gateway} {settlement.reference}",
        [(settlement.asset, settlement.amount), (UNASSIGNED, -settlement.amount, settlement.reference)],
    )


def assigned(settlement, *, by):
    """A person found its due."""
    about = settlement.due.reference
    posting.post(
        f"assignment:{settlement.pk}",
        f"Assigned {settlement.gateway} {settlement.reference}",
        [(UNASSIGNED, settlement.amount, settlement.reference), (PAYERS, -settlement.amount, about)],
        about=about,
        by=by,
    )


def sent_back(settlement, bank_reference, *, by):
    """Unassigned money back with its sender, from the bank."""
    posting.post(
        f"sent-back:{settlement.pk}",
        f"Sent back {settlement.reference}: {bank_reference}",
        [(UNASSIGNED, settlement.amount, settlement.reference), (BANK, -settlement.amount)],
        by=by,
    )


def paid_out(settlement, *, by):
    """Unassigned money was Stripe's payout to our bank."""
    posting.post(
        f"payout:{settlement.pk}",
        f"Payout of Stripe {settlement.reference}",
        [(UNASSIGNED, settlement.amount, settlement.reference), ("stripe", -settlement.amount)],
        by=by,
    )


def refunded(refund, asset):
    """Money back with the payer."""
    about = refund.due.reference
    posting.post(
        f"refund:{refund.pk}:{refund.round}",
        f"Refund {refund.key}",
        [(PAYERS, refund.amount, about), (asset, -refund.amount)],
        about=about,
        by=refund.by,
    )


def refund_came_back(refund, asset):
    """A provider took a refund back after it was done."""
    about = refund.due.reference
    posting.post(
        f"refund-back:{refund.pk}:{refund.round}",
        f"Refund {refund.key} came back",
        [(asset, refund.amount), (PAYERS, -refund.amount, about)],
        about=about,
    )


def kept(fee, asset):
    """The provider's fee is the house's cost: nobody is asked for it, and no maker bears it."""
    about = fee.due.reference if fee.due else ""
    posting.post(
        f"gateway-fee:{fee.pk}",
        f"Fee {fee.gateway} {fee.reference} ({fee.said})",
        [(FEES, fee.amount), (asset, -fee.amount)],
        about=about,
    )


def remitted(remittance, collected, *, by, arrived=None):
    """A courier handed over `remittance.amount` for the `collected` đồng; `arrived` is its settlement, if the
    bank told us before.
    """
    money = (UNASSIGNED, remittance.amount, arrived.reference) if arrived else (BANK, remittance.amount)
    posting.post(
        f"remittance:{remittance.pk}",
        f"Remittance {remittance.carrier} {remittance.bank_reference}",
        [
            money,
            (COURIER + remittance.carrier, -collected),
            (DIFFERENCES, collected - remittance.amount, remittance.bank_reference),
        ],
        by=by,
    )
