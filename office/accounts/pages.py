"""The account's front page."""

from django.conf import settings
from django.contrib.auth.mixins import LoginRequiredMixin
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from office.notices import Notice


@method_decorator(never_cache, name="dispatch")
class AccountHome(LoginRequiredMixin, TemplateView):
    """`/tai-khoan/`: what this person can do here."""

    template_name = "account/home.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            notices=Notice.objects.filter(user=user)[:10], demo=settings.DEMO, noindex=True, **kwargs
        )
