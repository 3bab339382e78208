"""`/ban-lam-viec/mang-luoi/cong-nhan/bo-tieu-chi/`: the criteria of recognition, kept by the Department."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView

from office.acts import DeskAct
from office.stages import Refused

from ..models import Criterion, Standard
from ..network import comparing
from ..rules import runs_network
from .department import ForTheDepartment
from .department_forms import CriterionForm, NewCriterionForm, StandardForm


@method_decorator(never_cache, name="dispatch")
class CriteriaPage(ForTheDepartment, TemplateView):
    """Every set of criteria, the newest first, with what a person has compared with the decision."""

    template_name = "outlets/department/criteria.html"

    def get_context_data(self, **kwargs):
        rows = list(Standard.objects.prefetch_related("criteria__compared_by"))
        used = set(Standard.objects.filter(applications__isnull=False).values_list("pk", flat=True))
        for row in rows:
            row.is_used = row.pk in used
            row.open = sum(1 for each in row.criteria.all() if each.compared_on is None)
        return super().get_context_data(standards=rows, noindex=True, **kwargs)


@method_decorator(never_cache, name="dispatch")
class NewStandard(ForTheDepartment, FormView):
    """`…/moi/`: a decision that replaces the last one."""

    form_class = StandardForm
    template_name = "desk/act.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=_("Criteria of a new decision"),
            explained=_("Copied criteria are to be compared with the new text one by one."),
            button=_("Enter"), back=reverse("outlet_office:criteria"), noindex=True, **kwargs,
        )  # fmt: skip

    def form_valid(self, form):
        try:
            comparing.enter(by=self.request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
            return self.form_invalid(form)
        return redirect("outlet_office:criteria")


@method_decorator(never_cache, name="dispatch")
class OnCriteria(DeskAct):
    def rule(self, user, thing):
        return runs_network(user)

    def next_url(self, thing):
        return reverse("outlet_office:criteria")


class AddCriterion(OnCriteria):
    """`…/<pk>/them/`: on a standard."""

    model = Standard
    form_class = NewCriterionForm
    heading, button = _("One more criterion"), _("Add")
    act = staticmethod(comparing.add)
    done = _("The criterion is there.")


class Compare(OnCriteria):
    """`…/doi-chieu/<pk>/`: one criterion."""

    queryset = Criterion.objects.select_related("standard")
    form_class = CriterionForm
    heading, button = _("Compare with the text of the decision"), _("Compared")
    act = staticmethod(comparing.compare)
    done = _("Compared today, in your name.")

    def get_initial(self):
        return {name: getattr(self.thing, name) for name in CriterionForm.base_fields}

    def next_url(self, thing):
        return f"{super().next_url(thing)}#tieu-chi-{thing.pk}"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **{"subject": self.thing.standard.name, "explained": self.thing.standard.legal_basis} | kwargs
        )
