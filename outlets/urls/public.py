"""Points of sale, as visitors see them."""

from django.urls import path

from ..views import hours, mistakes, public

app_name = "outlets"
urlpatterns = [
    path("", public.OutletListView.as_view(), name="index"),
    path("<slug:slug>/", public.OutletPage.as_view(), name="detail"),
    path("<slug:slug>/nhung/", public.OutletCard.as_view(), name="card"),
    path("<slug:slug>/bao-sai/", mistakes.ReportMistake.as_view(), name="mistake"),
    path("<slug:slug>/to-in.pdf", public.OutletPoster.as_view(), name="poster"),
    path("<slug:slug>/gio-dac-biet.ics", hours.SpecialHoursFeed.as_view(), name="special-hours"),
]
