"""`/phan-anh/`: complaints and label reports."""

from django.urls import path

from . import pages

app_name = "complaints"
urlpatterns = [
    path("", pages.ComplainPage.as_view(), name="complain"),
    path("tra-cuu/", pages.FindPage.as_view(), name="find"),
    path("<str:number>/", pages.CasePage.as_view(), name="detail"),
    path("<str:number>/chap-nhan/", pages.Accept.as_view(), name="accept"),
    path("<str:number>/chuyen-tiep/", pages.Escalate.as_view(), name="escalate"),
    path("<str:number>/rut/", pages.Withdraw.as_view(), name="withdraw"),
    path("<str:number>/mo-lai/", pages.Reopen.as_view(), name="reopen"),
    path("<str:number>/giay-to/<uuid:pk>/", pages.CasePaper.as_view(), name="paper"),
]
