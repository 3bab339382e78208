from django.urls import path

from catalogue.views import makers

app_name = "makers_desk"
urlpatterns = [
    path("", makers.MakersPage.as_view(), name="index"),
    path("moi/", makers.NewMaker.as_view(), name="new"),
    path("<int:pk>/", makers.Revise.as_view(), name="edit"),
    path("<int:pk>/anh/", makers.Portray.as_view(), name="portrait"),
    path("<int:pk>/nguoi/", makers.Appoint.as_view(), name="appoint"),
    path("<int:pk>/dinh-danh/", makers.Verify.as_view(), name="verify"),
    path("<int:pk>/dinh-chi/", makers.Suspend.as_view(), name="suspend"),
]
