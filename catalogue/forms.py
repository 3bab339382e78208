"""What is typed on the desks of goods and makers: the shape of the input only."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.producers.models import Commune, LegalForm, Partner, Supply
from catalogue.producers.places import HA_TINH
from office.phones import PhoneField

from .grouping import generation_on
from .models import NetUnit, ProductGroup
from .models.group import LegalClass
from .money import DongField


def text_area(label, *, rows=3, help_text="", required=False):
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class FactsForm(forms.Form):
    """What a product page tells (Consumer law 19/2023/QH15, Art. 37; labels: Decree 43/2017)."""

    title = forms.CharField(label=_("Name of the product"), max_length=120)
    group = forms.ModelChoiceField(label=_("Group"), queryset=ProductGroup.objects.none())
    legal_class = forms.ChoiceField(
        label=_("Legal class"),
        required=False,
        choices=[("", _("that of the group")), *LegalClass.choices],
        help_text=_("It decides warnings, payment, and whether there is a basket."),
    )
    abv = forms.DecimalField(
        label=_("Alcohol by volume, %"),
        required=False,
        min_value=0,
        max_value=99,
        max_digits=4,
        decimal_places=1,
        help_text=_("For drinks with alcohol only."),
    )
    pack = forms.CharField(
        label=_("Pack"), max_length=80, required=False, help_text=_("For example: box of 10, 320 g")
    )
    net_quantity = forms.DecimalField(
        label=_("Net quantity"), required=False, min_value=0, max_digits=9, decimal_places=2
    )
    net_unit = forms.ChoiceField(label=_("Unit"), choices=NetUnit.choices)
    ingredients = text_area(_("Ingredients"))
    storage = text_area(_("Storage"), rows=2)
    shelf_life = forms.CharField(label=_("Shelf life"), max_length=120, required=False)
    declaration_number = forms.CharField(
        label=_("Declaration number"),
        max_length=80,
        required=False,
        help_text=_("Of the self-declaration or the registration, for food."),
    )
    origin = text_area(_("Where the raw material comes from"))
    story = text_area(
        _("The story"), rows=6, help_text=_("Who makes it, how, since when. It may not claim to heal.")
    )
    vat_note = forms.CharField(label=_("VAT remark"), max_length=80, required=False)

    def __init__(self, *args, reader, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = ProductGroup.objects.filter(generation=generation_on())
        if not reader:  # what the law sees in the goods is not the maker's to say
            del self.fields["legal_class"]


class NewForm(FactsForm):
    producer = forms.ModelChoiceField(label=_("Producer"), queryset=Partner.objects.none())
    price = DongField(label=_("Price (₫)"), required=False, help_text=_("Whole đồng, VAT included."))
    stock = forms.IntegerField(label=_("In stock"), min_value=0, initial=0)
    field_order = ("producer", "title", "group", "legal_class", "price", "stock", "pack")

    def __init__(self, *args, makers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["producer"].queryset = makers
        if not self.is_bound and len(makers[:2]) == 1:
            self.initial.setdefault("producer", makers[0])


class PriceForm(forms.Form):
    price = DongField(label=_("Price (₫)"), help_text=_("Whole đồng, VAT included."))
    stock = forms.IntegerField(
        label=_("In stock"), min_value=0, help_text=_("All pieces, those promised to orders included.")
    )


class OfferForm(PriceForm):
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class ShelfForm(forms.Form):
    """How many of one thing lie at one place, and when they can leave."""

    stock = forms.IntegerField(
        label=_("How many"),
        min_value=0,
        help_text=_(
            "All pieces, those promised to orders included. Made to order or awaited: the most you take."
        ),
    )
    supply = forms.ChoiceField(
        label=_("When they can leave"),
        widget=forms.RadioSelect,
        choices=[
            (Supply.IN_STOCK, _("At once: they lie here")),
            (Supply.MADE_TO_ORDER, _("Made to order: some days after the order")),
            (Supply.PRE_ORDER, _("Pre-order: from a day on, for example of the harvest")),
        ],
    )
    ready_in_days = forms.IntegerField(
        label=_("Days to make it"),
        required=False,
        min_value=1,
        max_value=365,
        help_text=_("Made to order only."),
    )
    ready_from = forms.DateField(
        label=_("Leaves from"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=_("Pre-order only: the first day parcels can leave."),
    )
    harvest = forms.CharField(
        label=_("Harvest"),
        required=False,
        max_length=120,
        help_text=_("What buyers read beside the day, for example: main crop of Phúc Trạch pomelo."),
    )
    low_at = forms.IntegerField(
        label=_("Tell me when only this many are left"), required=False, min_value=0, max_value=100_000
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class PlaceForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the place"), max_length=120, help_text=_("For example: store in Vinh")
    )
    sends_orders = forms.BooleanField(
        label=_("Orders are sent from here"),
        required=False,
        initial=True,
        help_text=_("Without the tick you only count what lies there; it is not sold in the shop."),
    )


class SizeForm(PriceForm):
    pack = forms.CharField(
        label=_("Name of the size"), max_length=80, help_text=_("For example: jar of 500 g")
    )
    net_quantity = forms.DecimalField(label=_("Net quantity"), min_value=0, max_digits=9, decimal_places=2)
    net_unit = forms.ChoiceField(label=_("Unit"), choices=NetUnit.choices)
    field_order = ("pack", "net_quantity", "net_unit", "price", "stock")


class PictureForm(forms.Form):
    picture = forms.FileField(
        label=_("Picture"),
        help_text=_(
            "JPEG, PNG, WebP or AVIF up to 10 MB, at least 200 pixels wide. Where it was taken is not kept."
        ),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    alt = forms.CharField(
        label=_("What the picture shows"),
        max_length=200,
        required=False,
        help_text=_("For people who cannot see it. Empty: the name of the product."),
    )


class SendBackForm(forms.Form):
    reason = forms.CharField(
        label=_("What is to be changed"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReachForm(forms.Form):
    """What a maker changes alone."""

    phone = PhoneField(label=_("Phone number"), help_text=_("Buyers see it and call it."))
    email = forms.EmailField(label=_("E-mail"), required=False)
    founded = forms.IntegerField(label=_("Founded in"), required=False, min_value=1800, max_value=2100)
    story = text_area(_("The story"), rows=6, help_text=_("It may not claim to heal."))


class MakerForm(ReachForm):
    """Who the maker is in law, too."""

    name = forms.CharField(label=_("Name"), max_length=128)
    legal_form = forms.ChoiceField(label=_("Legal form"), choices=LegalForm.choices)
    tax_code = forms.CharField(label=_("Tax code or registration number"), max_length=20)
    commune = forms.ModelChoiceField(
        label=_("Commune"), queryset=Commune.objects.filter(province=HA_TINH, valid_to=None)
    )
    street = forms.CharField(label=_("Street or hamlet"), max_length=200, required=False)
    old_address = forms.CharField(
        label=_("Address before July 2025"),
        max_length=200,
        required=False,
        help_text=_("As printed on older labels."),
    )
    field_order = ("name", "legal_form", "tax_code", "commune", "street", "old_address")


class LoginForm(forms.Form):
    login = forms.CharField(
        label=_("E-mail or phone number of the account"),
        max_length=120,
        help_text=_("The person signs up first; then the goods and parcels of this producer open to them."),
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
