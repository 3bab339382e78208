"""Opening and closing what a person has to look at. The answers are in `solving`."""

from django.utils import timezone

from .models.trouble import Trouble


def raise_trouble(kind, *, due=None, settlement=None, refund=None, amount=0, text=""):
    """Put it on the desk."""
    return Trouble.objects.create(
        kind=kind, due=due, settlement=settlement, refund=refund, amount=amount, text=text
    )


def open_troubles():
    """What waits for a person, oldest first."""
    return Trouble.objects.filter(solved_at=None).order_by("made_at", "pk")


def solve(trouble, answer, *, by, reason=""):
    """Write down who solved it, how, why. Once only: returns False when somebody was faster."""
    done = Trouble.objects.filter(pk=trouble.pk, solved_at=None).update(
        answer=answer, by=by, reason=reason, solved_at=timezone.now()
    )
    trouble.refresh_from_db()
    return bool(done)
