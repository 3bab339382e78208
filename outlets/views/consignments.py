"""Pages of goods in commission: of an outlet, of a producer, and of the two together."""

from datetime import date

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View

from catalogue.producers.joining import acts_for_somebody
from catalogue.producers.models import Partner
from office.acts import ActView
from office.roles import has_role
from office.tables import XLSX

from ..models import Consignment, Note, Outlet
from ..rules import keeps, may_read, may_read_consignment, supplies
from ..stock import alerting, books, sales, stocking
from ..stock.forms import AlertForm
from .keeper import OutletPage

YEARS = 2000, 2999  # that an address may name: months before and after have days, too
PER_PAGE = 20
CONSIGNMENTS = Consignment.objects.select_related("outlet", "producer", "place")


def with_sums(consignments):
    """The consignments, each with `owed` in đồng and `pieces` lying there. 3 queries."""
    rows = list(consignments.prefetch_related("place__records"))
    debts = books.debts_of(rows)
    for row in rows:
        row.owed = debts[row.pk]
        row.pieces = sum(each.num_in_stock or 0 for each in row.place.records.all()) if row.place else 0
    return rows


class ConsignmentsPage(OutletPage):
    """`…/<pk>/hang-gui/`: the producers whose goods lie here, what is owed to each."""

    template_name = "outlets/keeper/consignments.html"
    tab = "consignment"

    def get_context_data(self, **kwargs):
        rows = with_sums(CONSIGNMENTS.filter(outlet=self.outlet))
        today = timezone.localdate()
        return super().get_context_data(
            rows=rows,
            owed=sum(row.owed for row in rows),
            sold=sales.sales_of_month(self.outlet, today),
            month=today,
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class MonthSheet(LoginRequiredMixin, View):
    """`…/<pk>/hang-gui/<month>.xlsx`: what the outlet sold in a month."""

    def get(self, request, pk, month):
        outlet = get_object_or_404(Outlet, pk=pk)
        if not may_read(request.user, outlet):
            raise PermissionDenied
        try:
            day = date.fromisoformat(f"{month}-01")
        except ValueError as fault:
            raise Http404 from fault
        if not YEARS[0] <= day.year <= YEARS[1]:
            raise Http404
        response = HttpResponse(sales.month_sheet(outlet, day), content_type=XLSX)
        response["Content-Disposition"] = f'attachment; filename="ban-hang-{outlet.slug}-{month}.xlsx"'
        return response


def may_open_goods(user):
    """Producers' people: their goods at outlets."""
    return has_role(user, "producer") and acts_for_somebody(user)


@method_decorator(never_cache, name="dispatch")
class GoodsPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/diem-ban/hang-gui/`: a maker's goods at outlets: where, how many, sold, owed, to confirm."""

    template_name = "outlets/keeper/goods.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        if not may_open_goods(user):
            raise PermissionDenied
        makers = list(Partner.objects.filter(users=user).order_by("name"))
        rows = with_sums(CONSIGNMENTS.filter(producer__in=makers))
        waiting = Note.objects.to_confirm().filter(consignment__producer__in=makers)
        today = timezone.localdate()
        return super().get_context_data(
            makers=[
                (maker, alerting.alert_of(maker), sales.sales_of_month(maker, today)) for maker in makers
            ],
            rows=rows,
            owed=sum(row.owed for row in rows),
            pieces=sum(row.pieces for row in rows),
            waiting=waiting.for_pages()[:PER_PAGE],
            month=today,
            noindex=True,
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class ConsignmentPage(LoginRequiredMixin, TemplateView):
    """`…/hang-gui/<pk>/`: one producer at one outlet: terms, what lies there, what is owed, the notes."""

    template_name = "outlets/keeper/consignment.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        row = get_object_or_404(CONSIGNMENTS, pk=self.kwargs["pk"])
        if not may_read_consignment(user, row):
            raise PermissionDenied
        page = Paginator(row.notes.for_pages(), PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(
            **sides(user, row),
            page=page,
            there=[each for each in stocking.lying_at(row).items() if each[1]],
            owed=books.debt_of(row),
            noindex=True,
            **kwargs,
        )


def sides(user, row):
    """What each page of a consignment knows: the two sides, and on which of them this person stands."""
    keeper, maker = keeps(user, row.outlet), supplies(user, row.producer)
    asked = maker if row.by_outlet else keeper
    return {
        "row": row,
        "outlet": row.outlet,
        "keeps": keeper,
        "supplies": maker,
        "asked": asked and row.offered is not None,
        "at_outlet": may_read(user, row.outlet),
        "tab": "consignment",
    }


@method_decorator(never_cache, name="dispatch")
class ChooseAlert(ActView):
    """`…/hang-gui/bao-ban/<producer>/`: at which hour a maker hears of sales."""

    model = Partner
    form_class = AlertForm
    template_name = "desk/act.html"
    done = _("Saved.")

    def rule(self, user, thing):
        return supplies(user, thing)

    def get_initial(self):
        alert = alerting.alert_of(self.thing)
        return {"when": alert.when, "hour": alert.hour}

    def act(self, thing, *, by, **fields):
        return alerting.choose(thing, by=by, **fields)

    def next_url(self, thing):
        return reverse("keeping:goods")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=_("Messages about sales"),
            subject=self.thing.name,
            explained=_(
                "What points of sale sold of your goods, in your inbox and by e-mail or text message."
            ),
            button=_("Save"),
            back=reverse("keeping:goods"),
            noindex=True,
            **kwargs,
        )
