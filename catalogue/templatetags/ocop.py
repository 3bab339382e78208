"""Filters of the field, loaded in every template: đồng, dates, communes."""

from babel.numbers import format_decimal
from django import template

register = template.Library()


@register.filter
def dong(amount):
    """Whole đồng the Vietnamese way: 1250000 → "1.250.000 ₫"; nothing for None."""
    if amount is None or amount == "":
        return ""
    return f"{format_decimal(int(amount), locale='vi')}\u00a0₫"


@register.filter(name="day")
def day_text(value):
    """A day the Vietnamese way: 23/11/2026; nothing for None."""
    return f"{value:%d/%m/%Y}" if value else ""
