from django.urls import path, re_path

from shop.settling.views import statements

app_name = "statements"
urlpatterns = [
    path("", statements.ProducersPage.as_view(), name="index"),
    path("<int:pk>/", statements.WeeksPage.as_view(), name="weeks"),
    path("<int:pk>/kien/", statements.ParcelsPage.as_view(), name="parcels"),
    path("<int:pk>/tai-khoan/", statements.EnterAccount.as_view(), name="account"),
    path("<int:pk>/<str:monday>/", statements.WeekPage.as_view(), name="week"),
    re_path(
        r"^(?P<pk>\d{1,18})/(?P<monday>[\d-]{10})/doi-soat\.(?P<kind>pdf|xlsx)$",
        statements.StatementFile.as_view(),
        name="file",
    ),
]
