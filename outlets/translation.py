"""What of a tour is kept in both languages (django-modeltranslation)."""

from modeltranslation.translator import TranslationOptions, register

from .models import Itinerary, Stop


@register(Itinerary)
class ItineraryOptions(TranslationOptions):
    fields = ("title", "summary", "price_note")
    required_languages = ("vi",)


@register(Stop)
class StopOptions(TranslationOptions):
    fields = ("name", "reason")
    required_languages = ("vi",)
