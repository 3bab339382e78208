"""`/ban-lam-viec/mang-luoi/`: the Department's register of outlets, their life, their keepers."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView

from catalogue.producers.models import Area
from office.stages import Refused

from ..hours import timetable
from ..models import Outlet
from ..models.recognition import recognised_now
from ..network import registering
from ..rules import runs_network
from .department_forms import OutletForm

PER_PAGE = 30
ELSEWHERE = "ngoai-tinh"
Stage = Outlet.Stage


class ForTheDepartment(LoginRequiredMixin):
    """Only who runs the network comes in."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not runs_network(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


def listed(asked):
    """(outlets, what was asked) by the address's `q`, `trang-thai`, `loai`, `khu-vuc`, `can-xac-nhan`, `cong-nhan`."""
    rows = Outlet.objects.select_related("commune__area", "commune__province")
    rows = rows.annotate(is_recognised=recognised_now(timezone.localdate()))
    text = asked.get("q", "").replace("\x00", "").strip()[:120]
    stage, kind, area = (
        asked.get(name, "").replace("\x00", "")[:40] for name in ("trang-thai", "loai", "khu-vuc")
    )
    stale, recognised = asked.get("can-xac-nhan") == "1", asked.get("cong-nhan") == "1"
    if text:
        rows = rows.called(text)
    if stage in Stage.values:
        rows = rows.filter(stage=stage)
    if kind in Outlet.Kind.values:
        rows = rows.filter(kind=kind)
    if area:
        rows = rows.filter(commune__area=None) if area == ELSEWHERE else rows.filter(commune__area__slug=area)
    if stale:
        rows = rows.filter(pk__in=Outlet.objects.stale().values("pk"))
    if recognised:
        rows = rows.filter(is_recognised=True)
    chosen = {
        "text": text,
        "stage": stage,
        "kind": kind,
        "area": area,
        "stale": stale,
        "recognised": recognised,
    }
    return rows.order_by("name", "pk"), chosen


@method_decorator(never_cache, name="dispatch")
class NetworkPage(ForTheDepartment, TemplateView):
    """The list, with filters."""

    template_name = "outlets/department/index.html"

    def get_context_data(self, **kwargs):
        asked = self.request.GET
        rows, chosen = listed(asked)
        page = Paginator(rows, PER_PAGE).get_page(asked.get("trang"))
        words = asked.copy()
        words.pop("trang", None)
        words.pop("q", None)
        return super().get_context_data(
            page=page,
            chosen=chosen,
            text=chosen["text"],
            stages=Stage.choices,
            kinds=Outlet.Kind.choices,
            areas=Area.objects.order_by("slug"),
            elsewhere=ELSEWHERE,
            extra=f"&{words.urlencode()}" if words else "",
            noindex=True,
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class NewOutlet(ForTheDepartment, FormView):
    """`…/moi/`."""

    form_class = OutletForm
    template_name = "outlets/department/outlet_form.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(back=reverse("outlet_office:index"), noindex=True, **kwargs)

    def form_valid(self, form):
        try:
            made = registering.register(by=self.request.user, **form.facts())
        except Refused as refused:
            form.add_error(field_of(refused, form), refused.message)
            return self.form_invalid(form)
        return redirect("outlet_office:outlet", pk=made.pk)


def field_of(refused, form):
    """The form's field a refusal is about: the commune is typed as text, the slug comes from the name."""
    field = {"commune": "commune_text", "slug": "name"}.get(refused.field, refused.field)
    return field if field in form.fields else None


@method_decorator(never_cache, name="dispatch")
class OutletDesk(ForTheDepartment, TemplateView):
    """`…/<pk>/`: one outlet: facts, life, keepers, verifications, recognitions, reports."""

    template_name = "outlets/department/outlet.html"

    def get_context_data(self, **kwargs):
        found = Outlet.objects.select_related("commune__area", "commune__province", "producer", "verified_by")
        outlet = found.filter(pk=self.kwargs["pk"]).first()
        if outlet is None:
            raise Http404
        return super().get_context_data(
            thing=outlet,
            hours=timetable.usual(outlet),
            steps=steps_of(outlet),
            moves=moves_of(outlet),
            keepings=outlet.keepings.select_related("user").order_by(F("until").desc(nulls_first=True), "pk"),
            verifications=outlet.verifications.select_related("by")[:5],
            asks=outlet.asks.select_related("keeper")[:5],
            applications=outlet.applications.select_related("standard")[:5],
            reports=outlet.reports.all()[:4],
            noindex=True,
            **kwargs,
        )


LABELS = {
    "open": _("Begin to serve visitors"),
    "seasonal": _("Open in season"),
    "suspend": _("Suspend for a time"),
    "reopen": _("Open again"),
    "close": _("Close for good"),
}
NEXT = {
    Stage.PLANNED: ("open", "seasonal", "close"),
    Stage.OPEN: ("seasonal", "suspend", "close"),
    Stage.SEASONAL: ("open", "suspend", "close"),
    Stage.SUSPENDED: ("reopen", "seasonal", "close"),
    Stage.CLOSED: ("reopen", "seasonal"),
}


def steps_of(outlet):
    """[(label, name of the address)] of what may come next."""
    return [(LABELS[name], name) for name in NEXT[outlet.stage]]


def moves_of(outlet):
    """[(move, what it was, what it became)], the newest first, in words."""
    names = dict(Stage.choices)
    rows = outlet.moves().select_related("by").order_by("-at", "-pk")
    return [(move, names.get(move.before, move.before), names.get(move.after, move.after)) for move in rows]
