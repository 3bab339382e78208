"""The accounts and kinds of entry of settling.

The key of an entry is `<kind>:<parcel>:…:<part>`; the kind is the column of the producer's statement,
the part what of the parcel it concerns. In a producer's account a row's `about` is the parcel's number.
"""

from django.db.models import Q
from django.utils.translation import gettext_lazy

from catalogue.producers.models import Partner
from office.ledger import accounts

GOODS, CARRIAGE = "goods", "carriage"

SOLD, CARRIED = "sold", "carried"
RETURNED, CARRIED_BACK = "returned", "carried-back"
COMMISSION, VAT, PIT, KEPT, BORNE = "commission", "vat", "pit", "kept", "borne"
CARRIED_BORNE = "carried-borne"
BACK = "-back"
PAYOUT, PAYOUT_FAILED, PAYOUT_PAID = "payout", "payout-failed", "payout-paid"

# Column of a statement → the kinds of entry that are summed in it.
COLUMNS = {
    "sold": (SOLD, BORNE),
    "carried": (CARRIED, CARRIED_BORNE),
    "returned": (RETURNED, CARRIED_BACK, BORNE + BACK, CARRIED_BORNE + BACK),
    "fee": (COMMISSION, COMMISSION + BACK),
    "withheld": (VAT, VAT + BACK, PIT, PIT + BACK),
    "kept": (KEPT,),
    "paid": (PAYOUT, PAYOUT_FAILED),
}

COMMISSIONS, DELIVERY, DISCOUNTS = "commission", "delivery", "discounts"
TAX_VAT, TAX_PIT = "tax:vat", "tax:pit"
BANK, PAYERS, ON_ITS_WAY = "bank", "payers", "payouts"
UNASSIGNED = "unassigned"  # money that came, and nobody knew what for


def producer_code(pk: int) -> str:
    """The account of what the house owes this producer."""
    return f"producer:{pk}"


def producer_of(code: str) -> int:
    return int(code.partition(":")[2])


def kind_of(key: str) -> str:
    return key.partition(":")[0]


def part_of(key: str) -> str:
    return key.rpartition(":")[2]


def written_as(*kinds: str) -> Q:
    """Rows of entries of one of these kinds."""
    found = Q()
    for kind in kinds:
        found |= Q(entry__key__startswith=f"{kind}:")
    return found


def register_accounts():
    """Say which accounts settling uses. Called in the app's `ready`."""
    kind = accounts.Kind
    accounts.register("producer:", kind.LIABILITY, _name_of_producer)
    accounts.register(COMMISSIONS, kind.INCOME, gettext_lazy("Commission"))
    accounts.register(DISCOUNTS, kind.EXPENSE, gettext_lazy("Discounts the house bears"))
    accounts.register(DELIVERY, kind.LIABILITY, gettext_lazy("Delivery fees, to be paid to couriers"))
    accounts.register(TAX_VAT, kind.LIABILITY, gettext_lazy("VAT withheld from producers"))
    accounts.register(TAX_PIT, kind.LIABILITY, gettext_lazy("Personal income tax withheld from producers"))
    accounts.register(ON_ITS_WAY, kind.LIABILITY, gettext_lazy("Payouts on their way"))


def _name_of_producer(pk):
    return Partner.objects.filter(pk=pk).values_list("name", flat=True).first() or pk
