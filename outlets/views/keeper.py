"""The keeper's desk: which outlet, and its day."""

from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from office.acts import ActView
from office.roles import has_role

from .. import today
from ..models import Outlet
from ..network import verifying
from ..rules import keeps, may_read, runs_network

PER_PAGE = 30


def may_open(user):
    """Keepers, and who reads over their shoulder: the Department and administrators."""
    return has_role(user, "keeper", "trade_department")


def outlets_for(user):
    """The outlets whose desk this person may read: one's own; all of them for the Department."""
    return Outlet.objects.all() if runs_network(user) else Outlet.objects.kept_by(user)


@method_decorator(never_cache, name="dispatch")
class OutletsPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/diem-ban/`: the outlets one keeps; with one only, its day at once."""

    template_name = "outlets/keeper/outlets.html"

    def get(self, request, *args, **kwargs):
        if not may_open(request.user):
            raise PermissionDenied
        mine = list(Outlet.objects.kept_by(request.user)[:2])
        if len(mine) == 1 and not runs_network(request.user):
            return redirect("keeping:day", pk=mine[0].pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        text = self.request.GET.get("q", "").replace("\x00", "").strip()[:120]
        rows = outlets_for(self.request.user).select_related("commune__area")
        if text:
            rows = rows.called(text)
        page = Paginator(rows.order_by("name", "pk"), PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(
            page=page, text=text, many=runs_network(self.request.user), noindex=True, **kwargs
        )


@method_decorator(never_cache, name="dispatch")
class OutletPage(LoginRequiredMixin, TemplateView):
    """A page of one outlet's desk, for who may read it; `keeps` says whether one may act there."""

    tab = ""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        self.outlet = get_object_or_404(Outlet.objects.select_related("commune"), pk=kwargs["pk"])
        if not may_read(request.user, self.outlet):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **{
                "outlet": self.outlet,
                "keeps": keeps(self.request.user, self.outlet),
                "tab": self.tab,
                "noindex": True,
            }
            | kwargs
        )


@method_decorator(never_cache, name="dispatch")
class OnOutlet(ActView):
    """An act of a keeper at one outlet."""

    queryset = Outlet.objects.select_related("commune")
    template_name = "outlets/keeper/act.html"
    heading = explained = button = tab = ""

    def rule(self, user, thing):
        return keeps(user, thing)

    @property
    def outlet(self):
        return self.thing

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **{
                "outlet": self.outlet,
                "keeps": True,
                "tab": self.tab,
                "heading": self.heading,
                "explained": self.explained,
                "button": self.button,
                "back": self.next_url(self.thing),
                "noindex": True,
            }
            | kwargs
        )


class DayPage(OutletPage):
    """`…/<pk>/`: what happens at the outlet today, and what waits."""

    template_name = "outlets/keeper/day.html"
    tab = "day"

    def get_context_data(self, **kwargs):
        day = timezone.localdate()
        return super().get_context_data(day=day, sections=today.of(self.outlet, day), **kwargs)


class ConfirmFacts(OnOutlet):
    """`…/<pk>/van-dung/`: one tap: what is on record is right today."""

    form_class = forms.Form
    http_method_names = ["post"]
    done = _("Thank you: visitors see that it was checked today.")

    def act(self, thing, *, by):
        return verifying.verify(thing, by=by)

    def next_url(self, thing):
        return reverse("keeping:day", args=[thing.pk])
