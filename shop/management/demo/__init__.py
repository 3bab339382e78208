"""Texts of the demo: invented makers and goods, true to the place. Plain data, no Django."""
