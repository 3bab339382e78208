"""What other machines read of the catalogue: Google Merchant, new certificates (Atom), sitemaps."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.syndication.views import Feed
from django.db.models import Exists, Max, OuterRef, Q
from django.http import StreamingHttpResponse
from django.urls import path, reverse
from django.utils import feedgenerator, timezone
from django.utils.html import escape
from django.utils.translation import gettext as _

from catalogue.models import LegalClass, Product
from catalogue.producers.models import Partner, StockRecord, Supply
from catalogue.programme.models import Recognition
from catalogue.structured_data import absolute
from catalogue.supply import Supplied, supplied_of

from .views.caching import public_page

NOT_ADVERTISED = (LegalClass.ALCOHOL, LegalClass.MEDICINE, LegalClass.ORNAMENTAL, LegalClass.SERVICE)


@public_page
def merchant(request):
    """`/feeds/san-pham.xml`: Google Merchant's RSS; goods in stock that may be advertised and are sold online."""
    return StreamingHttpResponse(
        _merchant_rows(timezone.localdate()), content_type="application/xml; charset=utf-8"
    )


def _merchant_rows(today):
    said = escape(_("Certified OCOP products of Hà Tĩnh"))
    yield (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">'
        f"<channel><title>OCOP Hà Tĩnh</title><link>{escape(absolute('/'))}</link>"
        f"<description>{said}</description>"
    )
    for product in _advertised().iterator(chunk_size=500):
        image = (product.picture_set.get("page") or {}).get("jpeg", "")
        stars = product.stars_on(today)
        facts = {
            "g:id": product.pk,
            "title": product.title,
            "description": product.story or product.title,
            "link": absolute(reverse("catalogue:detail", args=[product.slug, product.pk])),
            "g:image_link": absolute(image) if image else "",
            "g:price": f"{product.price} VND",
            **_availability(product, today),
            "g:condition": "new",
            "g:brand": product.producer.name if product.producer else "",
            "g:identifier_exists": "no",
            "g:product_type": product.group.name if product.group else "",
            "g:custom_label_0": f"OCOP {stars} sao" if stars else "",
        }
        rows = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in facts.items() if value != "")
        yield f"<item>{rows}</item>"
    yield "</channel></rss>"


def _availability(product, today):
    """In Google's words; what is not there yet says the day it leaves. Sizes count as in stock."""
    supplied = Supplied.read(product.supply)
    if supplied.at_once:
        return {"g:availability": "in_stock"}
    kind = "preorder" if supplied.kind == Supply.PRE_ORDER else "backorder"
    return {"g:availability": kind, "g:availability_date": f"{supplied.ready_on(today)}T08:00+07:00"}


def _advertised():
    """Goods with something left to sell, in one of their sizes at least."""
    left = StockRecord.objects.sending().with_free().filter(free__gt=0)
    of_product = Q(product=OuterRef("pk")) | Q(product__parent=OuterRef("pk"), product__is_public=True)
    return (
        Product.objects.on_sale_list()
        .exclude(legal_class__in=NOT_ADVERTISED)
        .filter(Exists(left.filter(of_product)), price__gt=0)
        .select_related("producer", "group")
        .annotate(supply=supplied_of("pk"))
        .order_by("pk")
    )


class CertificateFeed(Feed):
    """`/feeds/chung-nhan/`: the newest certificates, as Atom; alcohol stays out."""

    feed_type = feedgenerator.Atom1Feed

    def link(self):
        return absolute(reverse("certificates:index"))

    def title(self):
        return _("New OCOP certificates of Hà Tĩnh")

    def items(self):
        rows = Recognition.objects.exclude(product__legal_class=LegalClass.ALCOHOL)
        return rows.told().select_related("product__producer").order_by("-decision_date", "-pk")[:50]

    def item_title(self, item):
        return _("%(product)s: %(stars)d stars") % {"product": item.product.title, "stars": item.stars}

    def item_link(self, item):
        return absolute(item.get_absolute_url())

    def item_description(self, item):
        return f"{item.issuer}, {item.decision_number}. {item.state().sentence}."

    def item_pubdate(self, item):
        return timezone.make_aware(
            timezone.datetime.combine(item.decision_date, timezone.datetime.min.time())
        )


class OurSitemap(Sitemap):
    """Each page at the site's own address, in every language, naming its other selves.

    Three addresses for each entry take their time, so a file is short: half a second.
    """

    i18n = True
    alternates = True
    x_default = True
    limit = 1000

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc


class ListSitemap(OurSitemap):
    """The pages from which all others are found."""

    def items(self):
        return ["catalogue:browse", "producers:index", "certificates:index"]

    def location(self, item):
        return reverse(item)


class ProductSitemap(OurSitemap):
    """Public products; alcohol is not shown to strangers, so not here either."""

    def items(self):
        return Product.objects.on_sale_list().open_to(adult=False).only("slug", "date_updated").order_by("pk")

    def lastmod(self, item):
        return item.date_updated

    def get_latest_lastmod(self):
        return self.items().aggregate(latest=Max("date_updated"))["latest"]

    def location(self, item):
        return reverse("catalogue:detail", args=[item.slug, item.pk])


class ProducerSitemap(OurSitemap):
    def items(self):
        return Partner.objects.only("code").order_by("pk")

    def location(self, item):
        return reverse("producers:detail", args=[item.code])


class CertificateSitemap(OurSitemap):
    """Certificates of what strangers may see."""

    def items(self):
        rows = Recognition.objects.exclude(product__legal_class=LegalClass.ALCOHOL)
        return rows.only("slug").order_by("pk")


SITEMAPS = {
    "lists": ListSitemap,
    "products": ProductSitemap,
    "producers": ProducerSitemap,
    "certificates": CertificateSitemap,
}

urlpatterns = [
    path("feeds/san-pham.xml", merchant, name="merchant-feed"),
    path("feeds/chung-nhan/", CertificateFeed(), name="certificate-feed"),
]
