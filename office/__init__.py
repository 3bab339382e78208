"""How a public office works, whatever it deals in.

Accounts, roles, stages, acts, papers, notices, numbers, the to-do list. It knows no noun of the
field (no product, fair or showroom), which is what lets every import of the house run downward.
"""
