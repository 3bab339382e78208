"""The desk of tour operators: who they are, their itineraries and stops; producers' conditions for visits."""

from django.urls import path

from ..views import itineraries, operators, receiving, stops, tour_languages

app_name = "touring"
urlpatterns = [
    path("", itineraries.ItinerariesPage.as_view(), name="index"),
    path("moi/", itineraries.NewItinerary.as_view(), name="new"),
    path("tu-goi-y/", itineraries.TakeOver.as_view(), name="take-over"),
    path("dang-ky/", operators.Join.as_view(), name="join"),
    path("lu-hanh/", operators.OperatorsPage.as_view(), name="operators"),
    path("lu-hanh/<int:pk>/", operators.OperatorPage.as_view(), name="operator"),
    path("lu-hanh/<int:pk>/sua/", operators.Correct.as_view(), name="correct"),
    path("lu-hanh/<int:pk>/lien-he/", operators.Reach.as_view(), name="reach"),
    path("lu-hanh/<int:pk>/kiem-tra/", operators.Check.as_view(), name="check"),
    path("lu-hanh/<int:pk>/tu-choi/", operators.Refuse.as_view(), name="refuse"),
    path("lu-hanh/<int:pk>/dinh-chi/", operators.Suspend.as_view(), name="suspend"),
    path("lu-hanh/<int:pk>/khoi-phuc/", operators.Restore.as_view(), name="restore"),
    path("don-khach/", receiving.HostsPage.as_view(), name="hosts"),
    path("don-khach/<int:pk>/", receiving.Receive.as_view(), name="receive"),
    path("diem-dung/<int:pk>/", stops.ChangeStop.as_view(), name="stop"),
    path("diem-dung/<int:pk>/bo/", stops.TakeOut.as_view(), name="take-out"),
    path("diem-dung/<int:pk>/theo-gio-hen/", stops.Follow.as_view(), name="follow"),
    path("diem-dung/<int:pk>/doi-cho/", stops.Swap.as_view(), name="swap"),
    path("<int:pk>/", itineraries.ItineraryPage.as_view(), name="itinerary"),
    path("<int:pk>/sua/", itineraries.Revise.as_view(), name="edit"),
    path("<int:pk>/anh/", itineraries.Illustrate.as_view(), name="picture"),
    path("<int:pk>/diem-dung/", stops.AddStop.as_view(), name="add-stop"),
    path("<int:pk>/chep-ngay/", stops.CopyDay.as_view(), name="copy-day"),
    path("<int:pk>/ngon-ngu/", tour_languages.LanguagesPage.as_view(), name="languages"),
    path("<int:pk>/ngon-ngu/<slug:language>/", tour_languages.WriteLanguage.as_view(), name="language"),
    path(
        "<int:pk>/ngon-ngu/<slug:language>/bo/", tour_languages.DropLanguage.as_view(), name="drop-language"
    ),
    path("<int:pk>/dang/", itineraries.Publish.as_view(), name="publish"),
    path("<int:pk>/go/", itineraries.Withdraw.as_view(), name="withdraw"),
    path("<int:pk>/ve-nhap/", itineraries.Rework.as_view(), name="rework"),
    path("<int:pk>/bo/", itineraries.Discard.as_view(), name="discard"),
]
