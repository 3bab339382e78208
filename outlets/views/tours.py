"""Tours as visitors see them: the list, one tour in the language asked for, and a suggested route."""

from datetime import date, timedelta

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from catalogue.rules import is_adult
from catalogue.structured_data import absolute, breadcrumbs_json_ld
from catalogue.views.caching import public_page

from ..models import Itinerary, Outlet, Stop, TourText
from ..models.tour_text import LANGUAGES
from ..tours import choosing, featuring, guiding, suggesting, surveying
from ..tours.forms import SuggestionForm
from ..tours.sketching import sketch
from ..tours.structured_data import trip_json_ld
from ..tours.wording import OWN, Said, Tongue, page_language

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
        tell_languages(page.object_list, asked.written)
        return super().get_context_data(
            asked=asked,
            page=page,
            month=featuring.of_the_month() if not asked.params and page.number == 1 else None,
            areas=choosing.area_choices(),
            lengths=choosing.length_choices(),
            languages=Outlet.Language.choices,
            written=choosing.written_choices(),
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


def tell_languages(tours, asked):
    """Put on each tour the languages it is also `written` in, and its title and address in the `asked` one. 1 query."""
    by_tour = {tour.pk: {} for tour in tours}
    for text in TourText.objects.filter(itinerary__in=by_tour):
        by_tour[text.itinerary_id][text.language] = text.title
    for tour in tours:
        titles = by_tour[tour.pk] | ({"en": tour.title_en} if tour.title_en else {})
        tour.written = [LANGUAGES[code] for code in LANGUAGES if code in titles]
        tour.called = Said(titles[asked], asked) if asked in titles else None
        tour.address = tour.address_in(asked) if asked in titles else tour.get_absolute_url()


class OfTour:
    """A page about one tour on the site, by its slug."""

    @property
    def tour(self):
        if not hasattr(self, "_tour"):
            self._tour = get_object_or_404(
                Itinerary.objects.published().select_related("operator__commune"), slug=self.kwargs["slug"]
            )
        return self._tour

    @property
    def tongue(self):
        """The tongue asked for: that of the address, else that of the site. Unwritten ones are not found (404)."""
        if not hasattr(self, "_tongue"):
            code = self.kwargs.get("language") or page_language()
            if code not in OWN and not TourText.objects.filter(itinerary=self.tour, language=code).exists():
                raise Http404
            self._tongue = Tongue(code)
        return self._tongue

    def address(self, name):
        """The address of `name` ("calendar", "card", "map") of this tour in this tongue, on this site's side."""
        if self.tongue.foreign:
            return reverse(f"tours:translated-{name}", args=[self.tour.slug, self.tongue.code])
        return reverse(f"tours:{name}", args=[self.tour.slug])

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
    """`/tour/<slug>/`: day by day; `?ngay=2026-12-05` asks whether all stops can be on a start day.

    `/tour/<slug>/ko/` is the same with the tour's texts and facts in Korean; English is around them by preference,
    so the address in the English site is the one machines are told of.
    """

    template_name = "outlets/tours/tour.html"

    def get(self, request, *args, **kwargs):
        found = Itinerary.objects.filter(slug=kwargs["slug"]).select_related("operator").first()
        if found is None:
            raise Http404
        if not Itinerary.objects.published().filter(pk=found.pk).exists():
            if not found.moves().exists():
                raise Http404
            return render(request, "outlets/tours/gone.html", {"tour": found}, status=410)
        language = kwargs.get("language")
        if language and not TourText.objects.filter(itinerary=found, language=language).exists():
            return redirect(found)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        tour = self.tour
        guide = guiding.for_visitors(tour, adult=is_adult(self.request), language=self.tongue.code)
        address = tour.address_in(self.tongue.code)
        trail = [(_("Tours"), reverse("tours:index")), (guide.words.title.text, address)]
        return super().get_context_data(
            tour=tour,
            guide=guide,
            trail=trail,
            tongue=self.tongue,
            address=address,
            original=tour.address_in("vi"),
            tongues=tongues(guide),
            third_languages=[(code, tour.address_in(code)) for code in guide.texts],
            files={name: self.address(name) for name in ("calendar", "card", "map")},
            tiles=settings.MAP_TILES_URL,
            tiles_credit=settings.MAP_TILES_CREDIT,
            sketch=sketch(guide),
            season=self.tongue.season(tour),
            weekdays=self.tongue.weekdays(tour),
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


def tongues(guide):
    """[(tongue, its address, whether it is this page)] of all a tour is written in; [] when only the site's own."""
    if not guide.texts:
        return []
    tour, here = guide.itinerary, guide.words.tongue.code
    return [(Tongue(code), tour.address_in(code), code == here) for code in (*OWN, *guide.texts)]


def next_start(tour, today=None):
    """The next day the season and the weekdays of the tour allow, from tomorrow on."""
    today = today or timezone.localdate()
    return next((day for day in surveying.trip_of(tour, today).departures if day > today), None)


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
