"""After the order, on the desk: `/ban-lam-viec/tra-hang/`."""

from django.urls import path

from .views import desk_invoices, desk_parcels, desk_returns

app_name = "returns_desk"
urlpatterns = [
    path("", desk_returns.ReturnsPage.as_view(), name="index"),
    path("kien/<int:pk>/huy/", desk_parcels.Cancel.as_view(), name="cancel"),
    path("kien/<int:pk>/hoan-ve/", desk_parcels.CameBack.as_view(), name="came-back"),
    path("hoan-ve/<int:pk>/", desk_parcels.LookAt.as_view(), name="look-at"),
    path("hoa-don/", desk_invoices.InvoicesPage.as_view(), name="invoices"),
    path("hoa-don/<int:pk>/", desk_invoices.Issue.as_view(), name="issue"),
    path("hoa-don/<int:pk>/sua/", desk_invoices.Correct.as_view(), name="correct-invoice"),
    path("<str:number>/", desk_returns.ReturnPage.as_view(), name="detail"),
    path("<str:number>/dong-y/", desk_returns.Accept.as_view(), name="accept"),
    path("<str:number>/tu-choi/", desk_returns.Refuse.as_view(), name="refuse"),
    path("<str:number>/da-nhan/", desk_returns.Receive.as_view(), name="receive"),
    path("<str:number>/gui-lai/", desk_returns.Replace.as_view(), name="replace"),
    path("<str:number>/quyet-dinh/", desk_returns.Decide.as_view(), name="decide"),
]
