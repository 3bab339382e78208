"""The programme's pages on the desk."""

from django.urls import path

from .views import office

app_name = "programme_desk"
urlpatterns = [
    path("", office.CertificatesPage.as_view(), name="certificates"),
    path("san-pham/<int:pk>/cap/", office.Award.as_view(), name="award"),
    path("<int:pk>/gia-han/", office.Renew.as_view(), name="renew"),
    path("<int:pk>/ha-hang/", office.Downgrade.as_view(), name="downgrade"),
    path("<int:pk>/thu-hoi/", office.Withdraw.as_view(), name="withdraw"),
]
