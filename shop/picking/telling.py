"""What the buyer is told of an order to fetch, in the language of the order."""

from django.conf import settings
from django.utils.translation import gettext as _

from office.notices import tell
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
