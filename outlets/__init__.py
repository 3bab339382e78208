"""Showrooms, points of sale, and the tours that stop there."""
