"""Points of sale as visitors see them: the list, one outlet, its paper and its card for other sites."""

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.generic import TemplateView, View

from catalogue.rules import is_adult
from catalogue.structured_data import absolute, breadcrumbs_json_ld
from catalogue.views.caching import public_page

from ..finding import mapping
from ..finding.asking import area_names
from ..finding.posters import poster
from ..finding.searching import find_outlets
from ..finding.showing import outlets_for_page, show
from ..finding.structured_data import outlet_json_ld
from ..models import Outlet


@public_page
class OutletListView(TemplateView):
    """`/diem-ban/`: every state of the list has an address; htmx swaps the results only."""

    template_name = "outlets/public/outlets.html"

    def get(self, request, *args, **kwargs):
        finding = find_outlets(request.GET, adult=is_adult(request))
        response = self.render_to_response(self.get_context_data(finding=finding))
        if "lat" in request.GET or "lon" in request.GET:  # where somebody is, is kept by nobody
            patch_cache_control(response, private=True, no_store=True)
        return response

    def get_template_names(self):
        if self.request.headers.get("HX-Target") == "results":
            return ["outlets/public/results.html"]
        return super().get_template_names()

    def get_context_data(self, finding, **kwargs):
        marks = [
            (mapping.on_picture(outlet.latitude, outlet.longitude), outlet)
            for outlet in finding.outlets
            if outlet.latitude is not None
        ]
        return super().get_context_data(
            finding=finding,
            listing=finding,
            areas=area_names().items(),
            kinds=Outlet.Kind.choices,
            tiles=settings.MAP_TILES_URL,
            tiles_credit=settings.MAP_TILES_CREDIT,
            marks=[(point, outlet) for point, outlet in marks if point],
            picture={"width": mapping.WIDTH, "height": mapping.HEIGHT},
            **kwargs,
        )


class OfOutlet:
    """A page about one public outlet, by its slug."""

    @property
    def outlet(self):
        if not hasattr(self, "_outlet"):
            self._outlet = get_object_or_404(outlets_for_page(), slug=self.kwargs["slug"])
        return self._outlet


@public_page
class OutletPage(OfOutlet, TemplateView):
    """`/diem-ban/<slug>/`: hours, shelf, tours, ways; `?ke=het` shows the whole shelf."""

    template_name = "outlets/public/outlet.html"

    def get_context_data(self, **kwargs):
        outlet, adult = self.outlet, is_adult(self.request)
        shown = show(outlet, adult=adult, whole=self.request.GET.get("ke") == "het")
        address = outlet.get_absolute_url()
        trail = [(_("Points of sale"), reverse("outlets:index")), (outlet.name, address)]
        return super().get_context_data(
            shown=shown,
            outlet=outlet,
            trail=trail,
            adult=adult,
            picture={"width": mapping.WIDTH, "height": mapping.HEIGHT},
            oembed=absolute(f"{reverse('outlet_data:oembed')}?url={absolute(address)}"),
            json_ld=[
                outlet_json_ld(outlet, url=absolute(address)),
                breadcrumbs_json_ld([(name, absolute(url)) for name, url in trail]),
            ],
            **kwargs,
        )


@method_decorator([xframe_options_exempt, csp_replace({"frame-ancestors": ["*"]})], name="dispatch")
@public_page
class OutletCard(OfOutlet, TemplateView):
    """`/diem-ban/<slug>/nhung/`: a card other sites may frame; nothing else of ours may be."""

    template_name = "outlets/public/embedded.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            outlet=self.outlet, shown=show(self.outlet, adult=False, whole=True), **kwargs
        )


class OutletPoster(OfOutlet, View):
    """`/diem-ban/<slug>/to-in.pdf`: a paper for the door, with the hours and a QR code."""

    def get(self, request, *args, **kwargs):
        body = poster(show(self.outlet, adult=False))
        response = HttpResponse(body, content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="{self.outlet.slug}.pdf"'
        return response
