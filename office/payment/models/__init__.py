"""What is owed, tried, arrived, returned; each record in the file of its subject."""

from .attempt import Attempt
from .bank import BankLine, Statement
from .callback import Callback
from .courier import Remittance, RemittanceLine
from .due import Due
from .fee import Fee
from .refund import Refund
from .settlement import Settlement
from .trouble import Trouble

from oscar.apps.payment.models import *  # isort: skip  # noqa: F403

__all__ = [  # noqa: F405
    "Attempt",
    "BankLine",
    "Bankcard",
    "Callback",
    "Due",
    "Fee",
    "Refund",
    "Remittance",
    "RemittanceLine",
    "Settlement",
    "Source",
    "SourceType",
    "Statement",
    "Transaction",
    "Trouble",
]
