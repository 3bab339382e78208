"""The first texts of the shop's home, rules and help, in both languages, page by page the same."""

from . import en, vi

HOMES = {"vi": vi.HOME, "en": en.HOME}
TEXTS = {"vi": vi.TEXTS, "en": en.TEXTS}

__all__ = ["HOMES", "TEXTS"]
