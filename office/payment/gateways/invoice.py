"""Transfer on invoice for organisations: the goods go first when the shop manager approves the terms."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from office import taxcodes
from office.payment.models.attempt import Attempt

from .base import Gateway, Step


class OrganisationForm(forms.Form):
    """Who gets the invoice."""

    organisation = forms.CharField(
        label=gettext_lazy("Name of the organisation"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    tax_code = forms.CharField(
        label=gettext_lazy("Tax code"),
        max_length=20,
        help_text=gettext_lazy("10 digits, or 13 for a branch."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    address = forms.CharField(
        label=gettext_lazy("Address on the invoice"),
        max_length=250,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )

    def clean_tax_code(self):
        try:
            return taxcodes.cleaned(self.cleaned_data["tax_code"])
        except ValueError as fault:
            raise forms.ValidationError(
                _("This is no tax code: please check its digits. Example: 0100109106.")
            ) from fault


class Invoice(Gateway):
    """Waits for approval, then for the money: settled like any transfer with the reference in its note."""

    code = "invoice"
    asset = "bank"
    label = gettext_lazy("Transfer on invoice (organisations)")
    explained = gettext_lazy(
        "For agencies and companies: we check your request, then you pay within the term."
    )
    asks = OrganisationForm

    def is_configured(self):
        return bool(settings.VIETQR_ACCOUNT and settings.INVOICE_DAYS)

    def refuses(self, due):
        if "no_invoice" in due.restrictions:
            return _("This cannot be paid on invoice.")
        return None

    def begin(self, attempt, urls):
        return Step(Attempt.State.WAITING)
