"""`/ban-lam-viec/thanh-toan/hoan-tien/`: refunds, those to be transferred by hand first."""

from django.db.models import Case, When
from django.utils.translation import gettext_lazy as _

from office.payment import refunding
from office.payment.models.refund import Refund

from . import forms
from .office import OfficeAct, OfficePage


class RefundsPage(OfficePage):
    template_name = "office/payment/desk/refunds.html"

    def get_context_data(self, **kwargs):
        first = Case(When(stage=Refund.Stage.ASKED, gateway="", then=0), default=1)
        rows = Refund.objects.select_related("due", "by").order_by(first, "-made_at", "-pk")
        return super().get_context_data(page=self.page_of(rows), tab="refunds", **kwargs)


class Transferred(OfficeAct):
    """The money has been transferred by hand."""

    model = Refund
    queryset = Refund.objects.select_related("due")
    form_class = forms.TransferredForm
    heading = _("Transferred")
    explained = _("Write down where it went and the bank's reference. The payer is told.")
    back = "payment_desk:refunds"
    done = _("Noted. The payer has been told.")

    def get_initial(self):
        return dict(self.thing.account)

    def act(self, thing, *, by, **fields):
        return refunding.by_hand(thing, by=by, **fields)
