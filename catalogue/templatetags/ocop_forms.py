"""Form fields whose help and error a screen reader finds."""

from django import template

register = template.Library()


@register.filter
def described(field):
    """The input of a bound field, tied to its help and its error."""
    about = []
    if field.help_text:
        about.append(f"{field.auto_id}_help")
    attrs = {}
    if field.errors:
        about.append(f"{field.auto_id}_error")
        attrs["aria-invalid"] = "true"
    if about:
        attrs["aria-describedby"] = " ".join(about)
    return field.as_widget(attrs=attrs)
