"""What one takes along of a tour: its calendar, its card, its map as data; each in the language asked for."""

from django.http import Http404, HttpResponse, JsonResponse
from django.utils.text import slugify
from django.views.generic import View

from catalogue.views.caching import public_page

from ..tours import guiding
from ..tours.calendar import calendar
from ..tours.card import card
from ..tours.geojson import tour_geojson
from .tours import OfTour, next_start


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
        response = HttpResponse(
            calendar(self.tour, start, language=self.tongue.code), content_type="text/calendar; charset=utf-8"
        )
        response["Content-Disposition"] = f'attachment; filename="{self.tour.slug}-{start:%Y%m%d}.ics"'
        response["X-Robots-Tag"] = "noindex"
        return response


@public_page
class TourCard(OfTour, View):
    """`/tour/<slug>/the.pdf`: the card to hand out; not found (404) in letters our papers do not have."""

    def get(self, request, *args, **kwargs):
        if not self.tongue.on_paper:
            raise Http404
        body = card(guiding.for_visitors(self.tour, language=self.tongue.code))
        response = HttpResponse(body, content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="{slugify(self.tour.slug)}.pdf"'
        return response


@public_page
class TourMap(OfTour, View):
    """`/tour/<slug>.geojson`: its stops and the ways of its days, for the map of its page and for other machines."""

    def get(self, request, *args, **kwargs):
        data = tour_geojson(self.tour, language=self.tongue.code)
        response = JsonResponse(
            data, content_type="application/geo+json", json_dumps_params={"ensure_ascii": False}
        )
        response["Access-Control-Allow-Origin"] = "*"
        response["X-Robots-Tag"] = "noindex"
        return response
