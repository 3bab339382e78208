"""Addresses outside the page tree: robots and sitemap."""

urlpatterns = []
