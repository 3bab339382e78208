"""The list of products, one product, and the age gate."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import RedirectView, TemplateView

from catalogue.browsing import browse
from catalogue.models import LegalClass
from catalogue.rules import ADULT_COOKIE, is_adult
from catalogue.showing import product_for_page, show
from catalogue.structured_data import absolute, breadcrumbs_json_ld, product_json_ld
from office.origin import same_origin_post

from .caching import public_page


@public_page
class ProductListView(TemplateView):
    """`/san-pham/` and `/tim/`: every state of the list has an address; htmx swaps the results only."""

    template_name = "catalogue/products.html"

    def get(self, request, *args, **kwargs):
        adult = is_adult(request)
        listing = browse(request.GET, adult=adult, path=request.path)
        if listing.page > listing.last_page:
            return redirect(listing.page_url(listing.last_page))
        return self.render_to_response(self.get_context_data(listing=listing, adult=adult))

    def get_template_names(self):
        if self.request.headers.get("HX-Target") == "results":
            return ["catalogue/results.html"]
        return super().get_template_names()


@public_page
class ProductDetailView(TemplateView):
    """A product with its certificate, its maker and the way into the basket.

    `refusal` is the sentence of a basket that would not take it, shown where `typed` was typed.
    """

    template_name = "catalogue/product.html"
    refusal = None
    typed: Mapping = {}

    def get(self, request, *args, product_slug, pk, **kwargs):
        product = product_for_page(pk)
        if product is None:
            raise Http404(_("This product is no longer shown."))
        if product.is_child:
            return HttpResponsePermanentRedirect(
                reverse("catalogue:detail", args=[product.parent.slug, product.parent_id])
            )
        if not product.is_public:
            raise Http404(_("This product is no longer shown."))
        address = reverse("catalogue:detail", args=[product.slug, product.pk])
        if product_slug != product.slug:
            return HttpResponsePermanentRedirect(address)
        adult = is_adult(request)
        if product.legal_class == LegalClass.ALCOHOL and not adult:
            return self.ask_age(product)
        shown = show(product, adult=adult, reviews_page=request.GET.get("danh-gia"))
        trail = [(_("Products"), reverse("catalogue:browse")), (product.title, address)]
        if product.group_id:
            facet = urlencode({"nhom": product.group.code})
            trail.insert(1, (product.group.name, f"{reverse('catalogue:browse')}?{facet}"))
        return self.render_to_response(
            {
                "shown": shown,
                "product": product,
                "trail": trail,
                "adult": adult,
                "refusal": self.refusal,
                "typed": self.typed,
                "json_ld": [
                    product_json_ld(shown, url=absolute(address)),
                    breadcrumbs_json_ld(
                        [(name, absolute(url)) for name, url in trail],
                    ),
                ],
            }
        )

    def ask_age(self, product):
        self.template_name = "catalogue/age_gate.html"
        return self.render_to_response({"next": self.request.get_full_path()})


class CategoryRedirect(RedirectView):
    """Oscar's category addresses lead to the list with that group chosen."""

    permanent = True

    def get_redirect_url(self, *args, **kwargs):
        return reverse("catalogue:browse")


@require_POST
@same_origin_post
def declare_adult(request):
    """The visitor declares to be 18 or older, or takes it back; kept in a cookie of a year."""
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = reverse("catalogue:browse")
    response = redirect(target)
    if request.POST.get("adult") == "1":
        response.set_cookie(
            ADULT_COOKIE,
            "1",
            max_age=60 * 60 * 24 * 365,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )
    else:
        response.delete_cookie(ADULT_COOKIE)
    return response
