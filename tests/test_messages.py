"""Sentences for people can be collected: gettext's tools do not look into f-strings."""

import ast
import pathlib

import pytest
from django.core.exceptions import ValidationError
from django.forms import IntegerField

from catalogue.forms import ReasonForm
from outlets.finding.forms import MistakeForm
from outlets.visits.forms import VisitForm

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGES = ("catalogue", "cms", "fairs", "office", "outlets", "shop")
TRANSLATES = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}


def lost(tree):
    """Lines of `tree` where a message hides in an f-string."""
    for text in (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)):
        for node in ast.walk(text):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TRANSLATES:
                yield node.lineno


def test_no_message_hides_in_an_f_string_where_it_would_stay_english():
    assert list(lost(ast.parse("x = f\"{a} {_('So it is.')}\""))) == [1]
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for line in lost(ast.parse(path.read_text()))
    ]
    assert found == []


def test_what_is_missing_is_called_by_its_label_wherever_its_form_was_imported():
    """A field keeps the sentence of the moment it was made: forms are imported while the site starts."""
    for field in (
        MistakeForm.base_fields["words"],
        VisitForm.base_fields["day"],
        ReasonForm.base_fields["reason"],
    ):
        assert str(field.error_messages["required"]) == "Hãy điền phần này."


def test_a_number_that_is_none_is_asked_for_as_people_speak():
    field = IntegerField(min_value=1, max_value=9)
    assert [said(field, typed) for typed in ("ba", "0", "10", "5")] == [
        "Hãy nhập số nguyên.",
        "Hãy nhập số từ 1 trở lên.",
        "Hãy nhập số không quá 9.",
        "",
    ]


def said(field, typed):
    try:
        field.clean(typed)
    except ValidationError as wrong:
        return wrong.messages[0]
    return ""


def test_a_thousand_with_its_point_is_not_taken_for_one():
    size = VisitForm.base_fields["size"]
    assert size.clean("1000") == 1000
    with pytest.raises(ValidationError, match="Hãy nhập số nguyên"):
        size.clean("1.000")
