"""The desk of hours: keepers at theirs, the Department for the network."""

from django.urls import path

from ..views import hours

app_name = "hours"
urlpatterns = [
    path("", hours.HousePage.as_view(), name="house"),
    path("them/", hours.AddHouseDays.as_view(), name="house-add"),
    path("ngay/<int:pk>/", hours.ChangeDays.as_view(), name="change"),
    path("ngay/<int:pk>/ket-thuc/", hours.EndDays.as_view(), name="end"),
    path("<int:pk>/", hours.HoursPage.as_view(), name="outlet"),
    path("<int:pk>/tuan/", hours.SetWeek.as_view(), name="week"),
    path("<int:pk>/ngay/", hours.AddDays.as_view(), name="add"),
    path("<int:pk>/tet/", hours.SetTet.as_view(), name="tet"),
    path("<int:pk>/phien/<int:year>/", hours.SetMarketDays.as_view(), name="market"),
]
