"""What is typed about visits and group codes: the shape of the input only."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.money import DongField

from ..fields import DateField, TimeField
from ..models import Itinerary, Outlet
from ..stock.forms import SaleForm
from . import crediting

LANGUAGES = Outlet.Language.choices


class TimeOfVisitForm(forms.Form):
    """Another time, with a word about it."""

    day = DateField(label=_("Day"))
    starts = TimeField(label=_("Arrival"))
    reason = forms.CharField(label=_("Why another time"), max_length=300, required=False)


class AcceptForm(forms.Form):
    """Which button was pressed: what becomes of the stop of the tour (`outlets.tours.agreeing`)."""

    stop = forms.ChoiceField(
        choices=[(name, name) for name in ("move", "anyway", "leave")],
        required=False,
        widget=forms.HiddenInput,
    )


class VisitForm(forms.Form):
    """What an operator asks for."""

    day = DateField(label=_("Day"))
    starts = TimeField(label=_("Arrival"))
    minutes = forms.IntegerField(label=_("How long (minutes)"), initial=45)
    size = forms.IntegerField(label=_("Number of guests"))
    language = forms.ChoiceField(label=_("Language of the group"), choices=LANGUAGES, initial="vi")
    tasting = forms.BooleanField(label=_("With a tasting"), required=False)
    note = forms.CharField(
        label=_("Note for the host"),
        max_length=300,
        required=False,
        help_text=_("For example guests who need a ramp, or do not eat honey."),
    )


class CameForm(forms.Form):
    came = forms.IntegerField(label=_("How many guests came"))


class GroupCodeForm(forms.Form):
    itinerary = forms.ModelChoiceField(label=_("Tour"), queryset=Itinerary.objects.none())
    first_day = DateField(label=_("First day of the group"))
    size = forms.IntegerField(label=_("Number of guests"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["itinerary"].queryset = Itinerary.objects.of(user).published()


class CreditForm(forms.Form):
    group = forms.CharField(
        label=_("Group code"), max_length=20, widget=forms.TextInput(attrs={"autocapitalize": "characters"})
    )
    amount = DongField(label=_("Paid in all (₫)"))
    receipt = forms.CharField(label=_("Number of the receipt"), max_length=30)
    again = forms.BooleanField(
        label=_("Another purchase of the same amount"), required=False, widget=forms.HiddenInput
    )

    def add_error(self, field, error):
        """Whether it was bought `again` is asked once that is in doubt."""
        if field == "again":
            self.fields["again"].widget = forms.CheckboxInput()
        super().add_error(field, error)


class TakeBackForm(forms.Form):
    amount = DongField(
        label=_("Taken back in all (₫)"),
        help_text=_("The whole amount when it was typed wrong: the receipt can then be credited anew."),
    )


class SaleToGroupForm(SaleForm):
    """A sale at the counter, which may be credited to a group: to one of `groups` (here today), or by its code."""

    def __init__(self, *args, groups, **options):
        super().__init__(*args, **options)
        if groups:
            here = [
                (each.code, f"{each.starts:%H:%M} · {each.itinerary} · {each.size_in_words} · {each.code}")
                for each in groups
            ]
            self.fields["group_here"] = forms.ChoiceField(
                label=_("Sold to a group that is here today"),
                required=False,
                choices=[("", _("no group, or another one")), *here],
                widget=forms.RadioSelect,
            )
        self.fields["group"] = forms.CharField(
            label=_("Group code"),
            required=False,
            max_length=20,
            help_text=_("Its tour is credited with this sale; nothing about the buyer is kept."),
            widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        )

    def clean(self):
        chosen = self.cleaned_data.get("group_here", "")
        typed = self.cleaned_data.get("group", "").strip()
        if chosen and typed and crediting.cleaned(typed) != chosen:
            self.add_error("group", _("Choose a group above or type a code, not both."))
        return super().clean() | {"group": typed or chosen}

    def of_group(self):
        """The bound fields that say whose purchase it is."""
        return [self[name] for name in ("group_here", "group") if name in self.fields]


class CalendarForm(forms.Form):
    calendar = forms.FileField(
        label=_("Your calendar (.ics)"),
        help_text=_("Google Calendar, Outlook and phones export it. Its events become times without groups."),
        widget=forms.ClearableFileInput(attrs={"accept": ".ics,text/calendar"}),
    )
