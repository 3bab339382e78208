"""The desk of orders fetched at outlets."""

from django.urls import path

from . import desk

app_name = "picking"
urlpatterns = [
    path("", desk.OutletsPage.as_view(), name="index"),
    path("<int:pk>/", desk.OutletPage.as_view(), name="outlet"),
    path("<int:pk>/thoi-han/", desk.SetTerms.as_view(), name="terms"),
    path("kien/<int:pk>/", desk.PickUpPage.as_view(), name="pick-up"),
    path("kien/<int:pk>/de-rieng/", desk.LayAside.as_view(), name="lay-aside"),
    path("kien/<int:pk>/da-den/", desk.Receive.as_view(), name="receive"),
    path("kien/<int:pk>/giao/", desk.HandOver.as_view(), name="hand-over"),
    path("kien/<int:pk>/khong-ma/", desk.HandOverKnown.as_view(), name="known"),
    path("kien/<int:pk>/tra-lai/", desk.SendBack.as_view(), name="send-back"),
]
