"""`/ban-lam-viec/doi-soat/`: what a producer is owed, week by week and parcel by parcel."""

from datetime import date

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View

from catalogue.producers.joining import acts_for_somebody
from catalogue.producers.models import Partner
from office.acts import ActView
from office.tables import XLSX
from shop.settling import banking, counters, statement_papers, stating
from shop.settling.forms import AccountForm

PER_PAGE = 30
YEARS = 2000, 2999  # that an address may name: weeks before and after have days, too


def may_open(user):
    """Producers, each its own, and the shop manager."""
    return banking.pays_out(user) or acts_for_somebody(user)


def producers_for(user):
    """The producers whose books this person may read."""
    return Partner.objects.all() if banking.pays_out(user) else Partner.objects.filter(users=user)


def page_of(rows, request):
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))


@method_decorator(never_cache, name="dispatch")
class ProducersPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/doi-soat/`: the producers one may read; with one only, its weeks at once."""

    template_name = "shop/settling/producer/producers.html"

    def get(self, request, *args, **kwargs):
        if not may_open(request.user):
            raise PermissionDenied
        mine = None if banking.pays_out(request.user) else list(producers_for(request.user)[:2])
        if mine is not None and len(mine) == 1:
            return WeeksPage.as_view()(request, pk=mine[0].pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        text = self.request.GET.get("q", "").replace("\x00", "").strip()[:120]
        rows = producers_for(self.request.user)
        if text:
            rows = rows.filter(name__icontains=text)
        page = page_of(rows.order_by("name", "pk"), self.request)
        return super().get_context_data(
            page=page, rows=stating.producers_with_dues(page), text=text, noindex=True, **kwargs
        )


@method_decorator(never_cache, name="dispatch")
class OnProducer(LoginRequiredMixin, TemplateView):
    """A page of one producer's books, for who may read them."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        self.producer = get_object_or_404(producers_for(request.user), pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            producer=self.producer,
            manages=banking.pays_out(self.request.user),
            columns=stating.COLUMNS,
            noindex=True,
            **kwargs,
        )


class WeeksPage(OnProducer):
    """`…/<pk>/`: the weeks of one producer, the newest first."""

    template_name = "shop/settling/producer/weeks.html"

    def get_context_data(self, **kwargs):
        weeks = stating.weeks_of(self.producer)
        return super().get_context_data(
            page=page_of(weeks, self.request),
            owed=weeks[0].closing if weeks else 0,
            account=banking.account_of(self.producer),
            counters=counters.counters_of(self.producer),
            **kwargs,
        )


class ParcelsPage(OnProducer):
    """`…/<pk>/kien/`: every parcel's account, the newest first."""

    template_name = "shop/settling/producer/parcels.html"

    def get_context_data(self, **kwargs):
        page = page_of(stating.parcels_of(self.producer), self.request)
        lines = stating.parcel_accounts(self.producer, [row["about"] for row in page])
        return super().get_context_data(page=page, lines=lines[::-1], shown=stating.shown_in(lines), **kwargs)


class WithStatement:
    """The statement of the week that begins on the Monday in the address."""

    def statement(self):
        try:
            monday = date.fromisoformat(self.kwargs["monday"])
        except ValueError as fault:
            raise Http404 from fault
        if monday.weekday() or not YEARS[0] <= monday.year <= YEARS[1]:
            raise Http404
        return stating.statement(self.producer, monday)


class WeekPage(WithStatement, OnProducer):
    """`…/<pk>/<monday>/`: one week, line by line."""

    template_name = "shop/settling/producer/week.html"

    def get_context_data(self, **kwargs):
        statement = self.statement()
        return super().get_context_data(
            statement=statement,
            page=page_of(statement.lines, self.request),
            counters=counters.counters_of_week(self.producer, statement.monday),
            earlier=statement.monday - stating.WEEK,
            later=statement.monday + stating.WEEK,
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class StatementFile(WithStatement, LoginRequiredMixin, View):
    """`…/<pk>/<monday>/doi-soat.pdf` and `.xlsx`."""

    kinds = {
        "pdf": ("application/pdf", statement_papers.statement_pdf),
        "xlsx": (XLSX, statement_papers.statement_xlsx),
    }

    def get(self, request, pk, monday, kind):
        self.producer = get_object_or_404(producers_for(request.user), pk=pk)
        statement = self.statement()
        content_type, write = self.kinds[kind]
        sold_there = counters.counters_of_week(self.producer, statement.monday)
        return download(
            write(statement, sold_there), content_type, statement_papers.file_name(statement, kind)
        )


def download(content, content_type, name):
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    return response


@method_decorator(never_cache, name="dispatch")
class EnterAccount(ActView):
    """`…/<pk>/tai-khoan/`: where the producer's money goes."""

    model = Partner
    form_class = AccountForm
    template_name = "shop/settling/producer/account.html"
    done = _("Saved. The shop manager checks the account before the next payout.")

    def rule(self, user, thing):
        return banking.acts_for(user, thing)

    def get_initial(self):
        self.account = banking.account_of(self.thing)
        if self.account is None:
            return {}
        return {"bank": self.account.bank, "number": self.account.number, "holder": self.account.holder}

    def act(self, thing, *, by, **fields):
        return banking.enter(thing, by=by, **fields)

    def next_url(self, thing):
        return reverse("statements:weeks", args=[thing.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(account=banking.account_of(self.thing), noindex=True, **kwargs)
