"""What a buyer reads of a method and a zone, in two languages."""

from modeltranslation.translator import TranslationOptions, register

from .models import Method, Zone


@register(Method)
class MethodOptions(TranslationOptions):
    fields = ("name",)


@register(Zone)
class ZoneOptions(TranslationOptions):
    fields = ("name",)
