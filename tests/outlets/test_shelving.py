"""What stands on an outlet's shelf, and signs of stars that have ended."""

from datetime import timedelta

import pytest
from django.utils import timezone
from outlet_rows import outlet

from catalogue.models import Product
from catalogue.programme import recognising
from office.notices import Notice
from office.stages import Refused
from outlets.models import ShelfItem
from outlets.stock import shelving

pytestmark = pytest.mark.django_db
State = ShelfItem.State


@pytest.fixture
def keeper(shop):
    return shop.user("keeper")


@pytest.fixture
def place(keeper):
    return outlet(keeper=keeper)


def withdraw(shop, product):
    return recognising.withdraw(
        product.recognitions.get(),
        reason="Không còn đạt tiêu chí",
        decision_number="77/QĐ-UBND",
        decision_date=timezone.localdate(),
        decided_by="UBND tỉnh Hà Tĩnh",
        by=shop.office,
    )


def fresh(item):
    return ShelfItem.objects.select_related("product", "outlet").get(pk=item.pk)


def test_put_says_state_price_and_seen_today(shop, place, keeper):
    product = shop.product(stars=4)
    item = shelving.put(place, product=product, price=90_000, by=keeper)
    assert (item.product, item.state, item.price, item.last_seen) == (
        product, State.SOLD, 90_000, timezone.localdate(),
    )  # fmt: skip
    assert fresh(item).stars == 4


def test_putting_twice_is_one_item_with_the_later_price(shop, place, keeper):
    product = shop.product()
    shelving.put(place, product=product, price=90_000, by=keeper)
    shelving.put(place, product=product, price=95_000, by=keeper)
    assert [item.price for item in place.shelf.all()] == [95_000]


def test_what_was_taken_off_comes_back(shop, place, keeper):
    item = shelving.put(place, product=shop.product(), by=keeper)
    shelving.take_off(item, by=keeper)
    assert list(place.shelf.there()) == []
    assert shelving.put(place, product=item.product, state=State.SHOWN, by=keeper).pk == item.pk
    assert [each.state for each in place.shelf.there()] == [State.SHOWN]


def test_other_goods_have_a_name_and_never_a_star(place, keeper):
    item = shelving.put(place, label="  Nón   lá ", price=50_000, by=keeper)
    assert (item.label, item.stars, item.star_ended, shelving.why_red(item)) == ("Nón lá", 0, False, None)


def test_what_is_only_shown_has_no_price(shop, place, keeper):
    assert shelving.put(place, product=shop.product(), state=State.SHOWN, price=1, by=keeper).price is None


@pytest.mark.parametrize("price", [0, -1, 10_000_000_000])
def test_a_strange_price_is_refused_at_its_field(shop, place, keeper, price):
    with pytest.raises(Refused) as refused:
        shelving.put(place, product=shop.product(), price=price, by=keeper)
    assert refused.value.field == "price"


@pytest.mark.parametrize("facts", [{}, {"label": "  "}])
def test_nothing_is_not_put_on_a_shelf(place, keeper, facts):
    with pytest.raises(Refused):
        shelving.put(place, by=keeper, **facts)


def test_a_product_the_shop_does_not_show_is_refused(shop, place, keeper):
    product = shop.product(is_public=False)
    with pytest.raises(Refused):
        shelving.put(place, product=product, by=keeper)


def test_another_outlets_keeper_changes_nothing(shop, place, keeper):
    item = shelving.put(place, product=shop.product(), by=keeper)
    other = shop.user("keeper")
    outlet(keeper=other)
    for act in (shelving.see, shelving.take_off, shelving.take_sign_off):
        with pytest.raises(Refused):
            act(item, by=other)
    with pytest.raises(Refused):
        shelving.put(place, product=shop.product(), by=other)
    with pytest.raises(Refused):
        shelving.see_all(place, by=other)


def test_seen_moves_the_day_forward_only(shop, place, keeper):
    today = timezone.localdate()
    item = shelving.put(place, product=shop.product(), by=keeper, today=today - timedelta(days=20))
    assert item.not_seen_lately
    assert shelving.see(item, by=keeper).last_seen == today
    assert shelving.see(item, by=keeper, today=today - timedelta(days=3)).last_seen == today


def test_all_seen_counts_those_not_seen_yet(shop, place, keeper):
    yesterday = timezone.localdate() - timedelta(days=1)
    for number in range(3):
        shelving.put(place, label=f"Hàng {number}", by=keeper, today=yesterday if number else None)
    gone = shelving.put(place, label="Hàng cũ", by=keeper, today=yesterday)
    shelving.take_off(gone, by=keeper)
    assert shelving.see_all(place, by=keeper) == 2
    assert fresh(gone).last_seen == yesterday


def test_a_withdrawn_star_turns_the_shelf_red_at_once_and_tells_the_keeper(shop, place, keeper):
    product = shop.product("Mật ong rừng", stars=4)
    item = shelving.put(place, product=product, by=keeper)
    assert shelving.why_red(fresh(item)) is None
    withdraw(shop, product)
    red = fresh(item)
    assert (red.stars, red.sign_is_false) == (0, True)
    assert list(ShelfItem.objects.with_false_sign()) == [item]
    assert len(shelving.why_red(red)) == 2
    (notice,) = Notice.objects.filter(user=keeper, about="false-sign")
    assert "Mật ong rừng" in notice.sentence
    assert notice.link.endswith(f"/{place.pk}/ke/")


def test_a_star_withdrawn_on_its_first_day_is_red_too(shop, place, keeper):
    product = shop.product()
    shop.award(product, 4, days_ago=0)
    item = shelving.put(place, product=product, by=keeper)
    withdraw(shop, product)
    assert fresh(item).sign_is_false
    assert list(ShelfItem.objects.with_false_sign()) == [item]


def test_an_expired_star_is_red_without_any_job(shop, place, keeper):
    product = shop.product()
    shop.award(product, 3, days_ago=1095, valid_to=timezone.localdate())
    item = shelving.put(place, product=product, by=keeper)
    assert not fresh(item).sign_is_false
    Product.objects.filter(pk=product.pk).update(stars_until=timezone.localdate() - timedelta(days=1))
    assert fresh(item).sign_is_false
    assert list(ShelfItem.objects.with_false_sign()) == [item]


def test_a_sign_taken_off_ends_the_warning_until_the_next_star_ends(shop, place, keeper):
    product = shop.product(stars=4)
    item = shelving.put(place, product=product, by=keeper)
    with pytest.raises(Refused):
        shelving.take_sign_off(item, by=keeper)
    withdraw(shop, product)
    shelving.take_sign_off(item, by=keeper)
    assert not fresh(item).sign_is_false
    assert list(ShelfItem.objects.with_false_sign()) == []
    Product.objects.filter(pk=product.pk).update(stars_until=timezone.localdate() + timedelta(days=9))
    later = timezone.localdate() + timedelta(days=10)
    assert list(ShelfItem.objects.with_false_sign(later)) == [item]


def test_goods_that_come_back_may_bring_their_false_sign(shop, place, keeper):
    product = shop.product(stars=4)
    item = shelving.put(place, product=product, by=keeper)
    withdraw(shop, product)
    shelving.take_sign_off(item, by=keeper)
    shelving.take_off(item, by=keeper)
    shelving.put(place, product=product, by=keeper)
    assert fresh(item).sign_is_false


def test_nobody_is_told_of_stars_on_shelves_they_do_not_keep(shop, place, keeper):
    other = shop.user("keeper")
    outlet(keeper=other)
    product = shop.product(stars=4)
    shelving.put(place, product=product, by=keeper)
    withdraw(shop, product)
    assert not Notice.objects.filter(user=other).exists()
