"""Tours as visitors see them: the list, one tour with its calendar and its card, and a suggested route."""

from datetime import date, timedelta

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from catalogue.rules import is_adult
from catalogue.structured_data import absolute, breadcrumbs_json_ld
from catalogue.views.caching import public_page

from ..finding import mapping
from ..models import Itinerary, Outlet, Stop
from ..tours import choosing, featuring, guiding, suggesting, surveying
from ..tours.calendar import calendar
from ..tours.card import card
from ..tours.forms import SuggestionForm
from ..tours.structured_data import trip_json_ld

PER_PAGE = 12
LOOKS_AHEAD = 400  # days a start may lie ahead


@public_page
class TourListView(TemplateView):
    """`/tour/`: tours on the site by product, area, length, month and language; the route of the month on top."""

    template_name = "outlets/tours/tours.html"

    def get_context_data(self, **kwargs):
        asked = choosing.read(self.request.GET)
        rows = choosing.tours_for(asked).select_related("operator")
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("trang"))
        tell_stops(page.object_list)
        return super().get_context_data(
            asked=asked,
            page=page,
            month=featuring.of_the_month() if not asked.params and page.number == 1 else None,
            areas=choosing.area_choices(),
            lengths=choosing.length_choices(),
            languages=Outlet.Language.choices,
            months=range(1, 13),
            **kwargs,
        )


def tell_stops(tours):
    """Put on each tour its `stop_names` and how many of its stops receive nobody today (`shut`). 1 query."""
    by_tour = {tour.pk: [] for tour in tours}
    for stop in surveying.with_hosts(Stop.objects.filter(itinerary__in=by_tour)):
        by_tour[stop.itinerary_id].append(stop)
    for tour in tours:
        stops = by_tour[tour.pk]
        tour.stop_names = [str(stop) for stop in stops]
        tour.shut = sum(1 for stop in stops if surveying.shut(stop))


class OfTour:
    """A page about one tour on the site, by its slug."""

    @property
    def tour(self):
        if not hasattr(self, "_tour"):
            self._tour = get_object_or_404(
                Itinerary.objects.published().select_related("operator__commune"), slug=self.kwargs["slug"]
            )
        return self._tour

    def start(self):
        """The day it starts on as the address says it; None without one. Raises `ValueError` with a sentence."""
        said = self.request.GET.get("ngay", "").strip()
        return start_day(said, self.tour) if said else None


def start_day(said, tour, today=None):
    """The day meant by "2026-12-05". Raises `ValueError` with a sentence when the tour cannot start on it."""
    today = today or timezone.localdate()
    try:
        day = date.fromisoformat(said)
    except ValueError:
        raise ValueError(_("Choose the day the tour starts on.")) from None
    if day < today:
        raise ValueError(_("This day is over. Choose a day to come."))
    if day > today + timedelta(days=LOOKS_AHEAD):
        raise ValueError(_("This day is too far ahead: hours are not known yet."))
    if day.month not in tour.months:
        raise ValueError(_("This day lies outside the season of the tour."))
    if tour.weekdays and day.weekday() not in tour.weekdays:
        raise ValueError(_("The tour does not start on this day of the week."))
    return day


@public_page
class TourPage(OfTour, TemplateView):
    """`/tour/<slug>/`: day by day; `?ngay=2026-12-05` asks whether all stops can be on a start day."""

    template_name = "outlets/tours/tour.html"

    def get(self, request, *args, **kwargs):
        found = Itinerary.objects.filter(slug=kwargs["slug"]).select_related("operator").first()
        if found is None:
            raise Http404
        if not Itinerary.objects.published().filter(pk=found.pk).exists():
            if not found.moves().exists():
                raise Http404
            return render(request, "outlets/tours/gone.html", {"tour": found}, status=410)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        tour = self.tour
        guide = guiding.for_visitors(tour, adult=is_adult(self.request))
        address = tour.get_absolute_url()
        trail = [(_("Tours"), reverse("tours:index")), (tour.title, address)]
        return super().get_context_data(
            tour=tour,
            guide=guide,
            trail=trail,
            sketch=sketch(guide),
            languages=[str(Outlet.Language(each).label) for each in tour.languages],
            earliest=timezone.localdate(),
            json_ld=[
                trip_json_ld(guide, url=absolute(address)),
                breadcrumbs_json_ld([(name, absolute(url)) for name, url in trail]),
            ],
            **self.asked_day(),
            **kwargs,
        )

    def asked_day(self):
        """What the page says about a start day somebody asked for."""
        try:
            start = self.start()
        except ValueError as fault:
            return {"said_day": self.request.GET["ngay"][:10], "day_error": str(fault)}
        if start is None:
            return {}
        return {"said_day": start.isoformat(), "start": start, "closed": guiding.on_days(self.tour, start)}


def sketch(guide):
    """The stops on the picture of the province: points with their numbers, the line, and the part to show."""
    marks = [(mapping.on_picture(*halt.plan.point), halt) for halt in guide.halts if halt.plan.point]
    marks = [(point, halt) for point, halt in marks if point]
    if len(marks) < 2:
        return None
    xs, ys = [x for (x, _y), _halt in marks], [y for (_x, y), _halt in marks]
    wide, high = max(max(xs) - min(xs) + 90, 300), max(max(ys) - min(ys) + 90, 200)
    left = min(max((max(xs) + min(xs) - wide) / 2, 0), max(mapping.WIDTH - wide, 0))
    top = min(max((max(ys) + min(ys) - high) / 2, 0), max(mapping.HEIGHT - high, 0))
    return {
        "marks": marks,
        "line": " ".join(f"{x:.1f},{y:.1f}" for (x, y), _halt in marks),
        "window": f"{left:.0f} {top:.0f} {wide:.0f} {high:.0f}",
        "radius": round(wide / 32, 1),
        "width": mapping.WIDTH,
        "height": mapping.HEIGHT,
    }


@public_page
class TourCalendar(OfTour, View):
    """`/tour/<slug>.ics?ngay=2026-12-05`: the stops as events; without a day, from the next it can start on."""

    def get(self, request, *args, **kwargs):
        try:
            start = self.start() or next_start(self.tour)
        except ValueError as fault:
            return HttpResponse(str(fault), status=400, content_type="text/plain; charset=utf-8")
        if start is None:
            raise Http404
        response = HttpResponse(calendar(self.tour, start), content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{self.tour.slug}-{start:%Y%m%d}.ics"'
        response["X-Robots-Tag"] = "noindex"
        return response


def next_start(tour, today=None):
    """The next day the season and the weekdays of the tour allow, from tomorrow on."""
    trip = surveying.trip_of(tour, today)
    return next(iter(trip.departures[1:]), None)


@public_page
class TourCard(OfTour, View):
    """`/tour/<slug>/the.pdf`: the card to hand out."""

    def get(self, request, *args, **kwargs):
        body = card(guiding.for_visitors(self.tour))
        response = HttpResponse(body, content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="{slugify(self.tour.slug)}.pdf"'
        return response


@public_page
class SuggestionPage(TemplateView):
    """`/tour/goi-y/`: a route of places open on a day, from a product, an area, half a day or a whole one."""

    template_name = "outlets/tours/suggestion.html"

    def get_context_data(self, **kwargs):
        asked = self.asked()
        form = SuggestionForm(asked)
        suggestion = suggesting.suggest(**form.cleaned_data) if form.is_bound and form.is_valid() else None
        return super().get_context_data(
            form=form,
            suggestion=suggestion,
            take_over=asked and f"{reverse('touring:take-over')}?{asked.urlencode()}",
            **kwargs,
        )

    def asked(self):
        """What the address asks for, of tomorrow where it names no day; None when it asks for nothing."""
        asked = self.request.GET.copy()
        if asked and "ngay" not in asked:
            asked["ngay"] = (timezone.localdate() + timedelta(days=1)).isoformat()
        return asked or None
