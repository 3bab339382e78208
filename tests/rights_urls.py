"""The site's addresses with a plain "no": thousands of refusals need no page each."""

from django.http import HttpResponse

from shop.urls import urlpatterns

__all__ = ["urlpatterns"]


def handler403(request, exception=None):
    return HttpResponse(status=403)


def handler404(request, exception=None):
    return HttpResponse(status=404)
