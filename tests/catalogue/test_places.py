"""Finding a unit of today from whatever people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.grouping import load_groups
from catalogue.models import ProductGroup
from catalogue.producers.folding import fold
from catalogue.producers.models import Area, Commune, Province
from catalogue.producers.places import find_communes, load_places

pytestmark = pytest.mark.django_db


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậýỳỷỹỵỳĐẮẺ "))
def test_folded_vietnamese_is_plain_ascii(text):
    assert fold(text).isascii()


@pytest.mark.parametrize(
    ("text", "plain"), [("Bưởi  Phúc Trạch", "buoi phuc trach"), ("ĐỨC THỌ", "duc tho"), ("", "")]
)
def test_folding_examples(text, plain):
    assert fold(text) == plain


def test_all_units_are_loaded_and_loading_again_changes_nothing(reference):
    assert (Province.objects.count(), Commune.objects.count(), Area.objects.count()) == (34, 3321, 13)
    assert Commune.objects.filter(province=42).count() == 69
    assert load_places() == 3321
    assert Commune.objects.count() == 3321


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Thành Sen", "Phường Thành Sen"),
        ("thanh sen", "Phường Thành Sen"),
        ("phường thành sen", "Phường Thành Sen"),
        ("Bắc Hà", "Phường Thành Sen"),
        ("bac hong", "Phường Bắc Hồng Lĩnh"),
        ("Sơn Kim 1", "Xã Sơn Kim 1"),
    ],
)
def test_commune_is_found_by_new_old_and_unaccented_name(reference, typed, found):
    assert found in [match.name for match in find_communes(typed, province=42)]


def test_former_name_is_told(reference):
    match = find_communes("Đậu Liêu", province=42)[0]
    assert (match.name, match.former) == ("Phường Nam Hồng Lĩnh", "Đậu Liêu")


def test_former_district_finds_its_communes(reference):
    found = find_communes("huyện Vũ Quang", province=42, limit=20)
    areas = set(
        Commune.objects.filter(pk__in=[m.code for m in found]).values_list("area__short_name", flat=True)
    )
    assert "Vũ Quang" in areas


def test_unknown_name_finds_nothing(reference):
    assert find_communes("xyzabc") == []
    assert find_communes("") == []


def test_type_ahead_answers_in_json_and_may_be_cached(client, reference, django_assert_num_queries):
    client.get("/dia-ban/?q=thanh sen")
    with django_assert_num_queries(0):
        response = client.get("/dia-ban/?q=thanh sen&province=42")
    assert response.json()["items"][0]["code"] == "18073"
    assert "public" in response["Cache-Control"]


def test_every_older_group_but_one_has_a_successor(reference):
    assert load_groups() == ProductGroup.objects.count() == 52
    lost = ProductGroup.objects.filter(generation__code="1048", successors=None)
    assert [group.code for group in lost] == ["1048-21"]


def test_rows_from_general_knowledge_are_flagged(reference):
    assert ProductGroup.objects.filter(generation__code="148", verified=False).exists()
    assert not ProductGroup.objects.filter(generation__code="1048", verified=False).exists()
