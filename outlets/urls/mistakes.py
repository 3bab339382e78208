"""The desk where mistakes that visitors reported are answered."""

from django.urls import path

from ..views import mistakes

app_name = "mistakes"
urlpatterns = [
    path("", mistakes.MistakesDesk.as_view(), name="index"),
    path("<int:pk>/da-sua/", mistakes.PutRight.as_view(), name="fixed"),
    path("<int:pk>/khong-dung/", mistakes.TurnDown.as_view(), name="not-so"),
]
