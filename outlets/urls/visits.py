"""The desk where visits are asked for and answered, by operators and hosts."""

from django.urls import URLPattern

app_name = "visits"
urlpatterns: list[URLPattern] = []
