"""Orders: tracking and one page each."""

from django.urls import path

from . import pages

app_name = "orders"
urlpatterns = [
    path("tra-cuu/", pages.TrackPage.as_view(), name="track"),
    path("<str:number>/", pages.OrderPage.as_view(), name="detail"),
    path("<str:number>/ban-luu/", pages.OrderCopy.as_view(), name="copy"),
]
