"""Communes as one types."""

from dataclasses import asdict

from django.http import JsonResponse
from django.views.decorators.http import require_GET

from catalogue.producers.places import find_communes

from .caching import public_page


@require_GET
@public_page
def communes(request):
    """`/dia-ban/?q=&province=`: {"items": [{code, name, full, province, former}]}, units in force today."""
    province = request.GET.get("province", "")
    found = find_communes(
        request.GET.get("q", "")[:80],
        province=province if province.isdecimal() and province.isascii() else None,
        limit=8,
    )
    return JsonResponse({"items": [asdict(match) for match in found]})
