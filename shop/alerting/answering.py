"""Telling those who asked, once, that there is more. It happens after the commit that brought the goods."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override
from oscar.apps.customer.models import ProductAlert

from catalogue.cards import with_left
from catalogue.models import Product
from catalogue.producers.models import Hold
from office.notices import tell
from office.outbox import handles, post

from .models import Contact

KIND = "back-in-stock"


def look_after(sender, products, **kwargs):
    """More can be bought of `products` (keys of products or sizes): somebody may have asked. One query."""
    asked = ProductAlert.objects.filter(status=ProductAlert.ACTIVE)
    asked = asked.filter(Q(product__in=products) | Q(product__children__in=products))
    for pk in set(asked.values_list("product_id", flat=True)):
        post(KIND, {"product": pk}, key=str(pk))


def look_when_holds_end(pk):
    """What is only kept for a while comes back by itself when nobody pays: look again then."""
    holds = Hold.objects.counting().filter(Q(record__product=pk) | Q(record__product__parent=pk))
    if last := holds.order_by("-until").first():
        post(KIND, {"product": pk}, due_at=last.until + timedelta(seconds=1))


@handles(KIND)
def _answer(payloads):
    for payload in payloads:
        answer(payload["product"])


@transaction.atomic
def answer(pk):
    """Tell everybody who waits for the product that it is there, if it is. Returns how many were told."""
    product = Product.objects.filter(pk=pk, is_public=True).first()
    if product is None:
        return 0
    alerts = ProductAlert.objects.select_for_update(of=("self",)).filter(
        product=pk, status=ProductAlert.ACTIVE
    )
    alerts = list(alerts.select_related("user", "contact").order_by("pk"))
    if not alerts:
        return 0
    if not can_be_bought(product):
        look_when_holds_end(pk)
        return 0
    for alert in alerts:
        _tell(alert, product)
        _close(alert)
    return len(alerts)


def can_be_bought(product):
    """Whether anything is left of it, in one of its sizes at least."""
    things = (
        product.children.filter(is_public=True)
        if product.is_parent
        else Product.objects.filter(pk=product.pk)
    )
    return any((each.left or 0) > 0 for each in with_left(things).only("pk"))


def write(alert, sentence, link):
    """To a guest: by e-mail with the link below, or by text with the link in it."""
    phone = str(alert.contact.phone)
    if alert.email:
        tell(None, sentence, email=alert.email, link=link)
    elif phone:
        tell(None, f"{sentence} {settings.SITE_URL}{link}", phone=phone)


def _close(alert):
    """What we know of a guest was for this one message."""
    if alert.user is None:
        alert.email = ""
        Contact.objects.filter(alert=alert).delete()
    alert.close()


def _tell(alert, product):
    language = alert.contact.language if hasattr(alert, "contact") else settings.LANGUAGE_CODE
    with override(language):
        sentence = _("“%(title)s” is there again.") % {"title": product.get_title()}
        link = product.get_absolute_url()
        if alert.user is not None:
            tell(alert.user, sentence, link=link, about=KIND)
        elif hasattr(alert, "contact"):
            write(alert, sentence, link)
