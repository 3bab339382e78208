"""Visits on the desk: operators ask, hosts answer (`visit_acts`), the Department reads."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView

from catalogue.producers.models import Partner
from office.roles import has_role
from office.stages import Refused

from ..models import Operator, Outlet, Stop, Visit
from ..rules import acts_for, runs_network
from ..visits import hosts, slots, standing, visiting
from ..visits.forms import VisitForm
from .visit_calendars import calendars_of

PER_PAGE = 30
TABS = {
    "": _("To answer"),
    "sap-toi": _("Coming"),
    "da-qua": _("Past and ended"),
}
HOST_KINDS = [(hosts.OUTLET, _("Points of sale")), (hosts.PRODUCER, _("Producers that receive visitors"))]


def may_open(user):
    """Operators, keepers, producers' people; the Department reads."""
    return has_role(user, "tour_operator", "keeper", "producer", "trade_department")


def visits_of(user):
    """The visits this person has a part in; all of them for the Department."""
    rows = Visit.objects.for_pages()
    if runs_network(user):
        return rows
    outlets = Outlet.objects.kept_by(user).values("pk")
    makers = Partner.objects.filter(users=user).values("pk")
    operators = Operator.objects.filter(users=user).values("pk")
    return rows.filter(Q(outlet__in=outlets) | Q(producer__in=makers) | Q(operator__in=operators))


def waiting_for(user):
    """The visits this person has to answer: asked at its own, or a proposal to its operator."""
    outlets = Outlet.objects.kept_by(user).values("pk")
    makers = Partner.objects.filter(users=user).values("pk")
    operators = Operator.objects.filter(users=user).values("pk")
    asked = Q(stage=Visit.Stage.ASKED) & (Q(outlet__in=outlets) | Q(producer__in=makers))
    proposed = Q(stage=Visit.Stage.PROPOSED, operator__in=operators)
    return Visit.objects.for_pages().filter(asked | proposed, answer_by__gt=timezone.now())


def undecided(user):
    """Agreed visits at one's own whose time has come: was the group there?"""
    outlets = Outlet.objects.kept_by(user).values("pk")
    makers = Partner.objects.filter(users=user).values("pk")
    mine = Visit.objects.for_pages().filter(Q(outlet__in=outlets) | Q(producer__in=makers))
    return mine.filter(stage=Visit.Stage.CONFIRMED, day__lt=timezone.localdate())


@method_decorator(never_cache, name="dispatch")
class VisitsPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/chuyen-tham/?loc=`: what waits for an answer, what is coming, what is past."""

    template_name = "outlets/visits/visits.html"

    def get(self, request, *args, **kwargs):
        if not may_open(request.user):
            raise PermissionDenied
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        user, tab = self.request.user, self.request.GET.get("loc", "")
        tab = tab if tab in TABS else ""
        page = Paginator(self.rows(user, tab), PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(
            page=page,
            tab=tab,
            tabs=TABS.items(),
            extra=f"&loc={tab}",
            may_ask=_leading(user) is not None,
            calendars=calendars_of(user),
            noindex=True,
            **kwargs,
        )

    @staticmethod
    def rows(user, tab):
        today = timezone.localdate()
        if tab == "sap-toi":
            return visits_of(user).filter(stage__in=Visit.LIVE, day__gte=today)
        if tab == "da-qua":
            over = Q(day__lt=today) | ~Q(stage__in=Visit.LIVE)
            return visits_of(user).filter(over).order_by("-day", "-starts", "-pk")
        if runs_network(user):
            return visits_of(user).filter(stage__in=Visit.OPEN, answer_by__gt=timezone.now())
        waiting = waiting_for(user).values("pk")
        return visits_of(user).filter(Q(pk__in=waiting) | Q(pk__in=undecided(user).values("pk")))


@method_decorator(never_cache, name="dispatch")
class VisitPage(LoginRequiredMixin, TemplateView):
    """`…/<pk>/`: what was asked, where it stands, and what this person can do now."""

    template_name = "outlets/visits/visit.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        visit = get_object_or_404(
            Visit.objects.for_pages().select_related("stop__itinerary"), pk=kwargs["pk"]
        )
        ours, hosted = acts_for(user, visit.operator), visiting.hosts(user, visit)
        if not (ours or hosted or runs_network(user)):
            raise PermissionDenied
        return super().get_context_data(
            visit=visit,
            ours=ours,
            acts=_acts_now(visit, ours=ours, hosted=hosted),
            hitch=standing.why_not(visit),
            moves=_story(visit),
            language=dict(Outlet.Language.choices).get(visit.language, visit.language),
            room=_room(visit) if hosted and visit.stage in Visit.OPEN else None,
            noindex=True,
            **kwargs,
        )


def _story(visit):
    """Its moves, oldest first, each with the name of the stage it led to."""
    names = dict(Visit.Stage.choices)
    moves = list(visit.moves())
    for move in moves:
        move.stage_name = str(names[move.after])
    return moves


def _room(visit):
    """(guests that hold places then besides this group, guests the host takes)."""
    return slots.taken(visit.host, visit.begins_at, visit.ends_at, but=visit), slots.capacity(visit.host)


def _acts_now(visit, *, ours, hosted):
    """[(name of the address, words)] of what can be done now, the most likely first."""
    stage, begun = Visit.Stage, visit.begins_at <= timezone.now()
    acts = []
    if hosted and visit.stage == stage.CONFIRMED and begun:
        return [("happened", _("The group was there")), ("missed", _("Nobody came"))]
    if hosted and visit.stage == stage.NO_SHOW:
        return [("happened", _("The group was there"))]
    if begun or visit.stage not in Visit.LIVE:
        return acts
    if hosted and visit.stage == stage.ASKED:
        acts.append(("confirm", _("Confirm")))
    if ours and visit.stage == stage.PROPOSED:
        acts.append(("accept", _("Take this time")))
    if hosted:
        acts.append(("propose", _("Propose another time")))
    if ours:
        acts.append(("change", _("Change what we ask for")))
    if hosted and visit.stage in Visit.OPEN:
        acts.append(("decline", _("Decline")))
    if ours or (hosted and visit.stage == stage.CONFIRMED):
        acts.append(("cancel", _("Call it off")))
    return acts


def _leading(user):
    """The operator this person asks for: one whose licence is valid."""
    return Operator.objects.licensed().filter(users=user).first()


@method_decorator(never_cache, name="dispatch")
class Ask(LoginRequiredMixin, FormView):
    """`…/hoi/?diem-dung=<stop>` or `?loai=outlet&noi=<pk>`: an operator asks a host; without one it looks for it (`q`)."""

    form_class = VisitForm
    template_name = "outlets/visits/ask.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        self.stop = self._asked_stop(request)
        self.operator = self.stop.itinerary.operator if self.stop else _leading(request.user)
        if self.operator is None or not acts_for(request.user, self.operator):
            raise PermissionDenied
        kind = request.GET.get("loai", "")
        self.kind = kind if kind in hosts.KINDS else hosts.OUTLET
        self.host = self.stop.host if self.stop else hosts.of(self.kind, request.GET.get("noi", ""))
        return super().dispatch(request, *args, **kwargs)

    @staticmethod
    def _asked_stop(request):
        key = request.GET.get("diem-dung", "")
        if not key.isdecimal():
            return None
        stops = Stop.objects.select_related("itinerary__operator", "outlet", "producer")
        return get_object_or_404(stops, pk=key[:12], kind__in=hosts.KINDS)

    def get_initial(self):
        if self.stop:
            tour = self.stop.itinerary
            return {"starts": self.stop.starts, "minutes": self.stop.minutes, "size": tour.group_max}
        conditions = getattr(self.host, "visiting", None)
        return {"minutes": conditions.minutes} if conditions else {}

    def get_context_data(self, **kwargs):
        text = self.request.GET.get("q", "").replace("\x00", "").strip()[:80]
        return super().get_context_data(
            stop=self.stop,
            kind=self.kind,
            kinds=HOST_KINDS,
            host=self.host,
            text=text,
            found=[] if self.host else hosts.find(self.kind, text),
            most=hosts.MOST,
            back=reverse("visits:index"),
            noindex=True,
            **kwargs,
        )

    def form_valid(self, form):
        if self.host is None:
            messages.error(self.request, gettext("Choose who receives the group."))
            return redirect("visits:ask")
        try:
            visit = visiting.ask(
                self.operator, host=self.host, stop=self.stop, by=self.request.user, **form.cleaned_data
            )
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
            return self.form_invalid(form)
        messages.success(self.request, gettext("Asked. You will be told the answer."))
        return redirect("visits:visit", pk=visit.pk)
