"""The closed box of the checkout: a wish for an e-invoice, passed to the sellers together with the order."""

from contextlib import nullcontext

from django import forms
from django.db import transaction
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from office.stages import Refused
from shop.returning import invoicing
from shop.returning.forms import InvoiceForm


class InvoiceBox(InvoiceForm):
    """Asks for nothing, checks nothing and costs no query until its tick is set; then it is the order page's form.

    Without an e-mail of its own the invoice goes to the one the order is confirmed to.
    """

    prefix = "hoa-don"
    wanted = forms.BooleanField(label=gettext_lazy("I need an invoice"), required=False)
    email = forms.EmailField(
        label=gettext_lazy("E-mail the invoice goes to"),
        required=False,
        help_text=gettext_lazy("Left empty: the e-mail you gave above."),
    )

    field_order = ("wanted",)

    @property
    def is_wanted(self):
        return self.is_bound and bool(self["wanted"].data)

    def full_clean(self):
        if self.is_bound and not self.is_wanted:  # whatever was typed and given up
            self._errors, self.cleaned_data = ErrorDict(), {}
        else:
            super().full_clean()

    def clean(self):
        data = super().clean()
        try:
            invoicing.tax_code_of(data.get("kind"), data.get("tax_code", ""))
        except Refused as refused:
            self.add_error(refused.field, refused.message)
        if "email" not in self.errors and not data.get("email"):
            data["email"] = self._email_of_the_order()
        return data

    def _email_of_the_order(self):
        given = self.data.get("email", "").strip()
        if not given:
            self.add_error("email", _("Give an e-mail: the seller sends the invoice there."))
        return given

    def facts(self):
        """The fields of the order page's form, in its order."""
        return [self[name] for name in InvoiceForm.base_fields]

    def with_order(self):
        """The block in which order and wish are written: together or not at all."""
        return transaction.atomic() if self.is_wanted else nullcontext()

    def ask(self, order, *, by):
        """Pass the wish to the sellers, if there is one."""
        if self.is_wanted:
            facts = {name: self.cleaned_data[name] for name in InvoiceForm.base_fields}
            invoicing.ask(order, by=by, **facts)
