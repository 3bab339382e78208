"""Showrooms, points of sale and tours. Stands on the catalogue, knows nothing of fairs. Built in a later issue."""
