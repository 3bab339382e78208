"""Personal data on the desk."""

from django.urls import path

from . import desk

app_name = "personal_data_desk"
urlpatterns = [
    path("", desk.RequestsDesk.as_view(), name="index"),
    path("nhat-ky/", desk.AccessLog.as_view(), name="log"),
    path("<int:pk>/", desk.RequestDesk.as_view(), name="detail"),
    path("<int:pk>/ho-so/", desk.PersonDesk.as_view(), name="person"),
    path("<int:pk>/tra-loi/", desk.Answer.as_view(), name="answer"),
    path("<int:pk>/gia-han/", desk.Extend.as_view(), name="extend"),
    path("<int:pk>/thuc-hien/", desk.Do.as_view(), name="do"),
    path("<int:pk>/tu-choi/", desk.Refuse.as_view(), name="refuse"),
]
