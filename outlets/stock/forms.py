"""What is typed on the desks of keepers and of makers with goods at outlets: the shape of the input only."""

from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalogue.money import DongField
from catalogue.producers.models import Partner

from ..fields import capitalised
from ..models import NoteLine, Outlet, SalesAlert
from ..models.consignment import MOST_COMMISSION, MOST_PIECES

HOURS = [(hour, f"{hour:02}:00") for hour in range(24)]


class TermsForm(forms.Form):
    commission = forms.DecimalField(
        label=_("Commission, %"),
        min_value=0,
        max_value=MOST_COMMISSION,
        max_digits=4,
        decimal_places=1,
        help_text=_("What the point of sale keeps of each sale."),
    )
    count_every = forms.IntegerField(label=_("Days between counts"), min_value=1, max_value=366, initial=30)


class OfferForm(TermsForm):
    """By a keeper: to which producer."""

    producer = forms.ModelChoiceField(label=_("Producer"), queryset=Partner.objects.order_by("name"))
    field_order = ("producer",)


class MakersOfferForm(TermsForm):
    """By a producer: to which outlet, and for which of the producers one acts for."""

    producer = forms.ModelChoiceField(label=_("Producer"), queryset=Partner.objects.none())
    outlet = forms.ModelChoiceField(
        label=_("Point of sale"), queryset=Outlet.objects.serving().order_by("name")
    )
    field_order = ("producer", "outlet")

    def __init__(self, *args, makers, **options):
        super().__init__(*args, **options)
        self.fields["producer"].queryset = makers
        if len(makers) == 1:
            self.fields["producer"].initial = makers[0]
            self.fields["producer"].widget = self.fields["producer"].hidden_widget()


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300)


class AlertForm(forms.Form):
    when = forms.ChoiceField(
        label=_("When shall we tell you of sales?"), choices=capitalised(SalesAlert.When)
    )
    hour = forms.TypedChoiceField(label=_("Hour, when once a day"), choices=HOURS, coerce=int)


class PaymentForm(forms.Form):
    amount = DongField(label=_("Amount paid (₫)"))
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    text = forms.CharField(
        label=_("Remark"), max_length=300, required=False, help_text=_("For example the bank's reference.")
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=40)


class NoteForm(forms.Form):
    """A line of fields for each of `rows` [(product, pieces there, price)]; empty lines are left out.

    `cleaned_data` is what the act takes: the lines, and what is said of the whole note.
    """

    lines_name = "lines"
    least = 1
    has_day = True

    def __init__(self, *args, rows, **options):
        super().__init__(*args, **options)
        self.rows = rows
        for product, there, price in rows:
            self.add_line(product, there, price)
        if self.has_day:
            self.fields["day"] = forms.DateField(
                label=_("Day"),
                initial=timezone.localdate,
                widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            )
        self.fields["text"] = forms.CharField(label=_("Remark"), max_length=300, required=False)
        self.fields["key"] = forms.CharField(
            widget=forms.HiddenInput, max_length=40, initial=lambda: uuid4().hex
        )

    def add_line(self, product, there, price):
        """The fields of one product."""
        self.fields[f"pieces-{product.pk}"] = forms.IntegerField(
            label=_("Pieces"),
            required=False,
            min_value=self.least,
            max_value=MOST_PIECES,
            widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        )

    def line(self, product, pieces):
        """What the act takes for one product."""
        return pieces

    def clean(self):
        said = super().clean()
        lines = {
            product: self.line(product, said[f"pieces-{product.pk}"])
            for product, _there, _price in self.rows
            if said.get(f"pieces-{product.pk}") is not None
        }
        whole = {name: said[name] for name in ("day", "text", "key") if name in said}
        return {self.lines_name: lines} | whole

    def shown(self):
        """[(product, pieces there, its bound fields)] for the page."""
        return [
            (product, there, [self[name] for name in self.fields if name.endswith(f"-{product.pk}")])
            for product, there, _price in self.rows
        ]

    def rest(self):
        """The bound fields of the whole note."""
        return [self[name] for name in ("day", "text", "key") if name in self.fields]


class SaleForm(NoteForm):
    def add_line(self, product, there, price):
        super().add_line(product, there, price)
        self.fields[f"price-{product.pk}"] = DongField(
            label=_("Price of one (₫)"), required=False, initial=price
        )

    def line(self, product, pieces):
        return pieces, self.cleaned_data.get(f"price-{product.pk}")


class CountForm(NoteForm):
    lines_name = "found"
    least = 0
    has_day = False

    def add_line(self, product, there, price):
        super().add_line(product, there, price)
        self.fields[f"pieces-{product.pk}"].label = _("Pieces found")
        self.fields[f"reason-{product.pk}"] = forms.ChoiceField(
            label=_("Reason, if it differs"),
            required=False,
            choices=lambda: [("", "…"), *capitalised(NoteLine.Reason)()],
        )
        self.fields[f"seen-{product.pk}"] = forms.IntegerField(
            widget=forms.HiddenInput, required=False, initial=there
        )

    def line(self, product, pieces):
        return pieces, self.cleaned_data.get(f"reason-{product.pk}", "")

    def clean(self):
        seen = {
            product: self.cleaned_data.get(f"seen-{product.pk}")
            for product, _there, _price in self.rows
            if self.cleaned_data.get(f"seen-{product.pk}") is not None
        }
        return super().clean() | {"seen": seen}
