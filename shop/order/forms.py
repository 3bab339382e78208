"""Finding something again by its number and the phone given with it."""

from django import forms
from django.utils.translation import gettext_lazy as _

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
        return self.cleaned_data["number"].strip().upper().replace(" ", "")
