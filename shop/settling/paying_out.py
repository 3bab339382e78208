"""Paying producers: one proposes, another approves, the bank transfers, each transfer is matched or failed.

What is approved leaves the producer's account at once and lies in `payouts` till the bank has paid it or
sent it back, so that nothing is paid twice and never more than is due. Locks: batch, payouts by key,
ledger accounts by key.
"""

from collections import defaultdict
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.producers.models import IdentityState, Partner
from catalogue.templatetags.ocop import dong
from office.ledger import accounts, reading
from office.ledger.posting import post
from office.notices import tell
from office.numbering import next_number
from office.payment.troubles import recognise, unclaimed
from office.stages import Refused

from . import books
from .banking import pays_out
from .models import Payout, PayoutAccount, PayoutBatch, PayoutLine

Batch = PayoutBatch.Stage
Stage = Payout.Stage


def dues(*producers: int) -> dict[int, dict[str, int]]:
    """{producer: {parcel: đồng due}}, of all or of these; what has come out even is left out. 1 query."""
    rows = reading.rows("producer:").order_by()
    if producers:
        rows = rows.filter(account__code__in=[books.producer_code(pk) for pk in producers])
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for code, about, amount in (
        rows.values_list("account__code", "about")
        .annotate(sum=Sum("amount"))
        .order_by("account__code", "about")
    ):
        if amount:
            found[books.producer_of(code)][about] = -amount
    return found


@transaction.atomic
def propose(*, minimum: int, by) -> PayoutBatch:
    """A batch that pays every producer who is owed at least `minimum` đồng all it is owed.

    Left out are those without a checked account, with a payout on its way, and suspended ones. Raises
    `Refused` without the right, or when nobody is left.
    """
    _refuse_unless_pays(by)
    owed = {pk: lines for pk, lines in dues().items() if sum(lines.values()) >= max(minimum, 1)}
    producers = Partner.objects.filter(pk__in=owed).exclude(identity_state=IdentityState.SUSPENDED)
    usable = PayoutAccount.objects.filter(producer__in=producers, stage=PayoutAccount.Stage.CHECKED)
    usable = usable.exclude(producer__payouts__stage__in=Payout.OPEN).order_by("producer_id")
    found = list(usable)
    if not found:
        raise Refused(_("Nobody can be paid now: nothing is due, or no account has been checked."))
    today = timezone.localdate()
    number = f"CT{today:%y}-{next_number('payout', year=today.year):04d}"
    batch = PayoutBatch.objects.create(number=number, minimum=minimum, proposed_by=by)
    payouts = [
        Payout(
            batch=batch,
            producer_id=each.producer_id,
            account=each,
            amount=sum(owed[each.producer_id].values()),
        )
        for each in found
    ]
    try:
        with transaction.atomic():
            Payout.objects.bulk_create(payouts)
    except IntegrityError as clash:
        raise Refused(_("Somebody else has just proposed a batch. Please look at that one.")) from clash
    PayoutLine.objects.bulk_create(
        PayoutLine(payout=payout, about=about, amount=amount)
        for payout in payouts
        for about, amount in owed[payout.producer_id].items()
    )
    return batch


@transaction.atomic
def approve(batch: PayoutBatch, *, by) -> PayoutBatch:
    """A second person says yes: from now on the money is on its way.

    A payout whose parcels are owed something else by now, or whose account is not the checked one any
    more, is dropped from the batch with the reason. Raises `Refused` without the right, for who proposed
    it, and for who is paid by it.
    """
    _refuse_unless_pays(by)
    if batch.proposed_by_id == by.pk:
        raise Refused(_("Somebody else has to approve what you proposed."))
    if batch.payouts.filter(producer__users=by).exists():
        raise Refused(_("You act for a producer of this batch: somebody else has to approve it."))
    batch.advance(Batch.APPROVED, by=by)
    batch.approved_by, batch.approved_at = by, timezone.now()
    batch.save(update_fields=["approved_by", "approved_at"])
    payouts = list(
        batch.payouts.select_for_update(of=("self",)).select_related("account", "producer").order_by("pk")
    )
    accounts.locked(books.producer_code(payout.producer_id) for payout in payouts)
    owed = dues(*(payout.producer_id for payout in payouts))
    for payout in payouts:
        reason = _why_not(payout, owed.get(payout.producer_id, {}))
        if reason:
            _end(payout, Stage.DROPPED, reason, by)
        else:
            _send(payout, batch, by)
    _close_if_done(batch, by=by)
    return batch


def _why_not(payout, owed):
    """Why an approved batch leaves this payout out, or ""."""
    if payout.account.stage != PayoutAccount.Stage.CHECKED:
        return _("The bank account has changed and has to be checked.")
    if payout.producer.identity_state == IdentityState.SUSPENDED:
        return _("The producer is suspended.")
    if sum(owed.values()) < payout.amount or any(
        owed.get(line.about, 0) != line.amount for line in payout.lines.all()
    ):
        return _("What is due has changed since the proposal.")
    return ""


def _send(payout, batch, by):
    payout.advance(Stage.APPROVED, by=by)
    rows = [(books.producer_code(payout.producer_id), line.amount, line.about) for line in payout.lines.all()]
    payout.batch = batch
    post(
        f"{books.PAYOUT}:{payout.pk}",
        _("Payout %(number)s") % {"number": batch.number},
        [*rows, (books.ON_ITS_WAY, -payout.amount, payout.reference)],
        about=payout.reference,
        by=by,
    )


@transaction.atomic
def drop(batch: PayoutBatch, *, reason: str = "", by) -> PayoutBatch:
    """The proposal is not to be paid; what is due stays due. Raises `Refused` once it is approved."""
    _refuse_unless_pays(by)
    batch.advance(Batch.DROPPED, by=by, reason=reason)
    for payout in batch.payouts.select_for_update().order_by("pk"):
        _end(payout, Stage.DROPPED, reason, by)
    return batch


@transaction.atomic
def hand_over(batch: PayoutBatch, *, by) -> PayoutBatch:
    """The file is with the bank."""
    _refuse_unless_pays(by)
    return batch.advance(Batch.SENT, by=by)


@transaction.atomic
def mark_paid(payout: Payout, *, bank_reference: str, paid_on: date | None = None, by) -> Payout:
    """The bank has paid it: `bank_reference` is that of its line. Raises `Refused` for one used before, or a day
    that has not come.
    """
    _refuse_unless_pays(by)
    reference = " ".join(bank_reference.split())
    if not reference:
        raise Refused(_("Please copy the reference of the bank's line."), field="bank_reference")
    if paid_on is not None and paid_on > timezone.localdate():
        raise Refused(_("This day has not come yet."), field="paid_on")
    return note_paid(payout, bank_reference=reference, paid_on=paid_on or timezone.localdate(), by=by)


@transaction.atomic
def note_paid(payout: Payout, *, bank_reference: str, paid_on: date, by) -> Payout:
    """Write down what the bank's line says (`matching`), or a person (`mark_paid`); asks for no right.

    Raises `Refused` when it is not on its way, or the line belongs to another payout.
    """
    batch = PayoutBatch.objects.select_for_update().get(pk=payout.batch_id)
    payout.advance(Stage.PAID, by=by)
    payout.bank_reference, payout.paid_on = bank_reference, paid_on
    try:
        with transaction.atomic():
            payout.save(update_fields=["bank_reference", "paid_on"])
    except IntegrityError as clash:
        raise Refused(
            _("This line of the bank belongs to another payout."), field="bank_reference"
        ) from clash
    post(
        f"{books.PAYOUT_PAID}:{payout.pk}",
        _("Payout %(number)s paid by the bank, %(reference)s")
        % {"number": batch.number, "reference": bank_reference},
        [(books.ON_ITS_WAY, payout.amount), (books.BANK, -payout.amount)],
        about=payout.reference,
        by=by,
    )
    _tell_people(payout, _("%(amount)s has been transferred to you, the bank's reference is %(reference)s."))
    _close_if_done(batch, by=by)
    return payout


@transaction.atomic
def mark_failed(payout: Payout, *, reason: str, bank_reference: str = "", by) -> Payout:
    """The bank sent it back: it is due again. Raises `Refused` without a reason.

    What had been paid came back by a line of its own, whose `bank_reference` has to be one of those nobody knew.
    """
    _refuse_unless_pays(by)
    if not reason.strip():
        raise Refused(_("Please say why."), field="reason")
    batch = PayoutBatch.objects.select_for_update().get(pk=payout.batch_id)
    payout.refresh_from_db(fields=["stage"])
    source = (books.ON_ITS_WAY, payout.reference)
    if payout.stage == Stage.PAID:
        source = (books.UNASSIGNED, _came_back_by(payout, bank_reference, by))
    _end(payout, Stage.FAILED, reason, by)
    lines = [
        (books.producer_code(payout.producer_id), -line.amount, line.about) for line in payout.lines.all()
    ]
    post(
        f"{books.PAYOUT_FAILED}:{payout.pk}",
        _("Payout %(number)s came back") % {"number": batch.number},
        [*lines, (source[0], payout.amount, source[1])],
        about=payout.reference,
        by=by,
    )
    _tell_people(payout, _("The transfer of %(amount)s to you failed: %(reason)s"))
    _close_if_done(batch, by=by)
    return payout


def _came_back_by(payout, bank_reference, by):
    """The reference of the bank's line by which a paid payout came back."""
    reference = " ".join(bank_reference.split())
    came = unclaimed(reference)
    if came is None or came.amount != payout.amount or not recognise(came, by=by, reason=payout.reference):
        raise Refused(
            _("Among the payments nobody knows is none of %(amount)s with this reference.")
            % {"amount": dong(payout.amount)},
            field="bank_reference",
        )
    return reference


def _end(payout, stage, reason, by):
    payout.advance(stage, by=by, reason=reason)
    payout.note = reason[:300]
    payout.save(update_fields=["note"])


def _close_if_done(batch, *, by):
    if batch.stage != Batch.CLOSED and not batch.payouts.filter(stage__in=Payout.OPEN).exists():
        batch.advance(Batch.CLOSED, by=by)


def _tell_people(payout, sentence):
    text = sentence % {
        "amount": dong(payout.amount),
        "reference": payout.bank_reference,
        "reason": payout.note,
    }
    for person in payout.producer.users.all():
        tell(person, text, link=f"/ban-lam-viec/doi-soat/{payout.producer_id}/")


def _refuse_unless_pays(by):
    if not pays_out(by):
        raise Refused(_("Only the shop manager pays producers."))
