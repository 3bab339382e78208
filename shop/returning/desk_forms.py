"""Forms of the producer's and the shop manager's desk after the order."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.money import DongField

from .models import Cancellation, FailedDelivery, Return


class CancelForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why is it cancelled?"),
        choices=[("", _("Choose a reason")), *((each.value, each.label) for each in Cancellation.OF_SELLERS)],
    )
    text = forms.CharField(
        label=_("For the buyer"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The buyer reads it."),
    )  # fmt: skip


SELLABLE = [("yes", _("Yes, put them back in stock")), ("no", _("No, they are spoiled or damaged"))]


def _as_bool(value):
    return {"yes": True, "no": False}.get(value)


class CameBackForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why was it not delivered?"),
        choices=[("", _("Choose a reason")), *FailedDelivery.Reason.choices],
    )
    text = forms.CharField(label=_("In your words"), required=False, max_length=500)
    sellable = forms.TypedChoiceField(
        label=_("Can the goods be sold again?"), choices=[*SELLABLE, ("later", _("I have not looked yet"))],
        coerce=_as_bool, empty_value=None, widget=forms.RadioSelect,
    )  # fmt: skip


class LookAtForm(forms.Form):
    sellable = forms.TypedChoiceField(
        label=_("Can the goods be sold again?"), choices=SELLABLE, coerce=_as_bool, widget=forms.RadioSelect
    )


class GrantForm(forms.Form):
    """What the buyer gets; its fields are the facts of `answering.accept`."""

    remedy = forms.ChoiceField(
        label=_("What does the buyer get?"), choices=Return.Remedy.choices, widget=forms.RadioSelect,
    )  # fmt: skip
    amount = DongField(
        label=_("Amount in đồng"),
        required=False,
        help_text=_("Only for a part of the price. Leave it empty to pay back all."),
    )
    send_back = forms.BooleanField(label=_("The buyer has to send the goods back first"), required=False)
    answer = forms.CharField(
        label=_("Your answer"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The buyer reads it."),
    )  # fmt: skip


class RefuseForm(forms.Form):
    answer = forms.CharField(
        label=_("Why do you refuse?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The buyer reads it, and may ask the shop to decide."),
    )  # fmt: skip


class DecideForm(GrantForm):
    granted = forms.TypedChoiceField(
        label=_("Your decision"), choices=[("yes", _("The buyer is right")), ("no", _("Refused for good"))],
        coerce=_as_bool, widget=forms.RadioSelect,
    )  # fmt: skip
    field_order = ["granted", "remedy", "amount", "send_back", "answer"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].required = True
        self.fields["answer"].label = _("Why?")
        self.fields["answer"].help_text = _("Both sides read it.")


class ReceiveForm(forms.Form):
    """For each line, how many of the pieces that came back can be sold again."""

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = lines
        for each in lines:
            self.fields[f"line_{each.pk}"] = forms.TypedChoiceField(
                label=_("“%(title)s”: how many can be sold again?") % {"title": each.line.title},
                choices=[(n, str(n)) for n in range(each.quantity + 1)],
                coerce=int,
            )

    def sellable(self):
        return {each.pk: self.cleaned_data[f"line_{each.pk}"] for each in self.lines}


class ReplaceForm(forms.Form):
    tracking_code = forms.CharField(label=_("Tracking code"), required=False, max_length=60)


class IssueForm(forms.Form):
    """The issued invoice; its fields are the facts of `invoicing.issue`."""

    number = forms.CharField(label=_("Invoice number"), max_length=40)
    issued_on = forms.DateField(
        label=_("Issued on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    link = forms.CharField(
        label=_("Link to the invoice"), required=False, max_length=500,
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
        help_text=_("The buyer opens it from the order's page."),
    )  # fmt: skip
    document = forms.FileField(
        label=_("or its PDF"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}),
    )


class CorrectForm(IssueForm):
    """What is right of an issued invoice; its fields are the facts of `invoicing.correct`."""

    without_document = forms.BooleanField(required=False)

    def __init__(self, *args, stored, **kwargs):
        """`stored`: the PDF there is, or None."""
        super().__init__(*args, **kwargs)
        if stored is None:
            del self.fields["without_document"]
            return
        self.fields["document"].label = _("Another PDF")
        self.fields["document"].help_text = _("Without one, the stored PDF stays: %(name)s") % {
            "name": stored.name
        }
        self.fields["without_document"].label = _("Take the stored PDF away")
