"""Operators, their itineraries and what is made of them."""
