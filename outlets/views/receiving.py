"""The desk of producers: whether, when and how many guests they receive."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from catalogue.listing import may_list
from catalogue.producers.models import Partner
from catalogue.views.makers import makers_for, may_open_desk
from office.acts import ActView

from ..tours.forms import ReceiveForm
from ..visits import hosting

PER_PAGE = 30


@method_decorator(never_cache, name="dispatch")
class HostsPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/tour/don-khach/`: one's producers and whether they receive guests."""

    template_name = "outlets/operator/hosts.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        if not may_open_desk(user):
            raise PermissionDenied
        rows = makers_for(user).select_related("commune", "visiting").order_by("name", "pk")
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(page=page, noindex=True, **kwargs)


@method_decorator(never_cache, name="dispatch")
class Receive(ActView):
    """`/ban-lam-viec/tour/don-khach/<pk>/`: the conditions of one producer."""

    queryset = Partner.objects.select_related("visiting")
    form_class = ReceiveForm
    template_name = "outlets/operator/receive.html"
    done = _("Saved. Operators see it when they plan.")

    def rule(self, user, thing):
        return may_list(user, thing)

    def get_initial(self):
        row = getattr(self.thing, "visiting", None)
        if row is None:
            usual = {"opens": "08:00", "closes": "16:30", "weekdays": list(range(7)), "languages": ["vi"]}
            return usual | {"season_from": 1, "season_to": 12}
        initial = {name: getattr(row, name) for name in ReceiveForm.base_fields if name != "point"}
        if row.latitude is not None:
            initial["point"] = (row.latitude, row.longitude)
        return initial

    def act(self, thing, *, by, point, **conditions):
        latitude, longitude = point or (None, None)
        return hosting.receive(thing, by=by, latitude=latitude, longitude=longitude, **conditions)

    def next_url(self, thing):
        return reverse("touring:hosts")

    def get_context_data(self, **kwargs):
        return super().get_context_data(noindex=True, **kwargs)
