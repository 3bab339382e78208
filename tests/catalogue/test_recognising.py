"""Certificates: what may be recorded, what is refused, and that a star is true on every day."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue import listing
from catalogue.models import CriteriaGeneration, Product
from catalogue.programme import recognising
from catalogue.programme.models import Recognition, StarChange
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
        ({"stars": 0}, "stars"),
        ({"stars": 6}, "stars"),
        ({"decision_number": " "}, "decision_number"),
        ({"days_ago": -1}, "decision_date"),
        ({"valid_to": timezone.localdate() - 500 * DAY}, "valid_to"),
    ],
)
def test_bad_award_is_refused_at_its_field(shop, facts, field):
    with pytest.raises(Refused) as refused:
        shop.award(shop.product(), **facts)
    assert refused.value.field == field
    assert not Recognition.objects.exists()


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


def test_expiry_is_logged_once(shop):
    shop.award(shop.product(), 3, days_ago=40, valid_to=today() - DAY)
    assert recognising.expire_lapsed() == 1
    assert recognising.expire_lapsed() == 0


moves = st.lists(
    st.tuples(
        st.sampled_from(["award", "renew", "downgrade", "withdraw"]), st.integers(1, 5), st.integers(1, 60)
    ),
    max_size=7,
)


@given(history=moves, length=st.integers(20, 400))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_columns_and_certificates_agree_on_every_day_after_any_history(shop, history, length):
    """An independent reading: the stars of a day are those of the one certificate that covers it."""
    product = shop.product()
    criteria = CriteriaGeneration.objects.get(code="148")
    day, latest = today() - 420 * DAY, None
    for number, (kind, stars, gap) in enumerate(history):
        day = min(day + gap * DAY, today())
        facts = {"decision_number": f"{number + 1}/QĐ", "decision_date": day, "by": shop.office}
        end = {"valid_to": day + length * DAY}
        try:
            if kind == "award":
                latest = recognising.award(
                    product, stars=stars, issuer="UBND", criteria=criteria, **end, **facts
                )
            elif latest and kind == "renew":
                latest = recognising.renew(
                    latest, stars=stars, issuer="UBND", criteria=criteria, **end, **facts
                )
            elif latest and kind == "downgrade":
                latest = recognising.downgrade(latest, stars=stars, reason="r", decided_by="UBND", **facts)
            elif latest and kind == "withdraw":
                recognising.withdraw(latest, reason="r", decided_by="UBND", **facts)
        except Refused:
            continue
    product.refresh_from_db()
    rows = list(Recognition.objects.filter(product=product))
    for ahead in (0, 1, 30, 200, 500):
        on = today() + ahead * DAY
        covering = [row for row in rows if row.valid_from <= on <= row.ends_on]
        assert len(covering) <= 1
        assert product.stars_on(on) == (covering[0].stars if covering else 0)
        assert Product.objects.starred(on).filter(pk=product.pk).exists() == bool(covering)


def sized(shop):
    """A product in two sizes."""
    product = shop.product("Mật ong hai cỡ", pack="Lọ 250 ml")
    small = listing.add_size(product, pack="Chai 1 lít", price=360_000, stock=5, by=shop.office)
    product.refresh_from_db()
    return product, product.children.get(pack="Lọ 250 ml"), small


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
