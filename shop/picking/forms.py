"""What a keeper types when an order is fetched."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shop.shipping.models import LONGEST_KEEPING


class CodeForm(forms.Form):
    """The six digits, and the tick that the cash was taken."""

    code = forms.CharField(
        label=_("Code of the buyer"),
        max_length=12,
        error_messages={"required": _("Type the six digits the buyer says.")},
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "pattern": "[0-9 ]*", "class": "code-field"}
        ),
    )
    cash_taken = forms.BooleanField(label=_("The cash was paid in full"), required=False)


class KnownForm(forms.Form):
    """Without the code: how the keeper knows who it is."""

    identity = forms.CharField(
        label=_("How you know who it is"),
        max_length=300,
        help_text=_(
            "For example: identity card with the same name, and the last three digits of the phone known."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    cash_taken = forms.BooleanField(label=_("The cash was paid in full"), required=False)


class BackForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class TermsForm(forms.Form):
    """`is_free` is asked only of who sets what delivery costs."""

    keeps_days = forms.IntegerField(
        label=_("Days an order is kept"),
        min_value=1,
        max_value=LONGEST_KEEPING,
        help_text=_("From the day it is ready. Orders already made keep the days they were promised."),
    )
    is_free = forms.BooleanField(label=_("The way there costs the buyer nothing"), required=False)
