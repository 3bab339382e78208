"""Ordering what one fetches: which outlets, what it costs, whose address is kept, the last piece."""

import re

import pytest
from outlet_rows import outlet

from at_once import of_each, refusals
from buying import FORM, ORIGIN, fill, seen
from catalogue.producers import stocking
from catalogue.producers.models import Commune, StockRecord
from delivery import rates
from fetching import counter, fetched, method, ordered
from office.stages import Refused
from outlets.models import Outlet
from outlets.stock import stocking as counters
from shop.basket.filling import add, contents
from shop.basket.models import Basket
from shop.order.models import Order, Parcel, PickUp
from shop.shipping import keeping, picking_up
from shop.shipping.models import Handling, PickUpTerms

pytestmark = pytest.mark.django_db


def hidden(page):
    return dict(re.findall(r'name="(key|total|seen)" value="([^"]*)"', page.content.decode()))


def at_outlet(at, *, stock=True):
    return {f"gui-{at.producer.pk}": "diem-ban", f"diem-{at.producer.pk}": method(at.outlet, stock=stock)}


def chosen(client, at, *, stock=True, **changes):
    """The checkout's answer when a fetching is chosen, twice: the first shows what it costs."""
    page, form = client.get("/thanh-toan/"), {**FORM, **at_outlet(at, stock=stock), **changes}
    first = client.post("/thanh-toan/", {**form, **hidden(page)}, **ORIGIN)
    return (
        first
        if first.status_code == 302
        else client.post("/thanh-toan/", {**form, **hidden(first)}, **ORIGIN)
    )


def test_goods_that_lie_there_are_fetched_the_same_day_free_and_no_address_is_kept(client, shop):
    rates()
    at = counter(shop)
    fill(client, at.jar, 2)
    page = seen(client.get("/thanh-toan/"))
    assert "Nhận tại điểm bán" in page
    assert at.outlet.name not in page
    assert at.outlet.name in seen(client.get("/thanh-toan/tom-tat/", {f"gui-{at.producer.pk}": "diem-ban"}))
    answer = chosen(client, at, street="", commune_text="")
    assert answer.status_code == 302
    order = Order.objects.get()
    parcel = order.parcels.get()
    assert (parcel.fee, parcel.promised_to) == (0, parcel.promised_from)
    assert fetched(order).from_stock
    assert order.shipping_address.line1.startswith(at.outlet.name)
    record = StockRecord.objects.get(product=at.jar, place=at.row.place)
    assert (record.num_in_stock, record.num_allocated) == (5, 2)
    assert StockRecord.objects.get(product=at.jar, place=None).num_allocated == 0


def test_an_address_typed_all_the_same_is_not_kept(client, shop):
    at = counter(shop)
    fill(client, at.jar)
    assert chosen(client, at, street="12 Phan Đình Phùng").status_code == 302
    order = Order.objects.get()
    assert "Phan Đình Phùng" not in order.shipping_address.summary


def test_the_street_is_still_asked_for_what_is_sent(client, shop):
    at = counter(shop)
    fill(client, at.jar)
    page = client.get("/thanh-toan/")
    answer = client.post("/thanh-toan/", {**FORM, **hidden(page), "street": ""}, **ORIGIN)
    assert answer.status_code == 422
    assert not Order.objects.exists()


def test_one_parcel_fetched_and_one_sent_needs_the_address(client, shop):
    at, other = counter(shop), shop.product()
    fill(client, at.jar)
    fill(client, other)
    answer = chosen(client, at, street="", commune_text="")
    assert answer.status_code == 422
    assert "Hãy nhập số nhà" in seen(answer)
    assert not Order.objects.exists()
    assert chosen(client, at).status_code == 302
    assert sorted(parcel.is_fetched for parcel in Parcel.objects.all()) == [False, True]


def test_what_does_not_lie_there_is_sent_there_at_the_price_of_the_table_or_free(shop):
    rates()
    at = counter(shop, pieces=1)
    order = ordered(at, stock=False, quantity=3)
    parcel = order.parcels.get()
    row = fetched(order)
    assert (parcel.fee, row.carriage, row.from_stock) == (25_000, "tiet-kiem", False)
    assert parcel.promised_from > parcel.leaves_on
    keeping.set_terms(at.outlet, keeps_days=3, is_free=True, by=shop.office)
    row = fetched(again := ordered(at, stock=False, quantity=2))
    assert (again.parcels.get().fee, row.keeps_days) == (0, 3)


def test_outlets_that_hand_nothing_over_or_serve_nobody_are_not_offered(client, shop):
    at = counter(shop)
    fill(client, at.jar)
    offered = {quote.fetching.outlet for quote in _quotes(at)}
    assert offered == {at.outlet}
    page = client.get("/thanh-toan/")
    assert "Nhận tại điểm bán" in seen(page)
    for facts in ({"picks_up": False}, {"stage": "suspended", "stage_reason": "Sửa chữa"}):
        Outlet.objects.filter(pk=at.outlet.pk).update(picks_up=True, stage="open", stage_reason="")
        Outlet.objects.filter(pk=at.outlet.pk).update(**facts)
        assert _quotes(at) == []
        assert "Nhận tại điểm bán" not in seen(client.get("/thanh-toan/"))
        with pytest.raises(Refused):
            ordered(at)


def _quotes(at, commune="18073"):
    basket = Basket.objects.create()
    add(basket, at.jar, 1, adult=False)
    asked = {at.producer.pk: picking_up.AT_OUTLET}
    read = contents(basket, to=Commune.objects.get(pk=commune), chosen=asked, outlets=True)
    return read.groups[0].places


def test_no_outlet_is_chosen_before_one_is_asked_for(client, shop):
    """The best one is shown, to be agreed to; where none takes the parcel, that is said."""
    rates()
    at = counter(shop)
    fill(client, at.jar)
    ask = FORM | {f"gui-{at.producer.pk}": "diem-ban", "street": "", "commune_text": ""}
    answer = client.post("/thanh-toan/", ask | hidden(client.get("/thanh-toan/")), **ORIGIN)
    assert answer.status_code == 422
    assert at.outlet.name in seen(answer)
    assert not Order.objects.exists()
    again = client.post("/thanh-toan/", ask | hidden(answer), **ORIGIN)
    assert again.status_code == 302
    assert fetched(Order.objects.get()).outlet == at.outlet


def test_a_parcel_no_outlet_can_take_is_sent_and_that_is_said(client, shop):
    rates(hours=((20, 30), (40, 60), (60, 80)))
    at = counter(shop, pieces=0)
    Handling.objects.create(product=at.jar, keeps_hours=40)
    fill(client, at.jar)
    answer = seen(client.get("/thanh-toan/tom-tat/", {f"gui-{at.producer.pk}": "diem-ban"}))
    assert "Không điểm bán nào" in answer
    assert at.outlet.name not in answer


def test_where_the_goods_lie_comes_first_then_the_nearest(shop):
    rates()
    at = counter(shop)
    Outlet.objects.filter(pk=at.outlet.pk).update(latitude="18.75", longitude="105.72")
    near = outlet(picks_up=True, latitude="18.343", longitude="105.906")
    far = outlet(picks_up=True, latitude="18.06", longitude="106.28")
    assert [quote.fetching.outlet for quote in _quotes(at)] == [at.outlet, near, far]


def test_fresh_goods_are_kept_no_longer_than_they_keep_or_not_fetched_at_all(shop):
    rates(hours=((20, 30), (40, 60), (60, 80)))
    at = counter(shop)
    Handling.objects.create(product=at.jar, keeps_hours=60)
    assert fetched(ordered(at)).keeps_days == 2
    assert fetched(ordered(at, stock=False)).keeps_days == 1
    Handling.objects.update(keeps_hours=34)
    with pytest.raises(Refused):
        ordered(at, stock=False)


def test_alcohol_is_fetched_only_when_paid_before(shop):
    at = counter(shop)
    wine = shop.product("Rượu nếp", producer=at.producer, group="ruou-trang", price=100_000)
    counters.deliver(at.row, {wine: 3}, by=at.keeper)
    with pytest.raises(Refused):
        ordered(at, products=[wine])


def test_last_piece_at_the_outlet_goes_to_one_buyer(shop):
    at = counter(shop, pieces=1)
    ordered(at)
    with pytest.raises(Refused):
        ordered(at)
    assert PickUp.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_ten_buyers_at_once_and_the_last_piece_at_the_outlet(shop):
    at = counter(shop, pieces=1)
    results = of_each(10, lambda _n: ordered(at))
    record = StockRecord.objects.get(product=at.jar, place=at.row.place)
    assert (len(refusals(results)), record.num_in_stock, record.num_allocated) == (9, 1, 1)


def test_keepers_and_who_sets_rates_set_the_days_others_do_not(shop):
    at, manager = counter(shop), shop.user("shop_manager")
    keeping.set_terms(at.outlet, keeps_days=7, by=at.keeper)
    keeping.set_terms(at.outlet, keeps_days=7, is_free=True, by=manager)
    assert PickUpTerms.objects.get().is_free
    for by, facts in (
        (shop.user("keeper"), {"keeps_days": 3}),
        (at.maker, {"keeps_days": 3}),
        (at.keeper, {"keeps_days": 3, "is_free": False}),
        (at.keeper, {"keeps_days": 0}),
        (at.keeper, {"keeps_days": 31}),
    ):
        with pytest.raises(Refused):
            keeping.set_terms(at.outlet, by=by, **facts)
    assert keeping.days_kept(at.outlet) == 7


def test_a_method_that_was_made_up_is_no_method(shop):
    assert picking_up.outlets_of(
        ["outlet:stock:12", "outlet:sent:7", "outlet:sent:x", "own", "outlet:sent:²"]
    ) == {
        12,
        7,
    }


@pytest.mark.parametrize("number", [3, 30])
def test_checkout_costs_the_same_for_3_outlets_and_30(client, shop, django_assert_num_queries, number):
    rates()
    at = counter(shop)
    for _each in range(number):
        outlet(picks_up=True)
    fill(client, at.jar)
    client.get("/thanh-toan/")
    with django_assert_num_queries(8):
        client.get("/thanh-toan/")
    asked = {f"gui-{at.producer.pk}": "diem-ban"}
    client.get("/thanh-toan/tom-tat/", asked)
    with django_assert_num_queries(15):
        client.get("/thanh-toan/tom-tat/", asked)


def test_stock_kept_for_a_buyer_is_not_counted_away(shop):
    at = counter(shop, pieces=2)
    ordered(at, quantity=2)
    record = StockRecord.objects.get(product=at.jar, place=at.row.place)
    with pytest.raises(Refused):
        stocking.count(record, 1)
