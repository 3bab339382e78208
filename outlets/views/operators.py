"""The desk of operators: they join, correct and reach; the Department checks, refuses, suspends."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView

from office.acts import DeskAct
from office.stages import Refused

from ..models import Operator
from ..rules import acts_for, runs_network
from ..tours import licensing
from ..tours.forms import CorrectForm, OperatorForm, ReachForm, ReasonForm

PER_PAGE = 30


@method_decorator(never_cache, name="dispatch")
class Join(LoginRequiredMixin, FormView):
    """`/ban-lam-viec/tour/dang-ky/`: a signed-in person hands in a travel company and its licence."""

    form_class = OperatorForm
    template_name = "desk/act.html"

    def get_initial(self):
        user = self.request.user
        return {"phone": user.phone or "", "email": user.email or ""}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=_("Join as a tour operator"),
            explained=_(
                "The Department of Industry and Trade checks the licence; we tell you the answer. Then you plan tours."
            ),
            button=_("Hand in"),
            back=reverse("touring:index"),
            noindex=True,
            **kwargs,
        )

    def form_valid(self, form):
        try:
            licensing.apply(by=self.request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
            return self.form_invalid(form)
        messages.success(self.request, gettext("Handed in. You will be told when the licence is checked."))
        return redirect("touring:index")


@method_decorator(never_cache, name="dispatch")
class OperatorsPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/tour/lu-hanh/`: all operators, those that wait for the check first."""

    template_name = "outlets/operator/operators.html"

    def get_context_data(self, **kwargs):
        if not runs_network(self.request.user):
            raise PermissionDenied
        stage = self.request.GET.get("trang-thai", "")
        text = self.request.GET.get("q", "").replace("\x00", "").strip()[:120]
        rows = Operator.objects.select_related("commune__province")
        if stage in Operator.Stage.values:
            rows = rows.filter(stage=stage)
        if text:
            rows = rows.filter(name__icontains=text) | rows.filter(licence__icontains=text)
        page = Paginator(rows.order_by("-pk"), PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(
            page=page, stage=stage, stages=Operator.Stage.choices, text=text, noindex=True, **kwargs
        )


@method_decorator(never_cache, name="dispatch")
class OperatorPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/tour/lu-hanh/<pk>/`: what it handed in, for the Department and its own people."""

    template_name = "outlets/operator/operator.html"

    def get_context_data(self, pk, **kwargs):
        operator = get_object_or_404(
            Operator.objects.select_related("commune__province", "licence_paper"), pk=pk
        )
        user = self.request.user
        if not (runs_network(user) or acts_for(user, operator)):
            raise PermissionDenied
        moves = list(operator.moves().select_related("by"))
        for move in moves:
            move.said = capfirst(Operator.Stage(move.after).label)
        return super().get_context_data(
            thing=operator,
            people=operator.users.all(),
            moves=moves,
            checks=runs_network(user),
            own=acts_for(user, operator),
            reason=licensing.last_reason(operator),
            tours=operator.itineraries.order_by("title_vi", "pk"),
            noindex=True,
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class OnOperator(DeskAct):
    """An act on one operator."""

    queryset = Operator.objects.select_related("commune__province")

    def rule(self, user, thing):
        return runs_network(user)

    def next_url(self, thing):
        return reverse("touring:operator", args=[thing.pk])


class Correct(OnOperator):
    """`…/sua/`: its people change the facts and hand them in again."""

    form_class = CorrectForm
    heading = _("Change the licence and hand it in again")
    explained = _("Until the Department has checked it again, published tours are off the site.")
    button = _("Hand in")
    done = _("Handed in. You will be told when the licence is checked.")

    def rule(self, user, thing):
        return acts_for(user, thing)

    def get_initial(self):
        names = set(CorrectForm.base_fields) - {"document"}
        return {name: getattr(self.thing, name) for name in names}

    def act(self, thing, *, by, document, **facts):
        return licensing.correct(thing, document=document or None, by=by, **facts)


class Reach(OnOperator):
    """`…/lien-he/`: another phone or e-mail; the licence stays checked."""

    form_class = ReachForm
    heading = _("How guests reach you")
    explained = _("Phone and e-mail stand on the page of every tour.")
    button = _("Save")
    done = _("Saved.")

    def rule(self, user, thing):
        return acts_for(user, thing)

    def get_initial(self):
        return {"phone": str(self.thing.phone), "email": self.thing.email}

    def act(self, thing, *, by, phone, email):
        return licensing.reach(thing, phone=phone, email=email, by=by)


class Check(OnOperator):
    heading = _("The licence is right")
    explained = _("Compare number, name and end with the paper. The operator is told and can plan tours.")
    button = _("Mark the licence as checked")
    done = _("The licence is checked.")

    def act(self, thing, *, by):
        return licensing.check(thing, by=by)


class Refuse(OnOperator):
    form_class = ReasonForm
    heading = _("Refuse the operator")
    explained = _("The operator reads the reason, may correct the facts and hand them in again.")
    button = _("Refuse")
    done = _("Refused.")

    def act(self, thing, *, by, reason):
        return licensing.refuse(thing, reason=reason, by=by)


class Suspend(OnOperator):
    form_class = ReasonForm
    heading = _("Suspend the operator")
    explained = _("All its tours leave the site at once.")
    button = _("Suspend")
    done = _("Suspended.")

    def act(self, thing, *, by, reason):
        return licensing.suspend(thing, reason=reason, by=by)


class Restore(OnOperator):
    heading = _("End the suspension")
    explained = _("Its published tours are on the site again.")
    button = _("End the suspension")
    done = _("The operator may lead tours again.")

    def act(self, thing, *, by):
        return licensing.restore(thing, by=by)
