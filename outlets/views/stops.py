"""The desk of tours: the stops of an itinerary. Where it is comes first, then when, how long and why."""

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from office.acts import ActView, DeskAct
from office.editing import SEEN, Editing, Overtaken

from ..models import Itinerary, Stop
from ..rules import acts_for
from ..tours import agreeing, stringing, surveying
from ..tours.forms import CopyDayForm, stop_form
from ..visits import hosts


@method_decorator(never_cache, name="dispatch")
class StopView(ActView):
    """What adding and changing a stop share: the finder, the form, the draft that is kept anyway."""

    template_name = "outlets/operator/stop.html"

    def rule(self, user, thing):
        return acts_for(user, self.itinerary_of(thing).operator)

    def itinerary_of(self, thing):
        return thing

    def dispatch(self, request, *args, **kwargs):
        self.kind = request.POST.get("kind") or request.GET.get("loai", "")
        return super().dispatch(request, *args, **kwargs)

    def chosen_host(self):
        """The host asked for in the address or the form, else the stop's own."""
        asked = self.request.POST.get("host") or self.request.GET.get("noi", "")
        if asked:
            return hosts.of(self.kind, asked)
        own = getattr(self.thing, "host", None)
        return own if own and self.kind == self.thing.kind else None

    def get_form_class(self):
        return stop_form(self.kind)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"days": self.itinerary_of(self.thing).days}

    def get_context_data(self, **kwargs):
        text = self.request.GET.get("q", "").replace("\x00", "").strip()[:80]
        host = self.chosen_host()
        finding = self.kind in hosts.KINDS and (host is None or "tim" in self.request.GET)
        return super().get_context_data(
            itinerary=self.itinerary_of(self.thing),
            kind=self.kind,
            kinds=Stop.Kind.choices,
            host=host,
            finding=finding,
            found=hosts.find(self.kind, text, shut=True) if finding else [],
            most=hosts.MOST,
            text=text,
            back=reverse("touring:itinerary", args=[self.itinerary_of(self.thing).pk]),
            is_host=self.kind in hosts.KINDS,
            refused=getattr(self, "refused", False),
            noindex=True,
            **kwargs,
        )

    def facts_of(self, fields):
        """The act's facts from the form's: the host under its own name, the point as two numbers."""
        facts = {name: fields[name] for name in ("day", "starts", "minutes", "reason_vi", "reason_en")}
        facts |= {"kind": self.kind, "outlet": None, "producer": None}
        if self.kind in hosts.KINDS:
            facts[self.kind] = hosts.of(self.kind, str(fields["host"]))
        else:
            latitude, longitude = fields["point"] or (None, None)
            facts |= {
                "name_vi": fields["name"], "name_en": fields["name_en"], "latitude": latitude,
                "longitude": longitude,
            }  # fmt: skip
        return facts

    def form_invalid(self, form):
        overtaken = isinstance(self.refusal, Overtaken)
        self.refused = form.is_bound and not overtaken and self.shape_is_right(form)
        return super().form_invalid(form)

    @staticmethod
    def shape_is_right(form):
        """Whether all was typed well, so that only the plan stands against it."""
        fresh = type(form)(form.data, days=len(form.fields["day"].choices))
        return fresh.is_valid()

    def next_url(self, thing):
        itinerary = self.itinerary_of(thing)
        return reverse("touring:itinerary", args=[itinerary.pk])


class AddStop(StopView):
    """`/ban-lam-viec/tour/<pk>/diem-dung/moi/?loai=outlet&noi=7&ngay=1`."""

    queryset = Itinerary.objects.select_related("operator")
    done = _("The stop is in the plan.")

    def get_initial(self):
        day = self.request.GET.get("ngay", "")
        day = day if day.isdecimal() and len(day) < 3 else "1"
        last = Stop.objects.filter(itinerary=self.thing, day=day).last()
        host = self.chosen_host()
        visiting = getattr(host, "visiting", None) if host else None
        initial = {"day": day, "host": host.pk if host else None}
        if visiting is not None:
            initial["minutes"] = visiting.minutes
        if last:
            minute = min(surveying.minute(last.starts) + last.minutes + 30, 23 * 60)
            initial["starts"] = f"{minute // 60:02}:{minute // 5 * 5 % 60:02}"
        else:
            initial["starts"] = "08:00"
        return initial

    def post(self, request, *args, **kwargs):
        if self.kind not in Stop.Kind.values:
            raise Http404
        return super().post(request, *args, **kwargs)

    def act(self, thing, *, by, **fields):
        anyway = "anyway" in self.request.POST
        return stringing.add(thing, by=by, anyway=anyway, **self.facts_of(fields))


class ChangeStop(Editing, StopView):
    """`/ban-lam-viec/tour/diem-dung/<pk>/`."""

    edited = stringing.EDITED_FACTS

    queryset = surveying.with_hosts(Stop.objects).select_related(
        "itinerary__operator", "outlet__commune__area", "producer__commune__area", "producer__visiting"
    )
    done = _("Saved.")

    def itinerary_of(self, thing):
        return thing.itinerary

    def rule(self, user, thing):
        if self.kind not in Stop.Kind.values:
            self.kind = thing.kind
        return super().rule(user, thing)

    def get_initial(self):
        stop, host = self.thing, self.chosen_host()
        point = (stop.latitude, stop.longitude) if stop.latitude is not None else None
        return {
            "day": stop.day,
            "starts": stop.starts,
            "minutes": stop.minutes,
            "reason_vi": stop.reason_vi,
            "reason_en": stop.reason_en,
            "name": stop.name_vi,
            "name_en": stop.name_en,
            "point": point,
            "host": host.pk if host else None,
        }

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if context["meanwhile"] and self.thing.host != context["host"]:
            context["meanwhile"].insert(0, (_("Place"), str(self.thing)))
        return context

    def act(self, thing, *, by, **fields):
        anyway = "anyway" in self.request.POST
        seen = fields.pop(SEEN)
        return stringing.change(thing, by=by, anyway=anyway, seen=seen, **self.facts_of(fields))


@method_decorator(never_cache, name="dispatch")
class OnStop(DeskAct):
    """An act on one stop, by the people of its operator."""

    queryset = Stop.objects.select_related("itinerary__operator", "outlet", "producer")

    def rule(self, user, thing):
        return acts_for(user, thing.itinerary.operator)

    def next_url(self, thing):
        return reverse("touring:itinerary", args=[thing.itinerary_id])


class TakeOut(OnStop):
    heading = _("Take the stop out")
    button = _("Take it out")
    done = _("The stop is out of the plan.")

    def act(self, thing, *, by):
        return stringing.take_out(thing, by=by)


class Follow(OnStop):
    heading = _("Move the stop to the agreed time")
    button = _("Move it")
    done = _("The stop begins when the host expects the group.")

    def act(self, thing, *, by):
        return agreeing.follow(thing, by=by)


class SwapForm(forms.Form):
    earlier = forms.BooleanField(required=False)


class Swap(OnStop):
    """The stop changes places with its neighbour: `earlier` with the one before, else with the one behind."""

    form_class = SwapForm
    heading = _("Change the order")
    button = _("Try again")
    http_method_names = ["post"]
    done = _("The order is changed; look at the times.")

    def act(self, thing, *, by, earlier):
        return stringing.swap(thing, earlier=earlier, by=by)


@method_decorator(never_cache, name="dispatch")
class CopyDay(ActView):
    """`/ban-lam-viec/tour/<pk>/chep-ngay/`."""

    queryset = Itinerary.objects.select_related("operator")
    form_class = CopyDayForm
    http_method_names = ["post"]
    template_name = "desk/act.html"
    done = _("The day is copied. Change the stops that are there twice.")

    def rule(self, user, thing):
        return acts_for(user, thing.operator)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"days": self.thing.days}

    def act(self, thing, *, by, day, to):
        return stringing.copy_day(thing, day=day, to=to, by=by)

    def next_url(self, thing):
        return reverse("touring:itinerary", args=[thing.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=_("Copy a day"), button=_("Copy"), back=self.next_url(self.thing), noindex=True, **kwargs
        )
