"""Words on cards and pages: what stays on one line, what a pack says, how full a mark is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.models import NetUnit, Product
from catalogue.templatetags.ocop import (
    keep,
    month_over,
    other_language,
    pack_glance,
    pack_text,
    point_shares,
)

words = st.lists(st.text(alphabet="aăâbcđêghiôơưĂĐHTmn0123456789,.·–\u00a0", max_size=9), max_size=12).map(
    " ".join
)


@given(st.text(max_size=60) | words)
def test_keeping_words_together_changes_spaces_and_nothing_else(text):
    kept = keep(text)
    assert len(kept) == len(text)
    assert all(a == b or (a, b) == (" ", "\u00a0") for a, b in zip(text, kept, strict=True))


@given(words)
def test_what_is_kept_together_still_fits_a_phone(text):
    kept = keep(text.replace("\u00a0", " "))
    longest = max((len(word) for word in text.replace("\u00a0", " ").split(" ")), default=0)
    assert max(len(run) for run in kept.split(" ")) <= max(16, longest)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Đặc sản Hà Tĩnh, sao thật", "Đặc sản Hà_Tĩnh, sao_thật"),
        ("Nước mắm Gành Son 18 tháng", "Nước mắm Gành_Son 18_tháng"),
        ("hợp tác xã Sông Tiêm", "hợp_tác_xã Sông_Tiêm"),
        ("Xã Hương Khê · Hà Tĩnh", "Xã_Hương_Khê · Hà_Tĩnh"),
    ],
)
def test_names_numbers_and_set_phrases_stay_on_one_line(text, kept):
    assert keep(text).replace("\u00a0", "_") == kept


@pytest.mark.parametrize(
    ("pack", "quantity", "unit", "full", "glance"),
    [
        ("Chai thủy tinh", 500, NetUnit.ML, "Chai thủy tinh · 500_ml", "Chai 500_ml"),
        ("Thùng 5 kg", "5.00", NetUnit.KG, "Thùng 5 kg", "Thùng 5 kg"),
        ("Túi 8 chiếc, bọc riêng", 400, NetUnit.G, "Túi 8 chiếc, bọc riêng · 400_g", "Túi 8 chiếc · 400_g"),
        ("Nguyên con, hút chân không", 1, NetUnit.KG, "Nguyên con, hút chân không · 1_kg", "Nguyên con 1_kg"),
        ("Hộp giấy 6 quả", 6, NetUnit.PIECE, "Hộp giấy 6 quả", "Hộp giấy 6 quả"),
        ("", 250, NetUnit.G, "250_g", "250_g"),
        ("Hũ sành", None, NetUnit.G, "Hũ sành", "Hũ sành"),
        ("", None, NetUnit.G, "", ""),
    ],
)
def test_pack_and_net_quantity_are_said_once_each(pack, quantity, unit, full, glance):
    product = Product(pack=pack, net_quantity=quantity, net_unit=unit)
    assert (pack_text(product).replace("\u00a0", "_"), pack_glance(product).replace("\u00a0", "_")) == (
        full,
        glance,
    )


def test_marks_of_a_review_are_filled_by_their_share():
    assert point_shares(4.7) == [10, 10, 10, 10, 7]
    assert point_shares(1) == [10, 0, 0, 0, 0]
    assert point_shares(None) == [0, 0, 0, 0, 0]


def test_month_of_an_end_is_that_of_the_last_day_and_of_a_withdrawal_the_day_after():
    last = date(2026, 6, 30)
    assert (month_over(last), month_over(last, True), month_over(None)) == ("06/2026", "07/2026", "")


@pytest.mark.parametrize(
    ("here", "there", "code"),
    [
        ("/san-pham/?sao=4&nhom=mat-ong", "/en/san-pham/?sao=4&nhom=mat-ong", "en"),
        ("/en/san-pham/?sao=4", "/san-pham/?sao=4", "vi"),
        ("/en/", "/", "vi"),
        ("/", "/en/", "en"),
        ("/energy/", "/en/energy/", "en"),
    ],
)
def test_page_names_its_address_in_the_other_language(rf, here, there, code):
    other = other_language({"request": rf.get(here)})
    assert (other["url"], other["code"]) == (there, code)
