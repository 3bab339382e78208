"""Orders that wait for payment or a word on the phone: kept for a while, confirmed, or given up."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from after_order import Sale, books_balance
from buying import basket_with, buyer, fill, seen, send
from catalogue.models import Product
from catalogue.producers.models import Hold, StockRecord
from office.outbox import drain
from office.payment import granting, owing, paying
from office.payment.models import Due
from office.stages import Refused
from shop.basket.filling import add, contents
from shop.basket.models import Basket
from shop.desk import parcels_for
from shop.order.charging import cash_at_door
from shop.order.fulfilling import may_move, move, move_all, put_back
from shop.order.models import Order, Parcel
from shop.order.placing import confirm, expire, place, unpaid
from shop.order.signals import parcel_moved

pytestmark = pytest.mark.django_db


def soon():
    return timezone.now() + timedelta(minutes=15)


def waiting(shop, product, pieces=1, key="w", **facts):
    basket = basket_with(shop, product, pieces)
    total = contents(basket).total
    return place(basket, buyer(), key=key, expected_total=total, way="vietqr", hold_until=soon(), **facts)


def end_holds():
    Hold.objects.update(until=timezone.now() - timedelta(seconds=1))


def numbers(product):
    record = StockRecord.objects.get(product=product)
    return record.num_in_stock, record.num_allocated, Product.objects.get(pk=product.pk).sold


@pytest.fixture
def moved():
    """The moves that others hear of: [(before, stage, by)]."""
    heard = []

    def hear(sender, parcel, before, by, **kwargs):
        heard.append((before, parcel.stage, by))

    parcel_moved.connect(hear)
    yield heard
    parcel_moved.disconnect(hear)


def test_unpaid_order_is_kept_for_the_buyer_and_nobody_elses_business(client, shop):
    maker = shop.user(password="x")
    jar = shop.product(stock=5, price=1000, producer=shop.producer(people=[maker]))
    order = waiting(shop, jar, 2)
    parcel = order.parcels.get()
    assert (order.status, parcel.stage, numbers(jar)) == ("awaiting", "awaiting", (5, 0, 0))
    assert contents(basket_with(shop, jar)).lines[0].left == 3
    assert maker.notices.count() == 0
    assert list(parcels_for(maker)) == []
    assert not may_move(maker, parcel)
    assert may_move(shop.user("shop_manager"), parcel)
    client.force_login(maker)
    page = client.get("/ban-lam-viec/don-hang/?trang-thai=awaiting").content.decode()
    assert str(parcel) not in page
    assert 'href="?trang-thai=awaiting"' not in page
    assert client.post(f"/ban-lam-viec/don-hang/{parcel.pk}/chuyen/", {"stage": "new"}).status_code == 403
    page = seen(client.get(order.get_absolute_url()))
    assert "Đơn hàng đang chờ bạn thanh toán" in page


def test_confirmed_order_is_promised_counted_and_told_to_the_makers(shop, moved):
    maker, person = shop.user(), shop.user("buyer")
    jar = shop.product(stock=5, price=1000, producer=shop.producer(people=[maker]))
    order = waiting(shop, jar, 2, by=person)
    for _again in range(2):
        order = confirm(order)
        assert (order.status, order.parcels.get().stage, numbers(jar)) == ("new", "new", (5, 2, 2))
    assert maker.notices.count() == 1
    assert order.lines.get().status == "new"
    drain("order-confirmation")
    assert person.notices.count() == 2
    assert moved == [("awaiting", "new", None)]


def test_payment_after_the_end_is_taken_while_the_goods_are_there(shop):
    jar = shop.product(stock=1, price=1000)
    order = waiting(shop, jar)
    end_holds()
    assert confirm(order).status == "new"
    assert numbers(jar) == (1, 1, 1)


def test_payment_after_the_goods_were_sold_is_refused_and_changes_nothing(shop, moved):
    jar = shop.product(stock=1, price=1000)
    late = waiting(shop, jar)
    end_holds()
    place(basket_with(shop, jar), buyer(), key="quick", expected_total=31_000)
    with pytest.raises(Refused) as refused:
        confirm(late)
    assert jar.title in refused.value.message
    late.refresh_from_db()
    assert (late.status, numbers(jar), moved) == ("awaiting", (1, 1, 1), [])


def test_who_changes_to_a_way_somebody_confirms_is_kept_as_long_as_who_chose_it_first(shop, settings):
    jar = shop.product(price=600_000, stock=2)
    order = waiting(shop, jar, 2)
    due = owing.due_of(order)
    paying.begin(due, "vietqr")
    due.refresh_from_db()
    assert due.until < timezone.now() + timedelta(minutes=16)
    paying.begin(due, "cod")
    due.refresh_from_db()
    assert due.until == order.date_placed + timedelta(hours=settings.ORDER_HOURS_FOR_PHONE)
    asked = {"organisation": "UBND", "tax_code": "0100109106", "address": "Hà Tĩnh"}
    for _again in range(2):
        paying.begin(due, "invoice", asked=asked)
        due.refresh_from_db()
        assert due.until == order.date_placed + timedelta(hours=settings.ORDER_HOURS_FOR_APPROVAL)
    assert set(Hold.objects.values_list("until", flat=True)) == {due.until}


def test_order_given_up_frees_its_goods_tells_the_buyer_and_takes_no_payment_any_more(shop, moved, texts):
    jar = shop.product(stock=1, price=1000)
    order = waiting(shop, jar)
    for _again in range(2):
        order = expire(order, reason="")
        assert (order.status, order.parcels.get().stage, numbers(jar)) == (
            "cancelled",
            "cancelled",
            (1, 0, 0),
        )
    assert moved == [("awaiting", "cancelled", None)]
    with pytest.raises(Refused):
        confirm(order)


def test_confirmed_order_is_not_given_up(shop):
    jar = shop.product(stock=1, price=1000)
    order = expire(confirm(waiting(shop, jar)))
    assert (order.status, numbers(jar)) == ("new", (1, 1, 1))


def test_orders_whose_time_is_over_are_found_and_running_ones_are_not(shop):
    jar = shop.product(stock=9, price=1000)
    over = waiting(shop, jar, key="over")
    end_holds()
    waiting(shop, jar, key="running")
    confirm(waiting(shop, jar, key="paid"))
    assert unpaid(timezone.now()) == [over]


def test_what_is_to_be_paid_at_the_door_may_be_transferred_before_and_no_cash_is_asked_for_then(shop):
    made = Sale(shop)
    assert (made.parcel.stage, cash_at_door(made.parcel)) == ("new", made.total)
    assert paying.begin(made.due, "vietqr").state == "under_way"
    assert (made.parcel.stage, made.stock(), cash_at_door(made.parcel)) == ("new", (10, 2), made.total)
    made.pay().to("delivered")
    assert (made.due.state, made.due.paid, cash_at_door(made.parcel)) == ("paid", made.total, 0)
    assert books_balance()


def test_an_organisation_with_a_term_that_tries_another_way_is_not_asked_for_cash_unless_it_chooses_that(
    shop,
):
    made = Sale(shop, way="invoice", hold_until=soon())
    asked = {"organisation": "Trường Thạch Hà", "tax_code": "0100109106", "address": "Thạch Hà"}
    granting.approve(paying.begin(made.due, "invoice", asked=asked), by=made.manager)
    assert (made.parcel.stage, cash_at_door(made.parcel)) == ("new", 0)
    paying.begin(made.due, "vietqr")
    assert cash_at_door(made.parcel) == 0
    paying.begin(made.due, "cod")
    assert cash_at_door(made.parcel) == made.total
    paying.begin(made.due, "vietqr")
    made.to("delivered")
    assert (made.due.state, made.due.paid) == ("open", 0)


def test_what_was_cancelled_cannot_be_transferred_any_more(shop):
    made = Sale(shop)
    move(made.parcel, "cancelled", by=made.manager)
    with pytest.raises(Refused):
        paying.begin(made.due, "vietqr")


@pytest.fixture
def overdue_and_running(shop):
    jar = shop.product(stock=9, price=1000)
    over, running = waiting(shop, jar, key="over"), waiting(shop, jar, key="running")
    ended = timezone.now() - timedelta(days=2)
    Hold.objects.filter(key__startswith=f"{over.pk}:").update(until=ended)
    Due.objects.of(over).update(until=ended)
    Order.objects.update(date_placed=timezone.now() - timedelta(days=3))
    return over, running


def test_order_nobody_paid_is_given_up_by_night_and_a_running_one_is_not(overdue_and_running):
    call_command("nightly", stdout=StringIO())
    assert [Due.objects.of(each).get().state for each in overdue_and_running] == ["closed", "open"]
    assert [Order.objects.get(pk=each.pk).status for each in overdue_and_running] == ["cancelled", "awaiting"]


def test_step_of_the_night_that_fails_keeps_none_after_it_from_its_turn(
    overdue_and_running, settings, tmp_path
):
    settings.SEARCH_INDEX_DIR = tmp_path / "file"  # the disk is full, say
    settings.SEARCH_INDEX_DIR.touch()
    with pytest.raises(CommandError, match="1 of"):
        call_command("nightly", stdout=StringIO())
    assert [Order.objects.get(pk=each.pk).status for each in overdue_and_running] == ["cancelled", "awaiting"]


def test_shop_manager_confirms_one_parcel_after_a_call_and_cancels_the_other(shop, moved):
    manager, maker = shop.user("shop_manager"), shop.user()
    jar = shop.product(stock=5, price=1000, producer=shop.producer(people=[maker]))
    box, basket = shop.product(stock=5, price=1000), Basket.objects.create()
    for each in (jar, box):
        add(basket, each, 1, adult=False)
    order = place(basket, buyer(), key="two", expected_total=62_000, hold_until=soon())
    first, second = order.parcels.order_by("number")
    move(first, "new", by=manager)
    order.refresh_from_db()
    assert (order.status, numbers(jar), numbers(box)) == ("awaiting", (5, 1, 1), (5, 0, 0))
    assert maker.notices.count() == 1
    move(second, "cancelled", by=manager)
    order.refresh_from_db()
    assert (order.status, numbers(box)) == ("new", (5, 0, 0))
    assert moved == [("awaiting", "new", manager), ("awaiting", "cancelled", manager)]


def test_alcohol_takes_no_cash_and_may_be_paid_before(shop):
    wine = shop.product("Rượu nếp", group="ruou-trang", price=1000)
    basket = Basket.objects.create()
    add(basket, wine, 1, adult=True)
    total = contents(basket).total
    with pytest.raises(Refused):
        place(basket, buyer(), key="a", expected_total=total, hold_until=soon())
    order = place(basket, buyer(), key="a", expected_total=total, way="vietqr", hold_until=soon())
    assert order.status == "awaiting"


def test_parcels_of_an_order_move_together_or_not_at_all(shop):
    basket = Basket.objects.create()
    for _two in range(2):
        add(basket, shop.product(price=1000), 1, adult=False)
    order = place(basket, buyer(), key="all", expected_total=62_000)
    parcels = list(order.parcels.all())
    move(parcels[1], "confirmed", by=shop.office)
    move_all(parcels[:1], "confirmed", by=shop.office)
    move(parcels[0], "packed", by=shop.office)
    with pytest.raises(Refused):
        move_all(parcels, "packed", by=shop.office)
    assert sorted(Parcel.objects.values_list("stage", flat=True)) == ["confirmed", "packed"]


def test_what_came_back_whole_is_for_sale_again_and_only_what_left(shop):
    maker = shop.user()
    jar = shop.product(stock=5, price=1000, producer=shop.producer(people=[maker]))
    parcel = place(basket_with(shop, jar, 2), buyer(), key="r", expected_total=32_000).parcels.get()
    with pytest.raises(Refused):
        put_back(parcel, by=maker)
    for stage in ("confirmed", "packed", "handed_over", "returned"):
        move(parcel, stage, by=maker)
    with pytest.raises(Refused):
        put_back(parcel, by=shop.user())
    assert numbers(jar)[:2] == (3, 0)
    put_back(parcel, {jar: 1}, by=maker)
    assert numbers(jar)[:2] == (4, 0)
    with pytest.raises(Refused):
        put_back(parcel, {jar: 2}, by=maker)
    put_back(parcel, by=maker)
    put_back(parcel, by=maker)
    assert numbers(jar)[:2] == (5, 0)


def test_checkout_today_places_for_good(client, shop):
    fill(client, shop.product(price=1000))
    send(client)
    assert Order.objects.get().status == "new"
