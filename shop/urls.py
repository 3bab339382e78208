"""The whole site map on one screen."""

from django.apps import apps
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.static import serve as serve_file
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import serve

from office.reading import read_paper
from shop import oscar_doors
from shop.design import DesignPage
from shop.order.callbacks import CarrierCallback


def oscar(label):
    """(urls, app name, namespace) of an Oscar app."""
    return apps.get_app_config(label).urls


urlpatterns = [
    path("", include("shop.health")),
    path("", include("cms.urls")),  # robots, sitemap
    path("", include("catalogue.feeds")),
    path("quan-tri/login/", oscar_doors.leads_to("account_login")),
    path("quan-tri/cua-hang/", include(oscar_doors.DASHBOARD)),
    path("quan-tri/cua-hang/", oscar("dashboard")),
    path("quan-tri/cua-hang/", include(oscar_doors.REST)),
    path("tai-lieu/", include(wagtaildocs_urls)),
    path("quan-tri/", include(wagtailadmin_urls)),
    path("giao-hang/goi-lai/<slug:carrier>/", CarrierCallback.as_view(), name="carrier-callback"),
    path("giay-to/<uuid:pk>/", read_paper, name="paper"),
]

urlpatterns += i18n_patterns(
    path("", serve, {"path": ""}, name="home"),
    path("san-pham/", oscar("catalogue")),
    path("tim/", include("catalogue.urls.search")),
    path("chu-the/", include("catalogue.urls.producers")),
    path("dia-ban/", include("catalogue.urls.places")),
    path("", include("catalogue.programme.urls")),  # /tra-cuu/, /chung-nhan/<slug>/
    path("", include("outlets.urls.data")),  # /diem-ban.geojson, /oembed
    path("diem-ban/", include("outlets.urls.public")),
    path("tour/", include("outlets.urls.tours")),
    path("gio-hang/", oscar("basket")),
    path("bao-co-hang/", include("shop.alerting.urls")),
    path("thanh-toan/", include("office.payment.urls")),
    path("thanh-toan/", oscar("checkout")),
    path("don-hang/", include("shop.order.urls")),
    path("phan-anh/", include("shop.complaints.urls")),
    path("du-lieu-ca-nhan/", include("shop.personal_data.urls")),
    path("don-hang/", include("shop.returning.urls")),
    path("doan/", include("shop.grouping.urls")),
    path("tai-khoan/", include("office.accounts.urls")),
    path("tai-khoan/", include("shop.account.urls")),
    path("ban-lam-viec/don-hang/", include("shop.labels_desk")),
    path("ban-lam-viec/giao-hang/", include("shop.shipping.desk_urls")),
    path("ban-lam-viec/", include("shop.desk")),
    path("ban-lam-viec/phan-anh/", include("shop.complaints.desk_urls")),
    path("ban-lam-viec/du-lieu/", include("shop.personal_data.desk_urls")),
    path("ban-lam-viec/thanh-toan/", include("office.payment.desk_urls")),
    path("ban-lam-viec/tra-hang/", include("shop.returning.desk_urls")),
    path("ban-lam-viec/nhan-hang/", include("shop.picking.desk_urls")),
    path("ban-lam-viec/chung-nhan/", include("catalogue.programme.desk_urls")),
    path("ban-lam-viec/danh-gia/", include("catalogue.urls.reviews_desk")),
    path("ban-lam-viec/san-pham/", include("catalogue.urls.goods_desk")),
    path("ban-lam-viec/chu-the/", include("catalogue.urls.makers_desk")),
    path("ban-lam-viec/diem-ban/", include("outlets.urls.keeper")),
    path("ban-lam-viec/gio-mo-cua/", include("outlets.urls.hours")),
    path("ban-lam-viec/bao-sai/", include("outlets.urls.mistakes")),
    path("ban-lam-viec/mang-luoi/", include("outlets.urls.department")),
    path("ban-lam-viec/tour/", include("outlets.urls.operator")),
    path("ban-lam-viec/chuyen-tham/", include("outlets.urls.visits")),
    path("ban-lam-viec/doi-soat/", include("shop.settling.urls.statements")),
    path("ban-lam-viec/chi-tra/", include("shop.settling.urls.payouts")),
    path("ban-lam-viec/khau-tru-thue/", include("shop.settling.urls.withheld")),
    path("tai-khoan/khach/", include(oscar_doors.CUSTOMER)),
    path("tai-khoan/khach/", oscar("customer")),
    path("tim-oscar/", include(oscar_doors.SHOP)),
    path("tim-oscar/", oscar("search")),
    path("uu-dai/", include(oscar_doors.SHOP)),
    path("uu-dai/", oscar("offer")),
    path("yeu-thich/", include(oscar_doors.CUSTOMER)),
    path("yeu-thich/", oscar("wishlists")),
    prefix_default_language=False,
)

if settings.DEMO:
    urlpatterns += [path("thiet-ke/", DesignPage.as_view())]
    # Pictures: in production the web server in front serves them (docs/Caddyfile).
    urlpatterns += [path("media/<path:path>", serve_file, {"document_root": settings.MEDIA_ROOT})]

urlpatterns += i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=False)
