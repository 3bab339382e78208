"""Forms of reported mistakes, public and behind the desk."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from office.phones import PhoneField

from ..models import Mistake


class MistakeForm(forms.Form):
    """What a visitor saw. `site` is a field nobody sees: who fills it in is a machine."""

    about = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=lambda: [(each.value, capfirst(each.label)) for each in Mistake.About],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("How is it really?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For example: closed at 17:00 on Sunday; moved to number 12."),
    )
    phone = PhoneField(label=_("Phone number"), required=False)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        max_length=254,
        help_text=_("Only if you want to know what becomes of it. Erased 90 days after the answer."),
    )
    site = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"}))


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("What did you find?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The visitor reads this sentence, if one left an address."),
    )
