"""Choosing a commune in a form: by its name of today or before July 2025, with or without script."""

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.producers.folding import fold
from catalogue.producers.models import Commune, Province
from catalogue.producers.places import HA_TINH, find_communes
from office.prepared import Prepared


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


class CommuneForm(forms.Form):
    """Province, the name of the commune as people write it, and its code when a script or a choice gave it.

    A valid form has `cleaned_data["commune_found"]`; `candidates` are the units the text may mean.
    """

    province = forms.ChoiceField(
        label=gettext_lazy("Province or city"), widget=PlainSelect(attrs={"autocomplete": "address-level1"})
    )
    commune_text = forms.CharField(
        label=gettext_lazy("Commune or ward"),
        error_messages={"required": gettext_lazy("Give the commune or ward.")},
        max_length=120,
        help_text=gettext_lazy("The name of today, in Hà Tĩnh the old one too; marks are not needed."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    commune = forms.CharField(widget=forms.HiddenInput, required=False, max_length=5)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["province"].choices = _PROVINCES()
        self.candidates = []

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
        elif elsewhere := find_communes(data["commune_text"], limit=1):
            self.add_error(
                "commune_text",
                _("Not in this province. Did you mean %(name)s?") % {"name": elsewhere[0].full},
            )
        elif int(data["province"]) == HA_TINH:
            self.add_error(
                "commune_text", _("We know no commune or ward of this name. Please check the spelling.")
            )
        else:  # the units of before are known of ours only
            self.add_error(
                "commune_text",
                _(
                    "We know no commune or ward of this name. Outside Hà Tĩnh please give its name since 1 July 2025, as VNeID shows it."
                ),
            )
        return None


_PROVINCES = Prepared(lambda: Province.objects.order_by("folded").values_list("code", "name"))
_COMMUNE = Prepared(lambda code: Commune.objects.select_related("province").filter(code=code, valid_to=None))


def meant_commune(text, *, code, province):
    """(the commune meant or None, what else fits): the one chosen by `code`, as long as `text` still means it;
    else the only one of `province` that fits.
    """
    matches = find_communes(text, province=province, limit=8)
    typed = fold(text)
    chosen = [match for match in matches if match.code == code]
    exact = [m for m in matches if fold(m.name) == typed or fold(m.name).endswith(f" {typed}")]
    for fits in (chosen, exact, matches):
        if len(fits) == 1:
            return _COMMUNE(fits[0].code)[0], []
    return None, matches
