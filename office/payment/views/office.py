"""What every page of the payments' desk shares: who may, how many, how to go on."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from office.acts import ActView
from office.payment.solving import may_solve

PER_PAGE = 30


@method_decorator(never_cache, name="dispatch")
class OfficePage(LoginRequiredMixin, TemplateView):
    """A page for the shop manager; others are refused."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if not may_solve(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def page_of(self, rows):
        return Paginator(rows, PER_PAGE).get_page(self.request.GET.get("trang"))


@method_decorator(never_cache, name="dispatch")
class OfficeAct(ActView):
    """An act of the shop manager on its own page: `heading`, `explained`, `button`, `back` name a view."""

    template_name = "office/payment/desk/act.html"
    heading = explained = button = ""
    back = "payment_desk:troubles"

    def rule(self, user, thing):
        return may_solve(user)

    def next_url(self, thing):
        return self.back_url()

    def back_url(self):
        from django.urls import reverse

        return reverse(self.back)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=self.heading,
            explained=self.explained,
            button=self.button or self.heading,
            back=self.back_url(),
            **kwargs,
        )
