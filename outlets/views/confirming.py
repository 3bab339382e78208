"""The page behind the link a keeper got: what is on record, and one button."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from office.stages import Refused

from ..hours.timetable import timetable
from ..models import ConfirmationAsk
from ..network import verifying


@method_decorator(never_cache, name="dispatch")
class ConfirmByLink(TemplateView):
    """`…/xac-nhan/<pk>/<signature>/`: opens without signing in; nothing changes by looking (mail readers look)."""

    template_name = "outlets/keeper/confirm_by_link.html"

    def dispatch(self, request, *args, **kwargs):
        found = ConfirmationAsk.objects.select_related("outlet__commune__province", "keeper")
        self.asked = get_object_or_404(found, pk=kwargs["pk"])
        if not self.asked.is_signed_by(kwargs["signature"]):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        try:
            verifying.confirm(self.asked)
        except Refused as refused:
            return self.render_to_response(self.get_context_data(refused=refused.message))
        return redirect(self.asked.get_absolute_url())

    def get_context_data(self, **kwargs):
        outlet = self.asked.outlet
        return super().get_context_data(
            asked=self.asked, outlet=outlet, hours=timetable(outlet), noindex=True, **kwargs
        )
