"""The one interface of every way to pay."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.utils import timezone


class Forged(Exception):
    """A callback that is not from the provider, or too old to be believed. `callback`: as it was stored."""

    callback: Any = None


class Unreachable(Exception):
    """The provider did not answer: what became of it is unknown till somebody looks it up."""


class Declined(Exception):
    """The provider refused for good. The text is for the desk."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Money that came. `reference` is the provider's, unique; `amount` in the smallest unit of `currency`.

    `attempt`: its primary key where the provider names it; otherwise `note` is searched for a reference.
    `asset`: the ledger account it lies on, where the gateway has more than one.
    """

    reference: str
    amount: int
    currency: str = "VND"
    note: str = ""
    at: datetime | None = None
    attempt: int | None = None
    asset: str = ""

    @property
    def moment(self):
        return self.at or timezone.now()


@dataclass(frozen=True, slots=True)
class Line:
    """A movement on our bank account: `amount` đồng, negative when it left. `reference` is the bank's."""

    account: str
    reference: str
    amount: int
    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Failure:
    """A try that came to nothing."""

    attempt: int
    reason: str


@dataclass(frozen=True, slots=True)
class Hitch:
    """Something went wrong inside a try that goes on: a declined card, another one may follow."""

    attempt: int
    reason: str


@dataclass(frozen=True, slots=True)
class Returned:
    """What became of a refund of ours at the provider: done, `pending`, or `failed` for this reason.

    `round`: which try of it this is about, 0 when that is not said.
    """

    reference: str
    refund: int
    pending: bool = False
    failed: str = ""
    round: int = 0


@dataclass(frozen=True, slots=True)
class ReturnedInAll:
    """How much of `payment` (the provider's reference of a settlement) has gone back so far."""

    payment: str
    amount: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """The payer disputes `payment` (the provider's reference of a settlement) at the bank."""

    payment: str
    amount: int
    reason: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What the provider kept of one movement: `amount` đồng, `said` in its own words. `reference` is its, unique."""

    reference: str
    amount: int
    said: str


@dataclass(frozen=True, slots=True)
class Urls:
    """Full addresses on our site for the provider: where the payer comes back, and where without paying."""

    back: str
    cancel: str


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next for the payer. `state` is the attempt's, `url` an address at the provider."""

    state: str
    url: str = ""
    provider_reference: str = ""


class Gateway:
    """A way to pay. Subclasses are registered in `gateways.all_of_them`."""

    code: ClassVar[str]
    asset: ClassVar[str]  # the ledger account its money lies on
    label: ClassVar[object]  # lazily translated: the name the payer reads
    explained: ClassVar[object]
    prepays = False  # anybody pays by it before anything is delivered
    looks_up = False  # a provider can be asked
    refunds = False  # money can go back the way it came
    calls_back = False
    keeps = False  # a provider keeps a fee of what passes through it, and says how much
    asks: ClassVar[type | None] = None  # a form whose fields `begin` finds in attempt.data

    def is_configured(self):
        """Whether the shop has what this way needs; hidden otherwise."""
        return True

    def refuses(self, due):
        """Why this due cannot be paid this way, a sentence; None when it can."""
        return

    def begin(self, attempt, urls):
        """Start at the provider: a `Step`. Raises `Unreachable`, `Declined`.

        Called outside of transactions; the same attempt again must be the same payment there.
        """
        raise NotImplementedError

    def returned(self, attempt, data):
        """The payer came back with `data`: what is known now, like `look_up`. The word of a browser
        settles nothing.
        """
        return self.look_up(attempt)

    def kept_headers(self, headers):
        """The headers `verify` needs, to be stored with the body."""
        return {}

    def verify(self, body, headers):
        """The provider's name of this event. Raises `Forged`."""
        raise Forged(self.code)

    def events(self, body):
        """What a verified body says: a list of the records above."""
        return []

    def answer(self):
        """What the provider wants to hear: a JSON object."""
        return {"success": True}

    def look_up(self, attempt):
        """Ask the provider: a list as from `events`, empty while it is undecided. Raises `Unreachable`."""
        return []

    def give_up(self, attempt):
        """Tell the provider that this try is not wanted any more. Raises `Unreachable`."""

    def refund(self, refund):
        """Send it back; the same refund again is the same one there. Raises `Unreachable`, `Declined`."""
        raise NotImplementedError

    def kept_of(self, settlement):
        """What was kept of a payment: a `Kept`, or None while nobody knows. Raises `Unreachable`, `Declined`."""
        raise NotImplementedError

    def kept_of_refund(self, refund):
        """What was kept of a refund, as above."""
        raise NotImplementedError

    def look_up_refund(self, refund):
        """What became of a refund that was sent: a `Returned`. Raises `Unreachable`, `Declined`."""
        raise NotImplementedError
