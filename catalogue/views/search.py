"""Suggestions as one types, and what `/tim/` adds to the list of products."""

from urllib.parse import urlencode

from django.http import JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from catalogue.cards import cards_of_ids
from catalogue.rules import is_adult
from catalogue.search import Query, find
from office.limiting import address_of, too_often

from .caching import public_page

SHOWN = 5


@require_GET
@public_page
def suggest(request):
    """`/tim/goi-y/?q=`: {"items": [{title, maker, url, price, stars, image}], "all": address of all results}."""
    if too_often("suggest", address_of(request), times=240, seconds=60):
        return JsonResponse({"items": [], "all": ""}, status=429)
    text = " ".join(request.GET.get("q", "").replace("\x00", " ").split())[:80]
    items = []
    if len(text) >= 2:
        query = Query(
            text=text, per_page=SHOWN, adult=is_adult(request), on=timezone.localdate(), counted=False
        )
        items = [
            {
                "title": card.title,
                "maker": card.maker,
                "url": card.url,
                "price": card.price_text,
                "stars": card.stars,
                "image": card.thumb.get("webp", ""),
            }
            for card in cards_of_ids(find(query, prefix=True).ids)
        ]
    return JsonResponse({"items": items, "all": f"{reverse('search_all:index')}?{urlencode({'q': text})}"})
