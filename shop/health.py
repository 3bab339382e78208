"""Liveness and readiness."""

urlpatterns = []
