"""`/ban-lam-viec/du-lieu/`: the data officer's requests, the person's data, and who opened what."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from office import persons
from office.access_log import Access, opened
from office.acts import ActView
from office.todo import Task, Tray

from . import requesting
from .forms import AnswerForm, DoForm, ReasonForm
from .models import DataRequest
from .pages import readable
from .requesting import may_handle

PER_PAGE = 30
Stage = DataRequest.Stage
OPEN = (Stage.RECEIVED, Stage.ANSWERED)


def tasks(user):
    """What waits, and what of it is late; 1 query."""
    today = timezone.localdate()
    late = Q(stage=Stage.RECEIVED, answer_by__lt=today) | Q(do_by__lt=today)
    counted = DataRequest.objects.filter(stage__in=OPEN).aggregate(
        waiting=Count("pk"), late=Count("pk", filter=late)
    )
    link = reverse("personal_data_desk:index")
    return [
        Task(gettext_lazy("Personal-data requests to answer and do"), counted["waiting"], link),
        Task(gettext_lazy("Personal-data requests that are overdue"), counted["late"], link),
    ]


TRAY = Tray(gettext_lazy("Personal data"), "personal_data_desk:index", may_handle, tasks)


class Officers(LoginRequiredMixin, TemplateView):
    """For the data officer alone."""

    def get_context_data(self, **kwargs):
        if not may_handle(self.request.user):
            raise PermissionDenied
        return super().get_context_data(noindex=True, **kwargs)


@method_decorator(never_cache, name="dispatch")
class RequestsDesk(Officers):
    template_name = "personal_data/desk/index.html"

    def get_context_data(self, **kwargs):
        closed = self.request.GET.get("xem") == "da-xong"
        rows = (
            DataRequest.objects.exclude(stage__in=OPEN)
            if closed
            else DataRequest.objects.filter(stage__in=OPEN)
        )
        rows = rows.order_by("-ended_at", "-pk") if closed else rows.order_by("do_by", "answer_by", "pk")
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(page=page, closed=closed, **kwargs)


@method_decorator(never_cache, name="dispatch")
class RequestDesk(Officers):
    template_name = "personal_data/desk/request.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        asked = get_object_or_404(DataRequest.objects.select_related("user"), pk=self.kwargs["pk"])
        opened("data request", asked.number, by=self.request.user)
        erases = asked.kind == DataRequest.Kind.ERASE and asked.is_open
        return context | {"asked": asked, "hindrances": persons.hindrances(asked.person) if erases else []}


@method_decorator(never_cache, name="dispatch")
class PersonDesk(Officers):
    """Everything about who made the request; that it was opened is noted."""

    template_name = "personal_data/desk/person.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        asked = get_object_or_404(DataRequest.objects.select_related("user"), pk=self.kwargs["pk"])
        opened("all data of a person", asked.number, by=self.request.user)
        return context | {"asked": asked, "parts": readable(asked.person) if asked.person else []}


@method_decorator(never_cache, name="dispatch")
class AccessLog(Officers):
    template_name = "personal_data/desk/log.html"

    def get_context_data(self, **kwargs):
        rows = Access.objects.select_related("by")
        if about := self.request.GET.get("q", "").strip():
            rows = rows.filter(about__iexact=about)
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(page=page, text=about, **kwargs)


@method_decorator(never_cache, name="dispatch")
class DeskAct(ActView):
    """One act on one request."""

    model = DataRequest
    template_name = "desk/act.html"
    done = gettext_lazy("Noted, and the person is told.")
    explained = ""

    def rule(self, user, thing):
        return may_handle(user)

    def next_url(self, thing):
        return reverse("personal_data_desk:detail", args=[thing.pk])

    def get_context_data(self, **kwargs):
        subject = f"{self.thing.number} · {self.thing.get_kind_display()}"
        return super().get_context_data(
            heading=self.heading, button=self.heading, subject=subject, explained=self.explained,
            back=self.next_url(self.thing), noindex=True, **kwargs,
        )  # fmt: skip


class Answer(DeskAct):
    form_class, heading = AnswerForm, gettext_lazy("Answer")

    def act(self, thing, *, by, **fields):
        return requesting.answer(thing, by=by, **fields)


class Extend(DeskAct):
    form_class, heading = ReasonForm, gettext_lazy("Take longer, once")

    def act(self, thing, *, by, **fields):
        return requesting.extend(thing, by=by, **fields)


class Do(DeskAct):
    form_class, heading = DoForm, gettext_lazy("Do it")
    explained = gettext_lazy(
        "To erase, restrict or object is carried out when you confirm, and cannot be undone. "
        "For a correction, write what you have changed."
    )

    def act(self, thing, *, by, **fields):
        return requesting.do(thing, by=by, **fields)


class Refuse(DeskAct):
    form_class, heading = ReasonForm, gettext_lazy("Refuse with a reason")

    def act(self, thing, *, by, **fields):
        return requesting.refuse(thing, by=by, **fields)
