"""Phone numbers as people in Vietnam write them."""

import phonenumbers
from django import forms
from django.utils.translation import gettext_lazy as _

VIETNAM = 84


def in_words(number):
    """E.164 as people here dial it: "+84912345678" → "0912 345 678", "+447911123456" → "+44 7911 123456"; what is no
    number stays as it is.
    """
    try:
        parsed = phonenumbers.parse(number, "VN")
    except phonenumbers.NumberParseException:
        return number
    shapes = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(
        parsed, shapes.NATIONAL if parsed.country_code == VIETNAM else shapes.INTERNATIONAL
    )


class PhoneField(forms.CharField):
    """A telephone number in any spelling; cleaned to E.164. Vietnamese unless it starts with "+"."""

    default_error_messages = {
        "invalid": _("This is not a telephone number we can call. Example: 0912 345 678."),
    }

    def __init__(self, **kwargs):
        attrs = {"type": "tel", "autocomplete": "tel", "inputmode": "tel"}
        super().__init__(max_length=30, widget=forms.TextInput(attrs=attrs), **kwargs)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return text
        try:
            number = phonenumbers.parse(text, "VN")
        except phonenumbers.NumberParseException:
            number = None
        if number is None or not phonenumbers.is_valid_number(number):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
