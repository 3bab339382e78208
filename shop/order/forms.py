"""Finding something again by its number and the phone given with it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from office.numbering import read_number
from office.phones import PhoneField


class TrackForm(forms.Form):
    """An order's; what has other numbers changes labels and example."""

    number = forms.CharField(
        label=_("Order number"),
        max_length=20,
        widget=forms.TextInput(attrs={"placeholder": "HT26-000123", "autocapitalize": "characters"}),
    )
    phone = PhoneField(label=_("Phone number given with the order"))

    def clean_number(self):
        """As it stands in a letter, on a label (with the parcel's number) or in a transfer's note (without the dash)."""
        return read_number(self.cleaned_data["number"])[0]
