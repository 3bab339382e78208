"""Forms of the buyer after the order; the acts check again what matters."""

import re

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shop.settling.banks import banks

from .claiming import PICTURES
from .models import Cancellation, InvoiceRequest, Reason, Return


def date_and_time(moment):
    return f"{timezone.localtime(moment):%H:%M %d/%m/%Y}"


class AccountForm(forms.Form):
    """Where money goes that a person transfers."""

    bank = forms.ChoiceField(label=gettext_lazy("Bank"))
    account_number = forms.CharField(
        label=gettext_lazy("Account number"), max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    holder = forms.CharField(
        label=gettext_lazy("Account holder"),
        max_length=100,
        help_text=gettext_lazy("As it stands on the card."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["bank"].choices = [
            ("", _("Choose your bank")),
            *((name, name) for name in banks().values()),
        ]

    def clean_account_number(self):
        number = re.sub(r"[\s.\-]", "", self.cleaned_data["account_number"])
        if not re.fullmatch(r"[0-9A-Za-z]{6,19}", number):
            raise forms.ValidationError(_("An account number has 6 to 19 digits."))
        return number

    def clean_holder(self):
        return " ".join(self.cleaned_data["holder"].split()).upper()

    def account(self):
        """{"bank", "number", "holder"}"""
        data = self.cleaned_data
        return {"bank": data["bank"], "number": data["account_number"], "holder": data["holder"]}


class WithAccount(AccountForm):
    """A form that asks for the account too, when `account_needed`."""

    def __init__(self, *args, account_needed=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.account_needed = account_needed
        if not account_needed:
            for name in AccountForm.base_fields:
                del self.fields[name]
        else:  # last of all
            self.order_fields([name for name in self.fields if name not in AccountForm.base_fields])

    def own_fields(self):
        """All but those of the account."""
        return [field for field in self if field.name not in AccountForm.base_fields]

    def account_fields(self):
        return [field for field in self if field.name in AccountForm.base_fields]

    def account(self):
        return super().account() if self.account_needed else None


class CancelForm(WithAccount):
    reason = forms.ChoiceField(
        label=gettext_lazy("Why do you cancel?"),
        choices=[
            ("", gettext_lazy("Choose a reason")),
            *((each.value, each.label) for each in Cancellation.OF_BUYERS),
        ],
    )
    text = forms.CharField(
        label=gettext_lazy("In your words"), required=False, max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class PicturesField(forms.FileField):
    """Several files at once; a list."""

    widget = ManyFilesInput

    def clean(self, data, initial=None):
        files = data if isinstance(data, (list, tuple)) else [data]
        return [super(PicturesField, self).clean(each, initial) for each in files if each]


class ReturnForm(WithAccount):
    """One number for each line that may still be sent back, then why, what happened, pictures, what is wished."""

    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    reason = forms.ChoiceField(label=gettext_lazy("What is wrong?"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=gettext_lazy("What happened?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    pictures = PicturesField(
        label=gettext_lazy("Pictures"), required=False,
        help_text=gettext_lazy("Up to five. Broken or spoiled goods need one. Only the maker and the shop see them."),
        widget=ManyFilesInput(attrs={"accept": "image/*"}),
    )  # fmt: skip
    wanted = forms.ChoiceField(
        label=gettext_lazy("What do you wish?"), choices=Return.Remedy.choices, widget=forms.RadioSelect,
        initial=Return.Remedy.REFUND,
    )  # fmt: skip

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = lines
        until: dict = {}
        for each in lines:
            for reason, moment in each.until.items():
                until[reason] = max(moment, until.get(reason, moment))
            self.fields[self._name(each)] = forms.TypedChoiceField(
                label=each.line.title,
                choices=[(n, str(n)) for n in range(each.left + 1)],
                coerce=int,
                initial=each.left if len(lines) == 1 else 0,
            )
        self.fields["reason"].choices = [
            (
                reason.value,
                _("%(reason)s – until %(moment)s")
                % {"reason": reason.label, "moment": date_and_time(until[reason.value])},
            )
            for reason in Reason
            if reason.value in until
        ]
        self.order_fields([*(self._name(each) for each in lines), "reason", "text", "pictures", "wanted"])

    @staticmethod
    def _name(each):
        return f"pieces_{each.line.pk}"

    def piece_fields(self):
        """[(Returnable, bound field)]"""
        return [(each, self[self._name(each)]) for each in self.lines]

    def pieces(self):
        """{line's number: pieces}"""
        return {each.line.pk: self.cleaned_data[self._name(each)] for each in self.lines}

    def clean_pictures(self):
        if len(self.cleaned_data["pictures"]) > PICTURES:
            raise forms.ValidationError(_("At most five pictures, please."))
        return self.cleaned_data["pictures"]


class WordsForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Why do you not agree?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class InvoiceForm(forms.Form):
    """Whose invoice it is; its fields are the facts of `invoicing.ask`."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Invoice for"), choices=InvoiceRequest.Kind.choices, widget=forms.RadioSelect,
        initial=InvoiceRequest.Kind.COMPANY,
    )  # fmt: skip
    tax_code = forms.CharField(
        label=gettext_lazy("Tax code"), required=False, max_length=20,
        help_text=gettext_lazy("10 or 13 digits. A person may give the 12 digits of the identity card, or nothing."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    name = forms.CharField(label=gettext_lazy("Name on the invoice"), max_length=200)
    address = forms.CharField(label=gettext_lazy("Address on the invoice"), max_length=300)
    email = forms.EmailField(label=gettext_lazy("E-mail the invoice goes to"))
