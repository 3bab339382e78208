"""The ledger: double entry in whole đồng. Debit is positive, credit negative, an entry sums to 0.

What has been written stays: a mistake is put right by another entry. The database itself refuses
changes (`migrations/0002_never_changed.py`).
"""
