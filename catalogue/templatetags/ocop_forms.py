"""Form fields whose help and error a screen reader finds."""

from django import forms, template
from django.utils.text import capfirst
from django.utils.translation import gettext as _

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


@register.filter
def named(error, field):
    """An error as a list of errors says it: what is only missing is called by its label."""
    if error != str(forms.Field.default_error_messages["required"]):
        return error
    return _("Please fill in: %(label)s") % {"label": capfirst(str(field.label))}
