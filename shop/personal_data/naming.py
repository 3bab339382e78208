"""What the parts and facts of a person's document are called on a page; the file keeps the plain names."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from shop.order.models import Consent

from .models import DataRequest

NAMES = {
    "account": _("Account"),
    "addresses": _("Addresses"),
    "baskets": _("Baskets"),
    "complaints": _("Complaints"),
    "consents": _("Consents"),
    "data requests": _("Requests about personal data"),
    "notices": _("Notices"),
    "orders": _("Orders"),
    "reported mistakes": _("Reported mistakes"),
    "points of sale kept": _("Points of sale kept"),
    "reviews": _("Reviews"),
    "stock alerts": _("Stock alerts"),
    "tour operators": _("Tour operators"),
    "traces": _("Searches and pages seen"),
    "ways to sign in": _("Ways to sign in"),
    "wish lists": _("Wish lists"),
    "saved addresses": _("Addresses"),
    "devices": _("Devices"),
    "codes for orders": _("Codes asked for to fetch orders"),
    "payments": _("Payments"),
    "messages not sent yet": _("Messages not sent yet"),
    "returns": _("Returns"),
    "cancelled parcels": _("Cancelled parcels"),
    "invoices asked for": _("Invoices asked for"),
    "letters refused": _("Invitations to review that you refused"),
}
COLUMNS = {
    "operator": _("Operator"), "licence": _("Licence"),
    "about": _("About"), "address": _("Address"), "amount_dong": _("Amount, đồng"), "answer": _("Answer"),
    "asked_at": _("Asked"), "bank_account": _("Bank account"), "bank_accounts": _("Bank accounts"),
    "granted_dong": _("Granted, đồng"), "invoice": _("Invoice"), "link": _("Link"),
    "paid_back": _("Paid back"), "paid_dong": _("Paid, đồng"), "parcel": _("Parcel"), "payer": _("Payer"),
    "pictures": _("Pictures"), "reason": _("Reason"), "received": _("Payments received"),
    "reference": _("Reference"), "state": _("State"), "tax_code": _("Tax code"), "tries": _("Tries to pay"),
    "asked_for": _("Asked for"), "at": _("When"), "begun_at": _("Begun"),
    "body": _("Text"), "commune": _("Commune or ward"), "delivery_dong": _("Delivery, đồng"),
    "details": _("Details"), "email": _("E-mail"), "given_at": _("Given"), "goods": _("Goods"),
    "group_code": _("Group code"), "joined": _("Joined"), "kept_until": _("Kept until"), "kind": _("Kind"), "language": _("Language"),
    "outlet": _("Point of sale"), "words": _("Words"),
    "last_sign_in": _("Last signed in"), "made_at": _("Made"), "messages": _("Messages"), "name": _("Name"),
    "note": _("Note"), "number": _("Number"), "order": _("Order"), "other_name": _("Other name"),
    "outcome": _("Outcome"), "parcels": _("Parcels"), "phone": _("Phone"),
    "phone_verified": _("Phone verified"), "placed_at": _("Ordered"), "product": _("Product"),
    "protected_first": _("Protected first"), "province": _("Province or city"), "received_at": _("Received"),
    "roles": _("Roles"), "score": _("Points"), "sentence": _("Notice"), "since": _("Since"),
    "stage": _("Stage"), "street": _("House, street or hamlet"), "subject": _("In one line"),
    "text": _("Text"), "title": _("Title"), "total_dong": _("Total, đồng"), "value": _("Value"),
    "until": _("Until"), "verified": _("Verified"), "verified_on": _("Verified on"), "what": _("What"), "withdrawn_at": _("Taken back"), "written_at": _("Written"),
}  # fmt: skip


def column(key):
    """The name of a fact, or the plain key of one that a later room brought."""
    return COLUMNS.get(key, key)


MOMENTS = frozenset({"at", "since", "joined", "last_sign_in"})
DAYS = frozenset({"kept_until", "until"})
WORDS = {
    "email": _("E-mail"),
    "search": _("search"),
    "page": _("page"),
    **dict(DataRequest.Kind.choices),
    **dict(Consent.Kind.choices),
}
OPENED = (
    gettext_noop("complaint"),
    gettext_noop("data request"),
    gettext_noop("all data of a person"),
    gettext_noop("buyers of parcels"),
)


def said(key, value):
    """A fact as people read it: moments and days the Vietnamese way, codes in words."""
    if key in DAYS | MOMENTS or key.endswith("_at"):
        moment = datetime.fromisoformat(value)
        if key in DAYS or moment.tzinfo is None:  # some rooms know only the day
            return f"{moment:%d/%m/%Y}"
        return f"{timezone.localtime(moment):%H:%M %d/%m/%Y}"
    if value is True:
        return gettext("yes")
    return WORDS.get(value, value) if key == "kind" else value
