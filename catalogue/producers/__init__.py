"""Producers and places: Oscar's partner app, grown into communes and the people who make things."""
