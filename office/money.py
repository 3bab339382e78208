"""Amounts in sentences."""

from babel.numbers import format_decimal


def dong(amount):
    """Whole đồng the Vietnamese way: 1250000 → "1.250.000 ₫"."""
    return f"{format_decimal(int(amount), locale='vi')}\u00a0₫"
