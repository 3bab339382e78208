"""Acts on one application for recognition: the keeper's, and those of who visits and decides."""

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from office.acts import ActView

from ..models import Answer, Outlet, RecognitionApplication
from ..network import recognising
from ..rules import keeps
from .department_forms import AnswerForm, DecisionForm, FindingsForm, MaybeWhyForm, VisitDayForm, WhyForm


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
