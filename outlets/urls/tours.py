"""Tours, as visitors see them."""

from django.urls import path

from ..views import tours

app_name = "tours"
urlpatterns = [
    path("", tours.TourListView.as_view(), name="index"),
    path("goi-y/", tours.SuggestionPage.as_view(), name="suggest"),
    path("<slug:slug>.ics", tours.TourCalendar.as_view(), name="calendar"),
    path("<slug:slug>/", tours.TourPage.as_view(), name="detail"),
    path("<slug:slug>/lich.ics", tours.TourCalendar.as_view(), name="calendar-below"),
    path("<slug:slug>/the.pdf", tours.TourCard.as_view(), name="card"),
]
