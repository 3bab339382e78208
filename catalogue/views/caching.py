"""Public pages: the same for every visitor, so that a proxy may keep them for a moment."""

from datetime import timedelta
from functools import wraps

from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.decorators import method_decorator

SHARED_FOR = 60  # seconds a proxy may keep a page, never past midnight: stars end with the day
PRIVATE_COOKIES = {"ocop_18", "messages"}


def public_page(view):
    """Mark a GET of `view` (a function or a class) as cacheable, unless this visitor's copy differs.

    Basket and sign-in state load apart, so only the age cookie and a waiting message make a page private.
    The visitor's own browser asks each time (an `ETag` spares the body): its copy must not hide a message,
    or what opened after the declaration of age. A proxy must let the cookies of `PRIVATE_COOKIES` through.
    """
    if isinstance(view, type):
        return method_decorator(public_page, name="dispatch")(view)

    @wraps(view)
    def kept(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if request.method not in {"GET", "HEAD"} or response.status_code != 200:
            return response
        patch_vary_headers(response, ["HX-Request", "HX-Target"])
        if PRIVATE_COOKIES & set(request.COOKIES) or response.cookies:
            patch_cache_control(response, private=True, no_cache=True)
        else:
            patch_cache_control(response, public=True, max_age=0, s_maxage=_shared_for(timezone.localtime()))
        return response

    return kept


def _shared_for(now):
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return min(SHARED_FOR, int((midnight - now).total_seconds()))
