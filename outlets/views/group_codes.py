"""Group codes: operators make them and read what was bought; keepers credit purchases; the Department reads all."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F, Sum
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView

from office.acts import DeskAct
from office.money import dong
from office.roles import has_role
from office.stages import Refused
from office.tables import XLSX, Sheet, as_xlsx

from ..models import Credit, GroupCode, Operator, Outlet
from ..rules import acts_for, keeps, runs_network
from ..visits import crediting
from ..visits.forms import CreditForm, GroupCodeForm, TakeBackForm

PER_PAGE = 30
SHOWN = 20  # purchases under the form at the counter


def may_open(user):
    return has_role(user, "tour_operator", "trade_department")


def codes_of(user):
    """The codes of one's operators, with `kept`: đồng credited; all codes for the Department."""
    rows = GroupCode.objects.select_related("itinerary", "operator")
    if not runs_network(user):
        rows = rows.filter(operator__in=Operator.objects.filter(users=user))
    kept = Coalesce(Sum(F("credits__amount") - F("credits__returned")), 0)
    return rows.annotate(kept=kept).order_by("-first_day", "-pk")  # a sum forgets the order of the model


@method_decorator(never_cache, name="dispatch")
class CodesPage(LoginRequiredMixin, FormView):
    """`…/ma-doan/`: the codes and what each brought; operators make new ones."""

    template_name = "outlets/visits/codes.html"
    form_class = GroupCodeForm

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not may_open(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            page=Paginator(codes_of(user), PER_PAGE).get_page(self.request.GET.get("trang")),
            of_all=runs_network(user),
            may_issue=Operator.objects.licensed().filter(users=user).exists(),
            noindex=True,
            **kwargs,
        )

    def form_valid(self, form):
        try:
            group = crediting.issue(by=self.request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
            return self.form_invalid(form)
        messages.success(self.request, gettext("The code is %(code)s.") % {"code": group.code})
        return redirect("visits:code", pk=group.pk)


@method_decorator(never_cache, name="dispatch")
class CodePage(LoginRequiredMixin, TemplateView):
    """`…/ma-doan/<pk>/`: the statement of one group; `?tep=xlsx` as a file."""

    template_name = "outlets/visits/code.html"

    def get(self, request, *args, **kwargs):
        self.group = get_object_or_404(
            GroupCode.objects.select_related("itinerary", "operator"), pk=kwargs["pk"]
        )
        if not acts_for(request.user, self.group.operator) and not runs_network(request.user):
            raise PermissionDenied
        self.lines = crediting.statement(GroupCode.objects.filter(pk=self.group.pk))
        if request.GET.get("tep") == "xlsx":
            return self.as_file()
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            group=self.group,
            of_all=runs_network(self.request.user),
            lines=self.lines,
            bought=sum(line.amount for line in self.lines),
            returned=sum(line.returned for line in self.lines),
            kept=sum(line.kept for line in self.lines),
            noindex=True,
            **kwargs,
        )

    def as_file(self):
        group = self.group
        sheet = Sheet(
            title=group.code,
            top=[
                gettext("Purchases of group %(code)s") % {"code": group.code},
                f"{group.operator} · {group.itinerary} · {group.first_day:%d/%m/%Y}–{group.last_day:%d/%m/%Y}",
            ],
            header=[
                _("Day"),
                _("Bought at"),
                _("Purchases"),
                _("Amount (₫)"),
                _("Returned (₫)"),
                _("Counts (₫)"),
            ],
            rows=[
                [
                    line.day,
                    line.place or gettext("On the site"),
                    line.purchases,
                    line.amount,
                    line.returned,
                    line.kept,
                ]
                for line in self.lines
            ],
            footer=[
                [
                    gettext("In all"),
                    "",
                    *(
                        sum(getattr(line, name) for line in self.lines)
                        for name in ("purchases", "amount", "returned", "kept")
                    ),
                ]
            ],
        )
        answer = HttpResponse(as_xlsx(sheet), content_type=XLSX)
        answer["Content-Disposition"] = f'attachment; filename="doan-{group.code}.xlsx"'
        return answer


@method_decorator(never_cache, name="dispatch")
class CreditAtCounter(DeskAct):
    """`…/ma-doan/ghi/<outlet>/`: a keeper credits what a group bought."""

    model = Outlet
    form_class = CreditForm
    template_name = "outlets/visits/credit.html"
    heading = _("Purchase of a group")
    explained = _("The tour the group came with is credited; nothing about the buyer is kept.")
    button = _("Credit it")
    done = _("Credited to the group.")

    def rule(self, user, thing):
        return keeps(user, thing)

    def act(self, thing, *, by, **fields):
        return crediting.credit_at_counter(thing, by=by, **fields)

    def next_url(self, thing):
        return reverse("visits:credit", args=[thing.pk])

    def back_url(self, thing):
        return reverse("keeping:day", args=[thing.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(purchases=crediting.at_counter(self.thing)[:SHOWN], **kwargs)


@method_decorator(never_cache, name="dispatch")
class TakeBack(DeskAct):
    """`…/ma-doan/ghi/lui/<credit>/`: its keeper takes back what came back or was typed wrong."""

    queryset = Credit.objects.filter(reference__startswith=crediting.AT_COUNTER).select_related(
        "outlet", "group"
    )
    form_class = TakeBackForm
    heading = _("Take a purchase of a group back")
    explained = _("Goods that came back, or a slip of the pen. The operator is told the sums.")
    button = _("Take it back")
    done = _("Taken back.")

    def rule(self, user, thing):
        return keeps(user, thing.outlet)

    def get_initial(self):
        return {"amount": self.thing.returned or self.thing.amount}

    def act(self, thing, *, amount, by):
        return crediting.take_back_at_counter(thing, amount=amount, by=by)

    def next_url(self, thing):
        return reverse("visits:credit", args=[thing.outlet_id])

    def get_context_data(self, **kwargs):
        thing = self.thing
        said = {"receipt": thing.receipt, "amount": dong(thing.amount), "code": thing.group}
        subject = gettext("Receipt %(receipt)s: %(amount)s, group %(code)s") % said
        return super().get_context_data(subject=subject, **kwargs)
