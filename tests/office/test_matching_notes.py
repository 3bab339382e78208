"""Which due a transfer note means, however the bank mangles it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from payment_rows import due, person

from office.payment import matching, owing

pytestmark = pytest.mark.django_db


@pytest.fixture
def owed():
    return due(reference="HT26000123")


@pytest.mark.parametrize(
    "note",
    [
        "HT26000123",
        "ht26000123",
        "HT 26 000123",
        "HT26-000123",
        "HT26000123 Nguyen Thi Hoa chuyen tien",
        "MBVCB.123.HT26000123.CT tu 0071000123456 NGUYEN THI HOA toi 0000000000 OCOP",
        "CHUYEN TIEN DON HANG HT26000123-CHUYEN TIEN-OQCH0001abcd-MOMO",
        "Thanh toán đơn HT26000123 ạ",
        "ZP6R8HT26000123FT2633",
        "IBFT HT260001 23",
        "HT2600123",  # one character lost in the middle
        "T26000123 cam on",  # and at the front
    ],
)
def test_a_mangled_note_still_finds_its_due(owed, note):
    due(reference="HT26000999", amount=90_000)
    assert matching.due_for(note, 150_000) == owed


@pytest.mark.parametrize("note", ["", "chuyen tien", "HT26", "HT26000", "150000", "HT 99 999 999"])
def test_a_note_without_a_reference_finds_none(owed, note):
    assert matching.due_for(note, 150_000) is None


def test_a_whole_reference_counts_whatever_the_amount(owed):
    assert matching.due_for("HT26000123", 1) == owed


def test_a_damaged_reference_counts_only_with_the_exact_amount(owed):
    assert matching.due_for("HT2600123", 149_999) is None


def test_a_damaged_reference_that_fits_two_is_left_to_a_person(owed):
    other = due(reference="HT26000124")
    assert matching.due_for("HT2600012", 150_000) is None
    assert {owed, other} <= set(matching.proposals("HT2600012", 150_000, owed.made_at))


def test_two_references_in_one_note_go_by_the_amount(owed):
    other = due(reference="HT26000777", amount=70_000)
    assert matching.due_for("HT26000123 va HT26000777", 70_000) == other
    assert matching.due_for("HT26000123 va HT26000777", 220_000) is None


def test_a_reference_inside_a_longer_one_is_not_meant():
    long = owing.owe(person(), 100, reference="PHI260001234", payer="A")
    owing.owe(person(), 100, reference="PHI26000123", payer="B")
    assert matching.due_for("xPHI260001234x", 100) == long


def test_amount_and_time_propose_what_the_note_does_not_say(owed):
    due(reference="HT26000555", amount=1)
    assert matching.proposals("tien hang", 150_000, owed.made_at) == [owed]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ .,-/", max_size=30),
    st.text(" .,-_/:|", min_size=1, max_size=3),
    st.integers(1, 9),
    st.booleans(),
)
def test_prefixes_blanks_and_case_never_hide_a_reference(owed, before, gap, at, lower):
    reference = owed.reference[:at] + gap + owed.reference[at:]
    note = f"{before} {reference.lower() if lower else reference} {before}"
    assert matching.due_for(note, 150_000) == owed
