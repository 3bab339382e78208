"""What a first text is made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """A page: `place` is "rules" or "help" in the footer."""

    slug: str
    title: str
    intro: str
    html: str
    place: str


@dataclass(frozen=True)
class Home:
    """The words of the home page."""

    eyebrow: str
    headline: str
    lead: str
    fair_title: str
    fair_text: str
    outlets_title: str
    outlets_text: str
