"""`/du-lieu-ca-nhan/`: personal data."""

from django.urls import path

from . import pages

app_name = "personal_data"
urlpatterns = [
    path("", pages.RightsPage.as_view(), name="index"),
    path("ma/", pages.CodePage.as_view(), name="code"),
    path("roi/", pages.Leave.as_view(), name="leave"),
    path("xem/", pages.MyData.as_view(), name="data"),
    path("ban-sao/", pages.MyCopy.as_view(), name="copy"),
    path("dong-y/", pages.MyConsents.as_view(), name="consents"),
    path("dong-y/tin-tuc/", pages.TakeNews.as_view(), name="take-news"),
    path("dong-y/<int:pk>/rut/", pages.WithdrawConsent.as_view(), name="withdraw"),
    path("yeu-cau/", pages.Ask.as_view(), name="ask"),
    path("yeu-cau/<str:number>/", pages.RequestPage.as_view(), name="request"),
]
