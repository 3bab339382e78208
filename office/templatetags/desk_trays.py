"""The desk's navigation."""

from django import template

from office.todo import trays_of

register = template.Library()


@register.simple_tag(takes_context=True)
def desk_trays(context):
    """The trays of the person signed in, and as `here` the address of the one this page lies in, or ""."""
    request = context["request"]
    trays = trays_of(request.user)
    around = [tray.link for tray in trays if request.path.startswith(tray.link)]
    return {"trays": trays, "here": max(around, key=len, default="")}
