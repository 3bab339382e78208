"""`{% url %}` without arguments is looked up once, and says in each language what Django says."""

import pytest
from django.template import engines
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override


def rendered(text, **facts):
    return engines["django"].from_string(text).render(facts)


def test_address_is_that_of_the_language():
    for language in ("vi", "en", "vi"):
        with override(language):
            assert rendered("{% url 'catalogue:browse' %}") == reverse("catalogue:browse")
            assert rendered("{% url 'home' as way %}[{{ way }}]") == f"[{reverse('home')}]"


def test_name_may_come_from_the_page_and_arguments_are_as_ever():
    assert rendered("{% url name %}", name="basket:summary") == reverse("basket:summary")
    assert rendered("{% url 'orders:detail' number %}", number="HT1") == reverse(
        "orders:detail", args=["HT1"]
    )


def test_address_that_is_none_is_an_error_unless_it_is_asked_for_with_as():
    with pytest.raises(NoReverseMatch):
        rendered("{% url 'no-such-page' %}")
    assert rendered("{% url 'no-such-page' as way %}[{{ way }}]") == "[]"
