from django.urls import path

from . import desk, makers_desk

app_name = "delivery_desk"
urlpatterns = [
    path("", desk.IndexPage.as_view(), name="index"),
    path("cach-gui/moi/", desk.NewMethod.as_view(), name="new-method"),
    path("cach-gui/<int:pk>/", desk.ReviseMethod.as_view(), name="method"),
    path("bang-gia/<int:pk>/", desk.Table.as_view(), name="table"),
    path("vung/moi/", desk.NewZone.as_view(), name="new-zone"),
    path("vung/<int:pk>/", desk.ReviseZone.as_view(), name="zone"),
    path("ngay-nghi/moi/", desk.CloseDay.as_view(), name="close-day"),
    path("ngay-nghi/<int:pk>/bo/", desk.OpenAgain.as_view(), name="open-again"),
    path("su-co/", desk.EventsPage.as_view(), name="events"),
    path("su-co/<int:pk>/xong/", desk.SettleEvent.as_view(), name="settle-event"),
    path("dong-goi/", makers_desk.PackingPage.as_view(), name="packing"),
    path("dong-goi/<int:pk>/", makers_desk.Pack.as_view(), name="pack"),
    path("tu-giao/<int:pk>/", makers_desk.Bring.as_view(), name="bring"),
]
