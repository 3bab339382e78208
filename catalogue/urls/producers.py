"""Producers."""

app_name = "producers"
urlpatterns = []
