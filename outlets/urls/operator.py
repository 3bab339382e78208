"""The desk of tour operators: itineraries, statements."""

from django.urls import URLPattern

app_name = "touring"
urlpatterns: list[URLPattern] = []
