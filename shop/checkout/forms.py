"""The one form of the checkout."""

from django import forms
from django.forms.utils import flatatt
from django.utils.crypto import get_random_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.producers.folding import fold
from catalogue.producers.models import Commune, Province
from catalogue.producers.places import HA_TINH, find_communes
from office.payment.paying import offered
from office.phones import PhoneField
from shop.order.charging import ways
from shop.order.placing import MARKETING, TERMS, Buyer

CHOICE = "gui-"  # in front of a producer's key: how its parcel is sent


class PlainSelect(forms.Select):
    """A select drawn in one go: Django's own draws each of 34 provinces by a template of its own."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = str(value)
        options = (
            (key, mark_safe(" selected") if str(key) == chosen else "", label) for key, label in self.choices
        )
        return format_html(
            '<select name="{}"{}>{}</select>',
            name,
            flatatt(self.build_attrs(self.attrs, attrs)),
            format_html_join("", '<option value="{}"{}>{}</option>', options),
        )


class CheckoutForm(forms.Form):
    """Phone first; the commune by its name of today or before 2025, with or without script."""

    key = forms.CharField(widget=forms.HiddenInput, min_length=20, max_length=64)
    total = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)
    name = forms.CharField(
        label=gettext_lazy("Full name"),
        error_messages={"required": gettext_lazy("Give the name of who receives it.")},
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = PhoneField(
        label=gettext_lazy("Phone number"),
        error_messages={"required": gettext_lazy("Give a phone number: the courier calls it.")},
        help_text=gettext_lazy("The courier calls this number before coming."),
    )
    province = forms.ChoiceField(
        label=gettext_lazy("Province or city"), widget=PlainSelect(attrs={"autocomplete": "address-level1"})
    )
    commune_text = forms.CharField(
        label=gettext_lazy("Commune or ward"),
        error_messages={"required": gettext_lazy("Give the commune or ward.")},
        max_length=120,
        help_text=gettext_lazy("The name of today or the old one; marks are not needed."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    commune = forms.CharField(widget=forms.HiddenInput, required=False, max_length=5)
    street = forms.CharField(
        label=gettext_lazy("House, street or hamlet"),
        error_messages={"required": gettext_lazy("Give house, street or hamlet.")},
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    way = forms.ChoiceField(
        label=gettext_lazy("How you pay"),
        error_messages={
            "required": gettext_lazy("Choose how you want to pay."),
            "invalid_choice": gettext_lazy("Choose how you want to pay."),
        },
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
        label=TERMS,
        error_messages={
            "required": gettext_lazy(
                "Please tick this if you accept the terms: without it there is no order."
            )
        },
    )
    marketing = forms.BooleanField(label=MARKETING, required=False)

    def __init__(self, *args, terms_url="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["province"].choices = list(Province.objects.values_list("code", "name"))
        self.fields["way"].choices = [(way.code, way.label) for way in offered()]
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
        """The unit meant, or None with an error that says what to do."""
        found, self.candidates = meant_commune(
            data["commune_text"], code=data.get("commune"), province=int(data["province"])
        )
        if found:
            return found
        if self.candidates:
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
            methods=chosen_methods(self.data),
        )


def meant_commune(text, *, code, province):
    """(the commune meant or None, what else fits): the one chosen by `code`, as long as `text` still means it;
    else the only one of `province` that fits.
    """
    communes = Commune.objects.select_related("province").filter(valid_to=None)
    matches = find_communes(text, province=province, limit=8)
    typed = fold(text)
    chosen = [match for match in matches if match.code == code]
    exact = [m for m in matches if fold(m.name) == typed or fold(m.name).endswith(f" {typed}")]
    for fits in (chosen, exact, matches):
        if len(fits) == 1:
            return communes.get(code=fits[0].code), []
    return None, matches


def chosen_methods(data):
    """{producer's key: method's code} of the choices `gui-<key>` in a form."""
    found = {}
    for name in data:
        key = name.removeprefix(CHOICE)
        if name.startswith(CHOICE) and key.isascii() and key.isdecimal() and len(key) < 16:
            found[int(key)] = data[name][:40]
    return found


def usual_way(ways):
    """What is chosen at first: cash where it may be, as most buyers here pay; else the first way."""
    codes = [way.code for way in ways]
    return "cod" if "cod" in codes else next(iter(codes), "")


def new_key():
    """What makes a form sent twice one order, and nobody else's."""
    return get_random_string(32)


def fresh_initial(user, contents):
    """Where an untouched form starts: Hà Tĩnh, a key of its own, what the account knows."""
    start = {
        "province": HA_TINH,
        "key": new_key(),
        "total": contents.total,
        "seen": contents.promise,
        "way": usual_way(ways(contents)),
    }
    if user.is_authenticated:
        start |= {"name": user.get_full_name(), "phone": str(user.phone or ""), "email": user.email or ""}
    return start
