"""The desk of keepers: shelf, hours, consignment, confirmations."""

from django.urls import URLPattern

app_name = "keeping"
urlpatterns: list[URLPattern] = []
