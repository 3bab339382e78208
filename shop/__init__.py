"""The site, and selling.

This package is the roof of the house: it knows every other package and none knows it.
`settings/` and `urls.py` put the site together; `checkout/`, `order/` and `shipping/` are our
forks of Oscar's apps of the same names. See the import rule in `pyproject.toml`.
"""
