"""`/ban-lam-viec/thanh-toan/xac-nhan/`: cash to confirm by phone, organisations that ask for terms."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from office.payment import confirming, granting
from office.payment.desk import waiting_for_us
from office.payment.models.attempt import Attempt

from . import forms
from .office import OfficeAct, OfficePage


class WaitingPage(OfficePage):
    """Oldest first."""

    template_name = "office/payment/desk/waiting.html"

    def get_context_data(self, **kwargs):
        rows = waiting_for_us().select_related("due").order_by("made_at", "pk")
        return super().get_context_data(page=self.page_of(rows), tab="waiting", **kwargs)


class Answer(OfficeAct):
    model = Attempt
    queryset = Attempt.objects.select_related("due")
    form_class = forms.TermsForm
    back = "payment_desk:waiting"
    done = gettext_lazy("Noted.")


class Approve(Answer):
    """The payer said yes on the phone, or the organisation may pay later."""

    heading = gettext_lazy("Confirm")

    @property
    def explained(self):
        if self.thing.gateway == "invoice":
            return _("The organisation may pay within %(days)s days; the goods go now.") % {
                "days": settings.INVOICE_DAYS
            }
        return _("You have called the payer, who confirmed to pay in cash on delivery.")

    def act(self, thing, *, by, reason):
        if thing.gateway == "invoice":
            return granting.approve(thing, by=by)
        return confirming.confirm_by_person(thing, by=by, reason=reason)


class Decline(Answer):
    """No: the payer may choose another way."""

    form_class = forms.ReasonForm
    heading = gettext_lazy("Decline")
    explained = gettext_lazy("The payer can still choose another way to pay.")

    def act(self, thing, *, by, reason):
        if thing.gateway == "invoice":
            return granting.decline(thing, by=by, reason=reason)
        return confirming.decline_by_person(thing, by=by, reason=reason)
