"""How often something may be tried."""

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
    """The visitor's network address, as the proxy in front gives it."""
    return request.META.get("HTTP_X_REAL_IP") or request.META.get("REMOTE_ADDR", "")
