"""Feeds: Google Merchant, certificates."""

urlpatterns = []
