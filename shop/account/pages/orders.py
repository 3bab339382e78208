"""`/tai-khoan/don-hang/…`: the person's orders, ordering again, fetching those placed as a guest."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView

from catalogue.rules import is_adult
from office.accounts.pages import AccountPage
from office.limiting import address_of, too_often
from office.stages import Refused
from shop.account import claiming
from shop.account.forms import CodeForm
from shop.account.models import Claim
from shop.account.reordering import reorder
from shop.order.forms import TrackForm
from shop.order.models import Order

PER_PAGE = 30


class OrdersPage(AccountPage, TemplateView):
    """`/tai-khoan/don-hang/`: the newest first, each with the state of its parcels."""

    template_name = "account/orders.html"

    def get_context_data(self, **kwargs):
        orders = self.request.user.orders.prefetch_related("parcels__producer", "parcels__lines")
        page = Paginator(orders.order_by("-date_placed", "-pk"), PER_PAGE).get_page(
            self.request.GET.get("trang")
        )
        return super().get_context_data(page=page, waiting=claiming.waiting_for(self.request.user), **kwargs)


@require_POST
@login_required
def order_again(request, number):
    """`/tai-khoan/don-hang/<number>/mua-lai/`: into the basket, and say what could not be added and why."""
    order = get_object_or_404(Order, number=number, user=request.user)
    outcome = reorder(order, request.basket, adult=is_adult(request))
    request.basket_filled = True
    if outcome.added:
        text = _("What order %(number)s had is in your basket, at today's prices.") % {"number": number}
        messages.success(request, text)
    for sentence in outcome.left_out:
        messages.warning(request, sentence)
    return redirect("basket:summary")


class ClaimPage(AccountPage, FormView):
    """`/tai-khoan/don-hang/nhan/`: number and phone; what follows looks the same whether they fit or not."""

    template_name = "account/claim.html"
    form_class = TrackForm

    def form_valid(self, form):
        try:
            if too_often("claim-from", address_of(self.request), times=10, seconds=3600):
                raise Refused(_("Too many tries. Please wait an hour and try again."))
            data = form.cleaned_data
            claim = claiming.ask(data["phone"], number=data["number"], by=self.request.user)
        except Refused as refused:
            form.add_error(refused.field, refused.message)
            return self.render_to_response(self.get_context_data(form=form), status=429)
        return redirect("my:prove", pk=claim.pk)


@require_POST
@login_required
def claim_own(request):
    """`/tai-khoan/don-hang/nhan/so-cua-toi/`: guest orders of one's own verified phone, by the same code."""
    try:
        claim = claiming.ask(str(request.user.phone or ""), by=request.user)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("my:orders")
    return redirect("my:prove", pk=claim.pk)


class ProvePage(AccountPage, FormView):
    """`/tai-khoan/don-hang/nhan/<pk>/`: the code."""

    template_name = "account/prove.html"
    form_class = CodeForm

    def get_context_data(self, **kwargs):
        return super().get_context_data(claim=self._claim(), **kwargs)

    def _claim(self):
        claim = Claim.objects.filter(pk=self.kwargs["pk"], user=self.request.user).first()
        if claim is None:
            raise Http404
        return claim

    def form_valid(self, form):
        try:
            number = claiming.prove(self._claim(), form.cleaned_data["code"], by=self.request.user)
        except Refused as refused:
            form.add_error("code", refused.message)
            return self.render_to_response(self.get_context_data(form=form), status=422)
        text = ngettext(
            "%(n)d order is in your account now.", "%(n)d orders are in your account now.", number
        )
        messages.success(self.request, text % {"n": number})
        return redirect("my:orders")
