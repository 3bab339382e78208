"""`/tai-khoan/ho-so/` and `/tai-khoan/thiet-bi/`: who somebody is here, and where they are signed in."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView

from office.accounts.pages import AccountPage
from shop.account import devices
from shop.account.forms import ProfileForm


class ProfilePage(AccountPage, FormView):
    """The name is changed here; phone and e-mail by allauth's flows, which ask for a code first."""

    template_name = "account/profile.html"
    form_class = ProfileForm

    def get_initial(self):
        return {"name": self.request.user.first_name}

    def form_valid(self, form):
        user = self.request.user
        user.first_name = form.cleaned_data["name"]
        user.save(update_fields=["first_name"])
        messages.success(self.request, _("Noted."))
        return redirect("my:profile")


class DevicesPage(AccountPage, TemplateView):
    template_name = "account/devices.html"

    def get_context_data(self, **kwargs):
        key = self.request.session.session_key
        found = devices.devices_of(self.request.user, key)
        if not any(device.here for device in found):  # signed in before devices were noted
            UserSession.objects.create_from_request(self.request)
            found = devices.devices_of(self.request.user, key)
        return super().get_context_data(devices=found, others=len(found) - 1, **kwargs)


@require_POST
@login_required
def end_device(request, pk):
    devices.end(get_object_or_404(UserSession, pk=pk, user=request.user), by=request.user)
    return redirect("my:devices")


@require_POST
@login_required
def end_others(request):
    number = devices.end_others(request.session.session_key, by=request.user)
    text = ngettext("Signed out on %(n)d device.", "Signed out on %(n)d devices.", number)
    messages.success(request, text % {"n": number})
    return redirect("my:devices")
