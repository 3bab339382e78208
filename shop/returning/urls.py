"""After the order, for its buyer: under `/don-hang/<number>/`, open by the order's signature or to its owner."""

from django.urls import path

from .views import buyer, buyer_returns, reviews

app_name = "returns"
urlpatterns = [
    path("<str:number>/huy/", buyer.CancelPage.as_view(), name="cancel-order"),
    path("<str:number>/kien/<int:parcel>/huy/", buyer.CancelPage.as_view(), name="cancel"),
    path("<str:number>/tai-khoan-nhan-tien/", buyer.AccountPage.as_view(), name="account"),
    path("<str:number>/hoa-don/", buyer.InvoicePage.as_view(), name="invoice"),
    path("<str:number>/hoa-don/<int:pk>/", buyer.InvoicePaper.as_view(), name="invoice-paper"),
    path("<str:number>/khong-moi-danh-gia/", buyer.NoInvitations.as_view(), name="no-invitations"),
    path("<str:number>/danh-gia/<int:line>/", reviews.ReviewLine.as_view(), name="review"),
    path("<str:number>/kien/<int:parcel>/tra-hang/", buyer_returns.AskPage.as_view(), name="ask"),
    path("<str:number>/tra-hang/<str:ref>/", buyer_returns.ReturnPage.as_view(), name="detail"),
    path("<str:number>/tra-hang/<str:ref>/rut/", buyer_returns.WithdrawPage.as_view(), name="withdraw"),
    path("<str:number>/tra-hang/<str:ref>/khieu-nai/", buyer_returns.EscalatePage.as_view(), name="escalate"),
    path("<str:number>/tra-hang/<str:ref>/anh/<int:pk>/", buyer_returns.Picture.as_view(), name="picture"),
]
