"""What the footer costs."""

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.utils import translation

from cms.house import house

pytestmark = pytest.mark.django_db
asked = []


class CountingCache(LocMemCache):
    def get(self, key, *args, **kwargs):
        asked.append(key)
        return super().get(key, *args, **kwargs)


def test_page_asks_the_cache_once_for_all_facts_of_the_house(settings, rf):
    settings.CACHES = {"default": {"BACKEND": f"{__name__}.CountingCache", "LOCATION": "counted"}}
    asked.clear()
    facts = house(rf.get("/"))["house"]
    assert asked == []  # a page without a footer pays nothing
    assert isinstance(facts.operator + facts.email + facts.phone, str)
    assert [key for key in asked if key.startswith("site-facts:")] == ["site-facts:vi"]


def test_facts_follow_the_language_within_one_page(settings, rf):
    settings.CACHES = {"default": {"BACKEND": f"{__name__}.CountingCache", "LOCATION": "counted"}}
    facts = house(rf.get("/"))["house"]
    asked.clear()
    for language in ("vi", "en", "vi"):
        with translation.override(language):
            assert isinstance(facts.operator, str)
    assert asked == ["site-facts:vi", "site-facts:en"]
