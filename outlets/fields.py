"""Inputs of the desks of tours: times, points on the map, communes, ticks, months."""

import re
from decimal import Decimal

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.producers.folding import fold
from catalogue.producers.models import Commune
from catalogue.producers.places import find_communes

_NUMBER = r"[-+]?\d{1,3}(?:[.,]\d+)?"
_POINT = re.compile(rf"\s*\(?\s*({_NUMBER})\s*[,;\s]\s*({_NUMBER})\s*\)?\s*")


class TimeField(forms.TimeField):
    def __init__(self, **kwargs):
        widget = forms.TimeInput(format="%H:%M", attrs={"type": "time", "step": 300})
        super().__init__(widget=widget, **kwargs)


class DateField(forms.DateField):
    def __init__(self, **kwargs):
        super().__init__(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **kwargs)


class PointField(forms.CharField):
    """ "18.3428, 105.9056" as maps give it; cleaned to (latitude, longitude) in degrees, or None."""

    default_error_messages = {
        "invalid": gettext_lazy("Write latitude and longitude, for example: 18.3428, 105.9056"),
        "swapped": gettext_lazy("Latitude comes first: you may have them the other way round."),
    }

    def __init__(self, **kwargs):
        kwargs.setdefault("label", gettext_lazy("Point on the map"))
        kwargs.setdefault("help_text", gettext_lazy("Latitude, longitude; copied from a map on your phone."))
        super().__init__(max_length=60, widget=forms.TextInput(attrs={"inputmode": "text"}), **kwargs)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        found = _POINT.fullmatch(text)
        if not found:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        latitude, longitude = (
            Decimal(part.replace(",", ".")).quantize(Decimal("0.000001")) for part in found.groups()
        )
        if abs(latitude) > 90 >= abs(longitude):
            raise forms.ValidationError(self.error_messages["swapped"], code="swapped")
        if abs(latitude) > 90 or abs(longitude) > 180:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return latitude, longitude

    def prepare_value(self, value):
        return f"{value[0]:f}, {value[1]:f}" if isinstance(value, tuple) else value


class CommuneField(forms.CharField):
    """A commune by its name of today or before, with the province behind a comma; cleaned to the `Commune`."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", gettext_lazy("Commune or ward"))
        kwargs.setdefault("help_text", gettext_lazy("For example: phường Thành Sen, Hà Tĩnh"))
        super().__init__(max_length=120, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        matches, typed = find_communes(text, limit=6), fold(text.split(",")[0])
        exact = [m for m in matches if fold(m.name) == typed or fold(m.name).endswith(f" {typed}")]
        for fits in (exact, matches):
            if len(fits) == 1:
                return Commune.objects.get(code=fits[0].code)
        if not matches:
            raise forms.ValidationError(
                _("We know no commune or ward of this name. Please check the spelling."), code="unknown"
            )
        names = "; ".join(match.full for match in (exact or matches)[:4])
        raise forms.ValidationError(_("Several fit, write one of them: %(names)s") % {"names": names})

    def prepare_value(self, value):
        return f"{value}, {value.province}" if isinstance(value, Commune) else value


def capitalised(choices):
    """Choices as a form shows them: each begins with a capital letter, in the reader's language."""
    return lambda: [(each.value, capfirst(each.label)) for each in choices]


def ticks(label, choices, **kwargs):
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, **kwargs
    )


class NumbersField(forms.TypedMultipleChoiceField):
    """Ticks whose values are numbers."""

    def __init__(self, **kwargs):
        super().__init__(coerce=int, required=False, widget=forms.CheckboxSelectMultiple, **kwargs)


def months():
    """(1, "Month 1") … in the language of the page."""
    return [(n, _("Month %(n)d") % {"n": n}) for n in range(1, 13)]


def month(label):
    return forms.TypedChoiceField(label=label, coerce=int, choices=months)
