"""Points of sale, as visitors see them."""

from django.urls import path

from outlets.views import hours

app_name = "outlets"
urlpatterns = [
    path("<slug:slug>/gio-dac-biet.ics", hours.SpecialHoursFeed.as_view(), name="special-hours"),
]
