"""What rooms of the library keep about an account, and how it goes: addresses, baskets, lists, alerts, traces."""

from django.db.models import Q
from oscar.apps.address.models import UserAddress
from oscar.apps.analytics.models import UserProductView, UserRecord, UserSearch
from oscar.apps.communication.models import Email, Notification
from oscar.apps.customer.models import ProductAlert
from oscar.apps.wishlists.models import WishList

from office.persons import Person, register
from shop.basket.models import Basket  # type: ignore[attr-defined]  # Oscar defines it in a condition

from .models import DataRequest
from .requesting import requests_of


def register_parts():
    """Called in the app's `ready`."""
    register("addresses", collect_addresses, erase_addresses)
    register("baskets", collect_baskets, erase_baskets)
    register("wish lists", collect_wish_lists, erase_wish_lists)
    register("stock alerts", collect_alerts, erase_alerts)
    register("traces", collect_traces, erase_traces)
    register("data requests", collect_requests, erase_requests)


def collect_addresses(person: Person):
    if not person.user:
        return []
    return [
        {
            "name": each.first_name,
            "phone": str(each.phone_number or ""),
            "street": each.line1,
            "commune": each.line4,
            "province": each.state,
        }
        for each in UserAddress.objects.filter(user=person.user)
    ]


def erase_addresses(person: Person):
    if person.user:
        UserAddress.objects.filter(user=person.user).delete()
    return []


def collect_baskets(person: Person):
    if not person.user:
        return []
    rows = Basket.objects.filter(owner=person.user, status__in=[Basket.OPEN, Basket.SAVED])
    return [
        {
            "begun_at": each.date_created.isoformat(),
            "goods": "; ".join(f"{line.quantity} × {line.product.get_title()}" for line in each.lines.all()),
        }
        for each in rows.prefetch_related("lines__product")
    ]


def erase_baskets(person: Person):
    """What was not ordered goes; what became an order loses its owner."""
    if person.user:
        mine = Basket.objects.filter(owner=person.user)
        mine.filter(status__in=[Basket.OPEN, Basket.SAVED]).delete()
        Basket.objects.filter(owner=person.user).update(owner=None)
    return []


def collect_wish_lists(person: Person):
    if not person.user:
        return []
    rows = WishList.objects.filter(owner=person.user).prefetch_related("lines__product")
    return [
        {"name": each.name, "goods": "; ".join(line.get_title() for line in each.lines.all())}
        for each in rows
    ]


def erase_wish_lists(person: Person):
    if person.user:
        WishList.objects.filter(owner=person.user).delete()
    return []


def _alerts(person):
    theirs = Q(pk=None)
    if person.user:
        theirs |= Q(user=person.user)
    if person.email:
        theirs |= Q(email__iexact=person.email)
    if person.phone:
        theirs |= Q(contact__phone=person.phone)
    return ProductAlert.objects.filter(theirs)


def collect_alerts(person: Person):
    return [
        {"product": each.product.get_title(), "email": each.email, "since": each.date_created.isoformat()}
        for each in _alerts(person).select_related("product")
    ]


def erase_alerts(person: Person):
    _alerts(person).delete()
    return []


def collect_traces(person: Person):
    """Searches and pages seen, where the library has noted them."""
    if not person.user:
        return []
    searches = UserSearch.objects.filter(user=person.user)
    views = UserProductView.objects.filter(user=person.user).select_related("product")
    return [
        {"kind": "search", "what": each.query, "at": each.date_created.isoformat()} for each in searches
    ] + [
        {"kind": "page", "what": each.product.get_title(), "at": each.date_created.isoformat()}
        for each in views
    ]


def erase_traces(person: Person):
    if person.user:
        for model, field in (
            (UserSearch, "user"), (UserProductView, "user"), (UserRecord, "user"),
            (Email, "user"), (Notification, "recipient"),
        ):  # fmt: skip
            model.objects.filter(**{field: person.user}).delete()
    return []


def collect_requests(person: Person):
    return [
        {
            "number": each.number,
            "kind": each.kind,
            "details": each.details,
            "made_at": each.made_at.isoformat(),
            "stage": each.stage_label,
            "outcome": each.outcome,
        }
        for each in requests_of(person)
    ]


def erase_requests(person: Person):
    """That there was a request, and when it was done, stays as proof; whose it was does not."""
    pks = list(requests_of(person).values_list("pk", flat=True))
    DataRequest.objects.filter(pk__in=pks).update(user=None, phone="", email="", details="")
    return []
