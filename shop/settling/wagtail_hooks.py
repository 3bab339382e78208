"""The rates, kept in Wagtail's admin: law is data."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import FeeRate, TaxRate


class FeeRates(SnippetViewSet):
    model = FeeRate
    icon = "tag"
    list_display = ["per_mille", "valid_from", "valid_to", "legal_basis"]


class TaxRates(SnippetViewSet):
    model = TaxRate
    icon = "form"
    list_display = ["legal_form", "supply", "vat", "pit", "valid_from", "valid_to", "legal_basis"]
    list_filter = ["legal_form", "supply"]


class Rates(SnippetViewSetGroup):
    menu_label = _("Rates")
    menu_icon = "tag"
    items = (FeeRates, TaxRates)


register_snippet(Rates)
