"""How often something may be tried."""

import hashlib
import time

import structlog
from django.conf import settings
from django.core.cache import cache

log = structlog.get_logger(__name__)


def too_often(what, who, *, times, seconds):
    """Count a try of `what` by `who`; True when that makes more than `times` in `seconds`.

    The time begins with the first try and not with the clock's, or a guesser had twice as many around its turn.
    Never raises: while the cache is down everybody may, and the log says so.
    """
    try:
        return _count(_key(what, who, seconds), seconds) > times
    except Exception as fault:  # whatever the cache's client raises
        log.warning("tries not counted", what=what, error=repr(fault))
        return False


def tried_enough(what, who, *, times, seconds):
    """Whether `who` has tried `what` `times` in `seconds` already; counts nothing, never raises, as `too_often`."""
    try:
        begun = cache.get(_key(what, who, seconds))
        return begun is not None and (cache.get(_counter(_key(what, who, seconds), begun)) or 0) >= times
    except Exception as fault:  # whatever the cache's client raises
        log.warning("tries not counted", what=what, error=repr(fault))
        return False


def _key(what, who, seconds):
    """Where the cache keeps when the first try was.

    Hashed: what people type may be too long or have blanks, and is nobody's business.
    """
    return f"limit:{what}:{hashlib.sha256(str(who).encode()).hexdigest()[:32]}:{seconds}"


def _counter(key, begun):
    """A counter of its own for each beginning, so that one which lost its end cannot shut anybody out for ever."""
    return f"{key}:{begun}"


def _count(key, seconds):
    """Each step is one command of the cache, so two tries at once are two."""
    counter = _counter(key, cache.get_or_set(key, time.time_ns, seconds))
    for _ in range(2):
        if cache.add(counter, 1, 2 * seconds):
            return 1
        try:
            return cache.incr(counter)
        except ValueError:  # thrown out between the two
            continue
    return 1


def address_of(request):
    """The visitor's network address: from the header the proxy in front sets, if there is one.

    Without a proxy the header would be the visitor's own word, and no limit at all.
    """
    header = settings.CLIENT_ADDRESS_HEADER
    return (header and request.headers.get(header)) or request.META.get("REMOTE_ADDR", "")
