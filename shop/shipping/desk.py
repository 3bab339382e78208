"""The desk of delivery for the shop manager: methods, rates, zones, days, what couriers reported."""

from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Min
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from catalogue.producers.joining import acts_for_somebody
from catalogue.producers.models import Commune, Partner
from catalogue.producers.places import find_communes
from office.acts import ActView
from office.todo import Task, Tray

from . import rating, zoning
from .forms import ClosedDayForm, MethodForm, TableForm, TryForm, ZoneForm
from .models import CarrierEvent, ClosedDay, Method, Zone
from .quoting import try_out

PER_PAGE = 30


def may_open(user):
    """The shop manager, and makers for what is theirs."""
    return rating.may_set_rates(user) or acts_for_somebody(user)


def unsettled():
    """Reports of couriers a person has to look at."""
    return CarrierEvent.objects.exclude(trouble="").filter(settled_at=None)


def delivery_tasks(user):
    """Reports to look at, for the shop manager."""
    if not rating.may_set_rates(user):
        return []
    return [Task(_("Reports of couriers to look at"), unsettled().count(), reverse("delivery_desk:events"))]


DELIVERY = Tray(_("Delivery of parcels"), "delivery_desk:index", may_open, delivery_tasks)


@method_decorator(never_cache, name="dispatch")
class IndexPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/giao-hang/`: the shop's methods and zones with a box to try them; a maker's own delivery."""

    template_name = "desk/delivery/index.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        if not may_open(user):
            raise PermissionDenied
        manages = rating.may_set_rates(user)
        own = Partner.objects.filter(users=user).select_related("own_delivery").order_by("name")
        shown = {"manages": manages, "makers": own, "noindex": True}
        return super().get_context_data(**(shown | (self._managed() if manages else {})), **kwargs)

    def _managed(self):
        methods = Method.objects.annotate(
            zones=Count("reaches", distinct=True), least=Min("reaches__rates__fee")
        )
        form = TryForm(self.request.GET if "weight" in self.request.GET else None)
        return {
            "methods": methods,
            "zones": Zone.objects.prefetch_related("provinces", "communes"),
            "left_out": zoning.left_out(),
            "closed": ClosedDay.objects.filter(day__gte=timezone.localdate())[:20],
            "troubles": unsettled().count(),
            "form": form,
            **self._tried(form),
        }

    def _tried(self, form):
        if not form.is_bound or not form.is_valid():
            return {}
        data = form.cleaned_data
        matches = find_communes(data["place"], limit=6)
        if not matches:
            form.add_error(
                "place", _gettext("We know no commune or ward of this name. Please check the spelling.")
            )
            return {}
        place = Commune.objects.select_related("province").get(code=matches[0].code)
        quotes = try_out(data["weight"], data["goods"] or 0, place, at=timezone.now())
        return {"tried": quotes, "place": place, "others": matches[1:]}


@method_decorator(never_cache, name="dispatch")
class Managed(ActView):
    """An act of the shop manager on one thing of delivery; `model` None is made anew."""

    template_name = "desk/delivery/act.html"
    heading = explained = ""
    button = _("Save")
    done = _("Saved.")

    def rule(self, user, thing):
        return rating.may_set_rates(user)

    def next_url(self, thing):
        return reverse("delivery_desk:index")

    def get_context_data(self, **kwargs):
        shown = {
            "heading": self.heading,
            "explained": self.explained,
            "button": self.button,
            "subject": str(self.thing) if self.thing else "",
            "back": reverse("delivery_desk:index"),
            "noindex": True,
        }
        return super().get_context_data(**(shown | kwargs))


class Anew:
    """Mixed into an act that makes its thing: there is none to load."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        self.thing = None
        if not self.rule(request.user, None):
            raise PermissionDenied
        return super(ActView, self).dispatch(request, *args, **kwargs)


class ReviseMethod(Managed):
    model = Method
    form_class = MethodForm
    heading = _("Delivery method")

    def get_initial(self):
        return {name: getattr(self.thing, name) for name in MethodForm.base_fields} if self.thing else {}

    def act(self, thing, *, by, **fields):
        self.saved = rating.save_method(thing, by=by, **fields)
        return self.saved

    def next_url(self, thing):
        return reverse("delivery_desk:table", args=[self.saved.pk])


class NewMethod(Anew, ReviseMethod):
    heading = _("A new delivery method")
    explained = _("Its table of rates comes next.")


class Table(Managed):
    """`…/bang-gia/<pk>/`: the rates of a method as a grid."""

    model = Method
    form_class = TableForm
    template_name = "desk/delivery/table.html"
    done = _("The table holds from now on; orders already placed keep their price.")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"method": self.thing}

    def form_valid(self, form):
        self.typed = form.table()
        form.cleaned_data = {}
        return super().form_valid(form)

    def act(self, thing, *, by):
        steps, rows = self.typed
        return rating.set_table(thing, steps, rows, by=by)

    def next_url(self, thing):
        return reverse("delivery_desk:table", args=[thing.pk])


class ReviseZone(Managed):
    model = Zone
    form_class = ZoneForm
    heading = _("Delivery zone")

    def get_initial(self):
        if not self.thing:
            return {}
        return {
            "name": self.thing.name,
            "provinces": list(self.thing.provinces.all()),
            "communes": zoning.in_lines(self.thing.communes),
        }

    def act(self, thing, *, by, name, provinces, communes):
        found = zoning.read_communes(communes, field="communes")
        return zoning.save_zone(thing, by=by, name=name, provinces=provinces, communes=found)


class NewZone(Anew, ReviseZone):
    heading = _("A new delivery zone")


class CloseDay(Anew, Managed):
    form_class = ClosedDayForm
    heading = _("A day without delivery")
    explained = _("No courier collects or brings anything on it; days promised to buyers move on.")

    def act(self, thing, *, by, day, name):
        return rating.close_day(day, name, by=by)


class OpenAgain(Managed):
    model = ClosedDay
    form_class = forms.Form
    http_method_names = ["post"]

    def act(self, thing, *, by):
        rating.open_again(thing, by=by)


@method_decorator(never_cache, name="dispatch")
class EventsPage(LoginRequiredMixin, TemplateView):
    """`…/su-co/`: what couriers reported and nobody could follow."""

    template_name = "desk/delivery/events.html"

    def get_context_data(self, **kwargs):
        if not rating.may_set_rates(self.request.user):
            raise PermissionDenied
        page = Paginator(unsettled(), PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(page=page, noindex=True, **kwargs)


class SettleEvent(Managed):
    model = CarrierEvent
    form_class = forms.Form
    http_method_names = ["post"]
    done = _("Noted.")

    def act(self, thing, *, by):
        return rating.settle_event(thing, by=by)

    def next_url(self, thing):
        return reverse("delivery_desk:events")
