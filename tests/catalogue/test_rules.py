"""What a text may claim, and what a page must say by the class of the goods."""

import unicodedata

import pytest

from catalogue.claims import health_claim_in, refuse_health_claims
from catalogue.models import LegalClass, Product
from catalogue.rules import cash_on_delivery_allowed, legal_notices
from office.stages import Refused


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Cao này chữa bệnh khớp", "chữa bệnh"),
        ("Đặc trị ho lâu ngày", "Đặc trị"),
        ("giúp điều  trị mất ngủ", "điều trị"),
        ("trị ho rất tốt", "trị"),
        ("Rượu chữa đau lưng", "chữa"),
        ("Thần dược của núi rừng", "Thần dược"),
        ("Cao chua benh khop", "chua benh"),
        ("tr<b>ị</b> ho", "trị"),
        ("không thay thế thuốc nhưng chữa ho", "chữa"),
    ],
)
def test_health_claim_is_found_and_quoted_as_written(text, word):
    assert health_claim_in(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "Giữ giá trị của nghề nấu mật",
        "Ban quản trị hợp tác xã",
        "Nhà máy có tổ sửa chữa riêng",
        "Bình chữa cháy đặt ở xưởng",
        "Gửi ra tận Quảng Trị, quà trị giá 200.000 đồng",
        "Công trình trị thủy sông La",
        "Sản phẩm này không phải là thuốc, không có tác dụng thay thế thuốc chữa bệnh",
        "Chị chua ngoa mà thương người",
        "Nước mắm cốt ủ chượp 18 tháng, vị đậm, hậu ngọt",
        "",
    ],
)
def test_innocent_text_passes(text):
    refuse_health_claims(text, field="story")


def test_refusal_names_the_word_and_the_field():
    with pytest.raises(Refused) as refused:
        refuse_health_claims("mật ong trị bỏng", field="story")
    assert refused.value.field == "story"
    assert "trị" in refused.value.message


def test_decomposed_letters_do_not_slip_through():
    assert health_claim_in(unicodedata.normalize("NFD", "chữa bệnh gan")) is not None


@pytest.mark.parametrize(
    "legal_class",
    ["health_food", "alcohol", "medicine", "cosmetics", "ornamental", "service"],
)
def test_every_special_class_carries_a_sentence(legal_class):
    assert legal_notices(Product(legal_class=legal_class))


def test_ordinary_food_carries_no_warning():
    assert legal_notices(Product(legal_class=LegalClass.FOOD)) == []


def test_alcohol_takes_no_cash_on_delivery_and_food_does():
    assert not cash_on_delivery_allowed(Product(legal_class=LegalClass.ALCOHOL))
    assert cash_on_delivery_allowed(Product(legal_class=LegalClass.FOOD))
