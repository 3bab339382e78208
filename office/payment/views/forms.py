"""Forms of the payments' desk."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from office.payment.gateways import all_of_them
from office.payment.models.due import Due


class DuesForm(forms.Form):
    """What of all that is owed is looked for. Its names stand in the address."""

    q = forms.CharField(
        label=gettext_lazy("Reference, order number or phone number"), required=False, max_length=60
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        states = [("", gettext_lazy("All")), *Due.State.choices]
        ways = [("", gettext_lazy("All")), *((way.code, way.label) for way in all_of_them())]
        self.fields["trang-thai"] = forms.ChoiceField(
            label=gettext_lazy("State"), choices=states, required=False
        )
        self.fields["cach"] = forms.ChoiceField(
            label=gettext_lazy("Way to pay"), choices=ways, required=False
        )
        for name, label in (("tu", gettext_lazy("From day")), ("den", gettext_lazy("To day"))):
            self.fields[name] = forms.DateField(
                label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            )

    def clean(self):
        first, last = self.cleaned_data.get("tu"), self.cleaned_data.get("den")
        if first and last and last < first:
            self.add_error("den", _("The last day is before the first."))


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


class AssignForm(ReasonForm):
    """The due the money is for: one of those proposed, or another by its reference."""

    proposed = forms.ChoiceField(
        label=gettext_lazy("Probably for"), required=False, widget=forms.RadioSelect, choices=()
    )
    reference = forms.CharField(label=gettext_lazy("Another reference"), required=False, max_length=20)
    field_order = ["proposed", "reference", "reason"]

    def __init__(self, *args, proposals=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["proposed"].choices = proposals
        if not proposals:
            del self.fields["proposed"]
            self.fields["reference"].label = _("Reference")

    def clean(self):
        said = super().clean()
        reference = said.pop("reference", "") or ""
        wanted = reference.strip().upper().replace("-", "").replace(" ", "") or said.pop("proposed", "")
        said.pop("proposed", None)
        due = Due.objects.filter(reference=wanted).first()
        if due is None:
            self.add_error("reference", _("Nothing owed has this reference."))
        said["due"] = due
        return said


class AccountForm(forms.Form):
    """The payee's bank account, where it is known; as one fact called `account`."""

    bank = forms.CharField(label=gettext_lazy("Bank"), max_length=80, required=False)
    number = forms.CharField(label=gettext_lazy("Account number"), max_length=24, required=False)
    holder = forms.CharField(label=gettext_lazy("Account holder"), max_length=120, required=False)

    def clean(self):
        said = super().clean()
        account = {name: said.pop(name, "") for name in ("bank", "number", "holder")}
        said["account"] = account if account["number"] else None
        return said


class RefundForm(AccountForm, ReasonForm):
    field_order = ["reason", "bank", "number", "holder"]


class SentBackForm(ReasonForm):
    bank_reference = forms.CharField(label=gettext_lazy("Bank's reference of your transfer"), max_length=80)
    field_order = ["bank_reference", "reason"]


class TransferredForm(AccountForm):
    bank_reference = forms.CharField(label=gettext_lazy("Bank's reference of your transfer"), max_length=80)
    field_order = ["bank", "number", "holder", "bank_reference"]


class TermsForm(forms.Form):
    """How a phone call or a request of an organisation ended."""

    reason = forms.CharField(
        label=gettext_lazy("Note (who you spoke to, what was agreed)"), max_length=300, required=False
    )


class StatementForm(forms.Form):
    document = forms.FileField(
        label=gettext_lazy("Statement of our account"),
        help_text=gettext_lazy("CSV or XLSX as your bank exports it, up to 2 MB."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )


class RemittanceForm(forms.Form):
    """The courier's list: one line each, tracking code and amount."""

    bank_reference = forms.CharField(
        label=gettext_lazy("Bank's reference of the courier's transfer"), max_length=80
    )
    lines = forms.CharField(
        label=gettext_lazy("The courier's list"),
        help_text=gettext_lazy("One line each: tracking code, then amount in đồng."),
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        max_length=100_000,
        required=False,
    )
    document = forms.FileField(
        label=gettext_lazy("Or as a file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt"}),
    )
