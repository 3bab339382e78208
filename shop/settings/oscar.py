"""Oscar's settings: its defaults, then what we decide otherwise."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from oscar.defaults import *

OSCAR_SHOP_NAME = "OCOP Hà Tĩnh"
OSCAR_HOMEPAGE = reverse_lazy("home")
OSCAR_DEFAULT_CURRENCY = "VND"
OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_ALLOW_ANON_REVIEWS = False
OSCAR_MODERATE_REVIEWS = True
OSCAR_REQUIRED_ADDRESS_FIELDS = ("first_name", "line1", "country")
OSCAR_SLUG_MAP = {"đ": "d", "Đ": "D"}
OSCAR_THUMBNAILER = "catalogue.models.renditions.Thumbnailer"
OSCAR_FROM_EMAIL = "OCOP Hà Tĩnh <khong-tra-loi@demo.ocop.example>"
OSCAR_MAX_BASKET_QUANTITY_THRESHOLD = 500
OSCAR_DASHBOARD_ITEMS_PER_PAGE = 30
OSCAR_GOOGLE_ANALYTICS_ID = None
OSCAR_EAGER_ALERTS = False  # `shop.alerting` tells those who asked

OSCAR_INITIAL_ORDER_STATUS = "new"
OSCAR_INITIAL_LINE_STATUS = "new"
OSCAR_ORDER_STATUS_PIPELINE = {
    "awaiting": ("new", "cancelled"),
    "new": ("confirmed", "cancelled"),
    "confirmed": ("packed", "cancelled"),
    "packed": ("handed_over", "cancelled"),
    "handed_over": ("delivered", "returned"),
    "delivered": ("returned",),
    "returned": (),
    "cancelled": (),
}
# Lines follow their parcel (`shop.order.fulfilling`): the dashboard moves none by itself.
OSCAR_LINE_STATUS_PIPELINE = dict.fromkeys(OSCAR_ORDER_STATUS_PIPELINE, ())

# Products, producers, reviews and pages are worked on where our rules hold; offers and vouchers are Oscar's.
OSCAR_DASHBOARD_NAVIGATION = [
    {"label": _("Dashboard"), "icon": "fas fa-list", "url_name": "dashboard:index"},
    {"label": _("Orders"), "icon": "fas fa-shopping-cart", "url_name": "dashboard:order-list"},
    {"label": _("Statistics"), "icon": "fas fa-chart-bar", "url_name": "dashboard:order-stats"},
    {"label": _("Reports"), "icon": "fas fa-file", "url_name": "dashboard:reports-index"},
    {"label": _("Customers"), "icon": "fas fa-users", "url_name": "dashboard:users-index"},
    {"label": _("Offers"), "icon": "fas fa-bullhorn", "url_name": "dashboard:offer-list"},
    {"label": _("Vouchers"), "icon": "fas fa-ticket-alt", "url_name": "dashboard:voucher-list"},
    {"label": _("Ranges of goods"), "icon": "fas fa-layer-group", "url_name": "dashboard:range-list"},
    {"label": _("Products"), "icon": "fas fa-sitemap", "url_name": "goods_desk:index"},
    {"label": _("Producers"), "icon": "fas fa-store", "url_name": "makers_desk:index"},
    {"label": _("Reviews"), "icon": "fas fa-comments", "url_name": "reviews_desk:index"},
    {"label": _("Desk"), "icon": "fas fa-briefcase", "url_name": "desk:index"},
]


OSCAR_OFFER_ROUNDING_FUNCTION = "shop.offer.rounding.whole_dong"


MIGRATION_MODULES = {  # forked for their methods and addresses, not their tables
    "basket": "oscar.apps.basket.migrations",
}
