"""What the programme tells the rooms above it."""

from django.dispatch import Signal

stars_changed = Signal()
"""Sent inside the transaction with `product` when the stars of a product changed."""
