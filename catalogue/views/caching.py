"""Public pages: the same for every visitor, so that a proxy may keep them for a moment."""

from functools import wraps

from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.decorators import method_decorator

MAX_AGE = 60  # seconds; a changed star or price is seen by everyone within a minute
PRIVATE_COOKIES = {"ocop_18", "messages"}


def public_page(view):
    """Mark a GET of `view` (a function or a class) as cacheable, unless this visitor's copy differs.

    Basket and sign-in state load apart, so only the age cookie and a waiting message make a page private.
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
            patch_cache_control(response, public=True, max_age=MAX_AGE)
        return response

    return kept
