"""Where a producer is paid: entered by its own people, checked by the shop manager before money goes there."""

import re

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.producers.folding import fold
from catalogue.producers.models import Partner
from office.notices import tell
from office.roles import has_role
from office.stages import Refused

from .banks import banks
from .models import PayoutAccount

Stage = PayoutAccount.Stage
IN_USE = (Stage.WAITING, Stage.CHECKED)


def pays_out(user) -> bool:
    """Whether `user` handles what the house pays to producers."""
    return has_role(user, "shop_manager", "administrator")


def acts_for(user, producer: Partner) -> bool:
    return user.is_authenticated and producer.users.filter(pk=user.pk).exists()


def account_of(producer: Partner) -> PayoutAccount | None:
    """The account in use, checked or waiting for it."""
    return PayoutAccount.objects.filter(producer=producer, stage__in=IN_USE).first()


@transaction.atomic
def enter(producer: Partner, *, bank: str, number: str, holder: str, by) -> PayoutAccount:
    """The account `producer` wants its money on from now on; it waits for a check, and payouts with it.

    Everybody who acts for the producer is told, so that a stranger's change is seen. Raises `Refused`
    unless `by` is one of them, and for what cannot be an account.
    """
    if not acts_for(by, producer):
        raise Refused(_("Only the producer's own people say where its money goes."))
    number = re.sub(r"[\s.-]", "", number)
    holder = " ".join(fold(holder).upper().split())
    if bank not in banks():
        raise Refused(_("Please choose a bank of the list."), field="bank")
    if not re.fullmatch(r"\d{6,19}", number):
        raise Refused(_("An account number has 6 to 19 digits."), field="number")
    if not re.fullmatch(r"[A-Z0-9 &.,-]{3,70}", holder) or not holder[0].isalnum():
        raise Refused(
            _("Please write the account holder as the bank does, in plain letters."), field="holder"
        )
    Partner.objects.select_for_update(no_key=True).get(pk=producer.pk)
    before = account_of(producer)
    if before is not None:
        if (before.bank, before.number, before.holder) == (bank, number, holder):
            return before
        before.advance(Stage.REPLACED, by=by)
    account = PayoutAccount.objects.create(
        producer=producer, bank=bank, number=number, holder=holder, entered_by=by
    )
    _tell_people(
        account,
        _("The account for payouts of %(producer)s is now %(account)s, as %(person)s entered it."),
        person=str(by),
    )
    return account


@transaction.atomic
def check(account: PayoutAccount, *, by) -> PayoutAccount:
    """The account is the producer's own: money may go there. Raises `Refused` without the right."""
    _refuse_unless_second(account, by)
    account.advance(Stage.CHECKED, by=by)
    account.checked_by, account.checked_at = by, timezone.now()
    account.save(update_fields=["checked_by", "checked_at"])
    _tell_people(account, _("The account %(account)s of %(producer)s is checked: payouts go there."))
    return account


@transaction.atomic
def refuse(account: PayoutAccount, *, reason: str, by) -> PayoutAccount:
    """The account is not to be used. Raises `Refused` without the right or a reason."""
    _refuse_unless_second(account, by)
    if not reason.strip():
        raise Refused(_("Please say why."), field="reason")
    account.advance(Stage.REFUSED, by=by, reason=reason)
    account.note = reason[:300]
    account.save(update_fields=["note"])
    _tell_people(
        account, _("The account %(account)s of %(producer)s cannot be used: %(reason)s"), reason=reason
    )
    return account


def _refuse_unless_second(account, by):
    if not pays_out(by):
        raise Refused(_("Only the shop manager checks accounts."))
    if account.entered_by_id == by.pk:
        raise Refused(_("Somebody else has to check what you entered yourself."))


def _tell_people(account, sentence, **facts):
    text = sentence % {"account": account, "producer": account.producer.name, **facts}
    for person in account.producer.users.all():
        tell(person, text, link=f"/ban-lam-viec/doi-soat/{account.producer_id}/tai-khoan/")
