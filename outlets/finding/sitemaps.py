"""The network in the sitemap: the list, and each outlet visitors may see; those closed for good stay out."""

from django.urls import reverse

from catalogue.feeds import OurSitemap

from ..models import Itinerary, Outlet, TourText


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


class TourTextSitemap(OurSitemap):
    """Tours in further languages: each has one address, within the English site."""

    i18n = alternates = x_default = False

    def items(self):
        rows = TourText.objects.filter(itinerary__in=Itinerary.objects.published())
        return rows.select_related("itinerary").order_by("pk")

    def location(self, item):
        return item.itinerary.address_in(item.language)

    def lastmod(self, item):
        return item.itinerary.changed_at


SITEMAPS = {"outlets": OutletSitemap, "tours": TourSitemap, "tour-texts": TourTextSitemap}
