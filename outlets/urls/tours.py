"""Tours, as visitors see them."""

from django.urls import path, register_converter

from ..models.tour_text import LANGUAGES
from ..views import tour_files, tours


class Language:
    """One of the languages tours are written in beside those of the site."""

    regex = "|".join(LANGUAGES)

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(Language, "tour_language")

app_name = "tours"
urlpatterns = [
    path("", tours.TourListView.as_view(), name="index"),
    path("goi-y/", tours.SuggestionPage.as_view(), name="suggest"),
    path("<slug:slug>.ics", tour_files.TourCalendar.as_view(), name="calendar"),
    path("<slug:slug>.geojson", tour_files.TourMap.as_view(), name="map"),
    path("<slug:slug>/", tours.TourPage.as_view(), name="detail"),
    path("<slug:slug>/lich.ics", tour_files.TourCalendar.as_view(), name="calendar-below"),
    path("<slug:slug>/the.pdf", tour_files.TourCard.as_view(), name="card"),
    path("<slug:slug>/<tour_language:language>/", tours.TourPage.as_view(), name="translated"),
    path(
        "<slug:slug>/<tour_language:language>/lich.ics",
        tour_files.TourCalendar.as_view(),
        name="translated-calendar",
    ),
    path(
        "<slug:slug>/<tour_language:language>/the.pdf", tour_files.TourCard.as_view(), name="translated-card"
    ),
    path(
        "<slug:slug>/<tour_language:language>/ban-do.geojson",
        tour_files.TourMap.as_view(),
        name="translated-map",
    ),
]
