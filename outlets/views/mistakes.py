"""A visitor reports a mistake; keepers and the Department answer it."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView

from office.acts import ActView
from office.limiting import address_of, too_often
from office.origin import same_origin_post
from office.roles import has_role
from office.stages import Refused
from office.todo import Task, Tray, register

from ..finding import mending
from ..finding.forms import AnswerForm, MistakeForm
from ..models import Mistake
from .public import OfOutlet

PER_PAGE = 30


@method_decorator([never_cache, same_origin_post], name="dispatch")
class ReportMistake(OfOutlet, FormView):
    """`/diem-ban/<slug>/bao-sai/`: what is wrong and how it really is; an address only if one wants an answer."""

    form_class = MistakeForm
    template_name = "outlets/public/mistake.html"

    def get_context_data(self, **kwargs):
        trail = [
            (_("Points of sale"), reverse("outlets:index")),
            (self.outlet.name, self.outlet.get_absolute_url()),
            (_("Report a mistake"), self.request.path),
        ]
        return super().get_context_data(outlet=self.outlet, trail=trail, noindex=True, **kwargs)

    def form_valid(self, form):
        said = dict(form.cleaned_data)
        if not said.pop("site"):  # a machine fills every field; it is thanked and nothing is kept
            if too_often("outlet-mistake", address_of(self.request), times=5, seconds=3600):
                form.add_error(None, _("Many reports from here in an hour. Please go on a little later."))
                return self.render_to_response(self.get_context_data(form=form), status=429)
            try:
                mending.report(self.outlet, by=self.request.user, **said)
            except Refused as refused:
                form.add_error(refused.field if refused.field in form.fields else None, refused.message)
                return self.form_invalid(form)
        messages.success(self.request, _("Thank you. The keeper of this place looks at it."))
        return redirect(self.outlet)


def may_open(user):
    """Who answers reports: keepers and the Department."""
    return has_role(user, "keeper", "trade_department")


@method_decorator(never_cache, name="dispatch")
class MistakesDesk(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/bao-sai/`: what visitors reported, the oldest open first; `?xem=xong` those answered."""

    template_name = "outlets/keeper/mistakes.html"

    def get_context_data(self, **kwargs):
        if not may_open(self.request.user):
            raise PermissionDenied
        rows = mending.mistakes_for(self.request.user)
        answered = self.request.GET.get("xem") == "xong"
        if answered:
            rows = rows.exclude(stage=Mistake.Stage.OPEN).order_by("-answered_at", "-pk")
        else:
            rows = rows.filter(stage=Mistake.Stage.OPEN)
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(page=page, answered=answered, noindex=True, **kwargs)


@method_decorator(never_cache, name="dispatch")
class AnswerMistake(ActView):
    queryset = Mistake.objects.select_related("outlet__commune")
    form_class = AnswerForm
    template_name = "outlets/keeper/mistake_answer.html"
    heading = button = ""

    def rule(self, user, thing):
        return mending.may_answer(user, thing)

    def next_url(self, thing):
        return reverse("mistakes:index")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=self.heading, button=self.button, back=reverse("mistakes:index"), noindex=True, **kwargs
        )


class PutRight(AnswerMistake):
    heading = gettext_lazy("It was wrong and is put right")
    button = gettext_lazy("Tell that it is put right")
    done = gettext_lazy("Noted as put right.")

    def act(self, thing, *, by, answer):
        return mending.put_right(thing, by=by, answer=answer)


class TurnDown(AnswerMistake):
    heading = gettext_lazy("It is as the site says")
    button = gettext_lazy("Tell that it is not so")
    done = gettext_lazy("Noted: not so.")

    def act(self, thing, *, by, answer):
        return mending.turn_down(thing, by=by, answer=answer)


def waiting(user):
    rows = mending.mistakes_for(user).filter(stage=Mistake.Stage.OPEN)
    return [Task(_("Mistakes visitors reported"), rows.count(), reverse("mistakes:index"))]


def register_tray():
    """Called in the app's `ready`."""
    register(Tray(gettext_lazy("Reported mistakes"), "mistakes:index", may_open, waiting))
