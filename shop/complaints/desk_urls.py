"""Complaints on the desk."""

from django.urls import path

from . import desk

app_name = "complaints_desk"
urlpatterns = [
    path("", desk.ComplaintsDesk.as_view(), name="index"),
    path("xuat/", desk.Export.as_view(), name="export"),
    path("<int:pk>/", desk.CaseDesk.as_view(), name="detail"),
    path("<int:pk>/tra-loi/", desk.Answer.as_view(), name="answer"),
    path("<int:pk>/giai-quyet/", desk.Decide.as_view(), name="decide"),
    path("<int:pk>/giao-nguoi-ban/", desk.HandToSeller.as_view(), name="hand"),
    path("<int:pk>/chuyen-so/", desk.PassToTrade.as_view(), name="pass"),
    path("<int:pk>/ket-luan/", desk.Conclude.as_view(), name="conclude"),
    path("<int:pk>/ket-qua/", desk.ReportFinding.as_view(), name="finding"),
    path("<int:pk>/nhan-tin/", desk.Say.as_view(), name="say"),
]
