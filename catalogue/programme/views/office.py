"""The programme office's desk: certificates, and the decisions that change them."""

from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from catalogue.models import CriteriaGeneration, Product
from catalogue.programme import deciding, recognising
from catalogue.programme.models import Recognition
from office import papers
from office.acts import ActView

PER_PAGE = 30
STARS = [(number, str(number)) for number in range(5, 0, -1)]
SHOWS = [
    ("", _("All")),
    ("ending", _("Ending within 90 days")),
    ("valid", _("Valid today")),
    ("ended", _("Ended")),
    ("never", _("Never certified")),
]


@method_decorator(never_cache, name="dispatch")
class CertificatesPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/chung-nhan/`: products and what their stars rest on, those ending first."""

    template_name = "catalogue/office/certificates.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        decides = deciding.may_decide(user)
        if not decides and not deciding.makers_of(user).exists():
            raise PermissionDenied
        text = self.request.GET.get("q", "").replace("\x00", "")[:120]
        show = self.request.GET.get("loc", "")
        rows = deciding.products_for(user, text=text, show=show)
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("trang"))
        entries = [(product, deciding.current(product)) for product in page]
        return super().get_context_data(
            page=page,
            entries=entries,
            text=text,
            show=show,
            shows=SHOWS,
            decides=decides,
            noindex=True,
            **kwargs,
        )


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class DecisionForm(forms.Form):
    """What every decision names."""

    decision_number = forms.CharField(label=_("Decision number"), max_length=60)
    decision_date = forms.DateField(label=_("Decision date"), widget=DayInput)


class Document(forms.Form):
    document = forms.FileField(
        label=_("The decision on paper"),
        required=False,
        help_text=_("PDF or picture, up to 10 MB. It opens from the certificate's page."),
    )


class CertificateForm(DecisionForm, Document):
    """A new certificate: an award or a renewal."""

    stars = forms.TypedChoiceField(label=_("Stars"), choices=STARS, coerce=int)
    issuer = forms.CharField(label=_("Issuing body"), max_length=160, initial="UBND tỉnh Hà Tĩnh")
    criteria = forms.ModelChoiceField(label=_("Criteria"), queryset=CriteriaGeneration.objects.all())
    valid_from = forms.DateField(
        label=_("Valid from"), widget=DayInput, required=False, help_text=_("Empty: the day of the decision.")
    )
    valid_to = forms.DateField(
        label=_("Valid to"), widget=DayInput, required=False, help_text=_("Empty: 36 months.")
    )
    code = forms.CharField(label=_("Certificate code"), max_length=60, required=False)
    score = forms.DecimalField(
        label=_("Score"), min_value=0, max_value=100, max_digits=5, decimal_places=2, required=False
    )
    field_order = (
        "stars",
        "decision_number",
        "decision_date",
        "issuer",
        "criteria",
        "valid_from",
        "valid_to",
    )


class AwardForm(CertificateForm):
    variant = forms.ModelChoiceField(
        label=_("For one size only"),
        queryset=Product.objects.none(),
        required=False,
        empty_label=_("all sizes"),
    )

    def __init__(self, *args, product, **kwargs):
        super().__init__(*args, **kwargs)
        sizes = product.children.all()
        self.fields["variant"].queryset = sizes
        if not sizes:
            del self.fields["variant"]


class DowngradeForm(DecisionForm):
    stars = forms.TypedChoiceField(label=_("Stars from now on"), choices=STARS[1:], coerce=int)
    decided_by = forms.CharField(label=_("Deciding body"), max_length=160, initial="UBND tỉnh Hà Tĩnh")
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    field_order = ("stars", "decision_number", "decision_date", "decided_by", "reason")


class WithdrawForm(DecisionForm):
    decided_by = forms.CharField(label=_("Deciding body"), max_length=160, initial="UBND tỉnh Hà Tĩnh")
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everyone reads it on the certificate's page."),
    )
    field_order = ("decision_number", "decision_date", "decided_by", "reason")


@method_decorator(never_cache, name="dispatch")
class Decide(ActView):
    """An act of the programme office on a product or a certificate."""

    template_name = "catalogue/office/decide.html"

    def rule(self, user, thing):
        return deciding.may_decide(user)

    def next_url(self, thing):
        return reverse("programme_desk:certificates")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=self.heading, explained=self.explained, button=self.button, noindex=True, **kwargs
        )


class Certify(Decide):
    """An act that makes a certificate, perhaps with the decision on paper, which everyone may open."""

    def act(self, thing, *, by, document=None, **fields):
        with papers.kept_for_act(document, by=by, public=True) as paper:
            return self.certify(thing, by=by, document=paper, **fields)


class Award(Certify):
    queryset = Product.objects.on_sale_list()
    form_class = AwardForm
    heading = _("Award a certificate")
    explained = _("The star shows on every page at once and ends of itself on its last day.")
    button = _("Record the award")
    done = _("The certificate is recorded; the star shows.")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"product": self.thing}

    certify = staticmethod(recognising.award)


class Renew(Certify):
    queryset = Recognition.objects.told()
    form_class = CertificateForm
    heading = _("Renew a certificate")
    explained = _("The new certificate takes over from its first day; the old one ends the day before.")
    button = _("Record the renewal")
    done = _("The renewal is recorded.")

    def get_initial(self):
        return {"stars": self.thing.stars, "issuer": self.thing.issuer}

    certify = staticmethod(recognising.renew)


class Downgrade(Decide):
    queryset = Recognition.objects.told()
    form_class = DowngradeForm
    heading = _("Downgrade")
    explained = _("From the decision's day the product has fewer stars, until the certificate's last day.")
    button = _("Record the downgrade")
    done = _("The downgrade is recorded.")

    def act(self, thing, *, by, **fields):
        return recognising.downgrade(thing, by=by, **fields)


class Withdraw(Decide):
    queryset = Recognition.objects.told()
    form_class = WithdrawForm
    heading = _("Withdraw a certificate")
    explained = _(
        "From the decision's day the product has no star anywhere, and the certificate's page says why."
    )
    button = _("Record the withdrawal")
    done = _("The withdrawal is recorded; the star is gone.")

    def act(self, thing, *, by, **fields):
        return recognising.withdraw(thing, by=by, **fields)
