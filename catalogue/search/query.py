"""What is asked of a search, and what comes back: the same two types for every engine.

Keys are those of the address: stars are ints, groups `ProductGroup.code`, areas `Area.slug`, communes
`Commune.code`, producers `Partner.code`.
"""

from dataclasses import dataclass, field
from datetime import date

FACETS = ("stars", "groups", "areas", "communes", "producers")
SORTS = ("relevance", "newest", "price", "-price", "bestselling")


@dataclass(frozen=True, slots=True)
class Query:
    """`on` is the day the stars must be valid; `adult` opens alcohol; prices in whole đồng, both ends in.

    With `counted` off the facets are not counted: for lists that show none.
    """

    on: date
    text: str = ""
    stars: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    producers: tuple[str, ...] = ()
    price_min: int | None = None
    price_max: int | None = None
    sort: str = "relevance"
    page: int = 1
    per_page: int = 24
    adult: bool = False
    counted: bool = True

    def chosen(self):
        """The facets in which something is chosen."""
        return [name for name in FACETS if getattr(self, name)]


@dataclass(slots=True)
class Result:
    """`ids` of one page in order, `total` of all pages, and per facet {key: products}, counted as if
    nothing were chosen in that facet itself. `corrected` is what was searched instead of a typing error.
    """

    ids: list[int]
    total: int
    facets: dict[str, dict] = field(default_factory=dict)
    took_ms: float = 0.0
    engine: str = ""
    corrected: str = ""


class IndexUnusable(Exception):
    """The engine has no index that can answer: missing, broken, or of another schema."""


class IndexBusy(Exception):
    """Another process is writing the index."""
