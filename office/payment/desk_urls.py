"""The payments on the desk."""

from django.urls import path

from .views import dues, refunds, remittances, statements, troubles, waiting

app_name = "payment_desk"
urlpatterns = [
    path("", troubles.TroublesPage.as_view(), name="troubles"),
    path("<int:pk>/<slug:act>/", troubles.Solve.as_view(), name="solve"),
    path("xac-nhan/", waiting.WaitingPage.as_view(), name="waiting"),
    path("xac-nhan/<int:pk>/dong-y/", waiting.Approve.as_view(), name="approve"),
    path("xac-nhan/<int:pk>/tu-choi/", waiting.Decline.as_view(), name="decline"),
    path("hoan-tien/", refunds.RefundsPage.as_view(), name="refunds"),
    path("hoan-tien/<int:pk>/da-chuyen/", refunds.Transferred.as_view(), name="transferred"),
    path("cac-khoan/", dues.DuesPage.as_view(), name="dues"),
    path("cac-khoan.xlsx", dues.DuesFile.as_view(), name="dues-file"),
    path("cac-khoan/<slug:reference>/", dues.DuePage.as_view(), name="due"),
    path("sao-ke/", statements.StatementsPage.as_view(), name="statements"),
    path("sao-ke/<int:pk>/", statements.StatementPage.as_view(), name="statement"),
    path("doi-soat/", remittances.RemittancesPage.as_view(), name="remittances"),
    path("doi-soat/<slug:carrier>/", remittances.Remit.as_view(), name="remit"),
]
