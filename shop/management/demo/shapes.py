"""What the demo's rows look like. Money is whole đồng; days count back from the day of seeding."""

from dataclasses import dataclass
from datetime import date, timedelta

# What became of a product's certificate by the day of seeding.
VALID, EXPIRING, EXPIRED = "valid", "expiring", "expired"
DOWNGRADED, WITHDRAWN, RENEWED, NEVER = "downgraded", "withdrawn", "renewed", "never"
STATES = (VALID, EXPIRING, EXPIRED, DOWNGRADED, WITHDRAWN, RENEWED, NEVER)

VAT_INCLUDED = "Giá đã gồm thuế GTGT"
VAT_FREE = "Nông sản chưa chế biến, không chịu thuế GTGT"

PROVINCE = "UBND tỉnh Hà Tĩnh"
DISTRICTS_END = date(2025, 6, 30)  # Resolution 1665/NQ-UBTVQH15: no districts from 1 July 2025
MINISTRIES_MERGE = date(2025, 3, 1)
CRITERIA_148_FROM = date(2023, 2, 24)  # Decision 148/QĐ-TTg


@dataclass(frozen=True)
class Maker:
    """A producer. `slug` is Oscar's partner code; `commune` today's unit, `old_address` the former one."""

    slug: str
    name: str
    legal_form: str
    tax_code: str
    commune: str
    street: str
    old_address: str
    phone: str
    founded: int
    story: str
    portrait: str

    @property
    def email(self):
        return f"{self.slug}@demo.ocop.example"


@dataclass(frozen=True)
class Award:
    """How the seed leads a product to `state`, by keys of `decisions.DECISIONS`.

    `stars` by `decision`; then, for downgraded and renewed, `stars_after` by `later`; a withdrawn
    certificate ends by `later`. `reason` goes with a downgrade or a withdrawal.
    """

    state: str
    stars: int = 0
    decision: str = ""
    later: str = ""
    stars_after: int = 0
    reason: str = ""

    @property
    def stars_now(self):
        """The stars a shop window shows on the day of seeding."""
        match self.state:
            case "valid" | "expiring":
                return self.stars
            case "downgraded" | "renewed":
                return self.stars_after
        return 0


NOT_CERTIFIED = Award(NEVER)


def valid(stars, decision):
    return Award(VALID, stars, decision)


def expiring(stars, decision):
    """Ends within the next 90 days."""
    return Award(EXPIRING, stars, decision)


def expired(stars, decision):
    return Award(EXPIRED, stars, decision)


def renewed(stars, decision, stars_after, later):
    return Award(RENEWED, stars, decision, later, stars_after)


def downgraded(stars, decision, stars_after, later, reason):
    return Award(DOWNGRADED, stars, decision, later, stars_after, reason)


def withdrawn(stars, decision, later, reason):
    return Award(WITHDRAWN, stars, decision, later, reason=reason)


@dataclass(frozen=True)
class Goods:
    """A product. `group` is a code of generation 148, `unit` one of `NetUnit`, `motif` a drawing's name."""

    slug: str
    title: str
    producer: str
    group: str
    motif: str
    net: str
    unit: str
    pack: str
    price: int
    stock: int
    ingredients: str
    storage: str
    shelf_life: str
    origin: str
    story: str
    award: Award = NOT_CERTIFIED
    legal_class: str = "food"
    abv: str = ""
    declaration: str = ""
    vat_note: str = VAT_INCLUDED


@dataclass(frozen=True)
class Decision:
    """A numbered decision, `days_ago` before seeding. `district` is empty for province and ministry.

    The issuer follows from the day: after 30 June 2025 no district decides, the province does.
    """

    key: str
    serial: int
    days_ago: int
    district: str = ""
    ministry: bool = False

    def day(self, today):
        """The day it was signed: never a Saturday or Sunday."""
        signed = today - timedelta(days=self.days_ago)
        return signed - timedelta(days=max(0, signed.weekday() - 4))

    def issuer(self, today):
        """The body by its name on that day."""
        day = self.day(today)
        if self.ministry:
            newer = day >= MINISTRIES_MERGE
            return f"Bộ Nông nghiệp và {'Môi trường' if newer else 'Phát triển nông thôn'}"
        if self.district and day <= DISTRICTS_END:
            return f"UBND {self.district}"
        return PROVINCE

    def number(self, today):
        if self.ministry:
            return f"{self.serial}/QĐ-{'BNNMT' if self.day(today) >= MINISTRIES_MERGE else 'BNN-VPĐP'}"
        return f"{self.serial}/QĐ-UBND"

    def criteria(self, today):
        """The generation of criteria in force on that day."""
        return "148" if self.day(today) >= CRITERIA_148_FROM else "1048"


@dataclass(frozen=True)
class Opinion:
    """A buyer's review: `author` is the name shown, `reply` the maker's answer."""

    product: str
    stars: int
    title: str
    body: str
    author: str
    verified: bool = True
    reply: str = ""
