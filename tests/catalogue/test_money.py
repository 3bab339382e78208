"""Amounts in đồng: reading what people type, and writing it back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.models import NetUnit, Product
from catalogue.money import parse_dong
from catalogue.templatetags.ocop import dong

amounts = st.integers(min_value=0, max_value=10**11)


@given(amounts)
def test_reading_back_a_written_amount_gives_the_amount(amount):
    assert parse_dong(dong(amount)) == amount


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_none_and_never_an_error(text):
    read = parse_dong(text)
    assert read is None or 0 <= read <= 10**12


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("150000", 150_000),
        ("150.000", 150_000),
        ("150 000 ₫", 150_000),
        ("150k", 150_000),
        ("1,2", 12),
        ("2tr", 2_000_000),
    ],
)
def test_common_ways_of_writing_are_read(text, amount):
    assert parse_dong(text) == amount


@pytest.mark.parametrize("text", ["", "abc", "-5", "12e9", "1/2", "٣٤x"])
def test_nonsense_is_no_amount(text):
    assert parse_dong(text) is None


@given(amounts, st.integers(min_value=101, max_value=100_000).filter(lambda grams: grams != 1000))
def test_unit_price_times_quantity_is_the_price_within_half_a_dong_per_gram(price, grams):
    product = Product(price=price, net_quantity=grams, net_unit=NetUnit.G)
    per_kilo, unit = product.unit_price
    assert unit == "kg"
    assert abs(per_kilo * grams / 1000 - price) <= grams / 2000 + 1e-6


@pytest.mark.parametrize(
    ("quantity", "unit", "price", "told"),
    [
        (50, NetUnit.G, 2_100_000, (4_200_000, "100\u00a0g")),
        ("0.05", NetUnit.KG, 100_000, (200_000, "100\u00a0g")),
        (5, NetUnit.G, 100_000, (20_000, "g")),
        (10, NetUnit.ML, 95_000, None),
        (30, NetUnit.ML, 90_000, (30_000, "10\u00a0ml")),
        (500, NetUnit.ML, 125_000, (250_000, str(NetUnit.L.label))),
        (5, NetUnit.KG, 225_000, (45_000, "kg")),
    ],
)
def test_unit_price_is_told_for_an_amount_one_really_buys(quantity, unit, price, told):
    assert Product(price=price, net_quantity=quantity, net_unit=unit).unit_price == told


@pytest.mark.parametrize(
    ("quantity", "unit"), [(1, NetUnit.KG), (1000, NetUnit.G), (100, NetUnit.G), (1, NetUnit.L)]
)
def test_price_of_exactly_that_amount_is_not_told_twice(quantity, unit):
    assert Product(price=50_000, net_quantity=quantity, net_unit=unit).unit_price is None


def test_goods_by_the_piece_have_no_unit_price():
    assert Product(price=50_000, net_quantity=1, net_unit=NetUnit.PIECE).unit_price is None
