"""What is said of one way a parcel could go: its price, its days, and where it is fetched if it is."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .models import NOTHING_SENT
from .wording import arrival, ready


@dataclass(frozen=True, slots=True)
class Fetching:
    """Where a parcel is fetched: at `outlet`, kept for `keeps_days`.

    `records` {product's key: stock record} are the goods that lie there; without them the maker sends the parcel
    there by the method `carriage`. `distance` in words, or "".
    """

    outlet: Any
    keeps_days: int
    records: dict[int, Any] = field(default_factory=dict)
    carriage: str = ""
    distance: str = ""

    @property
    def from_stock(self):
        return bool(self.records)


@dataclass(frozen=True, slots=True)
class Quote:
    """One way to send one parcel, or to fetch it (`fetching`). `fee` in đồng; `problem` says why it cannot be
    taken; days are None then.
    """

    method: str
    name: str
    carrier: str
    fee: int
    leaves: date | None = None
    earliest: date | None = None
    latest: date | None = None
    problem: str = ""
    hint: str = ""
    weight_g: int = 0
    is_tracked: bool = False
    fetching: Fetching | None = None

    @property
    def is_sent(self):
        return self.method != NOTHING_SENT

    @property
    def days(self):
        """When it comes, or can be fetched, in words."""
        return (ready if self.fetching else arrival)(self.earliest, self.latest)
