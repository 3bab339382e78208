"""What is typed on the pages of settling: the shape of the input only."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from catalogue.money import DongField

from .banks import banks


class AccountForm(forms.Form):
    bank = forms.ChoiceField(label=_("Bank"), choices=lambda: [("", "…"), *banks().items()])
    number = forms.CharField(
        label=_("Account number"),
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    holder = forms.CharField(
        label=_("Account holder"),
        max_length=70,
        help_text=_("As the bank writes it, for example NGUYEN THI LOC."),
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off"}),
    )


class EmptyForm(forms.Form):
    """An act that asks nothing."""


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300)


class ProposeForm(forms.Form):
    minimum = DongField(
        label=_("Least amount"), help_text=_("Who is owed less waits for the next batch."), required=False
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.initial.setdefault("minimum", settings.PAYOUT_MINIMUM)

    def clean_minimum(self):
        return self.cleaned_data["minimum"] or 0


class PaidForm(forms.Form):
    bank_reference = forms.CharField(
        label=_("The bank's reference"), max_length=60, help_text=_("From the line of the bank's statement.")
    )
    paid_on = forms.DateField(
        label=_("Day of the transfer"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )


class CameBackForm(ReasonForm):
    """A payout that was paid came back by a line of the bank's own."""

    bank_reference = forms.CharField(
        label=_("The bank's reference"),
        max_length=60,
        help_text=_("Of the line by which the money came back; it lies among the payments to look at."),
    )
    field_order = ("bank_reference", "reason")
