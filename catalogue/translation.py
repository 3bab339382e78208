"""What is kept in both languages (django-modeltranslation): reference data, not the producers' own words."""

from modeltranslation.translator import TranslationOptions, register

from .models import ProductGroup


@register(ProductGroup)
class ProductGroupOptions(TranslationOptions):
    fields = ("name", "sector")
    required_languages = ("vi",)
