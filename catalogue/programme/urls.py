"""Certificates: look-up and one page each."""

from django.urls import path

from .views import public

app_name = "certificates"
urlpatterns = [
    path("tra-cuu/", public.LookUp.as_view(), name="index"),
    path("chung-nhan/<slug:slug>/", public.CertificateView.as_view(), name="detail"),
]
