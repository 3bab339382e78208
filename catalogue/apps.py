from django.urls import path, re_path
from oscar.apps.catalogue.apps import CatalogueConfig as OscarCatalogueConfig


class CatalogueConfig(OscarCatalogueConfig):
    name = "catalogue"

    def ready(self):
        super().ready()
        from . import listing  # these need the models
        from .search import indexing

        indexing.watch()
        listing.watch()
        from . import desk

        desk.register_trays()
        from office.persons import register

        from . import personal

        register("reviews", personal.collect_reviews, personal.erase_reviews)

    def get_urls(self):
        """Our pages under Oscar's names, so that its own templates and mails still find them."""
        from .views import reviews, storefront  # views need the models, which are not there yet above

        products = storefront.ProductListView.as_view()
        product = r"^(?P<product_slug>[\w-]*)_(?P<pk>\d+)/"
        return [
            path("", products, name="index"),
            path("", products, name="browse"),
            path("18/", storefront.declare_adult, name="adult"),
            re_path(product + "$", storefront.ProductDetailView.as_view(), name="detail"),
            re_path(product + "danh-gia/$", reviews.WriteReview.as_view(), name="review"),
            re_path(
                product + r"danh-gia/(?P<review_pk>\d+)/tra-loi/$",
                reviews.ReplyToReview.as_view(),
                name="review-reply",
            ),
            re_path(
                r"^nhom/(?P<category_slug>[\w-]+(/[\w-]+)*)_(?P<pk>\d+)/$",
                storefront.CategoryRedirect.as_view(),
                name="category",
            ),
            path("pham-vi/<slug:slug>/", self.range_view.as_view(), name="range"),
        ]
