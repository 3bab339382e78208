"""`/ban-lam-viec/mang-luoi/cong-nhan/`: applications for recognition, for keepers and for the Department."""

from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from office.acts import ActView
from outlets import recognising
from outlets.models import Answer, Outlet, RecognitionApplication, Standard
from outlets.rules import is_keeper, keeps, runs_network

from .department_forms import AnswerForm, DecisionForm, FindingsForm, MaybeWhyForm, VisitDayForm, WhyForm

PER_PAGE = 30
Stage = RecognitionApplication.Stage
LISTS = {
    "cho": _("Waiting for the Department"),
    "dang-lam": _("Being filled in"),
    "hieu-luc": _("Valid today"),
    "het-han": _("Expired or revoked"),
    "khac": _("Refused or withdrawn"),
}


def may_open(user):
    return runs_network(user) or is_keeper(user)


def applications_for(user):
    """The applications this person may read."""
    rows = RecognitionApplication.objects.select_related("outlet__commune", "standard")
    if runs_network(user):
        return rows
    mine = Outlet.objects.kept_by(user).values("pk")
    return rows.filter(Q(outlet__in=mine) | Q(applicant=user))


def of_list(rows, which):
    """The applications of the list called `which` in the address."""
    today = timezone.localdate()
    valid = RecognitionApplication.objects.valid(today).values("pk")
    if which == "cho":
        return rows.undecided().order_by("submitted_at", "pk")
    return {
        "dang-lam": rows.filter(stage=Stage.DRAFT),
        "hieu-luc": rows.filter(pk__in=valid).order_by("valid_to", "pk"),
        "het-han": rows.filter(stage=Stage.RECOGNISED).exclude(pk__in=valid),
        "khac": rows.filter(stage__in=[Stage.REFUSED, Stage.WITHDRAWN]),
    }[which]


@method_decorator(never_cache, name="dispatch")
class ApplicationsPage(LoginRequiredMixin, TemplateView):
    template_name = "outlets/department/applications.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        if not may_open(user):
            raise PermissionDenied
        first = "cho" if runs_network(user) else "dang-lam"
        which = self.request.GET.get("xem", "")
        which = which if which in LISTS else first
        rows = of_list(applications_for(user), which)
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(
            page=page, which=which, lists=LISTS.items(), extra=f"&xem={which}",
            runs=runs_network(user), may_begin=[] if runs_network(user) else beginnings(user),
            standards=Standard.objects.in_force(), today=timezone.localdate(), noindex=True, **kwargs,
        )  # fmt: skip


def beginnings(user):
    """The outlets `user` keeps for which an application may be begun."""
    running = RecognitionApplication.objects.filter(stage__in=RecognitionApplication.RUNNING)
    return Outlet.objects.kept_by(user).serving().exclude(pk__in=running.values("outlet"))


@method_decorator(never_cache, name="dispatch")
class ApplicationPage(LoginRequiredMixin, TemplateView):
    """`…/<pk>/`: the checklist with what was claimed and found, and what may come next."""

    template_name = "outlets/department/application.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        found = RecognitionApplication.objects.select_related(
            "outlet__commune", "standard", "applicant", "visitor", "decided_by"
        )
        application = get_object_or_404(found, pk=self.kwargs["pk"])
        if not recognising.may_read(user, application):
            raise PermissionDenied
        decides = recognising.may_decide(user, application)
        applies = keeps(user, application.outlet)
        answers = application.answers.select_related("criterion").prefetch_related("papers")
        return super().get_context_data(
            thing=application, answers=answers, steps=steps_for(application, applies=applies, decides=decides),
            fills=applies and application.stage == Stage.DRAFT, runs=runs_network(user), decides=decides,
            moves=application.moves().select_related("by").order_by("-at", "-pk"),
            names=dict(Stage.choices), noindex=True, **kwargs,
        )  # fmt: skip


def steps_for(application, *, applies, decides):
    """[(label, name of the address, class of the button)] of what this person may do now."""
    stage, found = application.stage, []
    if applies and stage == Stage.DRAFT:
        found.append((_("Submit the application"), "submit", ""))
    if decides and stage == Stage.SUBMITTED:
        found.append((_("Plan the visit"), "plan-visit", ""))
    if decides and stage == Stage.VISIT_PLANNED:
        found += [
            (_("Write down what was found"), "record-visit", ""),
            (_("Another day"), "plan-visit", "quiet"),
        ]
    if decides and stage == Stage.VISITED:
        found += [(_("Recognise"), "recognise", ""), (_("Do not recognise"), "refuse", "danger")]
    if decides and application.holds:
        found.append((_("Revoke"), "revoke", "danger"))
    if applies and application.is_running:
        found.append((_("Withdraw the application"), "withdraw", "quiet"))
    return found


@method_decorator(never_cache, name="dispatch")
class OnApplication(ActView):
    """An act on one application; which side it is for is the subclass's `rule`."""

    queryset = RecognitionApplication.objects.select_related("outlet", "standard")
    template_name = "desk/act.html"
    heading = explained = button = ""

    def next_url(self, thing):
        return reverse("outlet_office:application", args=[thing.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **{
                "heading": self.heading,
                "explained": self.explained,
                "button": self.button or self.heading,
                "subject": self.thing.outlet.name,
                "back": self.next_url(self.thing),
                "noindex": True,
            }
            | kwargs
        )


class ByTheKeeper(OnApplication):
    def rule(self, user, thing):
        return keeps(user, thing.outlet)


class ByWhoDecides(OnApplication):
    def rule(self, user, thing):
        return recognising.may_decide(user, thing)


@method_decorator(never_cache, name="dispatch")
class Begin(ActView):
    """`…/<pk>/xin-cong-nhan/`: on an outlet."""

    model = Outlet
    form_class = forms.Form
    template_name = "desk/act.html"

    def rule(self, user, thing):
        return keeps(user, thing)

    def act(self, thing, *, by):
        return recognising.begin(thing, by=by)

    def next_url(self, thing):
        return reverse("outlet_office:application", args=[self.made.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=_("Apply for recognition"),
            explained=_(
                "You answer the criteria one by one and show pictures. The Department then comes to see the place and decides."
            ),
            button=_("Begin"), subject=self.thing.name,
            back=reverse("outlet_office:applications"), noindex=True, **kwargs,
        )  # fmt: skip


class AnswerCriterion(ByTheKeeper):
    """`…/cong-nhan/tieu-chi/<pk>/`: one criterion."""

    queryset = Answer.objects.select_related("application__outlet", "criterion")
    form_class = AnswerForm

    def rule(self, user, thing):
        return keeps(user, thing.application.outlet)

    def get_initial(self):
        claimed = self.thing.claimed
        return {"claimed": None if claimed is None else str(int(claimed)), "claim": self.thing.claim}

    def act(self, thing, *, by, claimed, claim, picture):
        return recognising.answer(thing, by=by, claimed=claimed, claim=claim, picture=picture)

    def next_url(self, thing):
        return reverse("outlet_office:application", args=[thing.application_id]) + f"#tieu-chi-{thing.pk}"

    def get_context_data(self, **kwargs):
        must = _("Without this there is no recognition.") if self.thing.criterion.must_have else ""
        words = {
            "heading": self.thing.criterion.get_part_display().capitalize(),
            "subject": self.thing.criterion.text,
            "explained": must,
            "button": _("Save"),
            "back": self.next_url(self.thing),
            "noindex": True,
        }
        return ActView.get_context_data(self, **words | kwargs)


class Submit(ByTheKeeper):
    form_class = forms.Form
    heading, done = _("Submit the application"), _("Submitted: the Department plans a visit.")
    explained = _("After this the answers stay as they are.")

    def act(self, thing, *, by):
        return recognising.submit(thing, by=by)


class Withdraw(ByTheKeeper):
    form_class = MaybeWhyForm
    heading, done = _("Withdraw the application"), _("Withdrawn.")

    def act(self, thing, *, by, reason):
        return recognising.withdraw(thing, by=by, reason=reason)


class PlanVisit(ByWhoDecides):
    form_class = VisitDayForm
    heading, done = _("Plan the visit"), _("The keepers are told the day.")

    def act(self, thing, *, by, on):
        return recognising.plan_visit(thing, by=by, on=on)


class RecordVisit(ByWhoDecides):
    form_class = FindingsForm
    template_name = "outlets/department/findings.html"
    heading, done = _("Write down what was found"), _("Noted. Now it can be decided.")

    def get_form_kwargs(self):
        answers = self.thing.answers.select_related("criterion").prefetch_related("papers")
        return super().get_form_kwargs() | {"answers": answers}

    def get_initial(self):
        rows = self.thing.answers.all()
        found = {f"found_{row.pk}": str(int(row.found)) for row in rows if row.found is not None}
        return found | {f"finding_{row.pk}": row.finding for row in rows}

    def act(self, thing, *, by, **fields):
        return recognising.record_visit(thing, by=by, findings=self.get_form_findings())

    def get_form_findings(self):
        return self.bound.findings()

    def form_valid(self, form):
        self.bound = form
        return super().form_valid(form)


class Recognise(ByWhoDecides):
    form_class = DecisionForm
    heading, done = _("Recognise"), _("It is recognised, and its keepers are told.")
    explained = _("The recognition holds between these two days and ends by itself.")

    def get_initial(self):
        today = timezone.localdate()
        return {"decision_date": today, "valid_from": today}

    def act(self, thing, *, by, **fields):
        return recognising.recognise(thing, by=by, **fields)


class Refuse(ByWhoDecides):
    form_class = WhyForm
    heading, done = _("Do not recognise"), _("Its keepers are told the reason.")

    def act(self, thing, *, by, reason):
        return recognising.refuse(thing, by=by, reason=reason)


class Revoke(ByWhoDecides):
    form_class = WhyForm
    heading, done = _("Revoke"), _("Revoked from today.")

    def act(self, thing, *, by, reason):
        return recognising.revoke(thing, by=by, reason=reason)
