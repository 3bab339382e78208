"""The one form of the checkout."""

from django import forms
from django.utils.crypto import get_random_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.communes import CommuneForm
from catalogue.producers.places import HA_TINH
from office.payment.paying import offered
from office.phones import PhoneField
from shop.account.forms import initial_of
from shop.order.charging import ways
from shop.order.placing import MARKETING, TERMS, Buyer
from shop.shipping.picking_up import AT_OUTLET

CHOICE = "gui-"  # in front of a producer's key: how its parcel is sent
OUTLET = "diem-"  # in front of a producer's key: at which outlet it is fetched


class CheckoutForm(CommuneForm):
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
    street = forms.CharField(
        label=gettext_lazy("House, street or hamlet"),
        error_messages={"required": gettext_lazy("Give house, street or hamlet.")},
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    group = forms.CharField(
        label=gettext_lazy("Group code"),
        required=False,
        max_length=20,
        help_text=gettext_lazy(
            "If you travel with a group. Its operator learns the sum only, never who bought what."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
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
    keep_address = forms.BooleanField(
        label=gettext_lazy("Keep this address in my account."), required=False, initial=False
    )

    field_order = (
        "name",
        "phone",
        "email",
        "province",
        "commune_text",
        "street",
    )  # as they stand on the page

    def __init__(self, *args, terms_url="", signed_in=False, **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_bound and fetches_all(self.data):  # looked at again when it is placed
            self.fields["commune_text"].required = self.fields["street"].required = False
        if not signed_in:
            del self.fields["keep_address"]
        self.fields["way"].choices = [(way.code, way.label) for way in offered()]
        if terms_url:
            text = _('I accept the <a href="%(url)s">terms of sale</a> and the return rule.')
            self.fields["terms"].label = mark_safe(text % {"url": terms_url})  # noqa: S308  (our own address)

    def clean(self):
        """Without a commune, where all is fetched, none is looked for."""
        data = self.cleaned_data
        if not self.fields["commune_text"].required and not data.get("commune_text"):
            data["commune_found"] = None
            return data
        return super().clean()

    def buyer(self, group=""):
        """The `Buyer` of a valid form, who buys with the code `group`."""
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
            group=group,
        )


def chosen_methods(data):
    """{producer's key: method's code} of the choices `gui-<key>` in a form, with `diem-<key>` where it is fetched."""
    found = {}
    for name in data:
        key = name.removeprefix(CHOICE)
        if name.startswith(CHOICE) and key.isascii() and key.isdecimal() and len(key) < 16:
            method = data[name]
            found[int(key)] = ((method == AT_OUTLET and data.get(f"{OUTLET}{key}")) or method)[:40]
    return found


def fetches_all(data):
    """Whether every choice in the form is to fetch the parcel: then nobody is asked for an address."""
    chosen = [value for name, value in data.items() if name.startswith(CHOICE)]
    return bool(chosen) and all(value == AT_OUTLET for value in chosen)


def usual_way(ways):
    """What is chosen at first: cash where it may be, as most buyers here pay; else the first way."""
    codes = [way.code for way in ways]
    return "cod" if "cod" in codes else next(iter(codes), "")


def new_key():
    """What makes a form sent twice one order, and nobody else's."""
    return get_random_string(32)


def fresh_initial(user, contents, address=None, group=""):
    """Where an untouched form starts: Hà Tĩnh, a key of its own, what the account and its address know."""
    start = {
        "province": HA_TINH,
        "key": new_key(),
        "total": contents.total,
        "seen": contents.promise,
        "way": usual_way(ways(contents)),
        "group": group,
    }
    if user.is_authenticated:
        start |= {"name": user.get_full_name(), "phone": str(user.phone or ""), "email": user.email or ""}
    if address is not None:
        start |= initial_of(address)
    return start
