"""Paying: what a payer opens and a provider calls. Small letters below `/thanh-toan/` are the checkout's."""

from django.urls import path, re_path

from .views import payer, provider

app_name = "payment"
PAGE = r"^(?P<reference>[A-Z0-9]{4,20})/"
urlpatterns = [
    path("goi-lai/<slug:gateway>/", provider.Call.as_view(), name="callback"),
    re_path(PAGE + "$", payer.PayPage.as_view(), name="pay"),
    re_path(PAGE + r"cach/(?P<code>[a-z]+)/$", payer.Begin.as_view(), name="begin"),
    re_path(PAGE + "da-chuyen/$", payer.Claim.as_view(), name="claim"),
    re_path(PAGE + r"ma-qr\.png$", payer.CodePicture.as_view(), name="code-picture"),
    re_path(PAGE + "ma/$", payer.Confirm.as_view(), name="confirm"),
    re_path(PAGE + "ma/gui-lai/$", payer.NewCode.as_view(), name="new-code"),
    re_path(PAGE + r"tai-khoan/(?P<pk>\d+)/$", payer.PayeeAccount.as_view(), name="payee-account"),
    re_path(PAGE + "tinh-trang/$", payer.Status.as_view(), name="status"),
    re_path(PAGE + "tro-ve/$", payer.Return.as_view(), name="return"),
]
