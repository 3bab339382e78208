"""What payments write in the ledger. Asset accounts: `bank`, `stripe`, `courier:<code>`."""

from office.ledger import accounts, posting

PAYERS = "payers"
UNASSIGNED = "unassigned"  # received, and not yet known for whom
DIFFERENCES = "differences"
BANK = "bank"


def arrived(settlement):
    """Money for a due."""
    _open(settlement.asset)
    about = settlement.due.reference
    posting.post(
        f"settlement:{settlement.pk}",
        f"Payment {settlement.gateway} {settlement.reference}",
        [(settlement.asset, settlement.amount), (PAYERS, -settlement.amount, about)],
        about=about,
    )


def arrived_unassigned(settlement):
    """Money nobody has a due for yet."""
    _open(settlement.asset)
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


def refunded(refund, asset):
    """Money back with the payer."""
    _open(asset)
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


def remitted(remittance, collected, *, by):
    """A courier handed over `remittance.amount` for what it had collected."""
    courier = f"courier:{remittance.carrier}"
    _open(courier)
    rows = [(BANK, remittance.amount), (courier, -collected)]
    if difference := collected - remittance.amount:
        rows.append((DIFFERENCES, difference, remittance.bank_reference))
    posting.post(
        f"remittance:{remittance.pk}",
        f"Remittance {remittance.carrier} {remittance.bank_reference}",
        [row for row in rows if row[1]],
        by=by,
    )


def _open(code):
    """Accounts are opened on first use."""
    accounts.open_account(PAYERS, "Received from payers", "liability")
    accounts.open_account(UNASSIGNED, "Received, not yet assigned", "liability")
    accounts.open_account(DIFFERENCES, "Differences of couriers", "expense")
    accounts.open_account(BANK, "Bank", "asset")
    accounts.open_account(code, code, "asset")
