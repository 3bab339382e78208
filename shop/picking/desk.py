"""`/ban-lam-viec/nhan-hang/`: the orders buyers fetch at an outlet, for its keepers; the shop manager reads."""

from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from office.access_log import opened
from office.acts import ActView
from outlets.models import Outlet
from outlets.rules import keeps
from shop.order.models import PickUp
from shop.shipping import keeping
from shop.shipping.rating import may_set_rates

from . import ending, handing_out, reading, rules
from .forms import BackForm, CodeForm, KnownForm, TermsForm

PER_PAGE = 30


@method_decorator(never_cache, name="dispatch")
class OutletsPage(LoginRequiredMixin, TemplateView):
    """The outlets whose orders one reads; with one only, its orders at once."""

    template_name = "picking/outlets.html"

    def get(self, request, *args, **kwargs):
        if not rules.may_open(request.user):
            raise PermissionDenied
        mine = list(Outlet.objects.kept_by(request.user)[:2])
        if len(mine) == 1 and not rules.reads_all(request.user):
            return redirect("picking:outlet", pk=mine[0].pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        waiting = Q(pick_ups__handed_over_at=None, pick_ups__parcel__stage__in=PickUp.COMING)
        rows = rules.outlets_for(self.request.user).select_related("commune")
        rows = rows.annotate(waiting=Count("pick_ups", filter=waiting, distinct=True))
        page = Paginator(rows.order_by("-waiting", "name", "pk"), PER_PAGE)
        return super().get_context_data(
            page=page.get_page(self.request.GET.get("trang")), noindex=True, **kwargs
        )


@method_decorator(never_cache, name="dispatch")
class OutletPage(LoginRequiredMixin, TemplateView):
    """`<pk>/`: what is to be laid aside, arriving, ready, gone."""

    template_name = "picking/outlet.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        self.outlet = get_object_or_404(Outlet.objects.select_related("commune"), pk=kwargs["pk"])
        self.keeps = keeps(request.user, self.outlet)
        if not (self.keeps or rules.reads_all(request.user)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        counts = reading.counts_of(self.outlet)
        asked = self.request.GET.get("muc", "")
        busy = next((tab for tab, number in counts.items() if number), "aside")
        tab = asked if asked in reading.TABS else busy
        page = Paginator(reading.on_tab(self.outlet, tab), PER_PAGE).get_page(self.request.GET.get("trang"))
        page.object_list = reading.with_cash(page.object_list)
        if len(page) and not self.keeps:
            opened("buyers of parcels", f"{len(page)}: {page[0].parcel} …", by=self.request.user)
        return super().get_context_data(
            outlet=self.outlet,
            keeps=self.keeps,
            tab="pick-ups",
            on=tab,
            counts=counts,
            page=page,
            days=keeping.days_kept(self.outlet),
            noindex=True,
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class PickUpPage(LoginRequiredMixin, TemplateView):
    """`kien/<pk>/`: one parcel, and what the keeper does with it."""

    template_name = "picking/pick_up.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        self.row = get_object_or_404(_rows(), pk=kwargs["pk"])
        if not rules.may_read(request.user, self.row.outlet):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        facts = shown(self.row, self.request.user)
        if not facts["keeps"]:
            opened("buyers of parcels", self.row.parcel, by=self.request.user)
        return super().get_context_data(**facts, form=CodeForm(), noindex=True, **kwargs)


def _rows():
    return PickUp.objects.for_pages().select_related(
        "outlet__commune", "parcel__order", "parcel__producer", "handed_over_by"
    )


def shown(row, user):
    """What every page of one parcel shows."""
    (row,) = reading.with_cash([row])
    return {
        "row": row,
        "outlet": row.outlet,
        "keeps": keeps(user, row.outlet),
        "tab": "pick-ups",
        "to_lay_aside": row.from_stock and not row.ready_at and row.parcel.stage in {"new", "confirmed"},
        "to_receive": not row.from_stock and not row.ready_at and row.parcel.stage == "handed_over",
    }


@method_decorator(never_cache, name="dispatch")
class OnPickUp(ActView):
    """An act of a keeper upon one parcel."""

    queryset = PickUp.objects.for_pages().select_related("outlet__commune")
    template_name = "picking/act.html"
    form_class = forms.Form
    heading = button = ""

    def rule(self, user, thing):
        return rules.may_hand_over(user, thing)

    def get_context_data(self, **kwargs):
        facts = shown(self.thing, self.request.user)
        return super().get_context_data(
            **{**facts, "heading": self.heading, "button": self.button, "noindex": True, **kwargs}
        )

    def next_url(self, thing):
        return reverse("picking:pick-up", args=[thing.pk])


class LayAside(OnPickUp):
    """`kien/<pk>/de-rieng/`."""

    http_method_names = ["post"]
    heading = button = _("Laid aside")
    done = _("Ready: the buyer has been told, with the code.")

    def act(self, thing, *, by):
        return handing_out.lay_aside(thing, by=by)


class Receive(OnPickUp):
    """`kien/<pk>/da-den/`."""

    http_method_names = ["post"]
    heading = button = _("It has come")
    done = _("Ready: the buyer has been told, with the code.")

    def act(self, thing, *, by):
        return handing_out.receive(thing, by=by)


class HandOver(OnPickUp):
    """`kien/<pk>/giao/`: with the code."""

    form_class = CodeForm
    template_name = "picking/pick_up.html"
    http_method_names = ["post"]
    done = _("Handed over. Thank you.")

    def act(self, thing, *, by, code, cash_taken):
        return handing_out.hand_over(thing, code=code, cash_taken=cash_taken, by=by)


class HandOverKnown(OnPickUp):
    """`kien/<pk>/khong-ma/`: the code is lost."""

    form_class = KnownForm
    heading = _("The buyer has no code")
    button = _("Hand over without the code")
    done = _("Handed over. Thank you.")

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if not shown(self.thing, self.request.user)["row"].cash:
            del form.fields["cash_taken"]
        return form

    def act(self, thing, *, by, identity, cash_taken=False):
        return handing_out.hand_over(thing, identity=identity, cash_taken=cash_taken, by=by)


class SendBack(OnPickUp):
    """`kien/<pk>/tra-lai/`."""

    form_class = BackForm
    heading = _("It cannot be handed over")
    button = _("Send it back, the buyer pays nothing")
    done = _("Noted. The buyer and the maker have been told.")

    def act(self, thing, *, by, reason):
        return ending.send_back(thing, reason=reason, by=by)


@method_decorator(never_cache, name="dispatch")
class SetTerms(ActView):
    """`<pk>/thoi-han/`: how long orders are kept there."""

    queryset = Outlet.objects.select_related("commune")
    form_class = TermsForm
    template_name = "picking/terms.html"
    done = _("Noted.")

    def rule(self, user, thing):
        return keeping.may_set(user, thing)

    def get_initial(self):
        terms = getattr(self.thing, "pick_up_terms", None)
        return {"keeps_days": keeping.days_kept(self.thing), "is_free": bool(terms and terms.is_free)}

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if not may_set_rates(self.request.user):
            del form.fields["is_free"]
        return form

    def get_context_data(self, **kwargs):
        facts = {"outlet": self.thing, "keeps": keeps(self.request.user, self.thing), "tab": "pick-ups"}
        return super().get_context_data(**facts, noindex=True, **kwargs)

    def act(self, thing, *, by, keeps_days, is_free=None):
        return keeping.set_terms(thing, keeps_days=keeps_days, is_free=is_free, by=by)

    def next_url(self, thing):
        return reverse("picking:outlet", args=[thing.pk])
