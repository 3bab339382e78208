"""Forms of hours: nobody types the syntax they are kept in."""

import re
from datetime import time

from django import forms
from django.utils.translation import gettext_lazy as _

from . import osm
from .wording import DAYS

OWN, SAME, CLOSED, USUAL = "own", "same", "closed", "usual"
LATEST = 4 * 60  # minutes after midnight: hours of the evening before that are typed to end later are a slip
HOW = [(OWN, _("Open that day")), (CLOSED, _("Closed all day"))]
MONTHS = [("", "–"), *((str(month), str(month)) for month in range(1, 13))]
MONTH_DAYS = [("", "–"), *((str(day), str(day)) for day in range(1, 32))]


class HoursForm(forms.Form):
    """A form with spans of hours: `add_spans` makes their fields, `take_spans` reads them."""

    def add_spans(self, key, name, spans=(), most=osm.MOST_SPANS):
        """Fields `<key>_1_from`, `<key>_1_to` and so on; `name` is what they are hours of."""
        for number in range(1, most + 1):
            start, end = spans[number - 1] if number <= len(spans) else (None, None)
            for side, minute, label in (
                ("from", start, _("%(name)s, hours %(n)s: from")),
                ("to", end, _("%(name)s, hours %(n)s: to")),
            ):
                shown = label % {"name": name, "n": number}
                self.fields[f"{key}_{number}_{side}"] = forms.TimeField(
                    label=shown,
                    required=False,
                    initial=None if minute is None else _as_time(minute),
                    widget=forms.TimeInput(attrs={"type": "time", "aria-label": shown}, format="%H:%M"),
                    error_messages={"invalid": _("Enter a time like 07:30.")},
                )

    def take_spans(self, key) -> osm.Spans:
        """The spans typed, early ones first; a mistake is said at the field it is in."""
        spans: list[tuple[osm.Span, str]] = []
        for name in [name for name in self.fields if re.fullmatch(rf"{key}_\d_from", name)]:
            to = name.replace("_from", "_to")
            if name in self.errors or to in self.errors:
                return ()
            start, end = self.cleaned_data.get(name), self.cleaned_data.get(to)
            if start is None and end is None:
                continue
            if start is None or end is None:
                self.add_error(name if start is None else to, _("Enter both times."))
                return ()
            try:
                span = osm.span(start.hour, start.minute, end.hour, end.minute)
            except osm.Unreadable as wrong:
                self.add_error(to, str(wrong))
                return ()
            if span[1] > osm.DAY + LATEST:
                self.add_error(to, _before_start())
                return ()
            spans.append((span, name))
        return self._in_order(spans)

    def own_spans(self, key, at="") -> osm.Spans:
        """The spans typed where some were asked for: none at all is a mistake, said at `at` (the choice)."""
        spans = self.take_spans(key)
        if not spans and not any(name.startswith(f"{key}_") for name in self.errors):
            self.add_error(at or f"{key}_how", _("Enter the hours, or choose “Closed all day”."))
        return spans

    def _in_order(self, spans):
        spans.sort()
        for index in range(1, len(spans)):
            if spans[index - 1][0][1] > spans[index][0][0]:
                self.add_error(spans[index][1], _("These hours overlap with the ones before them."))
                return ()
        if len(spans) > 1 and spans[-1][0][1] - osm.DAY > spans[0][0][0]:
            self.add_error(
                spans[-1][1].replace("_from", "_to"), _("These hours run into those of the next day.")
            )
            return ()
        return tuple(span for span, _name in spans)

    def pairs(self, key):
        """([(from, to)] in use, the first at least; those to spare) as bound fields, for the template."""
        used, spare = [], []
        for name in [name for name in self.fields if re.fullmatch(rf"{key}_\d_from", name)]:
            start, end = self[name], self[name.replace("_from", "_to")]
            seen = not used or start.value() or end.value() or start.errors or end.errors
            (used if seen else spare).append((start, end))
        return used, spare


class WeekForm(HoursForm):
    """Seven days, a season, public holidays, appointments, market days. Gives the facts of `set_hours`."""

    by_appointment = forms.BooleanField(
        label=_("By appointment only"), required=False,
        help_text=_("Visitors are told to call first; the hours below are when you take appointments."),
    )  # fmt: skip
    season_day = forms.ChoiceField(label=_("Season from: day"), choices=MONTH_DAYS, required=False)
    season_month = forms.ChoiceField(label=_("Month"), choices=MONTHS, required=False)
    until_day = forms.ChoiceField(label=_("to: day"), choices=MONTH_DAYS, required=False)
    until_month = forms.ChoiceField(label=_("Month"), choices=MONTHS, required=False)
    out = forms.ChoiceField(
        label=_("Out of season"),
        choices=[(CLOSED, _("Closed all day")), (OWN, _("Other hours"))],
        required=False,
    )
    holidays = forms.ChoiceField(
        label=_("On public holidays"),
        choices=[(USUAL, _("As usual")), (CLOSED, _("Closed all day")), (OWN, _("Other hours"))],
    )
    lunar_days = forms.CharField(
        label=_("Only on market days (lunar calendar)"), required=False, max_length=120,
        help_text=_("Days of the lunar month, like 3, 8, 13, 18, 23, 28. Leave it empty if you are open every week."),
    )  # fmt: skip

    def __init__(self, *args, week, by_appointment=False, lunar_days=(), **kwargs):
        super().__init__(*args, **kwargs)
        self._add_days("d", week.days, "%s")
        self._add_days("r", week.rest or ((),) * 7, _("%s, out of season"))
        self.add_spans("h", _("Public holidays"), week.holidays or ())
        first, last = week.season or (("", ""), ("", ""))
        holidays = USUAL if week.holidays is None else OWN if week.holidays else CLOSED
        self.initial |= {
            "by_appointment": by_appointment,
            "season_month": first[0], "season_day": first[1], "until_month": last[0], "until_day": last[1],
            "holidays": holidays,
            "out": OWN if week.rest else CLOSED,
            "lunar_days": ", ".join(str(day) for day in lunar_days),
        }  # fmt: skip

    def _add_days(self, key, half, label):
        before = None
        for index, spans in enumerate(half):
            how = CLOSED if not spans else SAME if spans == before else OWN
            choices = [*HOW, *([(SAME, _("Same as the day above"))] if index else [])]
            name = label % DAYS[index]
            self.fields[f"{key}{index}_how"] = forms.ChoiceField(
                label=name, choices=choices, initial=how, required=key == "d"
            )
            self.add_spans(f"{key}{index}", name, spans)
            before = spans

    def days(self):
        """[(how, its pairs)] of the seven days, for the template."""
        return [(self[f"d{index}_how"], self.pairs(f"d{index}")) for index in range(7)]

    def rest_days(self):
        """The same out of season."""
        return [(self[f"r{index}_how"], self.pairs(f"r{index}")) for index in range(7)]

    def season(self):
        return [self[name] for name in ("season_day", "season_month", "until_day", "until_month")]

    def holiday_spans(self):
        return self.pairs("h")

    def clean_lunar_days(self):
        parts = re.split(r"[\s,;.]+", self.cleaned_data["lunar_days"].strip())
        days = [part for part in parts if part]
        if not all(part.isdecimal() and 1 <= int(part) <= 30 for part in days):
            raise forms.ValidationError(_("Lunar days go from 1 to 30."))
        return sorted({int(part) for part in days})

    def _days(self, key):
        days: list[osm.Spans] = []
        for index in range(7):
            how = self.cleaned_data.get(f"{key}{index}_how")
            if how == SAME and days:
                days.append(days[-1])
            else:
                days.append(self.own_spans(f"{key}{index}") if how == OWN else ())
        return tuple(days)

    def _rest(self, season):
        """The days out of season, None when it is closed then."""
        if self.cleaned_data.get("out") != OWN:
            return None
        if season is None and "season_day" not in self.errors:
            self.add_error("season_day", _("A season has a first and a last day."))
        days = self._days("r")
        if not any(days) and not any(name.startswith("r") for name in self.errors):
            self.add_error("out", _("Enter the hours, or choose “Closed all day”."))
        return days

    def clean(self):
        how = self.cleaned_data.get("holidays")
        holidays = None if how == USUAL else self.own_spans("h", "holidays") if how == OWN else ()
        season = self._season()
        week = osm.Week(self._days("d"), holidays, season, self._rest(season))
        return {
            "week": week,
            "by_appointment": self.cleaned_data.get("by_appointment", False),
            "lunar_days": self.cleaned_data.get("lunar_days", []),
        }

    def _season(self):
        names = ("season_month", "season_day", "until_month", "until_day")
        typed = [self.cleaned_data.get(name) for name in names]
        if not any(typed):
            return None
        for name, value in zip(names, typed, strict=True):
            if not value:
                self.add_error(name, _("A season has a first and a last day."))
                return None
        ends = []
        for month, day, name in ((typed[0], typed[1], names[1]), (typed[2], typed[3], names[3])):
            try:
                ends.append(osm.month_day(int(month), int(day)))
            except osm.Unreadable as wrong:
                self.add_error(name, str(wrong))
                return None
        return ends[0], ends[1]


def _before_start():
    return _(
        "Closing is before opening. Hours past midnight end by %(latest)s; later ones are hours of the next day, from 00:00."
    ) % {"latest": osm.time_of_day(LATEST)}


def _as_time(minute):
    return time(minute // 60 % 24, minute % 60)
