"""The network for other machines: GeoJSON, and an outlet's card by oEmbed (oembed.com)."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import JsonResponse, StreamingHttpResponse
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from catalogue.rules import is_adult
from catalogue.structured_data import absolute
from catalogue.views.caching import public_page

from ..finding import geojson
from ..finding.asking import read
from ..finding.showing import outlets_for_page

WIDTH, HEIGHT = 420, 260  # of the card, in pixels
SMALLEST, LARGEST = 220, 1000


@require_safe
def network(request):
    """`/diem-ban.geojson`: the outlets of the same filters as the list, streamed; an `ETag` spares the body."""
    moment = timezone.now()
    asked, _params, _errors = read(request.GET, adult=is_adult(request))
    seen = geojson.version(asked, moment)
    etag = f'W/"{seen["etag"]}"'
    unchanged = get_conditional_response(request, etag=etag)
    response = unchanged or StreamingHttpResponse(
        geojson.stream(asked, moment, seen), content_type="application/geo+json"
    )
    response["ETag"] = etag
    response["Access-Control-Allow-Origin"] = "*"
    if asked.adult:
        patch_cache_control(response, private=True, no_cache=True)
    else:
        patch_cache_control(response, public=True, max_age=0, s_maxage=30)
    return response


@require_safe
@public_page
def oembed(request):
    """`/oembed?url=…`: the card of one outlet as a frame. Addresses that are none of ours are refused (404)."""
    if request.GET.get("format", "json") != "json":
        return JsonResponse({"error": "format"}, status=501)
    outlet = _outlet_of(request)
    if outlet is None:
        return JsonResponse({"error": "url"}, status=404)
    width, height = (
        _size(request.GET.get(name), usual) for name, usual in (("maxwidth", WIDTH), ("maxheight", HEIGHT))
    )
    frame = format_html(
        '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy" frameborder="0"></iframe>',
        absolute(reverse("outlets:card", args=[outlet.slug])),
        width,
        height,
        outlet.name,
    )
    return JsonResponse(
        {
            "version": "1.0",
            "type": "rich",
            "provider_name": "OCOP Hà Tĩnh",
            "provider_url": settings.SITE_URL,
            "title": outlet.name,
            "html": frame,
            "width": width,
            "height": height,
            "cache_age": 3600,
        }
    )


def _outlet_of(request):
    """The public outlet whose page `url` is, or None."""
    try:
        url = urlsplit(request.GET.get("url", ""))
        match = resolve(url.path)
    except (ValueError, Resolver404):
        return None
    ours = {urlsplit(settings.SITE_URL).netloc, request.get_host()}
    if url.scheme not in {"http", "https"} or url.netloc not in ours or match.view_name != "outlets:detail":
        return None
    return outlets_for_page().filter(slug=match.kwargs["slug"]).first()


def _size(asked, usual):
    """`usual`, or less when the asker has less room; nonsense is `usual`."""
    asked = asked or ""
    room = int(asked) if asked.isdecimal() and asked.isascii() and len(asked) <= 5 else usual
    return max(SMALLEST, min(usual, room, LARGEST))
