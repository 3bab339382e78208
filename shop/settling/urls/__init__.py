"""Addresses under `/ban-lam-viec/`, one file for each kind of page."""
