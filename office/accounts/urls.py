"""Sign-in, sign-up and the account, through allauth."""

from django.urls import include, path

from . import pages

urlpatterns = [
    path("", pages.AccountHome.as_view(), name="account_home"),
    path("tin/da-doc/", pages.read_notices, name="notices_read"),
    path("", include("allauth.account.urls")),
    path("bao-mat/", include("allauth.mfa.urls")),
]
