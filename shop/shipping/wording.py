"""Days of delivery in words."""

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def day(value):
    """ "thứ Năm 26/11"."""
    words = date_format(value, "l d/m")
    return words[0].lower() + words[1:] if get_language() == "vi" else words


def arrival(first, last):
    """ "Arrives about Thursday 26/11 – Saturday 28/11", one day when both are the same, "" without days."""
    if first is None or last is None:
        return ""
    if first == last:
        return _("Arrives %(day)s") % {"day": day(last)}
    return _("Arrives about %(first)s – %(last)s") % {"first": day(first), "last": day(last)}


def ready(first, last):
    """As `arrival`, of what is fetched: "Ready on Thursday 26/11"."""
    if first is None or last is None:
        return ""
    if first == last:
        return _("Ready on %(day)s") % {"day": day(last)}
    return _("Ready about %(first)s – %(last)s") % {"first": day(first), "last": day(last)}
