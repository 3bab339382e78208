"""Certificates: what may be recorded, what is refused, and that a star is true on every day."""

import threading
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from at_once import of_each
from catalogue import listing, reviewing
from catalogue.models import CriteriaGeneration, Product
from catalogue.programme import recognising
from catalogue.programme.models import Recognition, StarChange
from catalogue.reviews.models import ProductReview
from office.stages import Refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def today():
    return timezone.localdate()


def decision(days_ago, number="55/QĐ-UBND"):
    return {
        "decision_number": number,
        "decision_date": today() - days_ago * DAY,
        "decided_by": "UBND tỉnh Hà Tĩnh",
        "reason": "Không giữ quy trình",
    }


def renewal(days_ago, number="77/QĐ-UBND", stars=4):
    return {
        "stars": stars,
        "issuer": "UBND tỉnh Hà Tĩnh",
        "decision_number": number,
        "decision_date": today() - days_ago * DAY,
        "criteria": CriteriaGeneration.objects.get(code="148"),
    }


def test_award_gives_36_months_and_shows_at_once(shop):
    product = shop.product()
    award = shop.award(product, 4, days_ago=10)
    product.refresh_from_db()
    assert (award.valid_to + DAY - award.valid_from).days in range(1094, 1098)
    assert product.stars_on() == 4
    assert list(Product.objects.starred()) == [product]
    assert StarChange.objects.get().kind == "award"


def test_certificate_that_ended_yesterday_shows_no_star_today_without_any_job(shop):
    product = shop.product()
    shop.award(product, 4, days_ago=50, valid_to=today() - DAY)
    product.refresh_from_db()
    assert product.stars_on(today() - DAY) == 4
    assert product.stars_on() == 0
    assert not Product.objects.starred().exists()
    assert product.star_ended_on == today() - DAY


def test_certificate_ending_today_still_shows(shop):
    product = shop.product()
    shop.award(product, 3, days_ago=50, valid_to=today())
    product.refresh_from_db()
    assert product.stars_on() == 3


def test_overlapping_award_is_refused(shop):
    product = shop.product(stars=3)
    with pytest.raises(Refused) as refused:
        shop.award(product, 4, days_ago=5)
    assert refused.value.field == "valid_from"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (lambda _day: {"stars": 0}, "stars"),
        (lambda _day: {"stars": 6}, "stars"),
        (lambda _day: {"decision_number": " "}, "decision_number"),
        (lambda _day: {"days_ago": -1}, "decision_date"),
        (lambda day: {"valid_to": day - 500 * DAY}, "valid_to"),
        (lambda day: {"valid_from": day - 101 * DAY}, "valid_from"),
        (lambda day: {"valid_from": day + DAY}, "valid_from"),
        (lambda day: {"days_ago": (day - date(2018, 5, 6)).days}, "decision_date"),
        (lambda day: {"days_ago": (day - date(1, 1, 1)).days}, "decision_date"),
    ],
)
def test_bad_award_is_refused_at_its_field(shop, facts, field):
    with pytest.raises(Refused) as refused:
        shop.award(shop.product(), **facts(today()))
    assert refused.value.field == field
    assert not Recognition.objects.exists()


def test_a_decision_of_the_programmes_first_day_is_recorded(shop):
    product = shop.product()
    award = shop.award(product, days_ago=(today() - date(2018, 5, 7)).days)
    assert award.decision_date == date(2018, 5, 7)


def test_downgrade_gives_fewer_stars_for_the_remaining_time(shop):
    product = shop.product()
    award = shop.award(product, 4, days_ago=100)
    lower = recognising.downgrade(award, stars=3, by=shop.office, **decision(5))
    product.refresh_from_db()
    award.refresh_from_db()
    assert product.stars_on() == 3
    assert lower.ends_on == award.valid_to
    assert award.state().kind == "downgraded"


def test_downgrade_upward_is_refused(shop):
    award = shop.award(shop.product(), 4)
    with pytest.raises(Refused) as refused:
        recognising.downgrade(award, stars=4, by=shop.office, **decision(5))
    assert refused.value.field == "stars"


def test_withdrawn_certificate_ends_before_the_decision_and_says_why(shop):
    product = shop.product()
    award = shop.award(product, 4, days_ago=100)
    recognising.withdraw(award, by=shop.office, **decision(3))
    product.refresh_from_db()
    award.refresh_from_db()
    assert product.stars_on() == 0
    assert product.stars_on(today() - 4 * DAY) == 4
    assert award.state().kind == "withdrawn"
    assert "55/QĐ-UBND" in award.state().sentence


def test_withdrawal_without_decision_is_refused(shop):
    award = shop.award(shop.product(), 4)
    with pytest.raises(Refused) as refused:
        recognising.withdraw(award, by=shop.office, **decision(3, number=""))
    assert refused.value.field == "decision_number"


def test_states_of_ended_certificates_cost_no_query_however_many(shop, django_assert_num_queries):
    for _ in range(3):
        renewed = shop.award(shop.product(), 3, days_ago=900)
        recognising.renew(renewed, by=shop.office, **renewal(3))
        lowered = shop.award(shop.product(), 4, days_ago=900)
        recognising.downgrade(lowered, stars=3, by=shop.office, **decision(3))
        recognising.withdraw(shop.award(shop.product(), 4), by=shop.office, **decision(3))
    with django_assert_num_queries(1):
        kinds = [each.state().kind for each in Recognition.objects.told()]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "renewed": 3,
        "downgraded": 3,
        "withdrawn": 3,
        "valid": 6,
    }


def test_withdrawing_twice_is_refused(shop):
    award = shop.award(shop.product(), 4)
    recognising.withdraw(award, by=shop.office, **decision(3))
    with pytest.raises(Refused):
        recognising.withdraw(award, by=shop.office, **decision(1))


def test_renewal_ends_the_running_certificate_the_day_before(shop):
    product = shop.product()
    award = shop.award(product, 3, days_ago=900)
    new = recognising.renew(
        award,
        stars=4,
        issuer="UBND tỉnh Hà Tĩnh",
        decision_number="77/QĐ-UBND",
        decision_date=today() - 2 * DAY,
        criteria=CriteriaGeneration.objects.get(code="148"),
        by=shop.office,
    )
    product.refresh_from_db()
    award.refresh_from_db()
    assert award.ends_on == new.valid_from - DAY
    assert product.stars_on() == 4


def sized(shop):
    """A product in two sizes."""
    product = shop.product("Mật ong hai cỡ", pack="Lọ 250 ml")
    small = listing.add_size(product, pack="Chai 1 lít", price=360_000, stock=5, by=shop.office)
    product.refresh_from_db()
    return product, product.children.get(pack="Lọ 250 ml"), small


def test_renewing_an_ended_certificate_for_all_sizes_beside_a_running_one_for_a_size_is_refused(shop):
    product, _first, litre = sized(shop)
    old = shop.award(product, 3, days_ago=900, valid_to=today() - 200 * DAY)
    shop.award(product, 4, days_ago=100, variant=litre)
    with pytest.raises(Refused) as refused:
        recognising.renew(old, by=shop.office, **renewal(5))
    assert refused.value.field == "valid_from"
    assert Recognition.objects.valid_on(today()).count() == 1


def test_a_renewal_for_one_size_stands_beside_the_certificate_of_another_size(shop):
    product, first, litre = sized(shop)
    old = shop.award(product, 3, days_ago=900, variant=first)
    shop.award(product, 4, days_ago=100, variant=litre)
    recognising.renew(old, by=shop.office, **renewal(5))
    first.refresh_from_db()
    litre.refresh_from_db()
    assert (first.stars_on(), litre.stars_on()) == (4, 4)


@pytest.mark.parametrize("days_ago", [40, 10])
def test_a_decision_not_later_than_the_withdrawal_brings_no_star_back(shop, days_ago):
    product = shop.product()
    award = shop.award(product, 4, days_ago=100)
    recognising.withdraw(award, by=shop.office, **decision(10))
    for act in (recognising.renew, lambda award, **facts: recognising.award(product, **facts)):
        with pytest.raises(Refused) as refused:
            act(award, by=shop.office, **renewal(days_ago))
        assert refused.value.field == "valid_from"
    product.refresh_from_db()
    assert product.stars_on() == 0
    assert product.stars_withdrawn


def test_a_renewal_decided_after_the_withdrawal_gives_the_star_back(shop):
    product = shop.product()
    award = shop.award(product, 4, days_ago=100)
    recognising.withdraw(award, by=shop.office, **decision(10))
    recognising.renew(award, by=shop.office, **renewal(9))
    product.refresh_from_db()
    award.refresh_from_db()
    assert product.stars_on() == 4
    assert not product.stars_withdrawn
    assert award.state().kind == "withdrawn"


def test_one_decision_recorded_twice_for_a_product_or_a_size_is_refused_at_its_number(shop):
    product, _first, litre = sized(shop)
    whole = shop.product()
    for thing, variant in ((whole, None), (product, litre)):
        facts = {"decision_number": "12/QĐ-UBND", "days_ago": 300, "variant": variant}
        shop.award(thing, valid_to=today() - 200 * DAY, **facts)
        with pytest.raises(Refused) as refused:
            shop.award(thing, valid_from=today() - 100 * DAY, **facts)
        assert refused.value.field == "decision_number"


def test_the_database_keeps_a_decision_to_one_row_with_a_size_and_without(shop):
    product, _first, litre = sized(shop)
    for award in (shop.award(shop.product()), shop.award(product, variant=litre)):
        award.pk, award.slug = None, f"{award.slug}-2"
        with pytest.raises(IntegrityError), transaction.atomic():
            award.save(force_insert=True)


def test_a_code_given_before_is_refused(shop):
    shop.award(shop.product(), code="42-1")
    with pytest.raises(Refused) as refused:
        shop.award(shop.product(), code=" 42-1 ")
    assert refused.value.field == "code"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_offices_giving_one_code_at_once_make_one_certificate_and_the_others_hear_at_the_code(
    reference, shop
):
    products = [shop.product() for _ in range(5)]
    refused, gate = [], threading.Barrier(5)

    def award(number):
        try:
            gate.wait()
            shop.award(products[number], code="42-1", decision_number=f"{number}/QĐ")
        except Refused as fault:
            refused.append(fault.field)
        finally:
            connection.close()

    threads = [threading.Thread(target=award, args=(n,)) for n in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Recognition.objects.count() == 1
    assert refused == ["code"] * 4


def test_expiry_is_logged_once(shop):
    shop.award(shop.product(), 3, days_ago=40, valid_to=today() - DAY)
    assert recognising.expire_lapsed() == 1
    assert recognising.expire_lapsed() == 0


def test_what_was_withdrawn_superseded_or_followed_the_next_day_did_not_expire(shop):
    withdrawn = shop.award(shop.product(), 3, days_ago=40)
    recognising.withdraw(withdrawn, by=shop.office, **decision(3))
    superseded = shop.award(shop.product(), 3, days_ago=900)
    recognising.renew(superseded, by=shop.office, **renewal(3))
    for follow in (
        lambda award: recognising.renew(award, by=shop.office, **renewal(4)),
        lambda award: shop.award(award.product, days_ago=4),
    ):
        follow(shop.award(shop.product(), 3, days_ago=40, valid_to=today() - 5 * DAY))
    assert recognising.expire_lapsed() == 0
    assert not StarChange.objects.filter(kind="expire").exists()


def test_a_certificate_taken_over_a_day_late_expired_first(shop):
    award = shop.award(shop.product(), 3, days_ago=40, valid_to=today() - 5 * DAY)
    recognising.renew(award, by=shop.office, **renewal(3))
    assert recognising.expire_lapsed() == 1
    award.refresh_from_db()
    assert award.state().kind == "expired"


def test_superseded_certificates_are_not_read_again_each_night(shop, django_assert_num_queries):
    for _ in range(5):
        award = shop.award(shop.product(), 3, days_ago=900)
        recognising.renew(award, by=shop.office, **renewal(3))
    with django_assert_num_queries(1):
        recognising.expire_lapsed()


def test_the_database_lets_a_certificate_expire_once(shop):
    award = shop.award(shop.product(), 3, days_ago=40, valid_to=today() - DAY)
    recognising.expire_lapsed()
    with pytest.raises(IntegrityError), transaction.atomic():
        StarChange.objects.create(
            recognition=award, kind="expire", stars_before=3, stars_after=0, effective_on=today()
        )


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_nights_at_once_log_one_expiry(reference, shop):
    for _ in range(3):
        shop.award(shop.product(), 3, days_ago=40, valid_to=today() - DAY)
    assert sum(of_each(4, lambda _n: recognising.expire_lapsed())) == 3
    assert StarChange.objects.filter(kind="expire").count() == 3


moves = st.lists(
    st.tuples(
        st.sampled_from(["award", "award", "renew", "renew", "downgrade", "withdraw"]),
        st.integers(1, 5),
        st.sampled_from([10, 30, 60, 90, -45]),  # days after the decision before; people also record late
        st.sampled_from([None, None, 0, 1]),  # for all sizes, or for one
        st.integers(0, 2),  # which of the last certificates
        st.sampled_from([20, 60, 400]),  # for how many days
    ),
    min_size=2,
    max_size=8,
)


@given(history=moves)
@example([("award", 3, 0, None, 0, 20), ("award", 4, 60, 0, 0, 400), ("renew", 4, 30, None, 1, 400)])
@example([("award", 4, 0, None, 0, 400), ("withdraw", 1, 60, None, 0, 20), ("renew", 4, -45, None, 0, 400)])
@example([("award", 4, 0, 1, 0, 400), ("withdraw", 1, 60, None, 0, 20), ("award", 4, 0, None, 0, 400)])
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_columns_and_certificates_agree_on_every_day_after_any_history(shop, history):
    """An independent reading: the stars of a day are those of the one certificate that covers it, and
    nothing covers the day on which a certificate was withdrawn."""
    product, *sizes = sized(shop)
    criteria = CriteriaGeneration.objects.get(code="148")
    made, day = [], today() - 420 * DAY
    for number, (kind, stars, gap, size, which, length) in enumerate(history):
        day = min(day + gap * DAY, today())
        facts = {"decision_number": f"{number + 1}/QĐ", "decision_date": day, "by": shop.office}
        new = {"stars": stars, "issuer": "UBND", "criteria": criteria, "valid_to": day + length * DAY}
        change = {"reason": "r", "decided_by": "UBND"}
        target = made[-1 - which % len(made)] if made else None
        try:
            if kind == "award":
                variant = None if size is None else sizes[size]
                made.append(recognising.award(product, variant=variant, **new, **facts))
            elif target and kind == "renew":
                made.append(recognising.renew(target, **new, **facts))
            elif target and kind == "downgrade":
                made.append(recognising.downgrade(target, stars=stars, **change, **facts))
            elif target and kind == "withdraw":
                recognising.withdraw(target, **change, **facts)
        except Refused:
            continue
    _agree(product, sizes)


def _agree(product, sizes):
    rows = list(Recognition.objects.filter(product=product))

    def covering(on, variant):
        return [r for r in rows if r.valid_from <= on <= r.ends_on and r.variant_id == variant]

    for thing in (product, *sizes):
        thing.refresh_from_db()
    for ago in range(-500, 421):
        on = today() - ago * DAY
        whole = covering(on, None)
        for size in sizes:
            assert len(covering(on, size.pk) + whole) <= 1
    for ahead in (0, 1, 30, 200, 500):
        on = today() + ahead * DAY
        for thing, variant in ((product, None), *((size, size.pk) for size in sizes)):
            found = covering(on, variant)
            assert thing.stars_on(on) == (found[0].stars if found else 0)
            assert Product.objects.starred(on).filter(pk=thing.pk).exists() == bool(found)
    for gone in StarChange.objects.filter(recognition__product=product, kind="withdraw"):
        variant = gone.recognition.variant_id
        assert not covering(gone.effective_on, variant)
        assert not covering(gone.effective_on, None)


def test_certificate_for_one_size_stars_that_size_and_not_the_product(shop):
    product, first, litre = sized(shop)
    shop.award(product, 4, variant=litre)
    for row in (product, first, litre):
        row.refresh_from_db()
    assert (product.stars_on(), first.stars_on(), litre.stars_on()) == (0, 0, 4)
    assert not Product.objects.on_sale_list().starred().exists()


def test_certificates_for_two_sizes_run_side_by_side_and_one_for_all_overlaps_them(shop):
    product, first, litre = sized(shop)
    shop.award(product, 4, variant=litre)
    shop.award(product, 3, variant=first)
    with pytest.raises(Refused) as refused:
        shop.award(product, 3)
    assert refused.value.field == "valid_from"


def test_certificate_for_all_sizes_refuses_another_for_one(shop):
    product, _first, litre = sized(shop)
    shop.award(product, 4)
    with pytest.raises(Refused):
        shop.award(product, 3, variant=litre)


def test_size_of_another_product_is_refused(shop):
    _product, _first, litre = sized(shop)
    with pytest.raises(Refused) as refused:
        shop.award(shop.product(), 3, variant=litre)
    assert refused.value.field == "variant"


@pytest.mark.parametrize("write", ["save", "rate"])
def test_a_copy_loaded_before_the_withdrawal_brings_no_star_back(shop, write):
    product = shop.product(stars=4)
    stale = Product.objects.get(pk=product.pk)
    recognising.withdraw(product.recognitions.get(), by=shop.office, **decision(3))
    Product.objects.filter(pk=product.pk).update(sold=7, price=99_000, picture_set={"alt": "mới"})
    if write == "save":
        stale.title = "Tên mới"
        stale.save()
    else:
        stale.update_rating()
    product.refresh_from_db()
    assert (product.stars_on(), product.stars_withdrawn) == (0, True)
    assert (product.sold, product.price, product.picture_set) == (7, 99_000, {"alt": "mới"})
    assert product.title == stale.title


def test_a_moderator_who_loaded_the_review_before_the_withdrawal_brings_no_star_back(shop):
    product = shop.product(stars=4)
    review = reviewing.write(product, score=5, title="Ngon", body="Thơm", name="Hoa", by=shop.user("buyer"))
    review = ProductReview.objects.select_related("product").get(pk=review.pk)
    recognising.withdraw(product.recognitions.get(), by=shop.office, **decision(3))
    reviewing.approve(review, by=shop.user("editor"))
    product.refresh_from_db()
    assert (product.stars_on(), product.rating) == (0, 5)


def test_named_copies_and_rows_loaded_in_part_are_saved(shop):
    product = Product.objects.only("title", "slug").get(pk=shop.product(price=85_000).pk)
    product.title = "Tên mới"
    product.save()
    product.price = 99_000
    product.save(update_fields=["price"])
    product = Product.objects.get(pk=product.pk)
    assert (product.title, product.price) == ("Tên mới", 99_000)


def test_withdrawal_is_told_apart_from_expiry_in_every_list(client, shop):
    gone = shop.product("Mật bị thu hồi", stars=4)
    recognising.withdraw(
        gone.recognitions.get(),
        reason="Không còn sản xuất",
        decision_number="9/QĐ-UBND",
        decision_date=today(),
        decided_by="UBND tỉnh Hà Tĩnh",
        by=shop.office,
    )
    shop.award(shop.product("Mật hết hạn"), 3, days_ago=40, valid_to=today() - DAY)
    page = client.get("/san-pham/").content.decode()
    assert page.count("badge withdrawn") == 1
    assert page.count("badge ended") == 1
