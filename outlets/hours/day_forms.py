"""Forms of single days: exceptions, Tết, the market days of a year."""

import re
from datetime import date

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from . import lunar, osm
from .forms import CLOSED, OWN, USUAL, HoursForm
from .wording import DAYS


class SpecialDaysForm(HoursForm):
    """From when until when it is closed, or open at other hours."""

    first = forms.DateField(
        label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    last = forms.DateField(
        label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    how = forms.ChoiceField(
        label=_("On these days"),
        choices=[(CLOSED, _("Closed all day")), (OWN, _("Other hours"))],
        initial=CLOSED,
    )
    reason = forms.CharField(
        label=_("Why"), max_length=120, help_text=_("Visitors read it: “Tết”, “storm no. 5”, “repairs”.")
    )

    def __init__(self, *args, row=None, house=False, **kwargs):
        super().__init__(*args, **kwargs)
        spans = osm.read_spans(row.spans) if row and row.spans else ()
        self.add_spans("s", _("These days"), spans)
        if house:
            self.fields["for_everyone"] = forms.BooleanField(
                label=_("Also where public holidays are as usual"), required=False,
                help_text=_("For a storm, say. Leave it for Tết: who opens on holidays stays open."),
            )  # fmt: skip
        if row:
            self.initial |= {
                "first": row.first, "last": row.last, "reason": row.reason,
                "how": OWN if spans else CLOSED, "for_everyone": row.for_everyone,
            }  # fmt: skip

    def spans(self):
        return self.pairs("s")

    def clean(self):
        spans = ()
        if self.cleaned_data.get("how") == OWN:
            spans = self.own_spans("s", "how")
        kept = {name: self.cleaned_data.get(name) for name in ("first", "last", "reason", "for_everyone")}
        return {name: value for name, value in kept.items() if name in self.fields} | {"spans": spans}


class TetForm(HoursForm):
    """The days around Tết, one by one. Gives `days` of `scheduling.set_tet`."""

    def __init__(self, *args, days, **kwargs):
        """`days`: [(day, what counts anyway, in words; the spans entered, () closed, or None)]."""
        super().__init__(*args, **kwargs)
        self._days = [day for day, _words, _spans in days]
        for index, (day, words, spans) in enumerate(days):
            name = f"{DAYS[day.weekday()]} {day:%d/%m} ({lunar_words(day)})"
            self.fields[f"t{index}_how"] = forms.ChoiceField(
                label=name,
                choices=[(USUAL, _("No change")), (CLOSED, _("Closed all day")), (OWN, _("Other hours"))],
                help_text=_("As it stands: %(words)s") % {"words": words},
                initial=USUAL if spans is None else OWN if spans else CLOSED,
            )  # fmt: skip
            self.add_spans(f"t{index}", name, spans or (), most=2)

    def rows(self):
        return [(self[f"t{index}_how"], self.pairs(f"t{index}")) for index in range(len(self._days))]

    def clean(self):
        days: dict[date, osm.Spans | None] = {}
        for index, day in enumerate(self._days):
            how = self.cleaned_data.get(f"t{index}_how")
            days[day] = None if how == USUAL else ()
            if how == OWN:
                days[day] = self.own_spans(f"t{index}")
        return {"days": days}


class MarketDaysForm(forms.Form):
    """The market days of one year: untick those that fall out, add others."""

    kept = forms.MultipleChoiceField(
        label=_("Market days"), required=False, widget=forms.CheckboxSelectMultiple
    )
    more = forms.CharField(
        label=_("Further days"),
        required=False,
        max_length=300,
        help_text=_("Day and month, like 14/2, 20/12."),
    )

    def __init__(self, *args, year, days, kept, **kwargs):
        """`days`: all that may be ticked, as ISO dates; `kept`: those that are."""
        super().__init__(*args, **kwargs)
        self.year = year
        self.fields["kept"].choices = [
            (day.isoformat(), f"{DAYS[day.weekday()]} {day:%d/%m} ({lunar_words(day)})")
            for day in map(date.fromisoformat, days)
        ]
        self.initial["kept"] = kept

    def months(self):
        """[(month, [tick])], for the template."""
        months: dict[int, list] = {}
        for tick in self["kept"]:
            months.setdefault(date.fromisoformat(tick.data["value"]).month, []).append(tick)
        return list(months.items())

    def clean_more(self):
        days = []
        for part in filter(None, re.split(r"[\s,;]+", self.cleaned_data["more"])):
            found = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{4})?", part)
            try:
                days.append(date(self.year, int(found[2]), int(found[1])) if found else date.min)
            except ValueError:
                days.append(date.min)
            if days[-1] == date.min:
                raise forms.ValidationError(gettext("“%(text)s” is not a day like 14/2.") % {"text": part})
        return days

    def clean(self):
        kept = [date.fromisoformat(day) for day in self.cleaned_data.get("kept", [])]
        return {"days": sorted({*kept, *self.cleaned_data.get("more", [])})}


def lunar_words(day):
    """ "27/12 lunar": the day and the month of the lunar calendar."""
    number, month, again = lunar.of(day)
    words = _("%(day)s/%(month)s lunar, leap month") if again else _("%(day)s/%(month)s lunar")
    return words % {"day": number, "month": month}
