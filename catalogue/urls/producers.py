"""Producers."""

from django.urls import path

from catalogue.views import producers

app_name = "producers"
urlpatterns = [
    path("", producers.ProducerListView.as_view(), name="index"),
    path("<slug:code>/", producers.ProducerDetailView.as_view(), name="detail"),
]
