"""Money that arrived: taken once, booked, counted for its due; what does not fit goes to the desk."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from office.outbox import post
from office.stages import Refused

from . import booking, locking, matching, trying
from .gateways import gateway
from .models.attempt import Attempt
from .models.due import Due
from .models.settlement import Settlement
from .models.trouble import Trouble
from .signals import payment_late, payment_settled
from .telling import tell_rest
from .troubles import raise_trouble

FEE_KNOWN_AFTER = timedelta(minutes=2)  # a provider's books follow its word


@transaction.atomic
def settle(code, arrival, *, due=None, part=False):
    """Take money that arrived; the same (gateway, reference) again changes nothing. Returns the `Settlement`.

    Books it, counts it for its due (named by the attempt, else found in the note, else `due`), and puts
    whatever is not exactly what was asked for on the desk: see `Trouble.Kind`. `part`: no more was to be
    expected this time.
    """
    if there := _settled(code, arrival):
        return there
    attempt = Attempt.objects.filter(pk=arrival.attempt, gateway=code).first() if arrival.attempt else None
    due = due or (attempt.due if attempt else matching.due_for(arrival.note, arrival.amount))
    due = locking.lock(due) if due else None
    asset = arrival.asset or gateway(code).asset
    foreign = arrival.currency.upper() != "VND"
    try:
        with transaction.atomic():
            settlement = Settlement.objects.create(
                gateway=code,
                reference=arrival.reference,
                due=due,
                attempt=attempt,
                amount=arrival.amount,
                currency=arrival.currency.upper(),
                asset="" if foreign else asset,
                note=arrival.note,
                at=arrival.moment,
            )
    except IntegrityError:
        if there := _settled(code, arrival):
            return there
        raise
    if foreign:
        text = f"{arrival.amount} {arrival.currency}"
        raise_trouble(Trouble.Kind.CURRENCY, due=due, settlement=settlement, text=text)
    elif due is None:
        booking.arrived_unassigned(settlement)
        raise_trouble(Trouble.Kind.UNKNOWN, settlement=settlement, amount=arrival.amount)
    else:
        booking.arrived(settlement)
        count(due, settlement, part=part)
    if settlement.asset and gateway(code).keeps:
        post("payment-fee", {"settlement": settlement.pk}, due_at=timezone.now() + FEE_KNOWN_AFTER)
    return settlement


def _settled(code, arrival):
    return Settlement.objects.filter(gateway=code, reference=arrival.reference).first()


def count(due, settlement, *, part=False):
    """Count booked money for its locked due, and tell who must know."""
    asked = due.rest
    due.paid += settlement.amount
    due.save(update_fields=["paid"])
    if due.state == Due.State.CLOSED:
        payment_late.send(Due, due=due, settlement=settlement)
        due.refresh_from_db()
    if due.state == Due.State.CLOSED:
        raise_trouble(Trouble.Kind.LATE, due=due, settlement=settlement, amount=settlement.amount)
    elif due.state == Due.State.PAID:
        raise_trouble(Trouble.Kind.DOUBLE, due=due, settlement=settlement, amount=settlement.amount)
    elif due.paid < due.amount and part:
        return
    elif due.paid < due.amount:
        raise_trouble(Trouble.Kind.UNDER, due=due, settlement=settlement, amount=due.rest)
        _close_attempt(due, promised=False)
        tell_rest(due, settlement)
    else:
        became_paid(due, settlement)
        if settlement.amount > asked:
            over = due.paid - due.amount
            raise_trouble(Trouble.Kind.OVER, due=due, settlement=settlement, amount=over)


def became_paid(due, settlement):
    """Mark a locked due as paid in full and tell the rooms above, once."""
    due.state, due.paid_at = Due.State.PAID, timezone.now()
    due.save(update_fields=["state", "paid_at"])
    _close_attempt(due)
    Trouble.objects.filter(due=due, kind=Trouble.Kind.UNDER, solved_at=None).update(
        answer=Trouble.Answer.BY_ITSELF, solved_at=timezone.now()
    )
    announce(due, settlement)


def announce(due, settlement):
    """Send `payment_settled`; what a receiver refuses is undone, and a person has to look. True when taken."""
    try:
        with transaction.atomic():
            payment_settled.send(Due, due=due, settlement=settlement)
    except Refused as refused:
        raise_trouble(
            Trouble.Kind.UNDELIVERED,
            due=due,
            settlement=settlement,
            amount=due.returnable,
            text=refused.message,
        )
        return False
    return True


def _close_attempt(due, *, promised=True):
    """The live attempt has done its work; one `promised` still stands for the rest."""
    attempt = locking.live_attempt(due)
    if attempt and (promised or attempt.state not in {Attempt.State.PROMISED, Attempt.State.WAITING}):
        paid = due.settlements.filter(attempt=attempt).exists() or not gateway(attempt.gateway).looks_up
        if paid:
            Attempt.objects.filter(pk=attempt.pk).update(
                state=Attempt.State.SUCCEEDED, decided_at=timezone.now()
            )
        else:
            trying.abandon(attempt, "paid another way")
