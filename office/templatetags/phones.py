"""Phone numbers in templates."""

from django import template

from office.phones import in_words

register = template.Library()


@register.filter
def as_spoken(phone):
    """A number (text in E.164, or a PhoneNumber) as people read it; nothing for nothing."""
    return in_words(str(phone)) if phone else ""
