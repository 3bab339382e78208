"""What payments know about a person, what of it must stay, and how the rest goes (`office.persons`).

Who paid, and the bank's note of it, belong to the papers of accounting: they stay as long as the room above
keeps what was paid for, which then calls `forget`. That room knows its people by their accounts too: it says
what was asked of them (`register_finder`).
"""

from collections.abc import Callable

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from office.persons import Person, register

from .models.attempt import Attempt
from .models.bank import BankLine, Statement
from .models.callback import Callback
from .models.due import Due
from .models.refund import Refund
from .models.settlement import Settlement
from .models.trouble import Trouble

UNDER_WAY = (Refund.Stage.ASKED, Refund.Stage.SENT, Refund.Stage.FAILED)
_finders: list[Callable[[Person], QuerySet[Due]]] = []


def register_parts():
    """Called in the app's `ready`."""
    register("payments", collect, erase, hinders)


def register_finder(find):
    """Let a room above say which dues are a person's because of what it keeps: `find(person) -> dues`.

    It erases those with its own (`part_with`, `forget`).
    """
    _finders.append(find)
    return find


def dues_of(person: Person):
    """What this number or address was asked to pay, and what was owed for things of this account."""
    theirs = Q(pk=None)
    if person.phone:
        theirs |= Q(phone=person.phone)
    if person.email:
        theirs |= Q(email__iexact=person.email)
    for find in _finders:
        theirs |= Q(pk__in=find(person).values("pk"))
    return Due.objects.filter(theirs)


def collect(person: Person):
    rows = dues_of(person).prefetch_related("settlements", "refunds", "attempts")
    return [_row(due) for due in rows.order_by("pk")]


def _row(due):
    refunds = due.refunds.all()
    return {
        "reference": due.reference,
        "asked_at": due.made_at.isoformat(),
        "payer": due.payer,
        "phone": due.phone,
        "email": due.email,
        "amount_dong": due.amount,
        "paid_dong": due.paid,
        "state": due.get_state_display(),
        "tries": "; ".join(f"{each.gateway} {each.get_state_display()}" for each in due.attempts.all()),
        "received": "; ".join(
            f"{each.at:%Y-%m-%d} {each.amount} {each.note}" for each in due.settlements.all()
        ),
        "paid_back": "; ".join(
            f"{each.made_at:%Y-%m-%d} {each.amount} {each.stage_label}" for each in refunds
        ),
        "bank_accounts": "; ".join(
            " ".join(map(str, each.account.values())) for each in refunds if each.account
        ),
    }


def hinders(person: Person):
    """Money on its way back needs the payer."""
    running = Refund.objects.filter(due__in=dues_of(person), stage__in=UNDER_WAY).select_related("due")
    return [
        _("Money paid for %(reference)s is still to be paid back.") % {"reference": each.due.reference}
        for each in running
    ]


def erase(person: Person):
    """Ways to reach the payer go; name, amounts and the bank's notes stay with what was paid for."""
    stay = []
    for due in dues_of(person):
        part_with(due)
        stay.append(
            _("The payment %(reference)s stays with the payer's name, as the law on accounting asks.")
            % {"reference": due.reference}
        )
    return stay


def part_with(due):
    """Take out of `due` how to reach the payer: number, address, bank accounts, what was typed, what was told."""
    _forget_calls(due)
    Due.objects.filter(pk=due.pk).update(phone="", email="")
    Refund.objects.filter(due=due).exclude(stage__in=UNDER_WAY).update(account={})
    Attempt.objects.filter(due=due).exclude(state__in=Attempt.LIVE).update(data={})


def forget(due):
    """Take the payer out of `due` for good: amounts, days and references stay."""
    part_with(due)
    Due.objects.filter(pk=due.pk).update(payer="", closed_for="")
    settlements = Settlement.objects.filter(due=due)
    for line in BankLine.objects.filter(settlement__in=settlements).select_related("statement"):
        _forget_in_statement(line)
    BankLine.objects.filter(settlement__in=settlements).update(note="")
    settlements.update(note="")
    Refund.objects.filter(due=due).update(reason="", account={})
    Attempt.objects.filter(due=due).update(data={})
    Trouble.objects.filter(due=due).update(text="", reason="")


def _forget_in_statement(line):
    if line.statement is None:
        return
    names = {line.reference, line.alias}
    lines = [row | {"note": ""} if row["reference"] in names else row for row in line.statement.lines]
    Statement.objects.filter(pk=line.statement_id).update(lines=lines)


def _forget_calls(due):
    """What providers told us about it, as they said it. Reads every call: erasing is rare."""
    told = Q(body__contains=due.reference)
    for word in (due.phone, due.email):
        if word:
            told |= Q(body__icontains=word)
    Callback.objects.filter(told, handled_at__isnull=False).update(body="", headers={})
