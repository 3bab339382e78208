"""Amounts of đồng as people type them."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _


def parse_dong(text):
    """Whole đồng from what people type: "150000", "150.000", "150 000 ₫", "150k"; None when it is no amount."""
    cleaned = re.sub(r"[\s\u00a0.,]|đồng|đ|₫|vnd", "", text.strip().lower())
    match = re.fullmatch(r"(\d{1,12})(k|nghin|nghìn|tr|trieu|triệu)?", cleaned)
    if not match:
        return None
    factor = {"k": 1000, "n": 1000, "t": 1_000_000}.get((match[2] or " ")[0], 1)
    amount = int(match[1]) * factor
    return amount if amount <= 10**12 else None


class DongField(forms.CharField):
    """An amount in any spelling people use; cleaned to whole đồng (int), or None when left empty."""

    default_error_messages = {"invalid": _("This is not an amount in đồng. Example: 150.000")}

    def __init__(self, **options):
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric"}))
        super().__init__(max_length=20, **options)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        amount = parse_dong(text)
        if amount is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return amount

    def prepare_value(self, value):
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value
