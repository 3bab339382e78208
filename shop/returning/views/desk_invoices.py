"""Invoices buyers ask for: the seller issues them and stores where they are found."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from office.acts import ActView
from shop.returning import invoicing, trays
from shop.returning.desk_forms import CorrectForm, IssueForm
from shop.returning.models import InvoiceRequest

PER_PAGE = 30
FULL = InvoiceRequest.objects.of_begun().select_related("parcel__order", "parcel__producer", "paper")


@method_decorator(never_cache, name="dispatch")
class InvoicesPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/tra-hang/hoa-don/`: open ones first, by their clock."""

    template_name = "desk/invoices.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        if not trays.has_returns(user):
            raise PermissionDenied
        rows = trays.of(user, FULL).order_by("stage", "issue_by", "pk")  # "asked" before "dropped", "issued"
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(page=page, noindex=True, **kwargs)


@method_decorator(never_cache, name="dispatch")
class Issue(ActView):
    """`/ban-lam-viec/tra-hang/hoa-don/<pk>/`"""

    model = InvoiceRequest
    queryset = FULL.prefetch_related("parcel__lines")
    form_class = IssueForm
    template_name = "desk/invoice.html"
    done = gettext_lazy("Stored. The buyer has been told.")

    def rule(self, user, thing):
        return invoicing.may_issue(user, thing)

    def act(self, thing, *, by, **fields):
        return invoicing.issue(thing, by=by, **fields)

    def next_url(self, thing):
        return reverse("returns_desk:invoices")

    def get_context_data(self, **kwargs):
        page = {
            "heading": _("Invoice for %s") % self.thing.parcel,
            "asks": self.thing.stage == InvoiceRequest.Stage.ASKED,
            "corrections": invoicing.corrections(self.thing),
            "noindex": True,
        }
        return super().get_context_data(**page | kwargs)


class Correct(Issue):
    """`/ban-lam-viec/tra-hang/hoa-don/<pk>/sua/`: a wrong number, day, link or PDF of an issued one."""

    queryset = Issue.queryset.filter(stage=InvoiceRequest.Stage.ISSUED)
    form_class = CorrectForm
    done = gettext_lazy("Corrected. The buyer has been told.")

    def get_initial(self):
        return {name: getattr(self.thing, name) for name in ("number", "issued_on", "link")}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"stored": self.thing.paper}

    def act(self, thing, *, by, **fields):
        return invoicing.correct(thing, by=by, **fields)

    def next_url(self, thing):
        return reverse("returns_desk:issue", args=[thing.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(asks=True, corrects=True, **kwargs)
