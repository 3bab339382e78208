"""Rows for tests of the payments: somebody owes something."""

from itertools import count

from office.accounts.models import User
from office.payment import owing

_numbers = count(1)


def person(**facts):
    number = next(_numbers)
    return User.objects.create_user(f"nguoi-tra-{number}@example.com", **facts)


def due(amount=150_000, *, reference="", **facts):
    """A due of a person of its own."""
    subject = person()
    facts = {"payer": "Nguyễn Thị Hoa", "phone": "+84912345678", "email": "hoa@example.com", **facts}
    return owing.owe(subject, amount, reference=reference or f"HT26{subject.pk:06d}", **facts)
