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
