"""Asking to be told when there is more of a product, saying yes to it, and taking it back."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from oscar.apps.customer.models import ProductAlert

from catalogue.models import Product
from office.stages import Refused

from .answering import can_be_bought, look_when_holds_end, write
from .models import Contact


@transaction.atomic
def ask(product, *, email="", phone="", by=None):
    """Note that somebody wants to know when `product` can be bought again; returns the alert.

    A signed-in person (`by`) is noted at once; a guest, by `email` or `phone` (E.164), says yes by the link
    sent there. Asking again changes nothing and sends at most the link again. Raises `Refused` when it can
    be bought, is no longer sold, or there is no way to reach the guest.
    """
    _refuse_pointless(product)
    if by is not None:
        alert, _made = ProductAlert.objects.get_or_create(
            product=product, user=by, status=ProductAlert.ACTIVE, defaults={"email": by.email or ""}
        )
        look_when_holds_end(product.pk)
        return alert
    if not (email or phone):
        raise Refused(_("Give an e-mail address or a phone number."), field="contact")
    Product.objects.select_for_update(of=("self",), no_key=True).get(
        pk=product.pk
    )  # the same form twice is one alert
    alert = _of_guest(product, email, phone)
    if alert is None:
        alert = ProductAlert.objects.create(product=product, email=email)
        Contact.objects.create(alert=alert, phone=phone, language=get_language() or "vi")
    if alert.status == ProductAlert.UNCONFIRMED:
        _ask_back(alert)
    return alert


@transaction.atomic
def confirm(key):
    """The guest says yes by the link; returns the alert. Twice is once. Raises `Refused` for one that ended."""
    alert = _locked(key)
    if alert.status == ProductAlert.UNCONFIRMED:
        alert.confirm()
        look_when_holds_end(alert.product_id)
    elif alert.status != ProductAlert.ACTIVE:
        raise Refused(_("This wish has ended already."))
    return alert


@transaction.atomic
def stop(key):
    """The guest wants no message; what we know of them goes at once. Twice is once."""
    alert = _locked(key)
    if alert.can_be_cancelled:
        alert.email = ""
        alert.cancel()
        Contact.objects.filter(alert=alert).delete()
    return alert


def tidy(before):
    """Forget guests' alerts that ended, or were never confirmed, before the moment `before`. Returns how many."""
    ended = ProductAlert.objects.filter(user=None, date_created__lt=before).exclude(
        status=ProductAlert.ACTIVE
    )
    return ended.delete()[1].get("customer.ProductAlert", 0)


def by_key(key):
    """The guest's alert, or None."""
    return ProductAlert.objects.filter(key=key).exclude(key="").select_related("product").first()


def _refuse_pointless(product):
    if not product.is_public or not product.sells_online:
        raise Refused(_("This product is not sold online."))
    if can_be_bought(product):
        raise Refused(_("It can be bought right now."))


def _of_guest(product, email, phone):
    alerts = ProductAlert.objects.filter(product=product, user=None)
    alerts = alerts.filter(status__in=(ProductAlert.UNCONFIRMED, ProductAlert.ACTIVE))
    same = alerts.filter(email__iexact=email) if email else alerts.filter(contact__phone=phone)
    return same.select_related("contact").first()


def _ask_back(alert):
    link = reverse("alerts:confirm", args=[alert.key])
    facts = {"title": alert.product.get_title()}
    sentence = _("Shall we tell you when “%(title)s” is there again? Say yes here:") % facts
    write(alert, sentence, link)


def _locked(key):
    alert = ProductAlert.objects.select_for_update().filter(key=key).exclude(key="").first()
    if alert is None:
        raise Refused(_("There is no such wish."))
    return alert
