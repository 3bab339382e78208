from django.urls import path, re_path, reverse
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.apps import CatalogueConfig as OscarCatalogueConfig


class CatalogueConfig(OscarCatalogueConfig):
    name = "catalogue"

    def ready(self):
        super().ready()
        from . import listing  # these need the models
        from .search import indexing

        indexing.watch()
        listing.watch()
        self.put_reviews_on_the_desk()

    @staticmethod
    def put_reviews_on_the_desk():
        from office.todo import Task, Tray, register

        from . import reviewing
        from .views import reviews

        def tasks(user):
            unread, unanswered = reviews.waiting_for(user)
            link = reverse("reviews_desk:index")
            found = [Task(_("Reviews to read before they appear"), unread.count(), link)]
            if user.partners.exists():
                found.append(Task(_("Reviews without your reply"), unanswered.count(), link))
            return found if reviewing.may_moderate(user) else found[1:]

        register(Tray(_("Reviews"), "reviews_desk:index", reviews.may_open_desk, tasks))

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
