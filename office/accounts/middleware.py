"""Staff pages: a second factor, and the looser content policy their libraries need."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse

from .adapter import must_use_second_factor

STAFF_PATHS = ("/quan-tri/", "/en/quan-tri/")


class StaffMiddleware:
    """After authentication, before views."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        staff_page = request.path.startswith((*STAFF_PATHS, "/ban-lam-viec/", "/en/ban-lam-viec/"))
        if staff_page and request.user.is_authenticated and _lacks_second_factor(request.user):
            return redirect(reverse("mfa_index"))
        response = self.get_response(request)
        if request.path.startswith(STAFF_PATHS):
            response._csp_replace = settings.STAFF_CONTENT_SECURITY_POLICY
        return response


def _lacks_second_factor(user):
    return must_use_second_factor(user) and not is_mfa_enabled(user)
