"""How often something may be tried."""

from django.conf import settings
from django.core.cache import cache


def too_often(what, who, *, times, seconds):
    """Count a try of `what` by `who`; True when that makes more than `times` in `seconds`."""
    key = f"limit:{what}:{who}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) > times
    except ValueError:  # it ended between the two
        return False


def address_of(request):
    """The visitor's network address: from the header the proxy in front sets, if there is one.

    Without a proxy the header would be the visitor's own word, and no limit at all.
    """
    header = settings.CLIENT_ADDRESS_HEADER
    return (header and request.headers.get(header)) or request.META.get("REMOTE_ADDR", "")
