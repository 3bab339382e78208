"""The Department's desk: the network, recognition, reports. Keepers apply and report here, too."""

from django.urls import path

from outlets.views import confirming, department, department_recognition, department_reports

app_name = "outlet_office"
life = [
    path("<int:pk>/mo/", department.Open.as_view(), name="open"),
    path("<int:pk>/theo-mua/", department.MakeSeasonal.as_view(), name="seasonal"),
    path("<int:pk>/tam-dung/", department.Suspend.as_view(), name="suspend"),
    path("<int:pk>/dong/", department.Close.as_view(), name="close"),
    path("<int:pk>/mo-lai/", department.Reopen.as_view(), name="reopen"),
]
recognition = [
    path("<int:pk>/xin-cong-nhan/", department_recognition.Begin.as_view(), name="apply"),
    path("cong-nhan/", department_recognition.ApplicationsPage.as_view(), name="applications"),
    path("cong-nhan/<int:pk>/", department_recognition.ApplicationPage.as_view(), name="application"),
    path("cong-nhan/tieu-chi/<int:pk>/", department_recognition.AnswerCriterion.as_view(), name="answer"),
    path("cong-nhan/<int:pk>/nop/", department_recognition.Submit.as_view(), name="submit"),
    path("cong-nhan/<int:pk>/rut/", department_recognition.Withdraw.as_view(), name="withdraw"),
    path("cong-nhan/<int:pk>/hen/", department_recognition.PlanVisit.as_view(), name="plan-visit"),
    path("cong-nhan/<int:pk>/kiem-tra/", department_recognition.RecordVisit.as_view(), name="record-visit"),
    path("cong-nhan/<int:pk>/quyet-dinh/", department_recognition.Recognise.as_view(), name="recognise"),
    path("cong-nhan/<int:pk>/tu-choi/", department_recognition.Refuse.as_view(), name="refuse"),
    path("cong-nhan/<int:pk>/thu-hoi/", department_recognition.Revoke.as_view(), name="revoke"),
]
reports = [
    path("do-phu/", department_reports.CoveragePage.as_view(), name="coverage"),
    path("bao-cao/", department_reports.ReportsPage.as_view(), name="reports"),
    path("bao-cao/<int:pk>/", department_reports.HandIn.as_view(), name="report"),
    path("xuat/", department_reports.Export.as_view(), name="export"),
]
urlpatterns = [
    path("", department.NetworkPage.as_view(), name="index"),
    path("moi/", department.NewOutlet.as_view(), name="new"),
    path("<int:pk>/", department.OutletDesk.as_view(), name="outlet"),
    path("<int:pk>/sua/", department.Correct.as_view(), name="correct"),
    path("<int:pk>/anh/", department.ShowPicture.as_view(), name="picture"),
    path("<int:pk>/nguoi-trong/", department.Appoint.as_view(), name="appoint"),
    path("nguoi-trong/<int:pk>/thoi/", department.Relieve.as_view(), name="relieve"),
    path("<int:pk>/xac-nhan/", department.Verify.as_view(), name="verify"),
    path("<int:pk>/gui-lien-ket/", department.AskKeepers.as_view(), name="ask"),
    path("xac-nhan/<int:pk>/<str:signature>/", confirming.ConfirmByLink.as_view(), name="confirm-by-link"),
    *life,
    *recognition,
    *reports,
]
