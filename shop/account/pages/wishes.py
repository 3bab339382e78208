"""`/tai-khoan/yeu-thich/` and `/tai-khoan/bao-hang/`: what somebody liked, and what they wait for."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from catalogue.cards import cards_of_ids
from catalogue.models import LegalClass, Product
from catalogue.rules import is_adult
from office.accounts.pages import AccountPage
from office.origin import same_origin_post
from office.stages import Refused
from shop.account import wishing

PER_PAGE = 30


def _asked(text):
    """The product somebody means by its number; None for anything else."""
    known = text.isascii() and text.isdecimal() and len(text) < 16
    return Product.objects.select_related("parent").filter(pk=int(text)).first() if known else None


@method_decorator(same_origin_post, name="dispatch")
class WishesPage(AccountPage, TemplateView):
    """The list. A heart anywhere on the site posts `product` here (and `remove`); a guest signs in first and
    is then asked once more, because a link must change nothing.
    """

    template_name = "account/wishes.html"

    def dispatch(self, request, *args, **kwargs):
        if request.method == "POST" and not request.user.is_authenticated:
            back = f"{reverse('my:wishes')}?them={request.POST.get('product', '')[:15]}"
            return redirect_to_login(back)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        user, adult = self.request.user, is_adult(self.request)
        page = Paginator(wishing.lines_of(user), PER_PAGE).get_page(self.request.GET.get("trang"))
        shown = {card.pk: card for card in cards_of_ids([line.product_id for line in page])}
        public = Product.objects.open_to(adult=adult).filter(pk__in=shown, is_public=True)
        open_now = set(public.values_list("pk", flat=True))
        return super().get_context_data(
            page=page,
            rows=[(line, shown[line.product_id] if line.product_id in open_now else None) for line in page],
            asked=self._asked_for(),
            **kwargs,
        )

    def _asked_for(self):
        product = _asked(self.request.GET.get("them", ""))
        fits = product is not None and product.is_public and product.legal_class != LegalClass.ALCOHOL
        return product if fits else None

    def post(self, request):
        product = _asked(request.POST.get("product", ""))
        try:
            if product is None:
                raise Refused(_("This product is not shown here."))
            if "remove" in request.POST:
                wishing.forget(product, by=request.user)
            else:
                wishing.wish(product, by=request.user)
                messages.success(
                    request, _("“%(title)s” is on your wish list.") % {"title": product.get_title()}
                )
        except Refused as refused:
            messages.error(request, refused.message)
        if request.headers.get("Accept") == "application/json":
            return HttpResponse(status=204)
        return redirect("my:wishes")


@require_POST
@login_required
def forget(request, pk):
    """`…/yeu-thich/<line>/bo/`: off the list, also when the product is gone."""
    wishing.forget(get_object_or_404(wishing.lines_of(request.user), pk=pk), by=request.user)
    return redirect("my:wishes")


class AlertsPage(AccountPage, TemplateView):
    template_name = "account/alerts.html"

    def get_context_data(self, **kwargs):
        alerts = wishing.alerts_of(self.request.user).select_related("product__parent")
        page = Paginator(alerts, PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(page=page, **kwargs)


@require_POST
@login_required
def cancel_alert(request, pk):
    """`…/bao-hang/<pk>/bo/`."""
    wishing.cancel_alert(get_object_or_404(wishing.alerts_of(request.user), pk=pk), by=request.user)
    return redirect("my:alerts")
