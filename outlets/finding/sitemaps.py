"""The network in the sitemap: the list, and each outlet visitors may see; those closed for good stay out."""

from django.urls import reverse

from catalogue.feeds import OurSitemap

from ..models import Itinerary, Outlet


class OutletSitemap(OurSitemap):
    def items(self):
        rows = Outlet.objects.public().exclude(stage=Outlet.Stage.CLOSED)
        return ["outlets:index", *rows.only("slug", "changed_at").order_by("pk")]

    def location(self, item):
        return reverse(item) if isinstance(item, str) else item.get_absolute_url()

    def lastmod(self, item):
        return None if isinstance(item, str) else item.changed_at


class TourSitemap(OutletSitemap):
    """Tours on the site today."""

    def items(self):
        rows = Itinerary.objects.published()
        return ["tours:index", "tours:suggest", *rows.only("slug", "changed_at").order_by("pk")]


SITEMAPS = {"outlets": OutletSitemap, "tours": TourSitemap}
