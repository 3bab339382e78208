"""The calendar of a host or an operator: its coming days, its private address, and its own calendar read in."""

from collections import defaultdict
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from catalogue.producers.models import Partner
from office.acts import DeskAct

from ..models import Busy, CalendarKey, Operator, Outlet, Visit
from ..rules import runs_network
from ..visits import calendar as visit_calendar
from ..visits import slots
from ..visits.forms import CalendarForm

KINDS = {"diem": Outlet, "chu-the": Partner, "lu-hanh": Operator}
DAYS = 28


def kind_of(owner):
    """The word for its kind in addresses."""
    return next(kind for kind, model in KINDS.items() if isinstance(owner, model))


def calendars_of(user):
    """[(kind, owner)] of the calendars this person keeps."""
    owners = [
        *Outlet.objects.kept_by(user),
        *Partner.objects.filter(users=user, visiting__welcomes=True),
        *Operator.objects.filter(users=user),
    ]
    return [(kind_of(owner), owner) for owner in owners]


@method_decorator(never_cache, name="dispatch")
class CalendarPage(LoginRequiredMixin, TemplateView):
    """`…/lich/<kind>/<pk>/`: four weeks with their groups and busy times."""

    template_name = "outlets/visits/calendar.html"

    def get_context_data(self, kind, pk, **kwargs):
        owner = get_object_or_404(KINDS[kind], pk=pk)
        keeps = visit_calendar.may_keep(self.request.user, owner)
        if not keeps and not runs_network(self.request.user):
            raise PermissionDenied
        field = {"diem": "outlet", "chu-the": "producer", "lu-hanh": "operator"}[kind]
        today = timezone.localdate()
        last = today + timedelta(days=DAYS - 1)
        visits = Visit.objects.filter(**{field: owner}, day__range=(today, last)).holding().for_pages()
        key = CalendarKey.objects.filter(**{field: owner}).first() if keeps else None
        return super().get_context_data(
            owner=owner,
            kind=kind,
            keeps=keeps,
            days=_days(visits, self._busy(kind, owner, today, last)),
            most=None if kind == "lu-hanh" else slots.capacity(owner),
            hosts_groups=kind != "lu-hanh",
            address=key and settings.SITE_URL + reverse("visits:feed", args=[key.secret]),
            form=CalendarForm(),
            noindex=True,
            **kwargs,
        )

    @staticmethod
    def _busy(kind, owner, today, last):
        if kind == "lu-hanh":
            return []
        field = "outlet" if kind == "diem" else "producer"
        return Busy.objects.filter(**{field: owner}, ends_at__date__gte=today, begins_at__date__lte=last)


def _days(visits, busy):
    """[(day, visits, busy times)] of the days on which there is something."""
    found = defaultdict(lambda: ([], []))
    for visit in visits:
        found[visit.day][0].append(visit)
    for span in busy:
        found[max(timezone.localdate(), timezone.localtime(span.begins_at).date())][1].append(span)
    return [(day, *found[day]) for day in sorted(found)]


class CalendarAct(DeskAct):
    """An act on the calendar of one owner."""

    def dispatch(self, request, *args, **kwargs):
        if kwargs["kind"] not in KINDS:
            raise Http404
        self.model = KINDS[kwargs["kind"]]
        return super().dispatch(request, *args, **kwargs)

    def rule(self, user, thing):
        return visit_calendar.may_keep(user, thing)

    def next_url(self, thing):
        return reverse("visits:calendar", args=[kind_of(thing), thing.pk])


@method_decorator(never_cache, name="dispatch")
class GiveOut(CalendarAct):
    heading, button = _("A private address of this calendar"), _("Make the address")
    explained = _("Whoever has it reads your visits. A new one ends the old one.")
    done = _("The address is made. Copy it into the calendar of your phone.")

    def act(self, thing, *, by):
        return visit_calendar.give_out(thing, by=by, anew=True)


@method_decorator(never_cache, name="dispatch")
class ReadIn(CalendarAct):
    heading, button = _("Read your own calendar in"), _("Read it in")
    explained = _("What was read in before is replaced.")
    form_class = CalendarForm

    def rule(self, user, thing):
        return not isinstance(thing, Operator) and super().rule(user, thing)

    def act(self, thing, *, calendar, by):
        count = visit_calendar.read_in(thing, calendar, by=by)
        self.done = ngettext_lazy("%(n)d busy time read in.", "%(n)d busy times read in.", count) % {
            "n": count
        }


def feed(request, secret):
    """`…/lich/<secret>.ics`: for programs that subscribe; the address is the key."""
    key = get_object_or_404(
        CalendarKey.objects.select_related("outlet", "producer", "operator"), secret=secret
    )
    answer = HttpResponse(visit_calendar.written(key), content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=900"
    answer["X-Robots-Tag"] = "noindex"
    return answer
