"""A prepared question: built once, answered anew each time, as the query set it stands for would be."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from catalogue.models import Product, ProductGroup
from office.prepared import Prepared

pytestmark = pytest.mark.django_db


def counted(build):
    """A prepared question, and a list that grows each time its query set is built."""
    built = []
    return Prepared(lambda *values: built.append(values) or build(*values)), built


def test_question_is_built_once_and_answered_from_the_rows_as_they_are(shop):
    one, two = shop.product("Cu đơ"), shop.product("Kẹo lạc")
    maker = two.producer.name
    asked, built = counted(lambda pk: Product.objects.select_related("producer").filter(pk=pk))
    assert [each.title for each in asked(one.pk)] == ["Cu đơ"]
    Product.objects.filter(pk=one.pk).update(price=99_000)
    with CaptureQueriesContext(connection) as queries:
        assert [each.price for each in asked(one.pk)] == [99_000]
        assert [each.producer.name for each in asked(two.pk)] == [maker]
    assert (len(queries), len(built)) == (2, 1)
    assert asked(0) == []


def test_list_of_keys_may_have_any_length_and_none(shop):
    made = shop.products(5)
    keys = [each.pk for each in made]
    asked, built = counted(lambda ids: Product.objects.filter(pk__in=ids).order_by("pk"))
    for few in (keys, keys[1:3], keys[3:5], [], [2**63]):
        assert [each.pk for each in asked(few)] == [key for key in few if key in keys]
    assert len(built) == 3  # of five, two and none; what no key can be is looked for nowhere


def test_translated_fields_are_those_of_the_language_of_the_page(shop):
    group = shop.product().group
    ProductGroup.objects.filter(pk=group.pk).update(name_vi="Mật ong lạ", name_en="Strange honey")
    asked = Prepared(lambda name: ProductGroup.objects.filter(name=name).values_list("name", flat=True))
    assert asked("Mật ong lạ") == ["Mật ong lạ"]
    with override("en"):
        assert asked("Mật ong lạ") == []
        assert asked("Strange honey") == ["Strange honey"]


def test_only_the_columns_asked_for_are_read_the_others_when_they_are_needed(shop):
    product = shop.product("Cam Khe Mây", price=60_000)
    (read,) = Prepared(lambda pk: Product.objects.only("title").filter(pk=pk))(product.pk)
    assert "price" in read.get_deferred_fields()
    assert read.price == 60_000


@pytest.mark.parametrize("key", [2**63, 10**40])
def test_key_longer_than_keys_are_finds_nothing(key):
    assert Prepared(lambda pk: Product.objects.filter(pk=pk))(key) == []


def test_value_that_got_lost_is_refused():
    with pytest.raises(ValueError, match="not a parameter"):
        Prepared(lambda _pk: Product.objects.filter(structure="parent"))(1)
    with pytest.raises(ValueError, match="without prefetched rows"):
        Prepared(lambda pk: Product.objects.filter(pk=pk).prefetch_related("children"))(1)
