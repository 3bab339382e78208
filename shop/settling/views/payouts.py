"""`/ban-lam-viec/chi-tra/`: what the shop manager pays to producers, and on which accounts."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, Sum
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView, View

from office.acts import ActView
from office.stages import Refused
from office.tables import CSV, XLSX
from shop.settling import bank_file, banking, paying_out
from shop.settling.forms import CameBackForm, EmptyForm, PaidForm, ProposeForm, ReasonForm
from shop.settling.models import Payout, PayoutAccount, PayoutBatch

from .statements import download, page_of


class ForManager(LoginRequiredMixin):
    """Open to who pays producers."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not banking.pays_out(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


@method_decorator(never_cache, name="dispatch")
class BatchesPage(ForManager, FormView):
    """`/ban-lam-viec/chi-tra/`: accounts to check, a new batch, the batches so far."""

    form_class = ProposeForm
    template_name = "shop/settling/manager/batches.html"

    def get_context_data(self, **kwargs):
        batches = PayoutBatch.objects.select_related("proposed_by", "approved_by").annotate(
            people=Count("payouts"),
            total=Sum("payouts__amount", default=0),
            waiting=Count("payouts", filter=Q(payouts__stage=Payout.Stage.APPROVED)),
        )
        accounts = PayoutAccount.objects.filter(stage=PayoutAccount.Stage.WAITING).select_related("producer")
        return super().get_context_data(
            page=page_of(batches.order_by("-pk"), self.request),
            accounts=accounts.order_by("pk")[:30],
            noindex=True,
            **kwargs,
        )

    def form_valid(self, form):
        try:
            batch = paying_out.propose(by=self.request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
            return self.form_invalid(form)
        messages.success(self.request, _("Proposed. Somebody else has to approve it."))
        return redirect(batch)


@method_decorator(never_cache, name="dispatch")
class BatchPage(ForManager, TemplateView):
    """`…/<pk>/`: who is paid what, on which account, and how far it is."""

    template_name = "shop/settling/manager/batch.html"

    def get_context_data(self, **kwargs):
        batch = get_object_or_404(
            PayoutBatch.objects.select_related("proposed_by", "approved_by"), pk=self.kwargs["pk"]
        )
        payouts = batch.payouts.select_related("producer", "account").annotate(parcels=Count("lines"))
        page = page_of(payouts.order_by("pk"), self.request)
        for payout in page:
            payout.batch = batch
        sums = batch.payouts.aggregate(
            asked=Sum("amount", default=0),
            approved=Sum(
                "amount", filter=~Q(stage__in=[Payout.Stage.PROPOSED, Payout.Stage.DROPPED]), default=0
            ),
            going=Sum("amount", filter=Q(stage=Payout.Stage.APPROVED), default=0),
            failed=Sum("amount", filter=Q(stage=Payout.Stage.FAILED), default=0),
            paid=Sum("amount", filter=Q(stage=Payout.Stage.PAID), default=0),
        )
        return super().get_context_data(
            batch=batch,
            page=page,
            sums=sums,
            may_approve=batch.may_become(PayoutBatch.Stage.APPROVED)
            and batch.proposed_by_id != self.request.user.pk,
            noindex=True,
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class BankFile(ForManager, View):
    """`…/<pk>/chuyen-khoan.csv` and `.xlsx`: what the bank is given, once approved."""

    kinds = {"csv": (CSV, bank_file.as_csv), "xlsx": (XLSX, bank_file.as_xlsx)}

    def get(self, request, pk, kind):
        ready = PayoutBatch.objects.filter(stage__in=[PayoutBatch.Stage.APPROVED, PayoutBatch.Stage.SENT])
        batch = get_object_or_404(ready, pk=pk)
        content_type, write = self.kinds[kind]
        return download(write(batch), content_type, f"chuyen-khoan-{batch.number}.{kind}")


@method_decorator(never_cache, name="dispatch")
class PayoutAct(ActView):
    """An act of the shop manager: a small form on a page of its own."""

    form_class = EmptyForm
    template_name = "desk/act.html"
    heading = explained = button = ""

    def rule(self, user, thing):
        return banking.pays_out(user)

    def back(self):
        return self.thing.get_absolute_url()

    def next_url(self, thing):
        return self.back()

    def get_context_data(self, **kwargs):
        facts = {
            "heading": self.heading,
            "explained": self.explained,
            "button": self.button,
            "subject": str(self.thing),
            "back": self.back(),
            "noindex": True,
        }
        return super().get_context_data(**(facts | kwargs))


class Approve(PayoutAct):
    model = PayoutBatch
    heading, button = _("Approve this batch?"), _("Approve")
    explained = _("From then on the money counts as on its way. What has changed since is left out.")
    done = _("Approved. Now give the file to the bank.")

    def act(self, thing, *, by, **fields):
        return paying_out.approve(thing, by=by)


class Drop(PayoutAct):
    model = PayoutBatch
    form_class = ReasonForm
    heading, button = _("Drop this batch?"), _("Drop")
    explained = _("Nothing is paid; what is due stays due.")
    done = _("Dropped.")

    def act(self, thing, *, by, **fields):
        return paying_out.drop(thing, by=by, **fields)


class HandOver(PayoutAct):
    model = PayoutBatch
    heading, button = _("Is the file with the bank?"), _("Yes, it is with the bank")
    done = _("Noted.")

    def act(self, thing, *, by, **fields):
        return paying_out.hand_over(thing, by=by)


class OnPayout(PayoutAct):
    queryset = Payout.objects.select_related("batch", "producer", "account")
    model = Payout

    def back(self):
        return self.thing.batch.get_absolute_url()

    def get_context_data(self, **kwargs):
        return super().get_context_data(subject=self.thing.producer.name, **kwargs)


class MarkPaid(OnPayout):
    form_class = PaidForm
    heading, button = _("The bank has paid"), _("Match with this line")
    done = _("Matched with the bank's line.")

    def act(self, thing, *, by, **fields):
        return paying_out.mark_paid(thing, by=by, **fields)


class MarkFailed(OnPayout):
    heading, button = _("The transfer came back"), _("It came back")
    explained = _("The amount is owed to the producer again, and goes into the next batch.")
    done = _("Noted. It is due again.")

    def get_form_class(self):
        return CameBackForm if self.thing.stage == Payout.Stage.PAID else ReasonForm

    def act(self, thing, *, by, **fields):
        return paying_out.mark_failed(thing, by=by, **fields)


class OnAccount(PayoutAct):
    queryset = PayoutAccount.objects.select_related("producer", "entered_by")
    model = PayoutAccount

    def back(self):
        return reverse("payouts:index")

    def get_context_data(self, **kwargs):
        account = self.thing
        return super().get_context_data(
            subject=f"{account.producer.name}: {account} · {account.holder}", **kwargs
        )


class CheckAccount(OnAccount):
    heading, button = _("Is this the producer's own account?"), _("Yes, it is theirs")
    explained = _("Compare the holder with the papers of the producer, and call them if anything is odd.")
    done = _("Checked.")

    def act(self, thing, *, by, **fields):
        return banking.check(thing, by=by)


class RefuseAccount(OnAccount):
    form_class = ReasonForm
    heading, button = _("Refuse this account"), _("Refuse")
    done = _("Refused. The producer has been told.")

    def act(self, thing, *, by, **fields):
        return banking.refuse(thing, by=by, **fields)
