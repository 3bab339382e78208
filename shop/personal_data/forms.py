"""Forms of the personal-data desk."""

import re

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from office.phones import PhoneField

from .models import DataRequest

ASKABLE = (
    DataRequest.Kind.CORRECT,
    DataRequest.Kind.RESTRICT,
    DataRequest.Kind.OBJECT,
    DataRequest.Kind.ERASE,
)


class ContactForm(forms.Form):
    """A telephone number or an e-mail address, in one field."""

    contact = forms.CharField(
        label=gettext_lazy("Your phone number or e-mail address"),
        max_length=254,
        help_text=gettext_lazy("The one you ordered, wrote or signed up with."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "inputmode": "email"}),
    )

    def clean(self):
        data = super().clean()
        text = data.get("contact", "").strip()
        data["phone"] = data["email"] = ""
        if "@" in text:
            try:
                validate_email(text)
            except forms.ValidationError as wrong:
                self.add_error("contact", wrong)
            data["email"] = text
        elif text:
            try:
                data["phone"] = PhoneField().clean(text)
            except forms.ValidationError as wrong:
                self.add_error("contact", wrong)
        return data


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("The six digits we sent"),
        max_length=12,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "code-input"}
        ),
    )

    def clean_code(self):
        digits = re.sub(r"\D", "", self.cleaned_data["code"])
        if len(digits) != 6:
            raise forms.ValidationError(_("The code has six digits."))
        return digits


class AskForm(forms.Form):
    kind = forms.ChoiceField(
        label=gettext_lazy("What do you ask for?"),
        choices=[(kind.value, kind.label) for kind in ASKABLE],
        widget=forms.RadioSelect,
    )
    details = forms.CharField(
        label=gettext_lazy("Details"),
        required=False,
        max_length=3000,
        help_text=gettext_lazy("To correct: what is wrong, and what is right. To object: to which use."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    sure = forms.BooleanField(
        label=gettext_lazy("To erase: I know that my account is gone then, and cannot be brought back."),
        required=False,
    )

    def clean(self):
        data = super().clean()
        if data.get("kind") == DataRequest.Kind.ERASE and not data.get("sure"):
            self.add_error("sure", _("Please tick this if you are sure."))
        return data


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Answer"),
        max_length=2000,
        help_text=gettext_lazy("How it goes on and by when: the person reads this."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    processor = forms.BooleanField(
        label=gettext_lazy("Another firm processes these data and has to act too"), required=False
    )


class DoForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("What was done"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        help_text=gettext_lazy("The person reads this."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
