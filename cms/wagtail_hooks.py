"""What editors keep in Wagtail's admin besides pages."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from catalogue.models import ProductGroup, Synonym


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


register_snippet(SynonymViewSet)
register_snippet(ProductGroupViewSet)
