"""`/ban-lam-viec/thanh-toan/`: payments a person has to look at, and what is done about them."""

from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from office.money import dong
from office.payment import matching, solving
from office.payment.models.trouble import Trouble

from . import forms
from .office import OfficeAct, OfficePage

# act: (heading, what it does, form)
ACTS = {
    "assign": (_("Say what it is for"), _("The money counts for it at once."), forms.AssignForm),
    "send_back": (
        _("Sent back by hand"),
        _("You have transferred the money back to its sender."),
        forms.SentBackForm,
    ),
    "payout": (
        _("It is a payout of Stripe"),
        _("The money lay at Stripe and is in our bank now."),
        forms.ReasonForm,
    ),
    "accept_less": (
        _("Accept what came"),
        _("The amount owed is lowered to what was paid, and counts as paid."),
        forms.ReasonForm,
    ),
    "refund": (
        _("Pay back"),
        _("By card where it came by card. Otherwise somebody transfers it: give the account if you know it."),
        forms.RefundForm,
    ),
    "reopen": (
        _("It can still be delivered"),
        _("It is asked for again, and counts as paid."),
        forms.ReasonForm,
    ),
    "deliver": (
        _("It is to be had again"),
        _("The order is told once more that it is paid."),
        forms.ReasonForm,
    ),
    "try_again": (_("Try again"), _("The provider is asked once more to pay it back."), forms.ReasonForm),
    "by_hand": (
        _("Transfer by hand"),
        _("Somebody of us transfers it to the payee's account."),
        forms.RefundForm,
    ),
    "drop": (_("Do not pay it back"), _("The sum stays here as the payer's credit."), forms.ReasonForm),
    "book_refund": (_("Book it as a refund"), _("Somebody paid it back at the provider."), forms.ReasonForm),
    "note": (_("Looked at"), _("Nothing is done with the money."), forms.ReasonForm),
}


class TroublesPage(OfficePage):
    """Open ones first; with `?loc=xong` those solved."""

    template_name = "office/payment/desk/troubles.html"

    def get_context_data(self, **kwargs):
        solved = self.request.GET.get("loc") == "xong"
        rows = Trouble.objects.select_related("due", "settlement", "refund", "by")
        rows = (
            rows.filter(solved_at=None).order_by("made_at", "pk")
            if not solved
            else (rows.exclude(solved_at=None).order_by("-solved_at", "-pk"))
        )
        page = self.page_of(rows)
        for trouble in page:
            trouble.acts = [(act, ACTS[act][0]) for act in solving.answers(trouble)]
        return super().get_context_data(page=page, solved=solved, tab="troubles", **kwargs)


class Solve(OfficeAct):
    """`…/<pk>/<act>/`: one answer to one of them."""

    model = Trouble
    queryset = Trouble.objects.select_related("due", "settlement", "refund")
    done = _("Noted.")

    @cached_property
    def named(self):
        if (act := self.kwargs["act"]) not in solving.answers(self.thing):
            raise Http404
        return act

    @property
    def heading(self):
        return ACTS[self.named][0]

    @property
    def explained(self):
        return ACTS[self.named][1]

    def get_form_class(self):
        return ACTS[self.named][2]

    def get_form_kwargs(self):
        more = {"proposals": self.proposals()} if self.named == "assign" else {}
        return super().get_form_kwargs() | more

    def proposals(self):
        came = self.thing.settlement
        return [
            (due.reference, f"{due.reference} · {dong(due.rest or due.amount)} · {due.payer}")
            for due in matching.proposals(came.note, came.amount, came.at)
        ]

    def act(self, thing, *, by, **fields):
        return getattr(solving, self.named)(thing, by=by, **fields)

    def get_context_data(self, **kwargs):
        return super().get_context_data(trouble=self.thing, **kwargs)
