"""The account's front page."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from office.notices import inbox, read_all

from .sections import sections


@method_decorator(never_cache, name="dispatch")
class AccountPage(LoginRequiredMixin):
    """What every page of the account shares: signed in, kept by nobody, the sections beside it."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(sections=sections(), noindex=True, **kwargs)


class AccountHome(AccountPage, TemplateView):
    """`/tai-khoan/`: what this person can do here."""

    template_name = "account/home.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**inbox(self.request.user, most=10), demo=settings.DEMO, **kwargs)


@require_POST
@login_required
def read_notices(request):
    """`/tai-khoan/tin/da-doc/`: all notices are read; back to the page they were on."""
    read_all(request.user)
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return redirect(back if safe else "account_home")
