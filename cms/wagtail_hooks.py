"""What editors keep in Wagtail's admin besides pages."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from catalogue.models import ProductGroup, Synonym
from office.models import Clock, Holiday
from outlets.models import Criterion, Standard, Target


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "search"
    list_display = ["word", "meaning"]
    search_fields = ["word", "meaning"]
    add_to_admin_menu = True


class ProductGroupViewSet(SnippetViewSet):
    model = ProductGroup
    icon = "tag"
    list_display = ["code", "name", "sector", "legal_class", "verified"]
    list_filter = ["generation", "verified", "legal_class"]


class ClockViewSet(SnippetViewSet):
    model = Clock
    icon = "time"
    list_display = ["code", "number", "unit", "legal_basis", "valid_from", "valid_to"]
    search_fields = ["code", "legal_basis"]


class HolidayViewSet(SnippetViewSet):
    model = Holiday
    icon = "date"
    list_display = ["day", "name", "closed", "legal_basis"]
    search_fields = ["name"]


class StandardViewSet(SnippetViewSet):
    model = Standard
    icon = "list-ul"
    list_display = ["code", "name", "legal_basis", "valid_from", "valid_to"]


class CriterionViewSet(SnippetViewSet):
    model = Criterion
    icon = "tick"
    list_display = ["text", "standard", "part", "must_have"]
    list_filter = ["standard", "part", "must_have"]


class TargetViewSet(SnippetViewSet):
    model = Target
    icon = "crosshairs"
    list_display = ["scope", "kind", "at_least", "at_most", "legal_basis", "valid_from", "valid_to"]


register_snippet(SynonymViewSet)
register_snippet(ClockViewSet)
register_snippet(HolidayViewSet)
register_snippet(ProductGroupViewSet)
register_snippet(StandardViewSet)
register_snippet(CriterionViewSet)
register_snippet(TargetViewSet)
