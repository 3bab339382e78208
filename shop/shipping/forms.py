"""What is typed on the desk of delivery: the shape of the input only."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.money import DongField
from catalogue.producers.models import Area, Province

from . import carriers
from .models import WEEKDAYS, Zone
from .rating import Row

COLUMNS = 6


def weekdays_field(label, *, help_text="", required=False):
    return forms.TypedMultipleChoiceField(
        label=label,
        help_text=help_text,
        required=required,
        coerce=int,
        choices=WEEKDAYS,
        widget=forms.CheckboxSelectMultiple,
    )


class MethodForm(forms.Form):
    name = forms.CharField(label=_("Name, as buyers read it"), max_length=80)
    courier = forms.CharField(label=_("Courier"), max_length=80, required=False)
    carrier = forms.ChoiceField(
        label=_("Connected to"),
        help_text=_("A connected courier is told of a parcel as soon as it is packed."),
    )
    needs_tracking = forms.BooleanField(
        label=_("The courier gives a tracking code"),
        required=False,
        help_text=_("It is then asked for when a parcel is handed over."),
    )
    tracking_url = forms.CharField(
        label=_("Tracking address"),
        max_length=200,
        required=False,
        help_text=_("With {code} where the code stands: https://courier.example/?code={code}"),
    )
    days_off = weekdays_field(_("Days without collection"))
    is_active = forms.BooleanField(label=_("Offered to buyers"), required=False, initial=True)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["carrier"].choices = carriers.choices()


@dataclass(slots=True)
class GridRow:
    """A line of the grid: the zone, its cells for the weights, and what else it has."""

    zone: Zone
    fees: list
    rest: list

    @property
    def cells(self):
        return [*self.fees, *self.rest]


class TableForm(forms.Form):
    """The table of a method: weights across, zones down; an empty line is a zone it does not reach."""

    def __init__(self, *args, method, **kwargs):
        super().__init__(*args, **kwargs)
        self.method = method
        self.zones = list(Zone.objects.all())
        reaches = {reach.zone_id: reach for reach in method.reaches.prefetch_related("rates")}
        steps = sorted({rate.up_to_g for reach in reaches.values() for rate in reach.rates.all()})[:COLUMNS]
        for n in range(COLUMNS):
            self.fields[f"step-{n}"] = _whole(_("Up to, g"), steps[n] if n < len(steps) else None, least=1)
        for zone in self.zones:
            self._zone(zone, reaches.get(zone.pk), steps)

    def _zone(self, zone, reach, steps):
        fees = {rate.up_to_g: rate.fee for rate in reach.rates.all()} if reach else {}
        for n in range(COLUMNS):
            first = fees.get(steps[n]) if n < len(steps) else None
            self.fields[f"fee-{zone.pk}-{n}"] = _dong(_("Fee"), first)
        self.fields[f"extra-{zone.pk}"] = _dong(_("Each further kg"), reach and reach.per_extra_kg)
        self.fields[f"min-{zone.pk}"] = _whole(_("Hours, at least"), reach and reach.hours_min)
        self.fields[f"max-{zone.pk}"] = _whole(_("Hours, at most"), reach and reach.hours_max)
        self.fields[f"free-{zone.pk}"] = _dong(_("Free from"), reach and reach.free_from)

    @property
    def steps(self):
        return [self[f"step-{n}"] for n in range(COLUMNS)]

    @property
    def rows(self):
        return [
            GridRow(
                zone,
                [self[f"fee-{zone.pk}-{n}"] for n in range(COLUMNS)],
                [self[f"{name}-{zone.pk}"] for name in ("extra", "min", "max", "free")],
            )
            for zone in self.zones
        ]

    def table(self):
        """(weights, {zone: `Row`}) of a valid form, as `rating.set_table` takes them."""
        data = self.cleaned_data
        steps = [data[f"step-{n}"] for n in range(COLUMNS)]
        rows = {
            zone: Row(
                [data[f"fee-{zone.pk}-{n}"] for n in range(COLUMNS)],
                data[f"extra-{zone.pk}"],
                data[f"min-{zone.pk}"],
                data[f"max-{zone.pk}"],
                data[f"free-{zone.pk}"],
            )
            for zone in self.zones
        }
        return steps, rows


def _whole(label, first, *, least=0):
    return forms.IntegerField(
        label=label,
        initial=first,
        required=False,
        min_value=least,
        max_value=1_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )


def _dong(label, first):
    return DongField(label=label, initial=first, required=False)


class ZoneForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=80)
    provinces = forms.ModelMultipleChoiceField(
        label=_("Provinces"),
        queryset=Province.objects.order_by("folded"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    communes = forms.CharField(
        label=_("Single communes"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Islands and remote places that cost more than their province, one a line: Phú Quốc, An Giang"
        ),
    )


class ClosedDayForm(forms.Form):
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    name = forms.CharField(label=_("Which day it is"), max_length=80)


class TryForm(forms.Form):
    weight = forms.IntegerField(label=_("Weight, g"), min_value=1, max_value=1_000_000)
    place = forms.CharField(label=_("Commune, province"), max_length=120)
    goods = DongField(label=_("Goods (₫)"), required=False)


class PackingForm(forms.Form):
    weight_g = forms.IntegerField(
        label=_("Packed weight, g"),
        required=False,
        help_text=_("One piece with its box. Empty: estimated from the net quantity."),
    )
    keeps_hours = forms.IntegerField(
        label=_("Keeps on the way, hours"),
        required=False,
        help_text=_("For fresh goods: it is not sent where the way takes longer. Empty: it keeps."),
    )
    not_sent_weekdays = weekdays_field(
        _("Not sent on"), help_text=_("Fresh goods that would lie over a Sunday, for example.")
    )
    fragile = forms.BooleanField(label=_("Fragile"), required=False)


class BringForm(forms.Form):
    is_active = forms.BooleanField(label=_("We deliver ourselves"), required=False, initial=True)
    areas = forms.ModelMultipleChoiceField(
        label=_("Whole areas"),
        queryset=Area.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    communes = forms.CharField(
        label=_("Further communes"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line: Thành Sen, Hà Tĩnh"),
    )
    weekdays = weekdays_field(_("Days of delivery"))
    fee = DongField(label=_("Fee (₫)"), help_text=_("0 is free."))
    free_from = DongField(label=_("Free from goods of (₫)"), required=False)
