"""Django's `{% url %}`, which looks up the address of a page without arguments once, not on every page."""

from functools import lru_cache

from django import template
from django.conf import settings
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as ask_django
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.html import conditional_escape
from django.utils.translation import get_language

register = template.Library()


@register.tag
def url(parser, token):
    """As Django's, in every way."""
    node = ask_django(parser, token)
    if node.args or node.kwargs:
        return node
    return FixedURL(node.view_name, node.args, node.kwargs, node.asvar)


class FixedURL(URLNode):
    """The address of a page without arguments; it differs by language, place of the site and namespace only."""

    def render(self, context):
        try:
            name = self.view_name.resolve(context)
            found = _address(name, _namespace(context), get_language(), get_script_prefix(), _addresses())
        except Exception:  # whatever it is, Django says it better, or ignores it for `as`
            return super().render(context)
        if self.asvar:
            context[self.asvar] = found
            return ""
        return conditional_escape(found) if context.autoescape else found


def _namespace(context):
    request = getattr(context, "request", None)
    app = getattr(request, "current_app", None)
    return app or getattr(getattr(request, "resolver_match", None), "namespace", None)


def _addresses():
    return get_urlconf() or settings.ROOT_URLCONF


@lru_cache(maxsize=2048)
def _address(name, namespace, language, prefix, addresses):
    return reverse(name, current_app=namespace)
