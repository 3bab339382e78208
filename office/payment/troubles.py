"""Opening and closing what a person has to look at. The answers are in `solving`."""

from django.db.models import Sum
from django.utils import timezone

from .models.settlement import Settlement
from .models.trouble import Trouble

Kind = Trouble.Kind
ABOUT_PAYMENTS = (Kind.UNDER, Kind.OVER, Kind.LATE, Kind.DOUBLE, Kind.UNDELIVERED)


def raise_trouble(kind, *, due=None, settlement=None, refund=None, amount=0, text=""):
    """Put it on the desk."""
    return Trouble.objects.create(
        kind=kind, due=due, settlement=settlement, refund=refund, amount=amount, text=text
    )


def surplus_of(due):
    """What came beyond what is owed and waits for a person to send it back, đồng. Asks only where more came."""
    if due.returnable <= due.amount:
        return 0
    asked = due.troubles.filter(kind__in=(Kind.OVER, Kind.DOUBLE), solved_at=None)
    return asked.aggregate(sum=Sum("amount"))["sum"] or 0


def still_missing(due):
    """Less is asked for than before: what lies on the desk as too little says how much is missing now."""
    Trouble.objects.filter(due=due, kind=Trouble.Kind.UNDER, solved_at=None).update(amount=due.rest)


def all_goes_back(due, *, by, reason):
    """Nothing of what came for `due` is kept: no question about its payments is left."""
    asked = Trouble.objects.filter(due=due, kind__in=ABOUT_PAYMENTS, solved_at=None)
    asked.update(answer=Trouble.Answer.REFUNDED, by=by, reason=reason, solved_at=timezone.now())


def solve(trouble, answer, *, by, reason=""):
    """Write down who solved it, how, why. Once only: returns False when somebody was faster."""
    done = Trouble.objects.filter(pk=trouble.pk, solved_at=None).update(
        answer=answer, by=by, reason=reason, solved_at=timezone.now()
    )
    trouble.refresh_from_db()
    return bool(done)


def unclaimed(reference):
    """The settlement the bank told us of under `reference` while nobody knows what it was for; None without one."""
    rows = Settlement.objects.filter(gateway="vietqr", reference=reference, due=None)
    return rows.filter(troubles__kind=Kind.UNKNOWN, troubles__solved_at=None).first()


def recognise(settlement, *, by, reason):
    """Somebody knows what an `unclaimed` settlement was for. Returns False when somebody was faster."""
    trouble = settlement.troubles.filter(kind=Kind.UNKNOWN, solved_at=None).first()
    return bool(trouble and solve(trouble, Trouble.Answer.ASSIGNED, by=by, reason=reason))
