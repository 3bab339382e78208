"""A courier's service as we see it: register a consignment, cancel it, follow it, hear from it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Down(Exception):
    """It does not answer, or not in its own language: try again later."""


class Rejected(Exception):
    """It says no, and will say so again: a person has to look."""


class Way(StrEnum):
    """Where a consignment is, in order; `BACK` and `LOST` end it otherwise."""

    REGISTERED = "registered"
    COLLECTED = "collected"
    DELIVERED = "delivered"
    BACK = "back"
    LOST = "lost"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Party:
    """Who sends or receives. `phone` is national or E.164."""

    name: str
    phone: str
    street: str
    commune: str
    province: str


@dataclass(frozen=True, slots=True)
class Consignment:
    """One parcel to be carried. `code` is ours and the same at every try; `cash` is đồng to collect."""

    code: str
    sender: Party
    receiver: Party
    weight_g: int
    cash: int
    value: int
    contents: list[tuple[str, int]] = field(default_factory=list)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """The courier's own `code`, what it charges us (đồng, None when it does not say)."""

    code: str
    fee: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a courier says of a consignment: `way` is None for a status we do not know."""

    code: str
    status: str
    way: Way | None
    cash: int | None = None
    at: datetime | None = None
    ours: str = ""


class Carrier:
    """One courier. Every method may raise `Down` or `Rejected`; none touches the database."""

    code = ""
    name = ""

    @property
    def is_ready(self):
        """Whether its access is configured; without it the courier is hidden."""
        return False

    def fee(self, consignment: Consignment) -> int:
        """What the courier charges us, đồng."""
        raise NotImplementedError

    def register(self, consignment: Consignment) -> Registered:
        """Order the collection. Sent again with the same `code`, it is the same consignment."""
        raise NotImplementedError

    def cancel(self, code: str) -> None:
        """Call a consignment off; one that is off already is no error."""
        raise NotImplementedError

    def track(self, code: str) -> Report:
        """Where it is now."""
        raise NotImplementedError

    def is_genuine(self, secret: str) -> bool:
        """Whether a callback knows the secret we gave the courier."""
        raise NotImplementedError

    def read(self, body: bytes) -> Report:
        """What a callback says. Raises `Rejected` when it is not one."""
        raise NotImplementedError

    def link(self, code: str) -> str:
        """The page on which a buyer follows it, or ""."""
        return ""
