from django.urls import path, re_path

from shop.settling.views import withheld

app_name = "withheld"
urlpatterns = [
    path("", withheld.MonthPage.as_view(), name="index"),
    re_path(r"^(?P<month>\d{4}-\d{2})/$", withheld.MonthPage.as_view(), name="month"),
    re_path(
        r"^(?P<month>\d{4}-\d{2})/khau-tru-thue\.(?P<kind>csv|xlsx)$",
        withheld.MonthFile.as_view(),
        name="file",
    ),
]
