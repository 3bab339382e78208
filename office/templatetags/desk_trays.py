"""The desk's navigation."""

from django import template

from office.todo import trays_of

register = template.Library()


@register.simple_tag(takes_context=True)
def desk_trays(context):
    """The trays of the person signed in."""
    return trays_of(context["request"].user)
