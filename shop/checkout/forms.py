"""The one form of the checkout."""

from django import forms
from django.utils.crypto import get_random_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.producers.models import Commune, Province
from catalogue.producers.places import HA_TINH, find_communes
from office.phones import PhoneField
from shop.order.placing import Buyer


class CheckoutForm(forms.Form):
    """Phone first; the commune by its name of today or before 2025, with or without script."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    total = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    name = forms.CharField(
        label=gettext_lazy("Full name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = PhoneField(
        label=gettext_lazy("Phone number"),
        help_text=gettext_lazy("The courier calls this number before coming."),
    )
    province = forms.ChoiceField(
        label=gettext_lazy("Province or city"), widget=forms.Select(attrs={"autocomplete": "address-level1"})
    )
    commune_text = forms.CharField(
        label=gettext_lazy("Commune or ward"),
        max_length=120,
        help_text=gettext_lazy("The name of today or the old one; marks are not needed."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    commune = forms.CharField(widget=forms.HiddenInput, required=False, max_length=5)
    street = forms.CharField(
        label=gettext_lazy("House, street or hamlet"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    note = forms.CharField(
        label=gettext_lazy("Note for the makers"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        required=False,
        help_text=gettext_lazy("For the confirmation, if you like."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    terms = forms.BooleanField(
        label=gettext_lazy("I accept the terms of sale and the return rule."),
        error_messages={
            "required": gettext_lazy(
                "Please tick this if you accept the terms: without it there is no order."
            )
        },
    )
    marketing = forms.BooleanField(
        label=gettext_lazy("Send me news and offers. I can take this back at any time."), required=False
    )

    def __init__(self, *args, terms_url="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["province"].choices = list(Province.objects.values_list("code", "name"))
        self.candidates = []
        if terms_url:
            text = _('I accept the <a href="%(url)s">terms of sale</a> and the return rule.')
            self.fields["terms"].label = mark_safe(text % {"url": terms_url})  # noqa: S308  (our own address)

    def clean(self):
        data = super().clean()
        if "province" in data and "commune_text" in data:
            data["commune_found"] = self._commune(data)
        return data

    def _commune(self, data):
        province = int(data["province"])
        communes = Commune.objects.select_related("province").filter(valid_to=None)
        if chosen := communes.filter(code=data.get("commune") or "-", province_id=province).first():
            return chosen
        matches = find_communes(data["commune_text"], province=province, limit=8)
        exact = [m for m in matches if m.name.lower() == data["commune_text"].strip().lower()]
        if len(matches) == 1 or len(exact) == 1:
            return communes.get(code=(exact or matches)[0].code)
        self.candidates = matches
        if matches:
            self.add_error("commune_text", _("Several fit. Please choose one below."))
        else:
            elsewhere = find_communes(data["commune_text"], limit=1)
            if elsewhere:
                self.add_error(
                    "commune_text",
                    _("Not in this province. Did you mean %(name)s?") % {"name": elsewhere[0].full},
                )
            else:
                self.add_error(
                    "commune_text", _("We know no commune or ward of this name. Please check the spelling.")
                )
        return None

    def buyer(self):
        """The `Buyer` of a valid form."""
        data = self.cleaned_data
        return Buyer(
            name=data["name"],
            phone=data["phone"],
            commune=data["commune_found"],
            street=data["street"],
            note=data["note"],
            email=data["email"],
            marketing=data["marketing"],
        )


def fresh_initial(user, total):
    """Where an untouched form starts: Hà Tĩnh, a key of its own, what the account knows."""
    start = {"province": HA_TINH, "key": get_random_string(32), "total": total}
    if user.is_authenticated:
        start |= {"name": user.get_full_name(), "phone": str(user.phone or ""), "email": user.email or ""}
    return start
