"""A delivered parcel into the ledger, and what comes back of it out again. The keys make each happen once."""

from collections import defaultdict
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from office.ledger import accounts
from office.ledger.models import Entry, Row
from office.ledger.posting import post
from office.payment import owing
from office.stages import Refused
from shop.order import charging
from shop.order.models import Line, Parcel
from shop.order.signals import parcel_moved
from shop.shipping.models import OWN

from . import books, rating
from .books import CARRIAGE, GOODS
from .models import Supply

TAKEN_BACK = ((books.RETURNED, GOODS), (books.BORNE + books.BACK, GOODS), (books.CARRIED_BACK, CARRIAGE))
SUPPLIES = {GOODS: Supply.GOODS, CARRIAGE: Supply.TRANSPORT}


def watch():
    """Listen for delivered parcels. Called in the app's `ready`."""
    parcel_moved.connect(_parcel_moved, dispatch_uid="settling")


def _parcel_moved(sender, *, parcel, by, **kwargs):
    if parcel.stage == Parcel.Stage.DELIVERED:
        delivered(parcel, by=by)


def brought_by_maker(parcel: Parcel) -> bool:
    """Whether the producer's own people delivered it: the fee is theirs."""
    return parcel.method == OWN


def cash_to_maker(parcel: Parcel) -> int:
    """What the buyer paid the producer at the door, đồng: it does not pass through the house."""
    return charging.cash_taken(parcel) if brought_by_maker(parcel) else 0


def where_paid(parcel: Parcel) -> tuple[str, str]:
    """(account, about) on which the buyer's money is."""
    due = owing.due_of(parcel.order)
    if due is not None:
        return books.PAYERS, due.reference
    return f"courier:{charging.collector(parcel)}", str(parcel)


@transaction.atomic
def delivered(parcel: Parcel, *, by=None, at: datetime | None = None) -> list[Entry]:
    """Owe the producer for a delivered parcel, less commission, and less tax where the house takes the payment.

    Returns the entries written; none when this was done before, or the parcel has no producer.
    """
    number = str(parcel)
    if parcel.producer is None or _is_settled(number):
        return []
    with override(settings.LANGUAGE_CODE):  # the books speak one language
        return _deliver(_Writer(parcel, number, by=by, at=at or timezone.now()), parcel)


def _deliver(write, parcel):
    goods, fee = _goods_of(parcel), parcel.fee
    day = timezone.localdate(write.at)
    maker_carries = brought_by_maker(parcel)
    driver = write.producer if maker_carries else (books.DELIVERY, write.number)
    write.move(books.SOLD, GOODS, goods, write.source, write.producer, _("Goods of parcel %s"))
    write.move(
        books.CARRIED,
        CARRIAGE,
        fee,
        write.source,
        driver,
        _("Delivery of parcel %s"),
    )
    write.move(
        books.CARRIED_BORNE,
        CARRIAGE,
        parcel.fee_borne,
        (books.DISCOUNTS, write.number),
        driver,
        _("Delivery the house bears, parcel %s"),
    )
    borne = _borne_by_house(parcel)
    write.move(
        books.BORNE,
        GOODS,
        borne,
        (books.DISCOUNTS, write.number),
        write.producer,
        _("Discount the house bears, parcel %s"),
    )
    commission = rating.commission_on(goods + borne, day=day)
    write.move(
        books.COMMISSION,
        GOODS,
        commission,
        write.producer,
        (books.COMMISSIONS, write.number),
        _("Commission, parcel %s"),
    )
    cash = cash_to_maker(parcel)
    for part, amount in ((GOODS, min(cash, goods)), (CARRIAGE, max(cash - goods, 0))):
        write.move(
            books.KEPT,
            part,
            amount,
            write.producer,
            (f"courier:{charging.collector(parcel)}", ""),
            _("Paid to the producer in cash, parcel %s"),
        )
    if not cash or cash < goods + fee:  # a part of it was paid to the house
        carriage = parcel.fee_before if maker_carries else 0
        for part, amount in ((GOODS, goods + borne), (CARRIAGE, carriage)):
            _withhold(write, part, amount, parcel.producer.legal_form, day)
    return write.written


def _withhold(write, part, amount, legal_form, day):
    if not amount:
        return
    vat, pit = rating.tax_on(amount, supply=SUPPLIES[part], legal_form=legal_form, day=day)
    write.move(
        books.VAT, part, vat, write.producer, (books.TAX_VAT, write.number), _("VAT withheld, parcel %s")
    )
    write.move(
        books.PIT,
        part,
        pit,
        write.producer,
        (books.TAX_PIT, write.number),
        _("Income tax withheld, parcel %s"),
    )


@transaction.atomic
def refunded(
    parcel: Parcel,
    goods: int,
    *,
    borne: int = 0,
    delivery: int = 0,
    key: str,
    by=None,
    at: datetime | None = None,
) -> list[Entry]:
    """Take back what is returned of a delivered parcel: `goods` đồng the buyer had paid, `borne` đồng the house
    had given to them as a discount, `delivery` of the fee, with which the part of it that the house bore goes back in proportion.

    Commission and tax go back in proportion to both; all refunds of a parcel together give back exactly what
    was kept. The house pays the buyer; cash the producer took at the door stays with him, and is owed to
    the house. Returns the entries written; none when the parcel was never settled. Raises `Refused` for
    more than was sold.
    """
    number = str(parcel)
    if parcel.producer_id is None or not _is_settled(number):
        return []
    accounts.locked([books.producer_code(parcel.producer_id)])
    again = [f"{kind}:{number}:{key}:{part}" for kind, part in TAKEN_BACK]
    if done := list(Entry.objects.filter(key__in=again)):
        return done
    was = _written_of(number)
    write = _Writer(parcel, number, by=by, at=at or timezone.now(), key=key)
    with override(settings.LANGUAGE_CODE):
        fee_borne = _fee_borne_back(was, delivery)
        for part, amount, gift in ((GOODS, goods, borne), (CARRIAGE, delivery, fee_borne)):
            if amount or gift:
                _take_back(write, part, amount, gift, was)
    return write.written


def _fee_borne_back(was, delivery):
    """What the house takes back of the fee it bore: in proportion to the buyer's part that goes back, đồng."""
    paid, before = was[books.CARRIED, CARRIAGE], was[books.CARRIED_BACK, CARRIAGE]
    if not 0 < delivery <= paid - before:
        return 0  # a fee the buyer paid nothing of stays with who drove
    whole = rating.share(was[books.CARRIED_BORNE, CARRIAGE], before + delivery, paid)
    return whole - was[books.CARRIED_BORNE + books.BACK, CARRIAGE]


def _is_settled(number):
    """Whether the parcel has been written: goods the house paid for whole were sold for nothing."""
    written = ((books.SOLD, GOODS), (books.BORNE, GOODS), (books.CARRIED, CARRIAGE))
    return Entry.objects.filter(key__in=[f"{kind}:{number}:{part}" for kind, part in written]).exists()


def _take_back(write, part, amount, borne, was):
    """`was`: {(kind, part): đồng written so far}, of the producer's account, or of `delivery` for its fee."""
    forth, back = (books.SOLD, books.RETURNED) if part == GOODS else (books.CARRIED, books.CARRIED_BACK)
    sold, before = was[forth, part], was[back, part]
    of_house = books.BORNE if part == GOODS else books.CARRIED_BORNE
    gift, gift_before = was[of_house, part], was[of_house + books.BACK, part]
    if not (0 <= amount <= sold - before and 0 <= borne <= gift - gift_before):
        raise Refused(
            _("No more can be returned of a parcel than was paid for it."),
            field="amount" if part == GOODS else "delivery",
        )
    maker = part == GOODS or was["maker carries", part]
    payer = write.producer if maker else (books.DELIVERY, write.number)
    write.move(back, part, amount, payer, write.source, _("Returned to the buyer, parcel %s"))
    write.move(
        of_house + books.BACK,
        part,
        borne,
        payer,
        (books.DISCOUNTS, write.number),
        _("Discount of the house taken back, parcel %s"),
    )
    gone = before + amount + gift_before + borne
    for kind, other, text in (
        (books.COMMISSION, (books.COMMISSIONS, write.number), _("Commission given back, parcel %s")),
        (books.VAT, (books.TAX_VAT, write.number), _("VAT given back, parcel %s")),
        (books.PIT, (books.TAX_PIT, write.number), _("Income tax given back, parcel %s")),
    ):
        so_far = was[kind + books.BACK, part]
        due = rating.share(was[kind, part], gone, sold + gift) - so_far
        write.move(kind + books.BACK, part, due, other, write.producer, text)


def _written_of(number):
    """{(kind, part): đồng, never below 0} written about a parcel so far. 1 query."""
    was: dict[tuple[str, str], int] = defaultdict(int)
    credits_ = Row.objects.filter(entry__about=number, amount__lt=0).order_by()
    for key, code, amount in credits_.values_list("entry__key", "account__code").annotate(sum=Sum("amount")):
        kind, part = books.kind_of(key), books.part_of(key)
        was[kind, part] += -amount
        if kind == books.CARRIED:
            was["maker carries", part] = int(code.startswith("producer:"))
    return was


def _borne_by_house(parcel):
    return Line.objects.filter(parcel=parcel).aggregate(sum=Sum("discount_platform"))["sum"] or 0


def _goods_of(parcel):
    total = Line.objects.filter(parcel=parcel).aggregate(sum=Sum("line_price_incl_tax"))["sum"]
    return int(total or 0)


class _Writer:
    """Writes entries about one parcel, each a sum that moves from one (account, about) to another."""

    def __init__(self, parcel, number, *, by, at, key=""):
        self.number, self.by, self.at = number, by if by is not None and by.pk else None, at
        self.source = where_paid(parcel)
        self.producer = (books.producer_code(parcel.producer_id), number)
        self.middle = f"{number}:{key}" if key else number
        self.written: list[Entry] = []

    def move(self, kind, part, amount, debit, credit, text):
        """Nothing for 0."""
        if amount:
            self.written.append(
                post(
                    f"{kind}:{self.middle}:{part}",
                    text % self.number,
                    [(debit[0], amount, debit[1]), (credit[0], -amount, credit[1])],
                    about=self.number,
                    by=self.by,
                    at=self.at,
                )
            )
