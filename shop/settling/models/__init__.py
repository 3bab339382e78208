"""Rates, the producers' bank accounts, and payouts. Amounts are in the ledger (`office.ledger`)."""

from .bank_account import PayoutAccount
from .payout import Payout, PayoutBatch, PayoutLine
from .rates import FeeRate, Supply, TaxRate

__all__ = ["FeeRate", "Payout", "PayoutAccount", "PayoutBatch", "PayoutLine", "Supply", "TaxRate"]
