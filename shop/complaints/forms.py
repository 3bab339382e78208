"""Forms of the complaint desk, public and behind it."""

import re

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.models import Product
from catalogue.producers.models import Partner
from office.phones import PhoneField
from shop.order.forms import TrackForm

from .filing import Matter
from .models import FINDINGS, OFFERS, About, Wish

PRODUCT_PAGE = re.compile(r"_(\d+)/?(?:[?#].*)?$")
PRODUCER_PAGE = re.compile(r"/chu-the/([\w-]+)/?(?:[?#].*)?$")


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; cleaned to a list."""

    def __init__(self, **kwargs):
        attrs = {"accept": "image/jpeg,image/png,image/webp,application/pdf"}
        super().__init__(widget=ManyFiles(attrs=attrs), required=False, **kwargs)

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(FilesField, self).clean(each, initial) for each in files if each]


def said(choices):
    """Choices with a capital, as an entry of a list begins; asked anew in each language."""
    return lambda: [(each.value, capfirst(each.label)) for each in choices]


def papers_field():
    return FilesField(
        label=gettext_lazy("Pictures and papers"),
        help_text=gettext_lazy(
            "Up to five files: PDF, JPEG, PNG or WebP, 10 MB each. Only the parties see them."
        ),
    )


def text_field(label, **kwargs):
    return forms.CharField(label=label, max_length=5000, widget=forms.Textarea(attrs={"rows": 5}), **kwargs)


class ComplaintForm(forms.Form):
    """What somebody complains about. `product` and `producer` come with the link that led here."""

    key = forms.CharField(widget=forms.HiddenInput, min_length=20, max_length=64)
    about = forms.ChoiceField(
        label=gettext_lazy("What is it about?"), choices=About.choices, widget=forms.RadioSelect
    )
    order_number = forms.CharField(
        label=gettext_lazy("Order or parcel number"),
        max_length=24,
        required=False,
        help_text=gettext_lazy("As in the confirmation, for example HT26-000123 or HT26-000123-2."),
        widget=forms.TextInput(attrs={"autocapitalize": "characters"}),
    )
    product = forms.ModelChoiceField(Product.objects.none(), required=False, widget=forms.HiddenInput)
    producer = forms.ModelChoiceField(Partner.objects.none(), required=False, widget=forms.HiddenInput)
    named = forms.CharField(
        label=gettext_lazy("Which product or producer?"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Its name as on this site, or the address of its page."),
    )
    where = forms.CharField(
        label=gettext_lazy("Where did you see it?"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Shop, market, website; what stands on the label; the day."),
    )
    subject = forms.CharField(label=gettext_lazy("In one line"), max_length=160)
    text = text_field(gettext_lazy("What happened?"))
    wish = forms.ChoiceField(
        label=gettext_lazy("What do you ask for?"), choices=said(Wish), initial=Wish.EXPLANATION
    )
    papers = papers_field()
    name = forms.CharField(
        label=gettext_lazy("Full name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = PhoneField(
        label=gettext_lazy("Phone number"),
        required=False,
        help_text=gettext_lazy("For a parcel: the number given with the order."),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        required=False,
        help_text=gettext_lazy("The answers come here, with a link to your complaint."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    vulnerable = forms.BooleanField(
        label=gettext_lazy("Please deal with this first"),
        required=False,
        help_text=gettext_lazy(
            "For whom the law protects first: elderly people, people with a disability, children, ethnic "
            "minorities, people of remote areas, pregnant or nursing women, the seriously ill, poor households. "
            "We do not ask which."
        ),
    )
    contact_open = forms.BooleanField(
        label=gettext_lazy("The seller may see my phone number and e-mail"), required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["product"].queryset = Product.objects.filter(is_public=True).select_related("producer")
        self.fields["producer"].queryset = Partner.objects.all()

    def clean(self):
        data = super().clean()
        about = data.get("about")
        if about in {About.PRODUCT, About.PRODUCER} and not (data.get("product") or data.get("producer")):
            self._find(data, about)
        if about == About.LABEL and not data.get("where") and not data.get("product"):
            self.add_error("where", _("Say where you saw the label."))
        return data

    def _find(self, data, about):
        """The product or producer that was named, by the address of its page or its exact name."""
        named = data.get("named", "").strip()
        if not named:
            self.add_error("named", _("Say which one it is."))
            return
        if about == About.PRODUCT:
            page = PRODUCT_PAGE.search(named)
            goods = self.fields["product"].queryset
            found = goods.filter(pk=page[1]) if page else goods.filter(title__iexact=named)
        else:
            page = PRODUCER_PAGE.search(named)
            makers = self.fields["producer"].queryset
            found = makers.filter(code=page[1]) if page else makers.filter(name__iexact=named)
        data[about] = found.first()
        if data[about] is None:
            self.add_error(
                "named",
                _("We find none of this name. Copy the address of its page, or choose “something else”."),
            )

    def matter(self):
        """The `Matter` of a valid form; what does not belong to what it is about is left out."""
        data = self.cleaned_data
        about = data["about"]
        shown = about in {About.PRODUCT, About.LABEL}
        return Matter(
            about=about,
            subject=data["subject"],
            text=data["text"],
            wish=data["wish"],
            name=data["name"],
            phone=data["phone"],
            email=data["email"],
            order_number=data["order_number"] if about == About.PARCEL else "",
            product=data["product"] if shown else None,
            producer=data["producer"] if about == About.PRODUCER else None,
            where=data["where"] if about in {About.LABEL, About.OTHER} else "",
            vulnerable=data["vulnerable"],
            contact_open=data["contact_open"],
            papers=data["papers"],
        )


class FindForm(TrackForm):
    number = forms.CharField(
        label=gettext_lazy("Number of the complaint"),
        max_length=20,
        widget=forms.TextInput(attrs={"placeholder": "PA26-000012", "autocapitalize": "characters"}),
    )
    phone = PhoneField(label=gettext_lazy("Phone number given with it"))


class MessageForm(forms.Form):
    text = text_field(gettext_lazy("Your message"))
    papers = papers_field()


class WhyForm(forms.Form):
    text = text_field(gettext_lazy("Anything to add"), required=False)


class ReasonForm(forms.Form):
    text = text_field(gettext_lazy("Reason"))


class HandForm(ReasonForm):
    """Whom a matter without a seller is about: producers somebody answers for."""

    producer = forms.ModelChoiceField(
        Partner.objects.none(),
        label=gettext_lazy("Seller"),
        empty_label=gettext_lazy("Choose the seller"),
        error_messages={"required": gettext_lazy("Choose the seller this is about.")},
    )
    field_order = ("producer", "text")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        answering = Partner.objects.filter(users__is_active=True).distinct()
        self.fields["producer"].queryset = answering.order_by("name")


class AnswerForm(forms.Form):
    text = text_field(gettext_lazy("Your answer"))
    offer = forms.ChoiceField(label=gettext_lazy("What you offer"), choices=said(OFFERS))
    papers = papers_field()


class DecideForm(forms.Form):
    text = text_field(gettext_lazy("Reason"), help_text=gettext_lazy("Both parties read it."))
    offer = forms.ChoiceField(label=gettext_lazy("Decision"), choices=said(OFFERS))
    papers = papers_field()


class FindingForm(forms.Form):
    text = text_field(gettext_lazy("What was checked and found"))
    offer = forms.ChoiceField(
        label=gettext_lazy("Result"),
        choices=said(FINDINGS),
    )
    papers = papers_field()


class PeriodForm(forms.Form):
    """`tu`, `den`: the first and the last day, in the address."""

    tu = forms.DateField(label=gettext_lazy("From"), widget=forms.DateInput(attrs={"type": "date"}))
    den = forms.DateField(label=gettext_lazy("To"), widget=forms.DateInput(attrs={"type": "date"}))

    def clean(self):
        data = super().clean()
        if data.get("tu") and data.get("den") and data["tu"] > data["den"]:
            self.add_error("den", _("The last day is before the first."))
        return data
