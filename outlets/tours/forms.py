"""What is typed on the desks of tours: the shape of the input only."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from office.phones import PhoneField

from ..fields import CommuneField, DateField, NumbersField, PointField, TimeField, capitalised, month, ticks
from ..models import Operator, Outlet, Stop
from ..models.itinerary import MOST_GUESTS
from ..models.tour_text import StopText, TourText
from .choosing import area_choices
from .translating import wanted_of

LANGUAGES = Outlet.Language.choices


class OperatorForm(forms.Form):
    """Who the operator is and what licence it has."""

    name = forms.CharField(label=gettext_lazy("Name of the company"), max_length=160)
    licence = forms.CharField(
        label=gettext_lazy("Licence number"),
        max_length=40,
        help_text=gettext_lazy("As on the travel licence, for example: 42-012/2026/SDL-GP LHNĐ"),
    )
    licence_kind = forms.ChoiceField(
        label=gettext_lazy("Kind of licence"), choices=capitalised(Operator.LicenceKind)
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
        label=gettext_lazy("Reason"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ItineraryForm(forms.Form):
    """The frame and the texts of a tour. The act says what sizes can be."""

    title_vi = forms.CharField(label=gettext_lazy("Title"), max_length=120)
    summary_vi = forms.CharField(
        label=gettext_lazy("What the tour is about"),
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
    name = forms.CharField(label=gettext_lazy("Name of the sight or restaurant"), max_length=120)
    name_en = forms.CharField(label=gettext_lazy("Its name in English"), max_length=120, required=False)
    point = PointField(required=False)
    field_order = ("name", "name_en", "point")


def stop_form(kind):
    """The form for a kind of stop."""
    return HostStopForm if kind in {Stop.Kind.OUTLET, Stop.Kind.PRODUCER} else PlaceStopForm


class TranslationForm(forms.Form):
    """A tour's texts in one more language, a field for each; the act says how long and in what letters."""

    LABELS = {
        "title": gettext_lazy("Title"),
        "summary": gettext_lazy("What the tour is about"),
        "price_note": gettext_lazy("Price"),
        "name": gettext_lazy("Name of the sight or restaurant"),
        "reason": gettext_lazy("Why the group stops here"),
    }

    def __init__(self, *args, itinerary, stops, language, stale=frozenset(), **kwargs):
        super().__init__(*args, **kwargs)
        self.stops, self.language, self.stale = stops, language, stale
        for name in TourText.FIELDS:
            self._ask(name, name, itinerary)
        self.fields["title"].required = True
        for stop in stops:
            for name in wanted_of(stop):
                self._ask(f"{name}-{stop.pk}", name, stop)

    def groups(self):
        """[(stop or None, its fields)] in the order of the tour; a field knows what it says again (`source`)."""
        groups = [(None, [self[name] for name in TourText.FIELDS])]
        groups += [(stop, [self[f"{name}-{stop.pk}"] for name in wanted_of(stop)]) for stop in self.stops]
        return groups

    def _ask(self, key, name, row):
        long = name in {"summary", "reason"}
        attrs = {"lang": self.language.code} | ({"rows": 4 if name == "summary" else 2} if long else {})
        model = TourText if name in TourText.FIELDS else StopText
        field = forms.CharField(
            label=f"{self.LABELS[name]}: {row}" if key != name else self.LABELS[name],
            required=False,
            max_length=model._meta.get_field(name).max_length or 2000,
            widget=(forms.Textarea if long else forms.TextInput)(attrs=attrs),
        )
        field.source = field.help_text = getattr(row, f"{name}_vi") or ""
        field.english = getattr(row, f"{name}_en") or ""
        field.short, field.is_stale = self.LABELS[name], key in self.stale
        self.fields[key] = field


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
    opens = TimeField(label=gettext_lazy("Opens at"))
    closes = TimeField(label=gettext_lazy("Closes at"))
    season_from = month(gettext_lazy("Season from"))
    season_to = month(gettext_lazy("Season to"))
    receives_at_tet = forms.BooleanField(
        label=gettext_lazy("At Tết too, from its eve to the third day"), required=False
    )
    largest_group = forms.IntegerField(label=gettext_lazy("Largest group"), initial=15)
    minutes = forms.IntegerField(label=gettext_lazy("Minutes a visit takes"), initial=45)
    coach_reaches = forms.BooleanField(label=gettext_lazy("A coach can get there and turn"), required=False)
    tasting = forms.BooleanField(label=gettext_lazy("Guests can taste"), required=False)
    languages = ticks(gettext_lazy("Languages spoken"), LANGUAGES)
    point = PointField(
        required=False,
        help_text=gettext_lazy("Where guests get out: latitude, longitude, copied from a map."),
    )
    note = forms.CharField(
        label=gettext_lazy("Note for the guide"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For example: please wear closed shoes; call 30 minutes before."),
    )


class SuggestionForm(forms.Form):
    """What a route is asked for; names in the address are Vietnamese, as everywhere on the site."""

    NAMES = {"day": "ngay", "part": "buoi", "product": "san-pham", "area": "khu-vuc", "guests": "khach"}

    day = DateField(label=gettext_lazy("On which day"))
    part = forms.ChoiceField(label=gettext_lazy("How long"), required=False)
    product = forms.CharField(
        label=gettext_lazy("What you would like to see or buy"), max_length=80, required=False
    )
    area = forms.ChoiceField(label=gettext_lazy("Area"), required=False)
    guests = forms.IntegerField(label=gettext_lazy("Guests"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = [
            ("ngay", _("A whole day")), ("sang", _("A morning")), ("chieu", _("An afternoon")),
        ]  # fmt: skip
        self.fields["area"].choices = [("", _("All of Hà Tĩnh")), *area_choices()]
        self.initial.setdefault("day", timezone.localdate() + timedelta(days=1))
        self.initial.setdefault("guests", 4)

    def add_prefix(self, field_name):
        return self.NAMES.get(field_name, field_name)

    def clean_day(self):
        day = self.cleaned_data["day"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose a day to come."))
        if day > timezone.localdate() + timedelta(days=365):
            raise forms.ValidationError(_("This day is too far ahead: hours are not known yet."))
        return day

    def clean_part(self):
        return self.cleaned_data["part"] or "ngay"

    def clean_guests(self):
        guests = self.cleaned_data["guests"] or 4
        if not 1 <= guests <= MOST_GUESTS:
            raise forms.ValidationError(_("A group has from 1 to %(most)d guests.") % {"most": MOST_GUESTS})
        return guests
