"""The forms of the account."""

from django import forms
from django.utils.translation import gettext_lazy

from catalogue.communes import CommuneForm
from catalogue.producers.places import HA_TINH
from office.phones import PhoneField, in_words


def initial_of(address):
    """What a form with name, phone and commune starts with for this `SavedAddress`."""
    return {
        "name": address.name,
        "phone": in_words(str(address.phone)) if address.phone else "",
        "province": address.commune.province_id,
        "commune_text": str(address.commune),
        "commune": address.commune_id,
        "street": address.street,
    }


class AddressForm(CommuneForm):
    name = forms.CharField(
        label=gettext_lazy("Full name"),
        error_messages={"required": gettext_lazy("Give the name of who receives it.")},
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = PhoneField(label=gettext_lazy("Phone number"))
    street = forms.CharField(
        label=gettext_lazy("House, street or hamlet"),
        error_messages={"required": gettext_lazy("Give house, street or hamlet.")},
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    is_default = forms.BooleanField(
        label=gettext_lazy("Send to this address unless I choose another."), required=False
    )
    field_order = ("name", "phone", "province", "commune_text", "commune", "street", "is_default")

    def facts(self):
        """What the acts take."""
        data = self.cleaned_data
        names = ("name", "phone", "street", "is_default")
        return {name: data[name] for name in names} | {"commune": data["commune_found"]}


def fresh_address(user):
    return {
        "province": HA_TINH,
        "name": user.get_full_name(),
        "phone": in_words(str(user.phone)) if user.phone else "",
    }


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Code from the text message"),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def clean_code(self):
        return "".join(self.cleaned_data["code"].split())


class ProfileForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Full name"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
