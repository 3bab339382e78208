"""The Department's desk: the network, recognition, reports."""

from django.urls import URLPattern

app_name = "outlet_office"
urlpatterns: list[URLPattern] = []
