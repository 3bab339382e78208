"""The desk of tours: the languages a tour is written in beside Vietnamese and English."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from office.acts import DeskAct
from office.editing import SEEN, Editing

from ..models import Itinerary
from ..models.tour_text import LANGUAGES
from ..rules import acts_for
from ..tours import surveying, translating
from ..tours.forms import TranslationForm


@method_decorator(never_cache, name="dispatch")
class LanguagesPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/tour/<pk>/ngon-ngu/`: what is written and what is missing; a language to add."""

    template_name = "outlets/operator/languages.html"

    def get_context_data(self, pk, **kwargs):
        itinerary = get_object_or_404(Itinerary.objects.select_related("operator"), pk=pk)
        if not acts_for(self.request.user, itinerary.operator):
            raise PermissionDenied
        standings = translating.standings(itinerary)
        there = {standing.language.code for standing in standings}
        return super().get_context_data(
            thing=itinerary,
            standings=standings,
            others=[row for code, row in LANGUAGES.items() if code not in there],
            noindex=True,
            **kwargs,
        )


class InLanguage:
    """An act on the texts of a tour in one language, by the people of its operator."""

    queryset = Itinerary.objects.select_related("operator")

    def dispatch(self, request, *args, **kwargs):
        self.language = LANGUAGES.get(kwargs["language"])
        if self.language is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def rule(self, user, thing):
        return acts_for(user, thing.operator)

    def next_url(self, thing):
        return reverse("touring:languages", args=[thing.pk])


@method_decorator(never_cache, name="dispatch")
class WriteLanguage(InLanguage, Editing):
    """`/ban-lam-viec/tour/<pk>/ngon-ngu/ko/`: all texts in one form, each under the Vietnamese it says again."""

    form_class = TranslationForm
    template_name = "outlets/operator/language.html"
    done = _("Saved. Visitors read it from now on.")

    @property
    def stops(self):
        if not hasattr(self, "_stops"):
            self._stops = list(surveying.of_itinerary(self.thing))
        return self._stops

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "itinerary": self.thing,
            "stops": self.stops,
            "language": self.language,
            "stale": translating.stale_fields(self.thing, self.language.code),
        }

    def get_initial(self):
        return translating.saved(self.thing, self.language.code)

    def print_now(self):
        return translating.print_now(self.thing, self.language.code)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            language=self.language, back=self.next_url(self.thing), noindex=True
        )
        form = kwargs.get("form") or context["form"]
        return context | kwargs | {"form": form, "groups": form.groups()}

    def act(self, thing, *, by, **fields):
        seen = fields.pop(SEEN)
        own = {name: fields.pop(name) for name in ("title", "summary", "price_note")}
        stops = {}
        for name, text in fields.items():
            which, _dash, key = name.partition("-")
            stops.setdefault(int(key), {})[which] = text
        return translating.write(thing, self.language.code, by=by, stops=stops, seen=seen, **own)


@method_decorator(never_cache, name="dispatch")
class DropLanguage(InLanguage, DeskAct):
    heading = _("Take this language away")
    explained = _("Its texts are gone then; the tour stays on the site in its other languages.")
    button = _("Take it away")
    done = _("The language is gone.")

    def get_context_data(self, **kwargs):
        return super().get_context_data(subject=f"{self.thing}: {self.language.said}", **kwargs)

    def act(self, thing, *, by):
        return translating.drop(thing, self.language.code, by=by)
