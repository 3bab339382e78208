"""When what is ordered today can leave, as a buyer reads it: at once, made to order, or from the harvest on."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from django.db.models import Case, F, OuterRef, Subquery, Value, When
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.producers.stock import StockRecord, Supply

# Of several places the one that serves first: with something left, ready at once, then as the maker put them.
_ORDER = (
    Case(When(free__gt=0, then=Value(0)), default=Value(1)),
    Case(
        When(supply=Supply.IN_STOCK, then=Value(0)),
        When(supply=Supply.MADE_TO_ORDER, then=Value(1)),
        default=Value(2),
    ),
    F("place__position").asc(nulls_first=True),
    "pk",
)


@dataclass(frozen=True, slots=True)
class Supplied:
    """How one product is supplied today. `day` is the first one it leaves on when that is known."""

    kind: str = Supply.IN_STOCK
    days: int | None = None
    day: date | None = None
    harvest: str = ""

    @classmethod
    def read(cls, facts):
        """From what `supplied_of` annotates; None is in stock. A pre-order whose day has come is in stock."""
        if not facts:
            return cls()
        day = date.fromisoformat(facts["day"]) if facts["day"] else None
        if facts["kind"] == Supply.PRE_ORDER and (day is None or day <= timezone.localdate()):
            return cls()
        return cls(facts["kind"], facts["days"], day, facts["harvest"])

    def ready_on(self, day):
        """The earliest day a piece ordered on `day` can leave."""
        if self.kind == Supply.MADE_TO_ORDER:
            return day + timedelta(days=self.days or 0)
        if self.kind == Supply.PRE_ORDER and self.day:
            return max(day, self.day)
        return day

    @property
    def at_once(self):
        return self.kind == Supply.IN_STOCK

    def sentence(self, left=None):
        """ "Pre-order, sent from 15/09/2026, 40 still to be had"; nothing for what is in stock."""
        if self.kind == Supply.MADE_TO_ORDER:
            return ngettext(
                "Made to order, sent after about %(n)d day.",
                "Made to order, sent after about %(n)d days.",
                self.days or 0,
            ) % {"n": self.days or 0}
        if self.kind == Supply.PRE_ORDER and self.day:
            facts = {"day": date_format(self.day, "d/m/Y"), "left": left}
            if not left:
                return _("Pre-order, sent from %(day)s.") % facts
            return (
                ngettext(
                    "Pre-order, sent from %(day)s, %(left)d more is taken.",
                    "Pre-order, sent from %(day)s, %(left)d more are taken.",
                    left,
                )
                % facts
            )
        return ""


@cache
def supplied_of(product):
    """Expression: the facts of `Supplied` for `product` (a path to its key), NULL without a record."""
    records = StockRecord.objects.with_free().sending().filter(product=OuterRef(product)).order_by(*_ORDER)
    facts = JSONObject(kind="supply", days="ready_in_days", day="ready_from", harvest="harvest")
    return Subquery(records.values(facts=facts).values("facts")[:1])
