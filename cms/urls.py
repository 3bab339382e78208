"""Addresses outside the page tree: robots and sitemap."""

from django.contrib.sitemaps.views import index, sitemap
from django.db.models import Q
from django.http import HttpResponse
from django.urls import path
from wagtail.contrib.sitemaps import Sitemap as WagtailSitemap
from wagtail.models import Page

from catalogue.feeds import SITEMAPS
from catalogue.structured_data import absolute
from catalogue.views.caching import public_page
from outlets.finding.sitemaps import SITEMAPS as OUTLETS


class PageSitemap(WagtailSitemap):
    """The pages in every language, not only below the site's Vietnamese root."""

    def items(self):
        homes = self.get_wagtail_site().root_page.get_translations(inclusive=True)
        below = Q()
        for home in homes:
            below |= Q(path__startswith=home.path)
        return Page.objects.filter(below).live().public().order_by("path").defer_streamfields().specific()


ALL = {**SITEMAPS, **OUTLETS, "pages": PageSitemap}
PRIVATE = ("/gio-hang/", "/thanh-toan/", "/don-hang/", "/tai-khoan/", "/ban-lam-viec/", "/quan-tri/", "/tim/")


@public_page
def robots(request):
    """Search engines may read everything but what belongs to one visitor."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {language}{path}" for language in ("", "/en") for path in PRIVATE),
        f"Sitemap: {absolute('/sitemap.xml')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", index, {"sitemaps": ALL, "sitemap_url_name": "sitemap"}, name="sitemap-index"),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": ALL}, name="sitemap"),
]
