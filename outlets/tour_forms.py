"""What is typed on the desks of tours: the shape of the input only."""

import re
from decimal import Decimal

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.producers.folding import fold
from catalogue.producers.models import Commune
from catalogue.producers.places import find_communes
from office.phones import PhoneField

from .models import Operator, Outlet, Stop

LANGUAGES = Outlet.Language.choices
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


class OperatorForm(forms.Form):
    """Who the operator is and what licence it has."""

    name = forms.CharField(label=gettext_lazy("Name of the company"), max_length=160)
    licence = forms.CharField(
        label=gettext_lazy("Licence number"),
        max_length=40,
        help_text=gettext_lazy("As on the travel licence, for example: 42-012/2026/TCDL-GP LHNĐ"),
    )
    licence_kind = forms.ChoiceField(
        label=gettext_lazy("Kind of licence"), choices=Operator.LicenceKind.choices
    )
    licence_until = DateField(
        label=gettext_lazy("Licence valid until"),
        required=False,
        help_text=gettext_lazy("Leave it empty when the licence names no end."),
    )
    document = forms.FileField(
        label=gettext_lazy("The licence, as a photo or PDF"), help_text=gettext_lazy("Up to 10 MB.")
    )
    phone = PhoneField(label=gettext_lazy("Phone number"))
    email = forms.EmailField(label=gettext_lazy("E-mail address"), required=False)
    commune = CommuneField()
    street = forms.CharField(label=gettext_lazy("Street or hamlet"), max_length=200)


class CorrectForm(OperatorForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["document"].required = False
        self.fields["document"].help_text = _("Only when you have a new one; up to 10 MB.")


class ReachForm(forms.Form):
    phone = PhoneField(label=gettext_lazy("Phone number"))
    email = forms.EmailField(label=gettext_lazy("E-mail address"), required=False)


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class ItineraryForm(forms.Form):
    """The frame and the texts of a tour. The act says what sizes can be."""

    title_vi = forms.CharField(label=gettext_lazy("Title"), max_length=120)
    summary_vi = forms.CharField(
        label=gettext_lazy("Summary"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Two or three sentences: what guests will remember."),
    )
    days = forms.IntegerField(label=gettext_lazy("Days"), initial=1)
    season_from = month(gettext_lazy("Season from"))
    season_to = month(gettext_lazy("Season to"))
    weekdays = NumbersField(
        label=gettext_lazy("Starts on"),
        choices=[(number, name) for number, name in WEEKDAYS.items()],
        help_text=gettext_lazy("None ticked: on every day of the week."),
    )
    group_min = forms.IntegerField(label=gettext_lazy("Smallest group"), initial=1)
    group_max = forms.IntegerField(label=gettext_lazy("Largest group"), initial=25)
    by_coach = forms.BooleanField(
        label=gettext_lazy("The group travels by coach"), required=False, initial=True
    )
    languages = ticks(gettext_lazy("Languages of the guide"), LANGUAGES)
    price_note_vi = forms.CharField(
        label=gettext_lazy("Price"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("In words, for example: from 890.000 ₫ a guest, lunch included"),
    )
    title_en = forms.CharField(label=gettext_lazy("Title in English"), max_length=120, required=False)
    summary_en = forms.CharField(
        label=gettext_lazy("Summary in English"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    price_note_en = forms.CharField(label=gettext_lazy("Price in English"), max_length=120, required=False)


class StopForm(forms.Form):
    """Time, length and reason of one stop; where it is depends on its kind."""

    day = forms.TypedChoiceField(label=gettext_lazy("Day"), coerce=int)
    starts = TimeField(label=gettext_lazy("Arrival"))
    minutes = forms.IntegerField(label=gettext_lazy("Minutes there"), initial=45)
    reason_vi = forms.CharField(
        label=gettext_lazy("Why the group stops here"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("One sentence: what they see, taste or do here at this time of day."),
    )
    reason_en = forms.CharField(
        label=gettext_lazy("The same in English"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, days, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["day"].choices = [(n, _("Day %(n)d") % {"n": n}) for n in range(1, days + 1)]


class HostStopForm(StopForm):
    host = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class PlaceStopForm(StopForm):
    name = forms.CharField(label=gettext_lazy("Name of the place"), max_length=120)
    name_en = forms.CharField(label=gettext_lazy("Its name in English"), max_length=120, required=False)
    point = PointField(required=False)
    field_order = ("name", "name_en", "point")


def stop_form(kind):
    """The form for a kind of stop."""
    return HostStopForm if kind in {Stop.Kind.OUTLET, Stop.Kind.PRODUCER} else PlaceStopForm


class CopyDayForm(forms.Form):
    day = forms.IntegerField(widget=forms.HiddenInput)
    to = forms.TypedChoiceField(label=gettext_lazy("Copy to"), coerce=int)

    def __init__(self, *args, days, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(n, _("Day %(n)d") % {"n": n}) for n in range(1, days + 2)]


class ReceiveForm(forms.Form):
    """A producer's conditions for visits."""

    welcomes = forms.BooleanField(label=gettext_lazy("We receive visitors"), required=False)
    weekdays = NumbersField(
        label=gettext_lazy("On these days"), choices=[(number, name) for number, name in WEEKDAYS.items()]
    )
    opens = TimeField(label=gettext_lazy("From"))
    closes = TimeField(label=gettext_lazy("To"))
    season_from = month(gettext_lazy("Season from"))
    season_to = month(gettext_lazy("Season to"))
    largest_group = forms.IntegerField(label=gettext_lazy("Largest group"), initial=15)
    minutes = forms.IntegerField(label=gettext_lazy("Minutes a visit takes"), initial=45)
    coach_reaches = forms.BooleanField(
        label=gettext_lazy("A coach can get there and turn"), required=False
    )
    tasting = forms.BooleanField(label=gettext_lazy("Guests can taste"), required=False)
    languages = ticks(gettext_lazy("Languages spoken"), LANGUAGES)
    point = PointField(
        required=False, help_text=gettext_lazy("Where guests get out: latitude, longitude, copied from a map.")
    )
    note = forms.CharField(
        label=gettext_lazy("Note for the guide"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For example: please wear closed shoes; call 30 minutes before."),
    )
