"""Payments: who owes what, how it is paid, what arrived, what goes back. Knows no order and no fair."""
