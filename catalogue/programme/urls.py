"""Certificates: look-up and one page each."""

app_name = "certificates"
urlpatterns = []
