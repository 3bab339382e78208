"""The demo's texts hang together: places, groups, makers, decisions, law and language."""

import csv
import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import phonenumbers
import pytest
from dateutil.relativedelta import relativedelta

from catalogue.claims import health_claim_in
from catalogue.models import LegalClass
from catalogue.models.product import NetUnit
from catalogue.producers import places
from catalogue.producers.models import LegalForm
from shop.management.demo.decisions import DECISIONS
from shop.management.demo.producers import PRODUCERS
from shop.management.demo.products import PRODUCTS
from shop.management.demo.reviews import REVIEWS
from shop.management.demo.shapes import (
    DISTRICTS_END,
    DOWNGRADED,
    EXPIRED,
    EXPIRING,
    NEVER,
    PROVINCE,
    RENEWED,
    STATES,
    VALID,
    WITHDRAWN,
)
from shop.management.demo.synonyms import SYNONYMS

TODAY = date(2026, 11, 24)
DAYS = [TODAY, TODAY + timedelta(days=1), TODAY + timedelta(days=5), date(2027, 2, 28), date(2028, 2, 29)]
MAKERS = {maker.slug: maker for maker in PRODUCERS}
GOODS = {goods.slug: goods for goods in PRODUCTS}
GROUPS_FILE = Path(places.DATA).parents[1] / "programme" / "data" / "groups.csv"

# Real brands named in newspapers: an invented shop must not borrow them.
REAL_NAMES = (
    "Thư Viện", "Phong Nga", "Cô Bắc", "Hiền Võ", "Thành Đạt", "Xuân Lương", "Nguyễn Hằng", "Chiến Sơn",
    "Hương Luật", "Ngọc Linh", "An Phong", "Cường Nga", "Thức Dung", "Ân Phú", "Phú Sáng", "Phú Khương",
    "Nhất Ninh", "Diện Xuân", "Tâm Loan", "Thu Hùng", "Hoài Yến", "Hoa Linh Chi", "Kim Anh", "Liên Nhật",
    "Ngọc Mầm", "Loan Độ", "Thành Duẫn", "Trường An", "Tuyết Châu", "Tuấn Cúc", "Bảo Phương", "Hoài Luân",
    "Thân Thành", "Trạch Mai", "Nga Hải", "Đinh Gia", "Phúc Vinh", "Hạnh Tâm", "Nguyên Lâm", "Mai Sinh",
)  # fmt: skip


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def communes():
    return {row["code"].zfill(5): row for row in rows(places.DATA / "ha_tinh_communes_2025.csv")}


def texts_of(goods):
    return [
        goods.title,
        goods.pack,
        goods.ingredients,
        goods.storage,
        goods.shelf_life,
        goods.origin,
        goods.story,
    ]


def every_text():
    for maker in PRODUCERS:
        yield from (maker.name, maker.story, maker.street, maker.old_address)
    for goods in PRODUCTS:
        yield from (*texts_of(goods), goods.award.reason)
    for opinion in REVIEWS:
        yield from (opinion.title, opinion.body, opinion.reply)


def last_day(decision, today):
    return decision.day(today) + relativedelta(months=36) - timedelta(days=1)


def test_slugs_are_unique():
    assert len(MAKERS) == len(PRODUCERS) == 45
    assert len(GOODS) == len(PRODUCTS) >= 120
    assert all(slug.isascii() and slug == slug.lower() for slug in [*MAKERS, *GOODS])


def test_titles_and_telephones_and_tax_codes_are_unique():
    assert len({goods.title for goods in PRODUCTS}) == len(PRODUCTS)
    for field in ("name", "tax_code", "phone"):
        assert len({getattr(maker, field) for maker in PRODUCERS}) == len(PRODUCERS)


@pytest.mark.parametrize("maker", PRODUCERS, ids=lambda maker: maker.slug)
def test_producer_lives_in_a_commune_of_today_and_names_the_former_one(maker):
    unit = communes()[maker.commune]
    former = [
        name.strip().removeprefix("part of ") for name in (unit["formed_from"] or unit["name"]).split(",")
    ]
    assert any(name.removeprefix("thị trấn ") in maker.old_address for name in former)
    assert maker.legal_form in LegalForm.values
    assert phonenumbers.is_valid_number(phonenumbers.parse(maker.phone))
    assert 1975 <= maker.founded <= TODAY.year
    assert 2 <= maker.story.count(".") + maker.story.count("”.") <= 5


def test_producers_come_from_all_thirteen_areas():
    units = communes()
    assert len({units[maker.commune]["area"] for maker in PRODUCERS}) == 13


def test_tax_codes_carry_their_check_digit():
    weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
    for maker in PRODUCERS:
        total = sum(weight * int(digit) for weight, digit in zip(weights, maker.tax_code, strict=False))
        assert int(maker.tax_code[9]) == 10 - total % 11, maker.slug


def test_every_producer_has_goods_and_all_goods_a_producer():
    assert {goods.producer for goods in PRODUCTS} == set(MAKERS)


def test_goods_belong_to_a_group_of_the_generation_in_force():
    groups = {row["code"]: row for row in rows(GROUPS_FILE) if row["generation"] == "148"}
    used = {goods.group for goods in PRODUCTS}
    assert used <= set(groups)
    assert {groups[code]["sector_number"] for code in used} == {"1", "2", "3", "4", "5", "6"}


@pytest.mark.parametrize("goods", PRODUCTS, ids=lambda goods: goods.slug)
def test_goods_say_what_the_law_wants(goods):
    assert goods.legal_class in LegalClass.values
    assert goods.unit in NetUnit.values
    assert Decimal(goods.net) > 0
    assert type(goods.price) is int
    assert goods.price > 0
    assert goods.price % 1000 == 0
    assert type(goods.stock) is int
    assert goods.stock >= 0
    assert goods.origin
    assert goods.story
    assert goods.vat_note
    assert goods.shelf_life
    assert bool(goods.abv) == (goods.legal_class == LegalClass.ALCOHOL)
    if goods.legal_class != LegalClass.SERVICE:
        assert goods.ingredients
        assert goods.storage
    if goods.legal_class in {"health_food", "medicine", "cosmetics", "alcohol"}:
        assert goods.declaration


@pytest.mark.parametrize(
    ("field", "length"),
    [("title", 120), ("pack", 80), ("shelf_life", 120), ("declaration", 80), ("vat_note", 80), ("slug", 70)],
)
def test_goods_fit_their_columns(field, length):
    assert [goods.slug for goods in PRODUCTS if len(getattr(goods, field)) > length] == []


def test_processed_food_has_a_declaration():
    fresh = {"rau-cu-qua", "thit-thuy-san-tuoi", "gao-ngu-coc", "che"}
    bare = [
        g.slug for g in PRODUCTS if g.legal_class == "food" and not g.declaration and g.group not in fresh
    ]
    assert bare == []


def test_declaration_numbers_are_unique():
    numbers = [goods.declaration for goods in PRODUCTS if goods.declaration]
    assert len(numbers) == len(set(numbers))


def test_every_legal_class_appears_at_least_twice():
    counts = {kind: sum(goods.legal_class == kind for goods in PRODUCTS) for kind in LegalClass.values}
    assert {kind: n for kind, n in counts.items() if n < 2} == {}


def test_every_state_of_a_certificate_appears():
    assert {goods.award.state for goods in PRODUCTS} == set(STATES)
    assert {goods.award.stars_now for goods in PRODUCTS} == {0, 3, 4, 5}


def test_no_text_claims_to_heal():
    assert {claim for text in every_text() if (claim := health_claim_in(text))} == set()


def test_texts_are_composed_unicode_without_stray_spaces():
    for text in every_text():
        assert text == unicodedata.normalize("NFC", text)
        assert text == " ".join(text.split()), text


def test_no_real_brand_is_borrowed():
    names = [*(maker.name for maker in PRODUCERS), *(goods.title for goods in PRODUCTS)]
    assert [(name, real) for name in names for real in REAL_NAMES if real.lower() in name.lower()] == []


def test_generic_names_have_several_makers():
    def makers_of(name):
        return {goods.producer for goods in PRODUCTS if goods.title.lower().startswith(name)}

    assert len(makers_of("cu đơ")) >= 6
    assert len(makers_of("nước mắm")) >= 5
    assert len(makers_of("mật ong")) >= 5
    assert len(makers_of("nhung hươu")) >= 3
    assert len(makers_of("bưởi")) >= 5
    assert len(makers_of("cam")) >= 4


def test_every_group_in_force_has_goods():
    codes = {row["code"] for row in rows(GROUPS_FILE) if row["generation"] == "148"}
    assert {goods.group for goods in PRODUCTS} == codes


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_decisions_are_signed_on_working_days_by_a_body_that_existed(today):
    for decision in DECISIONS.values():
        day, issuer = decision.day(today), decision.issuer(today)
        assert day.weekday() < 5
        assert day <= today
        if day > DISTRICTS_END:
            assert issuer == PROVINCE or decision.ministry
        assert decision.number(today).startswith(f"{decision.serial}/QĐ-")


def test_some_certificates_come_from_districts_that_are_gone():
    issuers = {DECISIONS[goods.award.decision].issuer(TODAY) for goods in PRODUCTS if goods.award.decision}
    assert len([name for name in issuers if "huyện" in name]) >= 6
    assert "Bộ Nông nghiệp và Môi trường" in issuers


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_awards_lead_to_their_states(today):
    for goods in PRODUCTS:
        if goods.award.state != NEVER:
            check_award(goods, today)


def check_award(goods, today):
    award = goods.award
    decision = DECISIONS[award.decision]
    start, end = decision.day(today), last_day(decision, today)
    later = DECISIONS[award.later].day(today) if award.later else None
    match award.state:
        case "valid":
            assert start <= today
            assert end > today + timedelta(days=90)
        case "expiring":
            assert today <= end <= today + timedelta(days=90)
        case "expired":
            assert end < today
        case "renewed":
            assert start < later <= today
            assert last_day(DECISIONS[award.later], today) > today
            assert award.stars_after
        case "downgraded":
            assert start < later <= min(today, end)
            assert award.stars_after < award.stars
            assert end > today
        case "withdrawn":
            assert start <= later <= min(today, end)
    assert bool(award.reason) == (award.state in {DOWNGRADED, WITHDRAWN})
    assert bool(award.later) == (award.state in {DOWNGRADED, WITHDRAWN, RENEWED})
    assert award.state in {VALID, EXPIRING, EXPIRED} or later


def test_districts_give_three_stars_to_their_own_makers():
    steps = [
        (goods, key, stars)
        for goods in PRODUCTS
        for key, stars in (
            (goods.award.decision, goods.award.stars),
            (goods.award.later, goods.award.stars_after),
        )
    ]
    for goods, key, stars in steps:
        if key and DECISIONS[key].district and stars:
            assert stars == 3
            assert DECISIONS[key].district in MAKERS[goods.producer].old_address
        if key and DECISIONS[key].ministry:
            assert stars == 5
        elif stars:
            assert stars in {3, 4}


def test_reviews_speak_of_goods_that_are_there_once_per_person():
    assert len(REVIEWS) >= 80
    assert {opinion.product for opinion in REVIEWS} <= set(GOODS)
    assert len({(opinion.product, opinion.author) for opinion in REVIEWS}) == len(REVIEWS)
    assert {opinion.stars for opinion in REVIEWS} == {1, 2, 3, 4, 5}
    assert any(opinion.reply for opinion in REVIEWS)
    assert any(not opinion.verified for opinion in REVIEWS)


def test_medicine_has_no_reviews():
    assert [o.product for o in REVIEWS if GOODS[o.product].legal_class == LegalClass.MEDICINE] == []


def test_synonyms_have_one_meaning_each():
    words = [word for word, _meaning in SYNONYMS]
    assert len(words) == len(set(words))
    assert all(word != meaning and len(word) <= 60 and len(meaning) <= 60 for word, meaning in SYNONYMS)
    assert {("bòng", "bưởi"), ("mè", "vừng")} <= set(SYNONYMS)


def test_hamlets_are_named_as_communes_and_wards_name_them():
    for maker in PRODUCERS:
        wrong = ("Thôn", "Xóm") if communes()[maker.commune]["kind"] == "phường" else ("Tổ dân phố",)
        assert not maker.street.startswith(wrong), maker.slug
