"""Returns on the desk: the producer answers and finishes them, the shop manager decides what buyers bring."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from catalogue.templatetags.ocop import dong
from office.acts import ActView
from shop.returning import answering, trays
from shop.returning.desk_forms import DecideForm, GrantForm, ReceiveForm, RefuseForm, ReplaceForm
from shop.returning.models import FailedDelivery, Return

PER_PAGE = 30
Stage = Return.Stage
FULL = Return.objects.select_related("parcel__order", "parcel__producer", "refund")


@method_decorator(never_cache, name="dispatch")
class ReturnsPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/tra-hang/`: those with something to do first, and parcels whose goods wait to be looked at."""

    template_name = "desk/returns.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        if not trays.has_returns(user):
            raise PermissionDenied
        stage = self.request.GET.get("trang-thai", "")
        rows = trays.of(user, FULL).prefetch_related("lines__line", "pictures")
        if stage in Stage.values:
            rows = rows.filter(stage=stage)
        page = Paginator(rows.order_by("-asked_at", "-pk"), PER_PAGE).get_page(self.request.GET.get("trang"))
        failed = trays.of(user, FailedDelivery.objects.filter(sellable=None))
        return super().get_context_data(
            page=page,
            stage=stage,
            stages=Stage.choices,
            failed=failed.select_related("parcel__order", "parcel__producer")[:PER_PAGE],
            noindex=True,
            **kwargs,
        )


def open_acts(user, thing):
    """[(address, label, main)] of what `user` can do with this return now."""
    acts = []
    if thing.stage == Stage.ASKED:
        acts = [("accept", _("Accept"), True), ("refuse", _("Refuse"), False)]
    elif thing.stage == Stage.ESCALATED and answering.may_decide(user):
        acts = [("decide", _("Decide"), True)]
    elif thing.stage == Stage.ACCEPTED and thing.send_back:
        acts = [("receive", _("The goods have arrived"), True)]
    elif thing.remedy == Return.Remedy.REPLACEMENT and thing.stage in {Stage.ACCEPTED, Stage.RECEIVED}:
        acts = [("replace", _("New goods are sent"), True)]
    return [(reverse(f"returns_desk:{name}", args=[thing.number]), label, main) for name, label, main in acts]


@method_decorator(never_cache, name="dispatch")
class ReturnPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/tra-hang/<number>/`"""

    template_name = "desk/return.html"

    def get_context_data(self, **kwargs):
        thing = FULL.filter(number=self.kwargs["number"]).first()
        if thing is None:
            raise Http404
        if not answering.may_answer(self.request.user, thing):
            raise PermissionDenied
        lines, labels = list(thing.lines.select_related("line")), dict(Stage.choices)
        return super().get_context_data(
            thing=thing,
            lines=lines,
            worth=sum(each.worth for each in lines),
            pictures=thing.pictures.select_related("paper"),
            moves=[(move, labels[move.after]) for move in thing.moves().select_related("by")],
            acts=open_acts(self.request.user, thing),
            money=desk_money(thing),
            noindex=True,
            **kwargs,
        )


def desk_money(thing):
    """What becomes of the money, for the desk; never the buyer's account."""
    if thing.refund is None:
        return (
            _("%(amount)s is not asked for any more.") % {"amount": dong(thing.lowered)}
            if thing.lowered
            else ""
        )
    return _("%(amount)s: %(stage)s") % {
        "amount": dong(thing.refund.amount), "stage": thing.refund.stage_label,
    }  # fmt: skip


@method_decorator(never_cache, name="dispatch")
class OnReturn(ActView):
    """One act on one return."""

    model = Return
    queryset = FULL
    lookup = "number"
    template_name = "desk/act.html"
    explained = ""

    def rule(self, user, thing):
        return answering.may_answer(user, thing)

    def next_url(self, thing):
        return reverse("returns_desk:detail", args=[thing.number])

    def get_context_data(self, **kwargs):
        thing = self.thing
        subject = f"{thing.number} · {thing.parcel} · {thing.parcel.order.buyer_name}"
        return super().get_context_data(
            heading=self.heading, button=self.button, back=self.next_url(thing), subject=subject,
            explained=self.explain(), noindex=True, **kwargs,
        )  # fmt: skip

    def explain(self):
        return self.explained


class Accept(OnReturn):
    form_class = GrantForm
    heading = gettext_lazy("Accept the return")
    button = gettext_lazy("Accept")
    done = gettext_lazy("Accepted. The buyer has been told.")

    def get_initial(self):
        return {"remedy": self.thing.wanted}

    def explain(self):
        worth = sum(each.worth for each in self.thing.lines.all())
        return _("%(worth)s was paid for these goods.") % {"worth": dong(worth)}

    def act(self, thing, *, by, **fields):
        return answering.accept(thing, by=by, **fields)


class Decide(Accept):
    form_class = DecideForm
    heading = gettext_lazy("Decide for good")
    button = gettext_lazy("Decide")
    done = gettext_lazy("Decided. Both sides have been told.")

    def rule(self, user, thing):
        return answering.may_decide(user)

    def act(self, thing, *, by, **fields):
        return answering.decide(thing, by=by, **fields)


class Refuse(OnReturn):
    form_class = RefuseForm
    heading = gettext_lazy("Refuse the return")
    button = gettext_lazy("Refuse")
    done = gettext_lazy("Refused. The buyer has been told.")

    def act(self, thing, *, by, answer):
        return answering.refuse(thing, answer=answer, by=by)


class Receive(OnReturn):
    form_class = ReceiveForm
    heading = gettext_lazy("The goods have arrived")
    button = gettext_lazy("Note it")
    explained = gettext_lazy(
        "What can be sold again is put back in stock. The money goes back to the buyer now."
    )
    done = gettext_lazy("Noted. The buyer has been told.")

    def get_form_kwargs(self):
        lines = list(self.thing.lines.select_related("line"))
        return super().get_form_kwargs() | {"lines": lines}

    def form_valid(self, form):
        self.sellable = form.sellable()
        return super().form_valid(form)

    def act(self, thing, *, by, **fields):
        return answering.receive(thing, sellable=self.sellable, by=by)


class Replace(OnReturn):
    form_class = ReplaceForm
    heading = gettext_lazy("New goods are sent")
    button = gettext_lazy("Note it")
    explained = gettext_lazy("The pieces leave your stock, and the buyer is told.")
    done = gettext_lazy("Noted. The buyer has been told.")

    def act(self, thing, *, by, tracking_code):
        return answering.replace(thing, tracking_code=tracking_code, by=by)
