"""What a provider says, taken: from a callback, a look-up or a return page alike."""

from django.db import transaction

from . import banking, owing, paying, refunding
from .gateways import Arrival, Dispute, Failure, Hitch, Line, Returned, ReturnedInAll
from .models.attempt import Attempt
from .models.bank import BankLine
from .models.settlement import Settlement
from .models.trouble import Trouble
from .troubles import raise_trouble


def take(code, said):
    """Take one thing the gateway `code` said; returns what became of it, for the record."""
    match said:
        case Arrival():
            settlement = paying.settle(code, said)
            return f"settlement {settlement.pk}"
        case Line():
            line = banking.take(said, source=BankLine.Source.WEBHOOK)
            return f"bank line {line.pk}"
        case Failure():
            return _failed(code, said)
        case Hitch():
            Attempt.objects.filter(pk=said.attempt, gateway=code, state__in=Attempt.LIVE).update(
                error=said.reason[:300]
            )
            return f"attempt {said.attempt} had a hitch"
        case Returned():
            return refunding.take(code, said)
        case ReturnedInAll():
            return _returned_in_all(code, said)
        case Dispute():
            return _disputed(code, said)
    raise TypeError(said)


def _failed(code, said):
    attempt = Attempt.objects.filter(pk=said.attempt, gateway=code).first()
    if attempt is None:
        return "unknown attempt"
    return f"attempt {attempt.pk} {paying.fail(attempt, said.reason).state}"


@transaction.atomic
def _returned_in_all(code, said):
    """More went back than we asked for: somebody did it at the provider."""
    settlement = _locked(code, said.payment)
    if settlement is None:
        return "unknown payment"
    foreign = said.amount - settlement.refunded
    known = settlement.troubles.filter(kind=Trouble.Kind.FOREIGN_REFUND, solved_at=None)
    if known.exists():
        more = known.filter(amount__lt=foreign).update(amount=foreign)
    elif more := foreign > 0:
        raise_trouble(Trouble.Kind.FOREIGN_REFUND, due=settlement.due, settlement=settlement, amount=foreign)
    return "refunded elsewhere" if more else "refunds as known"


@transaction.atomic
def _disputed(code, said):
    settlement = _locked(code, said.payment)
    raise_trouble(
        Trouble.Kind.DISPUTE,
        due=settlement.due if settlement else None,
        settlement=settlement,
        amount=said.amount,
        text=f"{said.payment} {said.reason}",
    )
    return "disputed"


def _locked(code, reference):
    settlement = Settlement.objects.filter(gateway=code, reference=reference).first()
    if settlement and settlement.due_id:
        owing.lock(settlement.due)
        settlement.refresh_from_db()
    return settlement
