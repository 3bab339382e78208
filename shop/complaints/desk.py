"""`/ban-lam-viec/phan-anh/`: each side's complaints, those the law protects first and the late ones on top."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View

from office.access_log import opened
from office.acts import ActView
from office.tables import CSV, XLSX, Sheet, as_csv, as_xlsx
from office.todo import Task, Tray

from . import answering, deciding, exporting, rules
from .forms import AnswerForm, DecideForm, FindingForm, HandForm, MessageForm, PeriodForm, ReasonForm
from .models import Complaint, Side
from .pages import story

PER_PAGE = 30
Stage = Complaint.Stage
LISTS = {
    "cho-toi": gettext_lazy("Waiting for me"),
    "dang-mo": gettext_lazy("Open"),
    "da-xong": gettext_lazy("Closed"),
}


def tasks(user):
    """What waits for this person and what of it is late; 1 query."""
    late = Count("pk", filter=Q(due_on__lt=timezone.localdate()))
    counted = rules.waiting_for(user).aggregate(waiting=Count("pk"), late=late)
    link = reverse("complaints_desk:index")
    return [
        Task(gettext_lazy("Complaints that wait for you"), counted["waiting"], link),
        Task(gettext_lazy("Complaints that are overdue"), counted["late"], link),
    ]


TRAY = Tray(gettext_lazy("Complaints"), "complaints_desk:index", rules.may_open_desk, tasks)


def listed(user, which):
    """The complaints of the list called `which` in the address, in order of priority."""
    if which == "da-xong":
        return rules.visible_to(user).filter(stage=Stage.CLOSED).order_by("-closed_at", "-pk")
    source = (
        rules.visible_to(user).exclude(stage=Stage.CLOSED) if which == "dang-mo" else rules.waiting_for(user)
    )
    return rules.by_priority(source)


@method_decorator(never_cache, name="dispatch")
class ComplaintsDesk(LoginRequiredMixin, TemplateView):
    template_name = "complaints/desk/index.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        if not rules.may_open_desk(user):
            raise PermissionDenied
        which = self.request.GET.get("xem", "")
        which = which if which in LISTS else "cho-toi"
        found = listed(user, which).select_related("product", "producer", "parcel__order")
        page = Paginator(found, PER_PAGE).get_page(self.request.GET.get("trang"))
        today = timezone.localdate()
        period = PeriodForm(initial={"tu": today.replace(day=1), "den": today})
        return super().get_context_data(
            page=page, which=which, lists=LISTS.items(), exports=rules.may_export(user), period=period,
            noindex=True, **kwargs,
        )  # fmt: skip


@method_decorator(never_cache, name="dispatch")
class CaseDesk(LoginRequiredMixin, TemplateView):
    """One complaint, for a side that has it; who of the offices opens it is noted."""

    template_name = "complaints/desk/case.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        found = rules.visible_to(user).select_related("product", "producer", "parcel__order", "user")
        complaint = get_object_or_404(found, pk=self.kwargs["pk"])
        side = rules.side_of(user, complaint)
        if side != Side.SELLER:
            opened("complaint", complaint.number, by=user)
        own = [each.paper for each in complaint.evidence.filter(entry=None).select_related("paper")]
        return super().get_context_data(
            complaint=complaint, entries=story(complaint), papers=own, side=side,
            sees_contact=rules.sees_contact(side, complaint), steps=steps_for(user, complaint, side),
            noindex=True, **kwargs,
        )  # fmt: skip


def steps_for(user, complaint, side):
    """[(label, name of the address)] of what this person may do now, the main thing first."""
    found = []
    if side == Side.SELLER and complaint.stage == Stage.SELLER:
        found.append((_("Answer"), "answer"))
    if side == Side.PLATFORM and complaint.stage == Stage.PLATFORM:
        found.append((_("Decide"), "decide"))
        if complaint.producer is None:
            found.append((_("Hand to a seller"), "hand"))
        found.append((_("Pass to the Department"), "pass"))
    if rules.is_trade(user) and complaint.stage == Stage.TRADE:
        found.append((_("Conclude"), "conclude"))
    if side == Side.INSPECTION and complaint.stage == Stage.INSPECTION:
        found.append((_("Report what was found"), "finding"))
    if side is not None and not complaint.is_closed:
        found.append((_("Write a message"), "say"))
    return found


@method_decorator(never_cache, name="dispatch")
class DeskAct(ActView):
    """An act on one complaint. What this person does not have is not there (404)."""

    model = Complaint
    template_name = "desk/act.html"
    done = gettext_lazy("Noted.")

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            self.queryset = rules.visible_to(request.user).select_related("product", "producer")
        return super().dispatch(request, *args, **kwargs)

    def next_url(self, thing):
        return reverse("complaints_desk:detail", args=[thing.pk])

    def get_context_data(self, **kwargs):
        subject = f"{self.thing.number} · {self.thing.subject}"
        return super().get_context_data(
            heading=self.heading, button=self.heading, subject=subject, back=self.next_url(self.thing),
            noindex=True, **kwargs,
        )  # fmt: skip

    def rule(self, user, thing):
        return rules.side_of(user, thing) == self.side


class Answer(DeskAct):
    form_class, side, heading = AnswerForm, Side.SELLER, gettext_lazy("Answer")

    def act(self, thing, *, by, **fields):
        return answering.answer(thing, by=by, **fields)


class Decide(DeskAct):
    form_class, side, heading = DecideForm, Side.PLATFORM, gettext_lazy("Decide")

    def act(self, thing, *, by, **fields):
        return deciding.decide(thing, by=by, **fields)


class HandToSeller(DeskAct):
    form_class, side, heading = HandForm, Side.PLATFORM, gettext_lazy("Hand to a seller")

    def act(self, thing, *, by, **fields):
        return deciding.hand_to_seller(thing, by=by, **fields)


class PassToTrade(DeskAct):
    form_class, side, heading = ReasonForm, Side.PLATFORM, gettext_lazy("Pass to the Department")

    def act(self, thing, *, by, **fields):
        return deciding.pass_to_trade(thing, by=by, **fields)


class Conclude(DeskAct):
    form_class, heading = DecideForm, gettext_lazy("Conclude")

    def rule(self, user, thing):
        return rules.is_trade(user)

    def act(self, thing, *, by, **fields):
        return deciding.conclude(thing, by=by, **fields)


class ReportFinding(DeskAct):
    form_class, side, heading = FindingForm, Side.INSPECTION, gettext_lazy("Report what was found")

    def act(self, thing, *, by, **fields):
        return deciding.report_finding(thing, by=by, **fields)


class Say(DeskAct):
    form_class, heading = MessageForm, gettext_lazy("Write a message")

    def rule(self, user, thing):
        return rules.side_of(user, thing) is not None

    def act(self, thing, *, by, **fields):
        return answering.say(thing, by=by, **fields)


@method_decorator(never_cache, name="dispatch")
class Export(LoginRequiredMixin, View):
    """`…/xuat/?tu=&den=&dang=xlsx|csv`: the book of complaints of a period, about nobody in person."""

    def get(self, request):
        if not rules.may_export(request.user):
            raise PermissionDenied
        form = PeriodForm(request.GET)
        if not form.is_valid():
            messages.error(request, " ".join(str(each) for errors in form.errors.values() for each in errors))
            return redirect("complaints_desk:index")
        first, last = form.cleaned_data["tu"], form.cleaned_data["den"]
        table = exporting.rows(first, last)
        name = f"phan-anh-{first:%Y%m%d}-{last:%Y%m%d}"
        if request.GET.get("dang") == "csv":
            return _file(as_csv(exporting.header(), table), CSV, f"{name}.csv")
        return _file(as_xlsx(Sheet(_("Complaints"), exporting.header(), table)), XLSX, f"{name}.xlsx")


def _file(content, kind, name):
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
