"""What finding a place costs at every letter typed."""

import pytest
from django.core.cache import cache

from catalogue.producers.models import Commune
from catalogue.producers.places import find_communes, load_places

pytestmark = pytest.mark.django_db


def test_letters_typed_read_neither_tables_nor_rows_from_the_cache(reference, django_assert_num_queries):
    find_communes("thanh")
    with django_assert_num_queries(0):
        assert find_communes("thanh sen")[0].name == "Phường Thành Sen"
    assert all(len(value) < 500 for value in cache._cache.values())


def test_loading_the_places_again_is_noticed(reference, django_capture_on_commit_callbacks):
    assert find_communes("thanh sen")
    Commune.objects.filter(name="Thành Sen").update(folded="thanh moi")
    assert find_communes("thanh moi") == []
    with django_capture_on_commit_callbacks(execute=True):
        load_places()
    Commune.objects.filter(name="Thành Sen").update(folded="thanh moi")
    assert find_communes("thanh moi")


def test_places_are_read_again_when_the_cache_forgets(reference):
    find_communes("thanh sen")
    Commune.objects.filter(name="Thành Sen").update(folded="thanh moi")
    cache.clear()
    assert find_communes("thanh moi")
