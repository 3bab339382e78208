"""Settings: `base` and `oscar` for all, then one of `dev`, `test`, `production`.

The environment is read in `base` and nowhere else.
"""
