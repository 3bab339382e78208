"""The basket page, what fills it, and the small state other pages load apart."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import add_never_cache_headers
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import TemplateView
from oscar.apps.wishlists.models import Line as WishListLine

from catalogue.models import Product
from catalogue.rules import is_adult
from catalogue.views import ProductDetailView
from office.limiting import address_of, too_often
from office.origin import same_origin_post
from office.prepared import Prepared
from office.stages import Refused

from . import filling, vouchers
from .middleware import STATE_COOKIE
from .models import Line


@method_decorator(never_cache, name="dispatch")
class BasketPage(TemplateView):
    """`/gio-hang/`."""

    template_name = "shop/basket.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(contents=filling.contents(self.request.basket), **kwargs)


_PRODUCT = Prepared(
    lambda pk: (
        Product.objects.select_related("parent__producer", "producer")
        .only(*(f"{of}{name}" for of in ("", "parent__") for name in filling.ADDED))
        .filter(pk=pk)
    )
)


@require_POST
@same_origin_post
def add(request, pk):
    """Put a product, or one of its sizes, into the basket, and show the basket; a refusal shows the product."""
    found = _PRODUCT(int(pk))
    if found and (size := request.POST.get("size")):
        found = [each for each in _PRODUCT(_number(size)) if each.parent_id == found[0].pk]
    if not found:
        raise Http404
    product = found[0]
    try:
        quantity = filling.parse_quantity(request.POST.get("quantity", "1"))
        outlet = _number(request.POST["outlet"]) if "outlet" in request.POST else None
        filling.add(request.basket, product, quantity, adult=is_adult(request), outlet=outlet)
    except Refused as refused:
        return _product_page(request, product.parent or product, refused)
    request.basket_filled = True
    messages.success(request, _("“%(title)s” is in your basket.") % {"title": product.get_title()})
    return redirect("basket:summary")


def _product_page(request, product, refused):
    """The product's page with the refusal at its field and what was typed; nobody may keep it."""
    view = ProductDetailView(refusal=refused, typed=request.POST)
    view.setup(request)
    response = view.get(request, product_slug=product.slug, pk=product.pk)
    if response.status_code == 200:
        response.status_code = 422
    add_never_cache_headers(response)
    return response


def _number(text):
    """`text` as a row's number; 0, which no row has, for anything else."""
    return int(text[:15]) if text.isdecimal() and text.isascii() else 0


@require_POST
@same_origin_post
def change(request, pk):
    """Change or remove a line of this visitor's own basket; a line of someone else's is not found."""
    lines = Line.objects.select_related("stockrecord", "product")
    line = get_object_or_404(lines, pk=pk, basket_id=request.basket.pk or 0)
    try:
        text = "0" if "remove" in request.POST else request.POST.get("quantity", "")
        filling.change(line, filling.parse_quantity(text))
    except Refused as refused:
        contents = filling.contents(request.basket)
        for each in contents.lines:
            if each.line.pk == line.pk:
                each.problem, each.typed = refused.message, text[:20]
        view = BasketPage()
        view.setup(request)
        return view.render_to_response({"contents": contents, "view": view}, status=422)
    return redirect("basket:summary")


@require_POST
@same_origin_post
def use_voucher(request):
    """`/gio-hang/phieu/`: lay a voucher into the basket; a refusal shows the basket with it at the field."""
    code = request.POST.get("code", "").replace("\x00", "")[:60]
    user = request.user if request.user.is_authenticated else None
    try:
        if too_often("voucher", address_of(request), times=20, seconds=600):
            raise Refused(_("Too many tries. Please wait ten minutes and try again."), field="code")
        voucher = vouchers.use(request.basket, code, by=user)
    except Refused as refused:
        view = BasketPage()
        view.setup(request)
        facts = {"contents": filling.contents(request.basket), "view": view}
        return view.render_to_response(
            facts | {"code": code, "code_error": refused.message, "noindex": True}, status=422
        )
    messages.success(request, _("Voucher “%(code)s” counts for this order.") % {"code": voucher.code})
    return redirect("basket:summary")


@require_POST
@same_origin_post
def drop_voucher(request):
    """`/gio-hang/phieu/bo/`: take a voucher out again."""
    vouchers.drop(request.basket, request.POST.get("code", "").replace("\x00", "")[:60])
    return redirect("basket:summary")


@require_GET
@never_cache
def state(request):
    """`/gio-hang/tom-tat/`: {"count": pieces, "signed_in": bool, "name": text, "wished": [keys of products]}."""
    user = request.user
    count = sum(request.basket.lines.values_list("quantity", flat=True)) if request.basket.pk else 0
    response = JsonResponse(
        {
            "count": count,
            "signed_in": user.is_authenticated,
            "name": str(user) if user.is_authenticated else "",
            "wished": _wished(user) if user.is_authenticated else [],
        }
    )
    if not count and not user.is_authenticated:
        response.delete_cookie(STATE_COOKIE)
    return response


def _wished(user):
    lines = WishListLine.objects.filter(wishlist__owner=user, product__isnull=False)
    return list(lines.values_list("product_id", flat=True))
