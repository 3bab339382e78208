from django.urls import path, re_path

from shop.settling.views import payouts

app_name = "payouts"
urlpatterns = [
    path("", payouts.BatchesPage.as_view(), name="index"),
    path("<int:pk>/", payouts.BatchPage.as_view(), name="batch"),
    path("<int:pk>/duyet/", payouts.Approve.as_view(), name="approve"),
    path("<int:pk>/bo/", payouts.Drop.as_view(), name="drop"),
    path("<int:pk>/da-gui/", payouts.HandOver.as_view(), name="hand-over"),
    re_path(r"^(?P<pk>\d{1,18})/chuyen-khoan\.(?P<kind>csv|xlsx)$", payouts.BankFile.as_view(), name="file"),
    path("khoan/<int:pk>/da-tra/", payouts.MarkPaid.as_view(), name="paid"),
    path("khoan/<int:pk>/tra-ve/", payouts.MarkFailed.as_view(), name="failed"),
    path("tai-khoan/<int:pk>/kiem-tra/", payouts.CheckAccount.as_view(), name="check-account"),
    path("tai-khoan/<int:pk>/tu-choi/", payouts.RefuseAccount.as_view(), name="refuse-account"),
]
