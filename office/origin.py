"""Small public forms on pages any proxy may keep: guarded by where they come from, not by a token."""

from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.views.decorators.csrf import csrf_exempt


def same_origin_post(view):
    """Take a POST only from our own pages, by `Origin`, `Sec-Fetch-Site` or `Referer`.

    A token in the form would make every product page private to one visitor. Use it only for acts
    that harm nobody when forged (basket, age, language); everything else keeps Django's token.
    """

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.method == "POST" and not _from_us(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return csrf_exempt(guarded)


def _from_us(request):
    ours = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    if origin := request.headers.get("Origin"):
        return origin in ours
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    referer = urlsplit(request.headers.get("Referer", ""))
    return f"{referer.scheme}://{referer.netloc}" in ours
