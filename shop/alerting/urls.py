from django.urls import path

from . import pages

app_name = "alerts"
urlpatterns = [
    path("dong-y/<str:key>/", pages.ConfirmPage.as_view(), name="confirm"),
    path("thoi/<str:key>/", pages.StopPage.as_view(), name="stop"),
    path("<int:pk>/", pages.AskPage.as_view(), name="ask"),
]
