"""The buyer, by the signature in the address or as owner: cancelling, the account for a refund, an invoice."""

from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import FileResponse, Http404
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, View

from catalogue.templatetags.ocop import dong
from office.limiting import too_often
from office.stages import Refused
from shop.order.models import Parcel
from shop.order.pages import order_for, parcels_of
from shop.returning import cancelling, invoicing, repaying, reviewing
from shop.returning.forms import AccountForm, CancelForm, InvoiceForm
from shop.returning.models import InvoiceRequest

PER_HOUR = 30


@method_decorator(never_cache, name="dispatch")
class OnOrder(FormView):
    """A form about one order. Subclasses name `heading`, `done` and `act(form)`; a `Refused` comes back in it."""

    done = ""
    heading = ""

    def dispatch(self, request, *args, **kwargs):
        self.order = order_for(request, kwargs["number"])
        owner = request.user.is_authenticated and request.user.pk == self.order.user_id
        self.by = request.user if owner else None
        self.load()
        return super().dispatch(request, *args, **kwargs)

    def load(self):
        """Find what the page is about; raise `Http404` when it is not of this order."""

    def act(self, form):
        raise NotImplementedError

    def next_url(self):
        return self.order.get_absolute_url()

    def form_valid(self, form):
        try:
            if too_often("after-order", self.order.pk, times=PER_HOUR, seconds=3600):
                raise Refused(_("Too many tries. Please wait an hour and try again."))
            self.made = self.act(form)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
            return self.form_invalid(form)
        if self.done:
            messages.success(self.request, self.done)
        return redirect(self.next_url())

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            order=self.order, heading=self.heading, days=settings.REFUND_DAYS, noindex=True, **kwargs
        )

    def parcel(self):
        """The parcel named in the address, with its lines."""
        for parcel in parcels_of(self.order):
            if parcel.number == self.kwargs["parcel"]:
                parcel.order = self.order
                return parcel
        raise Http404


class CancelPage(OnOrder):
    """`/don-hang/<number>/huy/` and `…/kien/<n>/huy/`: what happens with the money, why, then it is done."""

    form_class = CancelForm
    template_name = "shop/returning/cancel.html"
    heading = gettext_lazy("Cancel")
    done = gettext_lazy("It is cancelled. The maker knows.")

    def load(self):
        parcels = [self.parcel()] if "parcel" in self.kwargs else parcels_of(self.order)
        self.parcels = [parcel for parcel in parcels if parcel.may_become(Parcel.Stage.CANCELLED)]
        self.amount = sum(parcel.goods + parcel.fee for parcel in self.parcels)
        self.lowered, self.repaid, self.account_needed = repaying.preview(
            self.order, [parcel.goods + parcel.fee for parcel in self.parcels]
        )

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"account_needed": self.account_needed}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            parcels=self.parcels, amount=self.amount, lowered=self.lowered, repaid=self.repaid,
            by_hand=self.account_needed, **kwargs,
        )  # fmt: skip

    def act(self, form):
        data = form.cleaned_data
        return cancelling.cancel_for_buyer(
            self.order,
            self.parcels,
            reason=data["reason"],
            text=data["text"],
            account=form.account(),
            by=self.by,
        )


class AccountPage(OnOrder):
    """`/don-hang/<number>/tai-khoan-nhan-tien/`: where a person transfers what is paid back."""

    form_class = AccountForm
    template_name = "shop/returning/account.html"
    heading = gettext_lazy("Your bank account for the refund")
    done = gettext_lazy("Thank you. We transfer the money to this account.")

    def load(self):
        self.waiting = [each for each in repaying.given_back(self.order) if each.waits_for_account]

    def get_context_data(self, **kwargs):
        total = sum(each.to_repay for each in self.waiting)
        return super().get_context_data(waiting=self.waiting, total=dong(total), **kwargs)

    def act(self, form):
        return repaying.give_account(self.order, **form.account())


class InvoicePage(OnOrder):
    """`/don-hang/<number>/hoa-don/`: ask the sellers for an e-invoice, or correct what was asked."""

    form_class = InvoiceForm
    template_name = "shop/returning/invoice.html"
    heading = gettext_lazy("Ask for an invoice")
    done = gettext_lazy("Passed to the seller. You get a notice as soon as the invoice is issued.")

    def load(self):
        rows = InvoiceRequest.objects.filter(parcel__order=self.order)
        self.there = rows.order_by("parcel__number").first()

    def get_initial(self):
        if self.there:
            return {name: getattr(self.there, name) for name in InvoiceForm.base_fields}
        return {"email": self.order.guest_email, "name": self.order.buyer_name} | invoicing.said_before(
            self.order
        )

    def act(self, form):
        return invoicing.ask(self.order, by=self.by, **form.cleaned_data)


class NoInvitations(OnOrder):
    """`/don-hang/<number>/khong-moi-danh-gia/`: no more letters that ask for reviews."""

    form_class = Form
    template_name = "shop/returning/no_invitations.html"
    heading = gettext_lazy("No letters asking for reviews")
    done = gettext_lazy("Noted: we will not ask you for reviews again.")

    def act(self, form):
        return reviewing.want_none(self.order)


@method_decorator(never_cache, name="dispatch")
class InvoicePaper(View):
    """`/don-hang/<number>/hoa-don/<pk>/`: the PDF the seller stored, for whoever opens the order's page."""

    def get(self, request, number, pk):
        order = order_for(request, number)
        rows = InvoiceRequest.objects.filter(parcel__order=order, pk=pk, paper__isnull=False)
        found = rows.select_related("paper").first()
        if found is None:
            raise Http404
        return private_file(found.paper)


def private_file(paper):
    """The file as an answer that nobody keeps and no browser runs."""
    response = FileResponse(paper.file.open("rb"), content_type=paper.content_type, filename=paper.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "private, no-store"
    return response
