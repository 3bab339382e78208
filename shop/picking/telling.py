"""What the buyer is told of an order to fetch, in the language of the order."""

from django.conf import settings
from django.utils.translation import gettext as _

from office.notices import tell
from outlets.network.registering import facts_of_stop
from outlets.network.signals import outlet_stopped
from shop.order.models import Parcel, PickUp
from shop.returning.telling import in_language_of


def say_ready(pick_up):
    """It is ready: where, until when, and the code. By e-mail and inbox, and by text message too."""
    order = pick_up.parcel.order
    with in_language_of(order):
        sentence = _(
            "Parcel %(parcel)s is ready at %(outlet)s until %(day)s. Your code is %(code)s: say it when you fetch it."
        )
        facts = _facts(pick_up) | {"code": pick_up.code}
        _tell(order, sentence % facts)


def remind(pick_up):
    """Tomorrow is the last day."""
    order = pick_up.parcel.order
    with in_language_of(order):
        sentence = _(
            "Parcel %(parcel)s waits at %(outlet)s until %(day)s only; after that it goes back. Your code: %(code)s."
        )
        _tell(order, sentence % (_facts(pick_up) | {"code": pick_up.code}))


def say_handed_over(pick_up):
    """It was handed over: whoever did not fetch it can say so at once."""
    order = pick_up.parcel.order
    with in_language_of(order):
        sentence = _(
            "Parcel %(parcel)s was handed over at %(outlet)s. If that was not you or yours, please call us."
        )
        _tell(order, sentence % _facts(pick_up))


def watch():
    """Buyers hear when the outlet they were to fetch something at stops. Called in the app's `ready`."""
    outlet_stopped.connect(_outlet_stopped, dispatch_uid="picking-outlet-stopped")


def _outlet_stopped(sender, *, outlet, **kwargs):
    ended = (Parcel.Stage.DELIVERED, Parcel.Stage.CANCELLED, Parcel.Stage.RETURNED)
    for pick_up in PickUp.objects.at(outlet).exclude(parcel__stage__in=ended).for_pages().order_by("pk"):
        order = pick_up.parcel.order
        with in_language_of(order):
            sentence = _(
                "%(outlet)s, where parcel %(parcel)s is to be fetched, serves nobody since %(day)s: %(reason)s. Please call us before you go."
            )
            _tell(order, sentence % {**facts_of_stop(outlet), "parcel": str(pick_up.parcel)})


def _facts(pick_up):
    day = f"{pick_up.keep_until:%d/%m/%Y}" if pick_up.keep_until else ""
    return {"parcel": str(pick_up.parcel), "outlet": pick_up.outlet.name, "day": day}


def _tell(order, sentence):
    """A code is needed on the way: whoever reads e-mail gets a text message besides."""
    link = order.get_absolute_url()
    if order.user_id or order.guest_email:
        tell(order.user, sentence, email=order.guest_email, link=link)
    if order.phone:
        tell(None, f"{sentence} {settings.SITE_URL}{link}", phone=str(order.phone))
