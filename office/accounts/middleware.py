"""Staff pages: a second factor, the right to be there, and the looser content policy their libraries need."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse

from .adapter import must_use_second_factor

ADMIN = "/quan-tri/"
DASHBOARD = "/quan-tri/cua-hang/"
DESKS = ("/ban-lam-viec/", "/en/ban-lam-viec/")


class StaffMiddleware:
    """After authentication, before views."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        admin_page = request.path.startswith(ADMIN)
        staff_page = admin_page or request.path.startswith(DESKS)
        if staff_page and request.user.is_authenticated and _lacks_second_factor(request.user):
            return redirect(reverse("mfa_index"))
        response = self.get_response(request)
        if admin_page:
            response._csp_replace = settings.STAFF_CONTENT_SECURITY_POLICY
        return response

    def process_view(self, request, view, args, kwargs):
        """Somebody signed in without the right is told so; Wagtail would send them to sign in, for ever."""
        wagtail_page = request.path.startswith(ADMIN) and not request.path.startswith(DASHBOARD)
        signed_in = wagtail_page and request.user.is_authenticated
        if signed_in and not request.user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied


def _lacks_second_factor(user):
    return must_use_second_factor(user) and not is_mfa_enabled(user)
