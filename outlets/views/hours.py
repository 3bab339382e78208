"""The desk of hours: an outlet's week, its special days, Tết and market days; those of the whole house."""

from datetime import timedelta

from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View

from office.acts import ActView
from office.calendar import Holiday
from office.todo import Task, Tray, register

from .. import today
from ..hours import calendars, lunar, osm, scheduling, timetable
from ..hours.almanac import Almanac, week_of
from ..hours.day_forms import MarketDaysForm, SpecialDaysForm, TetForm
from ..hours.forms import WeekForm
from ..models import MarketYear, Outlet, SpecialDays
from ..rules import keeps, runs_network
from .keeper import OnOutlet, OutletPage


def may_set(user, outlet):
    """Its keepers and the Department; over the days of the house (None) the Department alone."""
    return runs_network(user) or (outlet is not None and keeps(user, outlet))


def on_the_day(outlet, day):
    """Lines of the keeper's front page: the hours of today."""
    line = timetable.days_ahead(outlet, day, 1)[0]
    return [today.Line(line.hours or gettext("Closed all day"), detail=line.note)]


def network_tasks(user):
    """Points of sale that “open now” would forget within a week: the nightly round does not run."""
    late = Outlet.objects.unwritten(timezone.localdate() + timedelta(days=7)).count()
    return [Task(_("Points of sale whose hours are not worked out ahead"), late, reverse("hours:house"))]


def register_desk():
    """Called in the app's `ready`."""
    register(Tray(_("Holidays of the network"), "hours:house", runs_network, network_tasks))
    today.register(
        today.Section(
            "hours", _("Opening hours today"), on_the_day, "", "hours:outlet", _("Change the hours"), 40
        )
    )


class HoursPage(OutletPage):
    """`/ban-lam-viec/gio-mo-cua/<pk>/`: the week, the next fourteen days, special days."""

    template_name = "outlets/keeper/hours.html"
    tab = "hours"

    def get_context_data(self, **kwargs):
        day = timezone.localdate()
        return super().get_context_data(
            sets=may_set(self.request.user, self.outlet),
            keeps=True,
            hours=timetable.timetable(self.outlet),
            days=timetable.days_ahead(self.outlet, day),
            specials=self.outlet.special_days.filter(last__gte=day),
            markets=self.outlet.market_years.filter(year__gte=day.year),
            tet=scheduling.next_tet(day),
            changed=self.outlet.hours_changes.select_related("by").first(),
            **kwargs,
        )


class OnHours(OnOutlet):
    """An act upon the hours of one outlet."""

    tab = "hours"
    button = _("Save")

    def rule(self, user, thing):
        return may_set(user, thing)

    def next_url(self, thing):
        return reverse("hours:outlet", args=[thing.pk])


class SetWeek(OnHours):
    """`…/<pk>/tuan/`: the weekly grid."""

    form_class = WeekForm
    template_name = "outlets/keeper/hours_week.html"
    heading = _("Opening hours of the week")
    done = _("The hours are saved. Visitors see them at once.")

    def get_form_kwargs(self):
        facts = {
            "week": week_of(self.thing) or osm.Week(),
            "by_appointment": self.thing.by_appointment,
            "lunar_days": self.thing.lunar_days,
        }
        return super().get_form_kwargs() | facts

    def act(self, thing, *, by, **facts):
        return scheduling.set_hours(thing, by=by, **facts)


class AddDays(OnHours):
    """`…/<pk>/ngay/`: closed, or other hours, from one day to another."""

    form_class = SpecialDaysForm
    template_name = "outlets/keeper/hours_days.html"
    heading = _("Special days")
    done = _("The special days are saved. Visitors see them at once.")

    def act(self, thing, *, by, **facts):
        return scheduling.add_special_days(thing, by=by, **facts)


class SetTet(OnHours):
    """`…/<pk>/tet/`: days off and short hours around Tết in one form."""

    form_class = TetForm
    template_name = "outlets/keeper/hours_tet.html"
    done = _("The hours of Tết are saved. Visitors see them at once.")

    @property
    def heading(self):
        return gettext("Hours of Tết %(year)s") % {"year": self.year}

    @property
    def year(self):
        return scheduling.next_tet()

    def get_form_kwargs(self):
        now = timezone.localdate()
        days = [day for day in scheduling.days_of_tet(self.year) if day >= now]
        almanac = Almanac([self.thing], days[0], days[-1])
        rows = []
        for day in days:
            own = almanac.own(self.thing, day)
            entered = (osm.read_spans(own.spans) if own.spans else ()) if own else None
            rows.append((day, timetable.in_words(almanac.day(self.thing, day, but_own=True)), entered))
        return super().get_form_kwargs() | {"days": rows}

    def act(self, thing, *, by, days):
        return scheduling.set_tet(thing, by=by, year=self.year, days=days)


class SetMarketDays(OnHours):
    """`…/<pk>/phien/<year>/`: the market days of one year, one by one."""

    form_class = MarketDaysForm
    template_name = "outlets/keeper/hours_market.html"
    done = _("The market days are saved.")

    @property
    def heading(self):
        return gettext("Market days of %(year)s") % {"year": self.kwargs["year"]}

    def get_form_kwargs(self):
        listed = MarketYear.objects.filter(outlet=self.thing, year=self.kwargs["year"]).first()
        if listed is None:
            raise Http404
        made = {day.isoformat() for day in lunar.days_in(listed.year, self.thing.lunar_days)}
        days = sorted(set(listed.days) | made)
        return super().get_form_kwargs() | {"year": listed.year, "days": days, "kept": listed.days}

    def act(self, thing, *, by, days):
        return scheduling.set_market_days(thing, by=by, year=self.kwargs["year"], days=days)


@method_decorator(never_cache, name="dispatch")
class OnDays(ActView):
    """An act upon special days that are entered, of one outlet or of the house."""

    queryset = SpecialDays.objects.select_related("outlet__commune")
    template_name = "outlets/keeper/hours_days.html"
    heading = button = ""

    def rule(self, user, thing):
        return may_set(user, thing.outlet)

    def next_url(self, thing):
        return reverse("hours:outlet", args=[thing.outlet_id]) if thing.outlet_id else reverse("hours:house")

    def get_context_data(self, **kwargs):
        shown = {"outlet": self.thing.outlet, "keeps": True, "tab": "hours", "heading": self.heading}
        shown |= {
            "button": self.button,
            "back": self.next_url(self.thing),
            "row": self.thing,
            "noindex": True,
        }
        return super().get_context_data(**shown | kwargs)


class ChangeDays(OnDays):
    """`…/ngay/<pk>/`: other days, hours or reason."""

    form_class = SpecialDaysForm
    heading = _("Special days")
    button = _("Save")
    done = _("The special days are saved. Visitors see them at once.")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"row": self.thing, "house": self.thing.outlet_id is None}

    def act(self, thing, *, by, **facts):
        return scheduling.change_special_days(thing, by=by, **facts)


class EndDays(OnDays):
    """`…/ngay/<pk>/ket-thuc/`: from today on the usual hours count again."""

    form_class = forms.Form
    template_name = "outlets/keeper/hours_end.html"
    heading = _("End the special days")
    button = _("Usual hours from today")
    done = _("The usual hours count again.")

    def act(self, thing, *, by):
        return scheduling.end_special_days(thing, by=by)


class HousePage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/gio-mo-cua/`: days on which the points of sale of the network are closed (the Department)."""

    template_name = "outlets/department/house_days.html"

    def get_context_data(self, **kwargs):
        if not runs_network(self.request.user):
            raise PermissionDenied
        day = timezone.localdate()
        return super().get_context_data(
            rows=SpecialDays.objects.filter(outlet=None, last__gte=day),
            holidays=Holiday.objects.filter(day__gte=day, closed=True)[:20],
            noindex=True,
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class AddHouseDays(ActView):
    """`…/them/`: closed, or other hours, at all points of sale."""

    form_class = SpecialDaysForm
    template_name = "outlets/keeper/hours_days.html"
    done = _("The special days are saved. Visitors see them at once.")

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if not runs_network(request.user):
            raise PermissionDenied
        self.thing = None
        return super(ActView, self).dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"house": True}

    def get_context_data(self, **kwargs):
        shown = {"heading": _("Special days of the whole network"), "button": _("Save"), "noindex": True}
        return super().get_context_data(**shown | {"back": reverse("hours:house")} | kwargs)

    def act(self, thing, *, by, **facts):
        return scheduling.add_special_days(None, by=by, **facts)

    def next_url(self, thing):
        return reverse("hours:house")


class SpecialHoursFeed(View):
    """`/diem-ban/<slug>/gio-dac-biet.ics`: closures and other hours of the year ahead."""

    def get(self, request, slug):
        outlet = get_object_or_404(Outlet.objects.public().select_related("commune"), slug=slug)
        answer = HttpResponse(calendars.special_hours(outlet), content_type="text/calendar; charset=utf-8")
        answer["Content-Disposition"] = f'inline; filename="{outlet.slug}.ics"'
        answer["Cache-Control"] = "public, max-age=3600"
        return answer
