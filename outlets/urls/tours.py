"""Tours, as visitors see them."""

from django.urls import URLPattern

app_name = "tours"
urlpatterns: list[URLPattern] = []
