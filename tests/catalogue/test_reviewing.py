"""Reviews: written once, moderated, answered by the maker alone."""

import pytest
from django.utils import timezone

from at_once import of_each, refusals
from buying import received
from catalogue import listing, reviewing
from catalogue.reviews.models import ProductReview
from office.stages import Refused, StageMove

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


@pytest.mark.parametrize("field", ["title", "body", "name"])
def test_a_review_that_claims_to_heal_is_refused_when_written_with_the_word_at_its_field(shop, field):
    claim = TEXT | {field: "Chữa khỏi dạ dày"}
    with pytest.raises(Refused) as refused:
        reviewing.write(shop.product(), score=5, by=shop.user("buyer"), **claim)
    assert refused.value.field == field
    assert "Chữa khỏi" in refused.value.message
    assert not ProductReview.objects.exists()


def test_a_review_of_a_size_is_one_of_the_product(shop):
    product = shop.product(pack="Lọ")
    litre = listing.add_size(product, pack="Chai", price=9000, stock=1, by=shop.office)
    person = shop.user("buyer")
    assert reviewing.write(litre, score=5, by=person, **TEXT).product == product
    with pytest.raises(Refused):
        reviewing.write(product, score=5, by=person, **TEXT)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_review_sent_twice_at_once_is_written_once(reference, shop):
    product, person = shop.product(), shop.user("buyer")
    results = of_each(4, lambda _n: reviewing.write(product, score=5, by=person, **TEXT))
    assert (ProductReview.objects.count(), len(refusals(results))) == (1, 3)


def test_who_let_a_review_appear_and_who_took_it_down_and_why_is_kept(shop):
    review = reviewing.write(shop.product(), score=5, by=shop.user("buyer"), **TEXT)
    editor, manager = shop.user("editor"), shop.user("shop_manager")
    reviewing.approve(review, by=editor)
    with pytest.raises(Refused) as refused:
        reviewing.reject(review, by=manager, reason=" ")
    assert refused.value.field == "reason"
    reviewing.reject(review, by=manager, reason="Bịa đặt")
    review.product.refresh_from_db()
    assert review.product.rating is None
    moves = StageMove.objects.filter(object_id=review.pk).order_by("pk")
    assert [(move.before, move.after, move.reason, move.by) for move in moves] == [
        ("waiting", "shown", "", editor),
        ("shown", "off", "Bịa đặt", manager),
    ]
    assert moves[1].at.date() == timezone.now().date()


def test_moderating_an_old_copy_writes_nothing_but_the_status(shop):
    maker = shop.user()
    product = shop.product(producer=shop.producer(people=[maker]))
    review = reviewing.write(product, score=5, by=shop.user("buyer"), **TEXT)
    reviewing.approve(review, by=shop.office)
    stale = ProductReview.objects.get(pk=review.pk)
    reviewing.reply(review, "Cảm ơn chị.", by=maker)
    reviewing.reject(stale, by=shop.office, reason="x")
    assert ProductReview.objects.get(pk=review.pk).reply == "Cảm ơn chị."


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
    client.force_login(received(shop.user("buyer"), product))
    answer = client.post(url, {"score": 5, "title": "Ngon", "body": "", "name": "Hoa"})
    assert 'value="Ngon"' in answer.content.decode()
    assert client.post(url, {"score": 5, **TEXT})["Location"] == product.get_absolute_url()


def test_who_has_not_received_it_finds_no_form_and_writes_nothing(client, shop):
    product = shop.product()
    url = f"{product.get_absolute_url()}danh-gia/"
    client.force_login(shop.user("buyer"))
    assert 'name="score"' not in client.get(url).content.decode()
    assert client.post(url, {"score": 5, **TEXT}).status_code == 200
    assert not ProductReview.objects.exists()


def test_score_starts_empty_and_a_form_sent_as_it_came_praises_nothing(client, shop):
    product = shop.product()
    url = f"{product.get_absolute_url()}danh-gia/"
    client.force_login(received(shop.user("buyer"), product))
    page = client.get(url).content.decode()
    assert '<option value="" selected' in page
    assert client.post(url, {"score": "", **TEXT}).context["form"].errors["score"]
    assert not ProductReview.objects.exists()


def test_a_claim_in_the_form_comes_back_at_its_field(client, shop):
    product = shop.product()
    url = f"{product.get_absolute_url()}danh-gia/"
    client.force_login(received(shop.user("buyer"), product))
    page = client.post(url, {"score": 5, **TEXT, "name": "Người khỏi bệnh"}).content.decode()
    assert 'id="id_name_error"' in page
    assert "khỏi bệnh" in page


def test_reviewing_alcohol_asks_the_age_on_the_products_page_first(client, shop):
    wine = shop.product("Rượu nếp cái", group="ruou-trang")
    url = f"{wine.get_absolute_url()}danh-gia/"
    client.force_login(shop.user("buyer"))
    for answer in (client.get(url), client.post(url, {"score": 5, **TEXT})):
        assert (answer.status_code, answer["Location"]) == (302, wine.get_absolute_url())
    assert not ProductReview.objects.exists()
    client.cookies["ocop_18"] = "1"
    assert "Rượu nếp cái" in client.get(url).content.decode()


def test_a_size_and_a_wrong_name_lead_to_the_form_of_the_product(client, shop):
    product = shop.product(pack="Lọ")
    litre = listing.add_size(product, pack="Chai", price=9000, stock=1, by=shop.office)
    product.refresh_from_db()
    home = f"{product.get_absolute_url()}danh-gia/"
    client.force_login(shop.user("buyer"))
    for wrong in (f"/san-pham/{litre.slug}_{litre.pk}/danh-gia/", f"/san-pham/khac_{product.pk}/danh-gia/"):
        assert client.get(wrong)["Location"] == home


def test_the_eleventh_review_of_an_hour_is_asked_to_wait_and_another_persons_is_not(client, shop):
    maker = shop.producer()
    products = [shop.product(producer=maker) for _ in range(11)]
    client.force_login(received(shop.user("buyer"), *products))
    urls = [f"{product.get_absolute_url()}danh-gia/" for product in products]
    answers = [client.post(url, {"score": 5, **TEXT}).status_code for url in urls]
    assert answers == [302] * 10 + [200]
    assert ProductReview.objects.count() == 10
    client.force_login(received(shop.user("buyer"), products[-1]))
    assert client.post(urls[-1], {"score": 5, **TEXT}).status_code == 302


DESK = "/ban-lam-viec/danh-gia/"


def test_a_published_review_is_taken_down_on_the_desk_with_a_reason(client, shop):
    product, editor = shop.product(), shop.user("editor", name="Lê Biên")
    review = reviewing.write(product, score=5, by=shop.user("buyer"), **TEXT)
    reviewing.approve(review, by=editor)
    client.force_login(editor)
    url = f"{DESK}{review.pk}/go-xuong/"
    page = client.get(DESK).content.decode()
    assert url in page
    assert "Lê Biên" in page
    assert client.get(url).status_code == 200
    assert 'id="id_reason_error"' in client.post(url, {"reason": ""}).content.decode()
    assert client.post(url, {"reason": "Bịa đặt"})["Location"] == DESK
    assert "Giòn và thơm" not in client.get(product.get_absolute_url()).content.decode()
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("role", ["buyer", "producer", "programme_office"])
def test_others_take_no_review_down(client, shop, role):
    person = shop.user(role)
    product = shop.product(producer=shop.producer(people=[person]))
    review = reviewing.write(product, score=5, by=shop.user("buyer"), **TEXT)
    reviewing.approve(review, by=shop.office)
    client.force_login(person)
    assert client.post(f"{DESK}{review.pk}/go-xuong/", {"reason": "x"}).status_code == 403
    review.refresh_from_db()
    assert review.status == review.APPROVED


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
    review = reviewing.write(shop.product(), score=5, by=shop.user("buyer"), **TEXT)
    type(review).objects.filter(pk=review.pk).update(body="Uống một tuần là khỏi bệnh")  # an old one
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
        shown = reviewing.write(product, score=5, by=shop.user("buyer"), **TEXT)
        reviewing.approve(shown, by=shop.office)
    client.force_login(shop.user("editor"))
    client.get(DESK)
    with django_assert_num_queries(10):
        client.get(DESK)
