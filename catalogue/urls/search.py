"""Search over everything and suggestions as one types."""

from django.urls import path

from catalogue.views import search, storefront

app_name = "search_all"
urlpatterns = [
    path("", storefront.ProductListView.as_view(), name="index"),
    path("goi-y/", search.suggest, name="suggest"),
]
