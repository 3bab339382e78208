"""`/ban-lam-viec/mang-luoi/cong-nhan/`: applications for recognition, for keepers and for the Department."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from ..models import Outlet, RecognitionApplication, Standard
from ..network import recognising
from ..rules import is_keeper, keeps, runs_network

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
