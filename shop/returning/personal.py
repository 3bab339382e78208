"""What returns, refunds and invoices know about a person, and how it goes (`office.persons`)."""

from django.db import transaction
from django.utils.translation import gettext as _

from office.papers import Paper
from office.payment.models import Refund
from office.persons import Person, register
from shop.order.consenting import orders_of
from shop.order.signals import buyer_forgotten

from .models import Cancellation, FailedDelivery, InvitationRefusal, InvoiceRequest, Return, ReturnPicture

UNKNOWN = "-"  # a company's invoice has some tax code
UNDER_WAY = (Refund.Stage.ASKED, Refund.Stage.SENT, Refund.Stage.FAILED)


def register_parts():
    """Called in the app's `ready`."""
    register("returns", collect_returns, erase_returns, hinders, leans=True)  # on the orders
    register("cancelled parcels", collect_cancelled, erase_cancelled, leans=True)
    register("invoices asked for", collect_invoices, keep_invoices, leans=True)
    register("letters refused", collect_refusals, erase_refusals)
    buyer_forgotten.connect(forget_buyer, dispatch_uid="returns-forget-the-buyer")


def _of(person, rows):
    return rows.filter(parcel__order__in=orders_of(person)).select_related("parcel__order", "refund")


def collect_returns(person: Person):
    return [
        {
            "number": each.number,
            "parcel": str(each.parcel),
            "asked_at": each.asked_at.isoformat(),
            "reason": each.get_reason_display(),
            "text": each.text,
            "pictures": ", ".join(picture.paper.name for picture in each.pictures.all()),
            "answer": each.answer,
            "stage": each.stage_label,
            "granted_dong": each.total,
            "bank_account": _account(each),
        }
        for each in _of(person, Return.objects).prefetch_related("pictures__paper").order_by("pk")
    ]


def collect_cancelled(person: Person):
    return [
        {
            "parcel": str(each.parcel),
            "at": each.at.isoformat(),
            "reason": each.get_reason_display(),
            "text": each.text,
            "bank_account": _account(each),
        }
        for kind in (Cancellation, FailedDelivery)
        for each in _of(person, kind.objects).order_by("pk")
    ]


def _account(given):
    account = (given.refund.account if given.refund else {}) or given.account
    return f"{account['number']} {account['bank']} {account['holder']}" if account else ""


def collect_invoices(person: Person):
    rows = InvoiceRequest.objects.filter(parcel__order__in=orders_of(person)).select_related("parcel__order")
    return [
        {
            "parcel": str(each.parcel),
            "name": each.name,
            "tax_code": each.tax_code,
            "address": each.address,
            "email": each.email,
            "invoice": each.number,
            "link": each.link,
        }
        for each in rows.order_by("pk")
    ]


def _refusals(person):
    rows = InvitationRefusal.objects.none()
    if person.phone:
        rows |= InvitationRefusal.objects.filter(phone=person.phone)
    if person.email:
        rows |= InvitationRefusal.objects.filter(email__iexact=person.email)
    return rows


def collect_refusals(person: Person):
    return [
        {"phone": each.phone, "email": each.email, "at": each.at.isoformat()} for each in _refusals(person)
    ]


def hinders(person: Person):
    """A return that runs, and money that is on its way back, need the buyer."""
    running = _of(person, Return.objects.filter(stage__in=Return.RUNNING))
    sentences = [_("Return %(number)s is not finished.") % {"number": each.number} for each in running]
    for kind in (Cancellation, FailedDelivery, Return):
        sentences += [
            _("Money for parcel %(parcel)s is still to be paid back.") % {"parcel": str(each.parcel)}
            for each in _of(person, kind.objects.filter(refund__stage__in=UNDER_WAY))
        ]
    return sentences


def erase_returns(person: Person):
    """Words, pictures and bank accounts go; what was sent back and what was paid stays, as the order does."""
    return _forget_returns(list(_of(person, Return.objects)))


@transaction.atomic
def _forget_returns(rows):
    pictures = ReturnPicture.objects.filter(trade_return__in=rows)
    papers = list(Paper.objects.filter(pk__in=pictures.values("paper")))
    pictures.delete()
    for paper in papers:
        paper.delete()
        transaction.on_commit(lambda file=paper.file: file.storage.delete(file.name))
    Return.objects.filter(pk__in=[each.pk for each in rows]).update(text="", account={}, by=None)
    _forget_accounts(rows)
    return []


def erase_cancelled(person: Person):
    for kind in (Cancellation, FailedDelivery):
        rows = list(_of(person, kind.objects))
        kind.objects.filter(pk__in=[each.pk for each in rows]).update(text="", account={})
        _forget_accounts(rows)
    Cancellation.objects.filter(parcel__order__in=orders_of(person), whose="buyer").update(by=None)
    return []


def forget_buyer(sender, order, **facts):
    """The time of the order is over: with the buyer goes whose invoices they were, and what was written."""
    of_order = {"parcel__order": order}
    _forget_returns(list(Return.objects.filter(**of_order).select_related("refund")))
    for kind in (Cancellation, FailedDelivery):
        rows = list(kind.objects.filter(**of_order).select_related("refund"))
        kind.objects.filter(**of_order).update(text="", account={})
        _forget_accounts(rows)
    for request in InvoiceRequest.objects.filter(**of_order):
        request.name = request.address = request.email = ""
        request.tax_code = UNKNOWN if request.tax_code else ""
        request.save(update_fields=["name", "address", "email", "tax_code"])


def _forget_accounts(rows):
    refunds = [each.refund_id for each in rows if each.refund_id]
    Refund.objects.filter(pk__in=refunds).exclude(stage__in=UNDER_WAY).update(account={})


def keep_invoices(person: Person):
    """Whose invoice it is belongs to the papers of accounting: it stays as long as the order does."""
    rows = InvoiceRequest.objects.filter(parcel__order__in=orders_of(person)).select_related("parcel__order")
    stay = [
        _("The invoice asked for with parcel %(parcel)s stays as long as the order does.")
        % {"parcel": str(each.parcel)}
        for each in rows
        if each.stage == InvoiceRequest.Stage.ISSUED
    ]
    rows.exclude(stage=InvoiceRequest.Stage.ISSUED).delete()
    return stay


def erase_refusals(person: Person):
    _refusals(person).delete()
    return []
