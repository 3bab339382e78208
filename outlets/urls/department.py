"""The Department's desk: the network, recognition, reports. Keepers apply and report here, too."""

from django.urls import path

from ..views import (
    confirming,
    department,
    department_acts,
    department_criteria,
    department_deciding,
    department_recognition,
    department_reports,
)

app_name = "outlet_office"
life = [
    path("<int:pk>/mo/", department_acts.Open.as_view(), name="open"),
    path("<int:pk>/theo-mua/", department_acts.MakeSeasonal.as_view(), name="seasonal"),
    path("<int:pk>/tam-dung/", department_acts.Suspend.as_view(), name="suspend"),
    path("<int:pk>/dong/", department_acts.Close.as_view(), name="close"),
    path("<int:pk>/mo-lai/", department_acts.Reopen.as_view(), name="reopen"),
]
recognition = [
    path("<int:pk>/xin-cong-nhan/", department_deciding.Begin.as_view(), name="apply"),
    path("cong-nhan/", department_recognition.ApplicationsPage.as_view(), name="applications"),
    path("cong-nhan/<int:pk>/", department_recognition.ApplicationPage.as_view(), name="application"),
    path("cong-nhan/tieu-chi/<int:pk>/", department_deciding.AnswerCriterion.as_view(), name="answer"),
    path("cong-nhan/bo-tieu-chi/", department_criteria.CriteriaPage.as_view(), name="criteria"),
    path("cong-nhan/bo-tieu-chi/moi/", department_criteria.NewStandard.as_view(), name="new-criteria"),
    path(
        "cong-nhan/bo-tieu-chi/<int:pk>/them/",
        department_criteria.AddCriterion.as_view(),
        name="add-criterion",
    ),
    path("cong-nhan/bo-tieu-chi/doi-chieu/<int:pk>/", department_criteria.Compare.as_view(), name="compare"),
    path("cong-nhan/<int:pk>/nop/", department_deciding.Submit.as_view(), name="submit"),
    path("cong-nhan/<int:pk>/rut/", department_deciding.Withdraw.as_view(), name="withdraw"),
    path("cong-nhan/<int:pk>/hen/", department_deciding.PlanVisit.as_view(), name="plan-visit"),
    path("cong-nhan/<int:pk>/kiem-tra/", department_deciding.RecordVisit.as_view(), name="record-visit"),
    path("cong-nhan/<int:pk>/quyet-dinh/", department_deciding.Recognise.as_view(), name="recognise"),
    path("cong-nhan/<int:pk>/tu-choi/", department_deciding.Refuse.as_view(), name="refuse"),
    path("cong-nhan/<int:pk>/thu-hoi/", department_deciding.Revoke.as_view(), name="revoke"),
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
    path("<int:pk>/sua/", department_acts.Correct.as_view(), name="correct"),
    path("<int:pk>/anh/", department_acts.ShowPicture.as_view(), name="picture"),
    path("<int:pk>/nguoi-trong/", department_acts.Appoint.as_view(), name="appoint"),
    path("nguoi-trong/<int:pk>/thoi/", department_acts.Relieve.as_view(), name="relieve"),
    path("<int:pk>/xac-nhan/", department_acts.Verify.as_view(), name="verify"),
    path("<int:pk>/gui-lien-ket/", department_acts.AskKeepers.as_view(), name="ask"),
    path("xac-nhan/<int:pk>/<str:signature>/", confirming.ConfirmByLink.as_view(), name="confirm-by-link"),
    *life,
    *recognition,
    *reports,
]
