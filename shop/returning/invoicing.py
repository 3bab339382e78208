"""A wish for an e-invoice: passed to the seller of each parcel, answered with number, day and link or PDF.

The seller issues it (Decree 123/2020/NĐ-CP, amended by Decree 70/2025/NĐ-CP): the shop only carries the wish.
"""

import re
from contextlib import contextmanager
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from office import taxcodes
from office.papers import kept_for_act
from office.payment import owing
from office.payment.models import Attempt
from office.stages import Refused
from shop.order.fulfilling import lock, may_move
from shop.order.models import Parcel

from .models import InvoiceRequest
from .telling import in_language_of, tell_buyer, tell_producer

Kind = InvoiceRequest.Kind
Stage = InvoiceRequest.Stage
WITHOUT = (Parcel.Stage.CANCELLED, Parcel.Stage.RETURNED)
DESK = "/ban-lam-viec/tra-hang/hoa-don/"


@transaction.atomic
def ask(order, *, kind, name, tax_code="", address, email, by=None):
    """Ask the seller of each parcel for an invoice to `name`; asked again before it is issued, the facts change.

    `kind`: company or person; a company has a tax code, a person may have one. Returns the requests that
    are open now. Raises `Refused` at its field, and when every invoice has been issued already.
    """
    tax_code = tax_code_of(kind, tax_code)
    lock(order)
    facts = {
        "kind": kind,
        "name": name.strip(),
        "tax_code": tax_code,
        "address": address.strip(),
        "email": email,
    }
    parcels = order.parcels.exclude(stage__in=WITHOUT).select_related("order", "producer").order_by("number")
    requests = [each for each in (_ask_seller(parcel, facts, by) for parcel in parcels) if each]
    if not requests:
        raise Refused(_("There is no parcel an invoice could still be asked for."))
    return requests


def said_before(order):
    """What an organisation that asked to pay on invoice has said of itself: facts of `ask`."""
    due = owing.due_of(order)
    tries = Attempt.objects.filter(due=due, gateway="invoice") if due is not None else Attempt.objects.none()
    said = next((each.data for each in tries.order_by("-pk") if each.data.get("organisation")), None)
    if said is None:
        return {}
    return {"kind": Kind.COMPANY, "name": said["organisation"]} | {
        fact: said.get(fact, "") for fact in ("tax_code", "address")
    }


def tax_code_of(kind, text):
    """As offices write it; "" for a person without. Raises `Refused` at `tax_code`.

    A person's may be the twelve digits of the personal identification number, which are
    tax codes since 1 July 2025 (Circular 86/2024/TT-BTC) and have no check digit.
    """
    digits = re.sub(r"[\s.\-]", "", text)
    if not digits:
        if kind == Kind.COMPANY:
            raise Refused(_("A company's invoice needs its tax code."), field="tax_code")
        return ""
    if kind == Kind.PERSON and re.fullmatch(r"[0-9]{12}", digits):
        return digits
    try:
        return taxcodes.cleaned(digits)
    except ValueError as fault:
        raise Refused(
            _("This is no tax code: it has 10 or 13 digits (12 for a person), and one of them is mistyped."),
            field="tax_code",
        ) from fault


def _ask_seller(parcel, facts, by):
    there = InvoiceRequest.objects.select_for_update().filter(parcel=parcel).first()
    if there is not None:
        if there.stage != Stage.ASKED:
            return None
        for field, value in facts.items():
            setattr(there, field, value)
        there.save(update_fields=list(facts))
        return there
    due = timezone.now() + timedelta(days=settings.INVOICE_ISSUE_DAYS)
    made = InvoiceRequest.objects.create(parcel=parcel, issue_by=due, by=by, **facts)
    if parcel.stage != Parcel.Stage.AWAITING:  # a seller knows nothing of an order that is not paid yet
        _tell_seller(parcel, made)
    return made


def parcel_begun(parcel, before):
    """The order is paid or confirmed: what its buyer asked for at the checkout reaches the seller, whose time starts."""
    if before != Parcel.Stage.AWAITING or parcel.stage != Parcel.Stage.NEW:
        return
    for request in InvoiceRequest.objects.filter(parcel=parcel, stage=Stage.ASKED):
        request.issue_by = timezone.now() + timedelta(days=settings.INVOICE_ISSUE_DAYS)
        request.save(update_fields=["issue_by"])
        _tell_seller(parcel, request)


def _tell_seller(parcel, request):
    day = f"{timezone.localtime(request.issue_by):%d/%m/%Y}"
    tell_producer(
        parcel,
        lambda: (
            _("The buyer of parcel %(parcel)s asks for an invoice until %(day)s.")
            % {"parcel": str(parcel), "day": day}
        ),
        link=f"{DESK}{request.pk}/",
    )


def may_issue(user, request):
    """Whether `user` answers it: people of the producer, and the shop manager."""
    return may_move(user, request.parcel)


def issue(request, *, number, issued_on, link="", document=None, by):
    """Store number and day of the issued invoice with the address (https) or the PDF it is found at.

    The buyer is told. Raises `Refused` at its field: another's request, answered already, a day that has not
    come or lies before the order, neither link nor file, a link that is not https.
    """
    number, link = _checked(request, number, issued_on, link, by)
    if not link and not document:
        raise Refused(_("Please give the link to the invoice, or its PDF."), field="link")
    with _kept_pdf(document, by=by) as paper:
        fresh = _locked(request)
        if fresh.stage == Stage.ISSUED:
            raise Refused(_("This invoice has been stored already: it can be corrected."))
        fresh.number, fresh.issued_on, fresh.link, fresh.paper = number, issued_on, link, paper
        if fresh.stage == Stage.ASKED:
            fresh.save(update_fields=["number", "issued_on", "link", "paper"])
        fresh.advance(Stage.ISSUED, by=by, reason=number)
        _tell(
            request.parcel,
            fresh,
            gettext_lazy("The invoice for parcel %(parcel)s has been issued: No. %(number)s of %(day)s."),
        )
    return fresh


def correct(request, *, number, issued_on, link="", document=None, without_document=False, by):
    """Store what is right of an issued invoice; what was stored before stays in the log of its stages.

    Without a new `document` the PDF stays, unless it is taken away (`without_document`). The buyer is told.
    Raises `Refused` as `issue` does, before it is issued, and when nothing changes.
    """
    number, link = _checked(request, number, issued_on, link, by)
    with _kept_pdf(document, by=by) as kept:
        fresh = _locked(request)
        if fresh.stage != Stage.ISSUED:
            raise Refused(_("This invoice has not been issued yet."))
        stored = fresh.paper
        paper = kept or (None if without_document else stored)
        if not link and not paper:
            raise Refused(_("Please give the link to the invoice, or its PDF."), field="link")
        before = (fresh.number, fresh.issued_on, fresh.link, stored and stored.sha256)
        if before == (number, issued_on, link, paper and paper.sha256):
            raise Refused(_("Nothing of it has changed."))
        was = _in_the_log(fresh)
        fresh.number, fresh.issued_on, fresh.link, fresh.paper = number, issued_on, link, paper
        fresh.save(update_fields=["number", "issued_on", "link", "paper"])
        fresh.advance(Stage.ISSUED, by=by, reason=was)
        _tell(
            request.parcel,
            fresh,
            gettext_lazy("The invoice for parcel %(parcel)s has been corrected: No. %(number)s of %(day)s."),
        )
    return fresh


def _checked(request, number, issued_on, link, by):
    """Number and link without blanks around them, when `by` may give them and they can be right."""
    if not may_issue(by, request):
        raise Refused(_("This parcel is another producer's."))
    number, link = number.strip(), link.strip()
    if not number:
        raise Refused(_("Please give the number of the invoice."), field="number")
    if issued_on > timezone.localdate():
        raise Refused(_("This day has not come yet."), field="issued_on")
    if issued_on < timezone.localdate(request.parcel.order.date_placed):
        raise Refused(_("This day lies before the order."), field="issued_on")
    if link:
        _refuse_other_than_https(link)
    return number, link


@contextmanager
def _kept_pdf(document, *, by):
    """`kept_for_act`, of a PDF only."""
    with kept_for_act(document, by=by) as paper:
        if paper is not None and paper.content_type != "application/pdf":
            raise Refused(_("The invoice has to be a PDF."), field="document")
        yield paper


def _locked(request):
    return InvoiceRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)


def _in_the_log(request):
    """What is stored of an issued invoice, in one line."""
    with override(settings.LANGUAGE_CODE):
        facts = {"number": request.number, "day": f"{request.issued_on:%d/%m/%Y}"}
        told = [_("Stored before: No. %(number)s of %(day)s") % facts, request.link]
    if request.paper:
        told.append(f"{request.paper} ({request.paper.get_absolute_url()})")
    return " · ".join(filter(None, told))


def corrections(request):
    """The moves by which an issued invoice was corrected, the newest first; each says what was stored before."""
    return request.moves().filter(before=Stage.ISSUED).select_related("by").order_by("-at", "-pk")


def _refuse_other_than_https(link):
    try:
        parts = urlsplit(link)
        named = parts.hostname and "." in parts.hostname and not parts.username
    except ValueError:
        parts, named = None, False
    if not named or parts.scheme != "https":
        raise Refused(_("The link has to begin with https:// and name a site."), field="link")


def _tell(parcel, request, sentence):
    """`sentence` (lazy) reaches the buyer in the language of the order."""
    with in_language_of(parcel.order):
        facts = {"parcel": str(parcel), "number": request.number, "day": f"{request.issued_on:%d/%m/%Y}"}
        tell_buyer(parcel.order, sentence % facts)


def parcel_ended(parcel):
    """No goods, no invoice: an open request of a parcel that was cancelled or came back is dropped."""
    if parcel.stage in WITHOUT:
        for request in InvoiceRequest.objects.filter(parcel=parcel, stage=Stage.ASKED):
            request.advance(Stage.DROPPED, by=None)


def may_read(user, paper):
    """Whether `user` opens this paper because of an invoice: the buyer with an account, the seller, the shop."""
    request = (
        InvoiceRequest.objects.filter(paper=paper).select_related("parcel__order", "parcel__producer").first()
    )
    return request is not None and (request.parcel.order.user_id == user.pk or may_issue(user, request))
