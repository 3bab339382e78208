"""Who runs the site, and the pages of the footer: read by every page, so kept for a minute."""

from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Site

from catalogue.structured_data import owner_json_ld

from .models import SiteSettings, TextPage


def house(request):
    """Context processor: `house`, the facts and pages of the footer; read at most once a minute."""
    return {"house": _Facts()}


class _Facts:
    """Looks the facts up when a template asks for the first one, once for each page."""

    def __getattr__(self, name):
        language = get_language()
        known = self.__dict__.setdefault("_by_language", {})
        if language not in known:
            known[language] = _kept(language)
        return known[language].get(name, "")


def _kept(language):
    key = f"site-facts:{language}"
    facts = cache.get(key)
    if facts is None:
        facts = _read()
        cache.set(key, facts, 60)
    return facts


def _read():
    root = Site.objects.filter(is_default_site=True).first()
    if root is None:
        return {"consumer_hotline": "1800.6838"}
    facts = SiteSettings.for_site(root)
    names = [field.name for field in SiteSettings._meta.concrete_fields if field.name not in {"id", "site"}]
    found = {name: getattr(facts, name) for name in names}
    found["json_ld"] = owner_json_ld(
        name=facts.operator, phone=facts.phone, email=facts.email, address=facts.address
    )
    for place in ("rules", "help"):
        pages = (
            TextPage.objects.live().filter(place=place, locale__language_code=get_language()).order_by("path")
        )
        found[f"{place}_pages"] = [
            {"url": reverse("wagtail_serve", args=[f"{page.slug}/"]), "title": page.title} for page in pages
        ]
    return found
