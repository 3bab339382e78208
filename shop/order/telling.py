"""What buyer and makers are told when an order is made, confirmed or given up."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.producers.models import Partner
from catalogue.templatetags.ocop import dong
from office.notices import letter, tell
from office.outbox import handles, post
from office.prepared import Prepared
from outlets.models import Keeping
from shop.shipping.models import FROM_STOCK

from .models import Order
from .standing import standing


def thank(order):
    """The order has reached the makers: a mail with all that is in it, or a text to somebody without."""
    if order.guest_email or order.user_id:
        post("order-confirmation", {"order": order.pk})
    else:
        tell(None, _thanks(order), phone=str(order.phone))


@handles("order-confirmation")
def _send_confirmation(payloads):
    orders = Order.objects.select_related("user", "shipping_address")
    for order in orders.filter(pk__in=[payload["order"] for payload in payloads]):
        with override(order.language):
            parcels = list(
                order.parcels.select_related("producer", "pick_up").prefetch_related("lines__product")
            )
            facts = {"order": order, "parcels": parcels, "money": standing(order, parcels)}
            tell(
                order.user,
                _thanks(order),
                subject=_("Order %(number)s") % {"number": order.number},
                email=order.guest_email,
                html=letter("shop/mail/order.html", link=order.get_absolute_url(), **facts),
                link=order.get_absolute_url(),
            )


def _thanks(order):
    return _("Thank you. Your order %(number)s of %(total)s has reached the makers.") % _facts(order)


def ask_to_settle(order, until):
    """An order whose goods are kept up to the moment `until`."""
    facts = _facts(order) | {"until": f"{timezone.localtime(until):%H:%M %d/%m/%Y}"}
    _tell_buyer(
        order,
        _("Order %(number)s of %(total)s is not confirmed yet. Its goods are kept for you until %(until)s."),
        facts,
    )


def given_up(order, reason=""):
    sentence = _("Order %(number)s of %(total)s was not confirmed in time and has been cancelled.")
    if reason:
        sentence = _("Order %(number)s of %(total)s has been cancelled. %(reason)s")
    _tell_buyer(order, sentence, _facts(order) | {"reason": reason})


def tell_makers(order, parcels):
    """There is a parcel to confirm: in Vietnamese, whatever language the buyer reads. What lies at an outlet is
    laid aside by its keepers, who are told; its maker has nothing to do.
    """
    if aside := [each for each in parcels if each.from_stock]:
        _tell_keepers(order, aside)
        parcels = [each for each in parcels if not each.from_stock]
    people = _PEOPLE([each.producer_id for each in parcels])
    with override(settings.LANGUAGE_CODE):
        sentence = _("New parcel to confirm: order %(number)s.") % {"number": order.number}
        for each in people:
            tell(each.user, sentence, link="/ban-lam-viec/don-hang/")


def _tell_keepers(order, parcels):
    keys = {int(each.method.removeprefix(FROM_STOCK)) for each in parcels}
    with override(settings.LANGUAGE_CODE):
        for keeping in Keeping.objects.filter(outlet__in=keys, until=None).select_related("user", "outlet"):
            sentence = _("%(outlet)s: an order to lay aside, %(number)s.") % {
                "outlet": keeping.outlet.name,
                "number": order.number,
            }
            tell(keeping.user, sentence, link=f"/ban-lam-viec/nhan-hang/{keeping.outlet_id}/")


_PEOPLE = Prepared(
    lambda makers: (
        Partner.users.through.objects.filter(partner__in=makers)
        .select_related("user")
        .order_by("partner", "pk")
    )
)


def _facts(order):
    return {"number": order.number, "total": dong(order.total_incl_tax)}


def _tell_buyer(order, sentence, facts):
    """By inbox and e-mail, or by text to somebody without either."""
    reached = order.user_id or order.guest_email
    tell(
        order.user,
        sentence % facts,
        email=order.guest_email,
        phone="" if reached else str(order.phone),
        link=order.get_absolute_url(),
    )
