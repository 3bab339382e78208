"""Cash on delivery: a promise, kept at the door."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from office.money import dong
from office.payment.models.attempt import Attempt

from .base import Gateway, Step


class CashOnDelivery(Gateway):
    """Refused above `COD_LIMIT` and where the due says "no_cash" (alcohol: Law 44/2019/QH14); above
    `COD_CONFIRM_ABOVE` it counts only when the phone number has been confirmed.
    """

    code = "cod"
    asset = "courier:"
    label = gettext_lazy("Cash on delivery")
    explained = gettext_lazy("You pay the courier in cash when the goods arrive.")

    def refuses(self, due):
        if "no_cash" in due.restrictions:
            return _("This cannot be paid in cash: the law wants alcohol to be paid without cash.")
        if due.rest > settings.COD_LIMIT:
            return _("Cash on delivery goes up to %(limit)s.") % {"limit": dong(settings.COD_LIMIT)}
        if not due.phone:
            return _("Cash on delivery needs a phone number.")
        return None

    def begin(self, attempt, urls):
        if attempt.amount > settings.COD_CONFIRM_ABOVE:
            return Step(Attempt.State.WAITING)
        return Step(Attempt.State.PROMISED)
