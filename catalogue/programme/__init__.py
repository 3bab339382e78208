"""The yearly cycle behind the stars.

A producer applies, councils score, and a body recognises by decision: a `Recognition` is the
certificate, a `StarChange` each thing that happened to it. `recognising.py` is the only writer of
a product's stars. Products never import this package; they carry `stars`, `stars_from` and
`stars_until` so that lists are fast, and every read asks "valid on day X".
"""
