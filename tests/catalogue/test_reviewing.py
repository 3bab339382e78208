"""Reviews: written once, moderated, answered by the maker alone."""

import pytest

from catalogue import reviewing
from office.stages import Refused

pytestmark = pytest.mark.django_db
TEXT = {"title": "Ngon", "body": "Giòn và thơm", "name": "Chị Hoa"}


def test_review_waits_for_moderation_then_shows_and_counts(client, shop):
    product = shop.product()
    review = reviewing.write(product, score=4, by=shop.user("buyer"), **TEXT)
    assert "Giòn và thơm" not in client.get(product.get_absolute_url()).content.decode()
    reviewing.approve(review, by=shop.user("editor"))
    product.refresh_from_db()
    assert product.rating == 4
    assert "Giòn và thơm" in client.get(product.get_absolute_url()).content.decode()


def test_second_review_of_one_person_is_refused(shop):
    product, person = shop.product(), shop.user("buyer")
    reviewing.write(product, score=4, by=person, **TEXT)
    with pytest.raises(Refused):
        reviewing.write(product, score=5, by=person, **TEXT)


@pytest.mark.parametrize("score", [0, 6])
def test_score_out_of_range_is_refused(shop, score):
    with pytest.raises(Refused) as refused:
        reviewing.write(shop.product(), score=score, by=shop.user("buyer"), **TEXT)
    assert refused.value.field == "score"


def test_buyer_may_not_moderate(shop):
    review = reviewing.write(shop.product(), score=4, by=shop.user("buyer"), **TEXT)
    with pytest.raises(Refused):
        reviewing.approve(review, by=shop.user("buyer"))


def test_maker_replies_a_stranger_may_not_and_claims_to_heal_are_refused(shop):
    person = shop.user()
    product = shop.product(producer=shop.producer(people=[person]))
    review = reviewing.write(product, score=2, by=shop.user("buyer"), **TEXT)
    assert reviewing.reply(review, "Bếp xin lỗi chị.", by=person).reply == "Bếp xin lỗi chị."
    with pytest.raises(Refused):
        reviewing.reply(review, "Không phải của tôi", by=shop.user())
    with pytest.raises(Refused) as refused:
        reviewing.reply(review, "Mật này chữa bệnh dạ dày", by=person)
    assert "chữa bệnh" in refused.value.message


def test_review_form_needs_a_sign_in_and_keeps_what_was_typed(client, shop):
    product = shop.product()
    url = f"{product.get_absolute_url()}danh-gia/"
    assert "/tai-khoan/login/" in client.get(url)["Location"]
    client.force_login(shop.user("buyer"))
    answer = client.post(url, {"score": 5, "title": "Ngon", "body": "", "name": "Hoa"})
    assert 'value="Ngon"' in answer.content.decode()
    assert client.post(url, {"score": 5, **TEXT})["Location"] == product.get_absolute_url()


DESK = "/ban-lam-viec/danh-gia/"


def test_editor_lets_a_review_appear_and_keeps_another_off_on_the_desk(client, shop):
    product = shop.product()
    good = reviewing.write(product, score=5, by=shop.user("buyer"), **TEXT)
    bad = reviewing.write(product, score=1, by=shop.user("buyer"), **TEXT | {"body": "Quảng cáo trang khác"})
    client.force_login(shop.user("editor"))
    assert "Giòn và thơm" in client.get(DESK).content.decode()
    client.post(f"{DESK}{good.pk}/hien/")
    client.post(f"{DESK}{bad.pk}/khong-hien/")
    page = client.get(product.get_absolute_url()).content.decode()
    assert "Giòn và thơm" in page
    assert "Quảng cáo trang khác" not in page
    assert "Đã đọc hết các đánh giá" in client.get(DESK).content.decode()


def test_a_review_that_claims_to_heal_cannot_appear_and_the_word_is_shown(client, shop):
    thanks = TEXT | {"body": "Uống một tuần là khỏi bệnh"}
    review = reviewing.write(shop.product(), score=5, by=shop.user("buyer"), **thanks)
    client.force_login(shop.user("shop_manager"))
    answer = client.post(f"{DESK}{review.pk}/hien/")
    assert answer.status_code == 200
    assert "khỏi bệnh" in answer.content.decode()
    review.refresh_from_db()
    assert review.status == review.FOR_MODERATION


@pytest.mark.parametrize("role", ["buyer", "programme_office", "keeper"])
def test_others_neither_see_nor_moderate_on_the_desk(client, shop, role):
    review = reviewing.write(shop.product(), score=5, by=shop.user("buyer"), **TEXT)
    client.force_login(shop.user(role))
    assert client.get(DESK).status_code == 403
    assert client.post(f"{DESK}{review.pk}/hien/").status_code == 403
    review.refresh_from_db()
    assert review.status == review.FOR_MODERATION


def test_maker_sees_reviews_of_their_own_goods_until_they_are_answered(client, shop):
    maker, editor = shop.user("producer"), shop.user("editor")
    mine = shop.product(producer=shop.producer(people=[maker]))
    review = reviewing.write(mine, score=5, by=shop.user("buyer"), **TEXT)
    other = reviewing.write(shop.product(), score=5, by=shop.user("buyer"), **TEXT | {"body": "Của nhà khác"})
    for each in (review, other):
        reviewing.approve(each, by=editor)
    client.force_login(maker)
    page = client.get(DESK).content.decode()
    assert "Giòn và thơm" in page
    assert "Của nhà khác" not in page
    reviewing.reply(review, "Cảm ơn chị.", by=maker)
    assert "Giòn và thơm" not in client.get(DESK).content.decode()


@pytest.mark.parametrize("number", [3, 30])
def test_desk_of_reviews_makes_the_same_queries_for_3_and_30(client, shop, number, django_assert_num_queries):
    product = shop.product()
    for _ in range(number):
        reviewing.write(product, score=5, by=shop.user("buyer"), **TEXT)
    client.force_login(shop.user("editor"))
    client.get(DESK)
    with django_assert_num_queries(7):
        client.get(DESK)
