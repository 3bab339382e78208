"""What the Department and keepers type on the desk of the network: the shape of it only, the acts refuse the rest."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalogue.communes import CommuneForm
from catalogue.money import DongField
from catalogue.producers.models import Partner
from catalogue.producers.places import HA_TINH
from office.phones import PhoneField

from ..fields import capitalised
from ..models import Criterion, Outlet, Standard


class DayInput(forms.DateInput):
    """A day as the browser's own calendar."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


def area(label, *, rows=3, most=1000, required=False, help_text=""):
    return forms.CharField(
        label=label,
        max_length=most,
        required=required,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class OutletForm(CommuneForm):
    """An outlet's facts, its commune by name; `facts()` is what the acts take. Hours have a page of their own."""

    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(label=_("Kind"), choices=capitalised(Outlet.Kind))
    funding = forms.ChoiceField(label=_("Funding"), choices=capitalised(Outlet.Funding))
    operator = forms.CharField(label=_("Who runs it"), max_length=160)
    producer = forms.ModelChoiceField(
        label=_("Run by the producer"), queryset=Partner.objects.order_by("name"), required=False
    )
    street = forms.CharField(label=_("Street or hamlet"), max_length=200)
    old_address = forms.CharField(
        label=_("Address before July 2025"),
        max_length=200,
        required=False,
        help_text=_("As printed on older labels."),
    )
    latitude = forms.DecimalField(
        label=_("Latitude"),
        max_digits=8,
        decimal_places=6,
        required=False,
        help_text=_("Degrees north, such as 18.342800."),
    )
    longitude = forms.DecimalField(
        label=_("Longitude"),
        max_digits=9,
        decimal_places=6,
        required=False,
        help_text=_("Degrees east, such as 105.905600."),
    )
    phone = PhoneField(label=_("Phone number"), required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    about = area(_("About the place"), most=2000)
    coach_places = forms.IntegerField(label=_("Parking places for coaches"), min_value=0, initial=0)
    visit_capacity = forms.IntegerField(label=_("Guests a visit can take"), min_value=1, initial=30)
    languages = forms.MultipleChoiceField(
        label=_("Languages spoken"),
        choices=Outlet.Language.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    payments = forms.MultipleChoiceField(
        label=_("Ways to pay"),
        choices=capitalised(Outlet.Payment),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    picks_up = forms.BooleanField(label=_("Hands over orders made online"), required=False)

    WHO = ("name", "kind", "funding", "operator", "producer")
    WHERE = ("street", "old_address", "latitude", "longitude")
    WHAT = ("phone", "email", "about", "coach_places", "visit_capacity", "languages", "payments", "picks_up")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["province"].initial = HA_TINH

    def facts(self):
        """What was typed, in the words of the acts."""
        found = {name: self.cleaned_data[name] for name in (*self.WHO, *self.WHERE, *self.WHAT)}
        return found | {"commune": self.cleaned_data["commune_found"]}

    @property
    def who(self):
        return [self[name] for name in self.WHO]

    @property
    def where(self):
        return [self[name] for name in self.WHERE]

    @property
    def what(self):
        return [self[name] for name in self.WHAT]

    @staticmethod
    def of(outlet):
        """What the form shows first of an outlet on record."""
        names = (*OutletForm.WHO, *OutletForm.WHERE, *OutletForm.WHAT)
        shown = {name: getattr(outlet, name) for name in names}
        commune = outlet.commune
        return shown | {
            "province": commune.province_id,
            "commune_text": commune.name,
            "commune": commune.code,
        }


class MoveForm(forms.Form):
    """A step in the life of an outlet: since when, and why."""

    on = forms.DateField(label=_("Since"), widget=DayInput(), initial=timezone.localdate)
    reason = area(_("Reason"), most=300)


class StopForm(MoveForm):
    """Nobody is served any more: the reason is asked for."""

    reason = area(_("Reason"), most=300, required=True, help_text=_("Visitors read it."))


class AccountForm(forms.Form):
    login = forms.CharField(
        label=_("E-mail or phone number of the account"),
        max_length=120,
        help_text=_("The person signs up first; then the desk of this point of sale opens to them."),
    )


class ShowPictureForm(forms.Form):
    picture = forms.FileField(
        label=_("Picture"),
        help_text=_(
            "JPEG, PNG, WebP or AVIF up to 10 MB, at least 200 pixels wide. Where it was taken is not kept."
        ),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )


YES_OR_NO = (("1", _("Yes")), ("0", _("No")))


def yes_or_no(label):
    return forms.TypedChoiceField(
        label=label, choices=YES_OR_NO, coerce=lambda value: value == "1", widget=forms.RadioSelect
    )


class AnswerForm(forms.Form):
    """One criterion, as the keeper answers it."""

    claimed = yes_or_no(_("Is this met?"))
    claim = area(_("How it is met"), rows=2, most=300)
    picture = forms.FileField(
        label=_("Picture or PDF that shows it"),
        required=False,
        help_text=_("Up to 10 MB. Only your point of sale and the Department see it."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"}),
    )


class StandardForm(forms.Form):
    """The criteria of a decision, as the Department enters it."""

    name = forms.CharField(label=_("Name"), max_length=160)
    legal_basis = forms.CharField(
        label=_("Number, day and who decided"),
        max_length=300,
        help_text=_("For example: Quyết định 950/QĐ-BCT ngày 18/04/2023"),
    )
    code = forms.CharField(
        label=_("Short code"), max_length=30, help_text=_("As people say it, for example: 950")
    )
    valid_from = forms.DateField(label=_("Valid from"), widget=DayInput())
    valid_to = forms.DateField(label=_("Valid to"), widget=DayInput(), required=False)
    copied_from = forms.ModelChoiceField(
        label=_("Begin with a copy of"), queryset=Standard.objects.all(), required=False
    )
    note = forms.CharField(label=_("Remark"), max_length=300, required=False)


class CriterionForm(forms.Form):
    """One criterion, compared with the text of the decision."""

    text = area(_("Criterion"), most=600, required=True)
    must_have = forms.BooleanField(label=_("Without this there is no recognition"), required=False)
    source = forms.CharField(
        label=_("Where it stands in the decision"),
        max_length=200,
        help_text=_(
            "Section and point, for example: mục II.1. Where the decision does not say it, write so."
        ),
    )


class NewCriterionForm(CriterionForm):
    part = forms.ChoiceField(label=_("Part"), choices=capitalised(Criterion.Part))
    field_order = ("part",)


class VisitDayForm(forms.Form):
    on = forms.DateField(label=_("Day of the visit"), widget=DayInput())


class FindingsForm(forms.Form):
    """What the visitor found, criterion by criterion: two fields for each answer."""

    def __init__(self, *args, answers, **kwargs):
        super().__init__(*args, **kwargs)
        self.answers = list(answers)
        for row in self.answers:
            self.fields[f"found_{row.pk}"] = yes_or_no(row.criterion.text)
            self.fields[f"finding_{row.pk}"] = forms.CharField(
                label=_("What was found"), max_length=300, required=False
            )

    @property
    def pairs(self):
        """[(answer, its field yes or no, its field of text)] in the order of the criteria."""
        return [(row, self[f"found_{row.pk}"], self[f"finding_{row.pk}"]) for row in self.answers]

    def findings(self):
        """{answer: (met, what was found)}."""
        data = self.cleaned_data
        return {row: (data[f"found_{row.pk}"], data[f"finding_{row.pk}"]) for row in self.answers}


class DecisionForm(forms.Form):
    decision_number = forms.CharField(label=_("Decision number"), max_length=60)
    decision_date = forms.DateField(label=_("Day of the decision"), widget=DayInput())
    valid_from = forms.DateField(label=_("Valid from"), widget=DayInput())
    valid_to = forms.DateField(label=_("Valid to"), widget=DayInput())


class WhyForm(forms.Form):
    reason = area(_("Reason"), most=500, required=True)


class MaybeWhyForm(forms.Form):
    reason = area(_("Reason"), most=500)


class ReportForm(forms.Form):
    goods = forms.IntegerField(
        label=_("OCOP products on sale"),
        min_value=0,
        help_text=_("How many different ones at the end of the half-year."),
    )
    sales = DongField(label=_("Sales of OCOP products, đồng"))
    visitors = forms.IntegerField(label=_("Visitors"), min_value=0, help_text=_("A good estimate will do."))
    note = area(_("Remark"), most=500)
