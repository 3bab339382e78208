"""The rules of return, kept in Wagtail's admin: until when goods may come back is data."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import ReturnRule


class ReturnRules(SnippetViewSet):
    model = ReturnRule
    icon = "undo"
    add_to_admin_menu = True
    list_display = ["group_code", "legal_class", "reason", "hours", "valid_from", "valid_to", "verified"]
    list_filter = ["legal_class", "reason", "verified"]


register_snippet(ReturnRules)
