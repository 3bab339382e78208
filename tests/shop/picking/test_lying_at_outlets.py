"""Goods that lie only at an outlet: ordered to be fetched there, never sent, never sold twice."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from after_order import ACCOUNT, picture
from buying import FORM, ORIGIN, buyer, seen
from catalogue.producers.models import StockRecord
from delivery import rates
from fetching import counter, fetched, ordered
from office.ledger.models import Entry, Row
from office.notices import Notice
from office.stages import Refused
from outlets.models import Note, Outlet
from outlets.stock import books as counter_books
from outlets.stock import sales
from outlets.stock import stocking as counters
from shop.basket.filling import add, change, contents
from shop.basket.models import Basket, Line
from shop.order.fulfilling import move, put_back
from shop.order.models import Order, Parcel
from shop.order.placing import place
from shop.picking import ending, handing_out
from shop.returning import answering, claiming
from shop.settling import books as settling
from shop.settling import rating
from shop.shipping import lying

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(shop):
    """A counter where three jars lie, while their maker has none left."""
    return sold_out(counter(shop, pieces=3))


def sold_out(at):
    StockRecord.objects.filter(product__in=at.goods, place=None).update(num_in_stock=0, num_allocated=0)
    return at


def shelf(at, product=None):
    return StockRecord.objects.get(product=product or at.jar, place=at.row.place)


def put(client, at, quantity=1, product=None, outlet=None):
    product = product or at.jar
    facts = {"quantity": quantity, "outlet": outlet or at.outlet.pk}
    return client.post(f"/gio-hang/them/{product.pk}/", facts, **ORIGIN)


def hidden(page):
    return dict(re.findall(r'name="(key|total|seen)" value="([^"]*)"', page.content.decode()))


def radio(page):
    """What a browser sends of the chosen ways."""
    text = page.content.decode()
    return dict(re.findall(r'type="radio" name="(gui-[^"]*)" value="([^"]*)" checked', text))


def test_the_product_page_says_where_it_lies_and_offers_to_fetch_it(client, at):
    page = seen(client.get(at.jar.get_absolute_url()))
    assert f"3 sản phẩm đang ở {at.outlet.name}" in page
    assert f'name="outlet" value="{at.outlet.pk}"' in page


def test_what_its_maker_has_is_not_offered_so(client, shop):
    at = counter(shop, pieces=3)
    assert 'name="outlet"' not in seen(client.get(at.jar.get_absolute_url()))


@pytest.mark.parametrize(
    "why", ["nothing lies there", "hands nothing over", "closed", "suspended maker", "not sold online"]
)
def test_what_cannot_be_fetched_is_neither_offered_nor_taken(client, at, why):
    if why == "nothing lies there":
        counters.give_back(at.row, {at.jar: 3}, by=at.keeper)
    elif why == "hands nothing over":
        Outlet.objects.update(picks_up=False)
    elif why == "closed":
        Outlet.objects.update(stage=Outlet.Stage.CLOSED, stage_reason="Trả mặt bằng")
    elif why == "suspended maker":
        type(at.producer).objects.update(identity_state="suspended")
    else:
        type(at.jar).objects.update(legal_class="ornamental")
    assert 'name="outlet"' not in seen(client.get(at.jar.get_absolute_url()))
    assert put(client, at).status_code == 422
    assert not Basket.objects.filter(lines__isnull=False).exists()


@pytest.mark.parametrize("outlet", ["0", "abc", "99999999999999999999", "-1"])
def test_a_strange_outlet_is_refused(client, at, outlet):
    assert put(client, at, outlet=outlet).status_code == 422


def test_more_than_lies_there_is_refused_at_once(client, at):
    assert put(client, at, 4).status_code == 422
    assert put(client, at, 2).status_code == 302
    answer = put(client, at, 2)
    assert answer.status_code == 422
    assert "Trong giỏ của bạn đã có 2." in seen(answer)


def test_without_the_outlet_it_is_sold_out(client, at):
    assert client.post(f"/gio-hang/them/{at.jar.pk}/", {"quantity": 1}, **ORIGIN).status_code == 422


def again(client, order):
    """The page after "order again": what lies in the basket, what could not be put there."""
    return seen(client.post(f"/tai-khoan/don-hang/{order.number}/mua-lai/", follow=True))


def test_what_was_fetched_there_is_ordered_there_again_as_much_as_there_is(client, shop, at):
    me = shop.user()
    order = ordered(at, quantity=2, outlet=at.outlet.pk, user=me)
    client.force_login(me)
    page = again(client, order)
    assert f"Nằm tại {at.outlet.name}" in page
    assert "chỉ còn 1." in page
    line = Basket.objects.get(owner=me, status="Open").lines.get()
    assert (line.quantity, line.stockrecord) == (1, shelf(at))
    line.delete()
    StockRecord.objects.filter(pk=shelf(at).pk).update(num_in_stock=2)
    assert "Tạm hết hàng." in again(client, order)


def test_what_was_sent_and_lies_only_at_an_outlet_now_is_told_and_not_taken_there_by_accident(client, shop):
    at, me = counter(shop, pieces=3), shop.user()
    order = ordered(at, stock=False, user=me)
    sold_out(at)
    client.force_login(me)
    page = again(client, order)
    assert f"hết ở chủ thể, còn ở {at.outlet.name}" in page
    assert not Basket.objects.filter(owner=me, lines__isnull=False).exists()


def test_alcohol_asks_for_the_age_and_takes_no_cash(client, shop):
    at = counter(shop)
    wine = shop.product("Rượu nếp", group="ruou-trang", price=1000, producer=at.producer)
    counters.deliver(at.row, {wine: 3}, by=at.keeper)
    at.goods = [wine]
    sold_out(at)
    basket = Basket.objects.create()
    with pytest.raises(Refused, match="người"):
        add(basket, wine, 1, adult=False, outlet=at.outlet.pk)
    add(basket, wine, 1, adult=True, outlet=at.outlet.pk)
    with pytest.raises(Refused) as refused:
        place(basket, buyer(), key="w", expected_total=contents(basket).total)
    assert "trả tiền khi nhận hàng" in refused.value.message


def test_basket_and_checkout_say_where_it_is_fetched_and_offer_nothing_else(client, at):
    rates()
    put(client, at, 2)
    basket = seen(client.get("/gio-hang/"))
    assert f"Nằm tại {at.outlet.name}" in basket
    page = client.get("/thanh-toan/")
    text = seen(page)
    assert f'name="gui-{at.producer.pk}"' not in text
    assert f'name="gui-diem-{at.producer.pk}-{at.outlet.pk}" value="diem-ban" checked' in text
    assert "không hỏi và không lưu địa chỉ của bạn" in text


def test_it_is_ordered_without_an_address_and_held_at_the_outlet(client, at):
    put(client, at, 2)
    page = client.get("/thanh-toan/")
    facts = {**FORM, **radio(page), **hidden(page), "street": "", "commune_text": ""}
    assert client.post("/thanh-toan/", facts, **ORIGIN).status_code == 302
    order = Order.objects.get()
    parcel = order.parcels.get()
    assert (parcel.fee, parcel.method, fetched(order).outlet) == (
        0,
        f"outlet:stock:{at.outlet.pk}",
        at.outlet,
    )
    assert fetched(order).from_stock
    assert order.shipping_address.line1.startswith(at.outlet.name)
    assert (shelf(at).num_in_stock, shelf(at).num_allocated) == (3, 2)
    own = StockRecord.objects.get(product=at.jar, place=None)
    assert (own.num_in_stock, own.num_allocated) == (0, 0)


def test_what_can_only_be_fetched_asks_for_no_address_and_what_is_sent_beside_it_does(client, shop, at):
    put(client, at)
    page = client.get("/thanh-toan/")
    asked = set(re.findall(r'<(?:input|select|textarea)[^>]* name="(\w+)"', seen(page)))
    assert asked.isdisjoint({"commune_text", "street"})
    assert '<select name="province"' not in seen(page)
    typed = {name: value for name, value in FORM.items() if name in asked}
    bad = client.post("/thanh-toan/", {**typed, **radio(page), **hidden(page), "name": ""}, **ORIGIN)
    assert (bad.status_code, 'name="commune_text"' in seen(bad)) == (422, False)
    sent = shop.product()
    client.post(f"/gio-hang/them/{sent.pk}/", {"quantity": 1}, **ORIGIN)
    assert 'name="commune_text"' in seen(client.get("/thanh-toan/"))
    client.post(f"/gio-hang/dong/{Line.objects.get(product=sent).pk}/", {"remove": "1"}, **ORIGIN)
    assert client.post("/thanh-toan/", {**typed, **radio(page), **hidden(page)}, **ORIGIN).status_code == 302


def test_another_way_sent_by_hand_is_not_taken(client, at):
    rates()
    put(client, at)
    page = client.get("/thanh-toan/")
    facts = {**FORM, **hidden(page), f"gui-{at.producer.pk}": "courier"}
    client.post("/thanh-toan/", facts, **ORIGIN)
    assert Parcel.objects.get().from_stock


def test_goods_of_the_same_maker_that_are_sent_go_in_a_parcel_of_their_own(shop):
    at = counter(shop, pieces=3, products=2)
    StockRecord.objects.filter(product=at.jar, place=None).update(num_in_stock=0)
    basket = Basket.objects.create()
    add(basket, at.goods[1], 1, adult=True)
    add(basket, at.jar, 2, adult=True, outlet=at.outlet.pk)
    to = buyer()
    total = contents(basket, to=to.commune).total
    order = place(basket, to, key="zwei" * 6, expected_total=total)
    sent, fetch = order.parcels.order_by("number")
    assert (sent.is_fetched, fetch.from_stock) == (False, True)
    assert fetch.lines.get().product == at.jar
    assert StockRecord.objects.get(product=at.goods[1], place=None).num_allocated == 1
    assert order.shipping_address.line1 == "12"


def test_the_same_product_may_be_sent_and_fetched(shop):
    at = counter(shop, pieces=3)
    basket = Basket.objects.create()
    add(basket, at.jar, 1, adult=True)
    add(basket, at.jar, 2, adult=True, outlet=at.outlet.pk)
    to = buyer(methods={at.producer.pk: f"outlet:stock:{at.outlet.pk}"})
    total = contents(basket, to=to.commune, chosen=to.methods).total
    order = place(basket, to, key="drei" * 6, expected_total=total)
    assert [parcel.from_stock for parcel in order.parcels.all()] == [True, True]
    assert shelf(at).num_allocated == 3


def test_a_maker_has_one_parcel_that_is_sent(at):
    order = taken(at)
    Parcel.objects.create(order=order, producer=at.producer, number=8, method="courier")
    with pytest.raises(IntegrityError), transaction.atomic():
        Parcel.objects.create(order=order, producer=at.producer, number=9, method="own")


def taken(at, quantity=2, **facts):
    """An order of jars that lie at the outlet only."""
    return ordered(at, quantity=quantity, outlet=at.outlet.pk, **facts)


def test_what_is_no_longer_there_goes_back_with_a_sentence(client, at):
    put(client, at, 2)
    page = client.get("/thanh-toan/")
    at.sell(2)
    assert f"Chỉ còn 1 tại {at.outlet.name}" in seen(client.get("/gio-hang/"))
    facts = {**FORM, **radio(page), **hidden(page)}
    answer = client.post("/thanh-toan/", facts, **ORIGIN)
    assert answer.status_code == 422
    assert f"Chỉ còn 1 tại {at.outlet.name}" in seen(answer)
    at.sell(1)
    assert f"{at.outlet.name} không còn" in seen(client.get("/gio-hang/"))
    assert (Order.objects.count(), Basket.objects.get().lines.count()) == (0, 1)


def test_a_line_may_not_become_more_than_lies_there(at):
    basket = Basket.objects.create()
    line = add(basket, at.jar, 1, adult=True, outlet=at.outlet.pk)
    assert change(line, 3).quantity == 3
    with pytest.raises(Refused):
        change(line, 4)


def test_cancelled_it_lies_there_again_for_who_comes_next(at, shop):
    order = taken(at, 3)
    with pytest.raises(Refused):
        at.sell(1)
    cancelling(order, shop)
    assert (shelf(at).num_in_stock, shelf(at).num_allocated) == (3, 0)
    at.sell(3)


def cancelling(order, shop):
    move(order.parcels.get(), "cancelled", by=shop.user("shop_manager"), reason="Khách đổi ý")


def test_the_database_keeps_what_is_held_there(at):
    taken(at, 2)
    with pytest.raises(IntegrityError), transaction.atomic():
        StockRecord.objects.filter(pk=shelf(at).pk).update(num_in_stock=F("num_allocated") - 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        StockRecord.objects.filter(pk=shelf(at).pk).update(num_allocated=4)


def test_a_hold_that_runs_out_frees_the_pieces(at):
    taken(at, 3, way="vietqr", hold_until=timezone.now() - timedelta(minutes=1))
    at.sell(3)
    assert at.there() == 0


def test_a_count_below_what_is_held_is_refused(at):
    taken(at, 2)
    with pytest.raises(Refused):
        counters.count(at.row, {at.jar: (1, "lost")}, by=at.keeper)
    counters.count(at.row, {at.jar: (2, "lost")}, by=at.keeper)


def test_ordinary_goods_cost_no_query_more_and_three_lines_there_as_much_as_thirty(shop):
    numbers = {}
    for many in (3, 30):
        at = sold_out(counter(shop, pieces=2, products=many))
        basket = Basket.objects.create()
        for product in at.goods:
            add(basket, product, 1, adult=True, outlet=at.outlet.pk)
        contents(basket)
        with CaptureQueriesContext(connection) as queries:
            found = contents(basket)
        assert len(found.lines) == many
        numbers[many] = len(queries)
    assert numbers == {3: 10, 30: 10}


def test_three_outlets_are_asked_with_as_many_queries_as_one(at, shop):
    with CaptureQueriesContext(connection) as queries:
        assert [place.outlet for place in lying.at_outlets([at.jar.pk])[at.jar.pk]] == [at.outlet]
    assert len(queries) == 1


def given(order, at, **facts):
    handing_out.lay_aside(fetched(order), by=at.keeper)
    return handing_out.hand_over(fetched(order), code=fetched(order).code, by=at.keeper, **facts)


def test_handed_over_it_is_noted_once_and_settled_by_parcel_with_the_commission_of_the_site(at):
    order = taken(at, 2)
    given(order, at, cash_taken=True)
    note = Note.objects.get(kind="order")
    assert [(line.product, line.change) for line in note.lines.all()] == [(at.jar, -2)]
    assert (note.amount, note.commission, note.text, note.stage) == (0, 0, str(order.parcels.get()), "agreed")
    assert (at.there(), shelf(at).num_allocated) == (1, 0)
    assert counter_books.debt_of(at.row) == 0  # the outlet owes nothing for it: the site settles the parcel
    entries = Entry.objects.filter(about=str(order.parcels.get()))
    assert entries.filter(key__startswith="sold:").count() == 1
    rate = rating.commission_on(100_000, day=timezone.localdate())
    kept = Row.objects.filter(entry__in=entries, account__code=settling.COMMISSIONS)
    assert -sum(kept.values_list("amount", flat=True)) == rate
    with pytest.raises(Refused):
        given(order, at, cash_taken=True)
    assert (Note.objects.filter(kind="order").count(), at.there()) == (1, 1)


def test_the_month_of_outlet_and_maker_tells_what_was_fetched(at):
    at.sell(1)
    given(taken(at, 2), at, cash_taken=True)
    for whom in (at.outlet, at.producer):
        (row,) = sales.sales_of_month(whom, timezone.localdate())
        assert (row.pieces, row.amount, row.fetched) == (1, 50_000, 2)


def test_a_note_of_a_fetched_order_cannot_be_reversed_at_the_counter(at, client):
    given(taken(at, 2), at, cash_taken=True)
    note = Note.objects.get(kind="order")
    with pytest.raises(Refused):
        counters.reverse(note, reason="Nhầm", by=at.keeper)
    client.force_login(at.keeper)
    assert client.get(note.get_absolute_url()).context["may_reverse"] is False


def test_what_comes_back_lies_there_again_and_is_noted(at, shop):
    order = taken(at, 3)
    given(order, at, cash_taken=True)
    parcel, manager = order.parcels.get(), shop.user("shop_manager")
    put_back(parcel, {at.jar: 1}, by=manager)
    assert at.there() == 1
    put_back(parcel, by=manager)
    put_back(parcel, by=manager)  # twice is once
    moved = [line.change for note in Note.objects.filter(kind="order") for line in note.lines.all()]
    assert (at.there(), sum(moved), moved) == (3, 0, [-3, 1, 2])


def test_more_than_left_does_not_come_back(at, shop):
    order = taken(at, 2)
    given(order, at, cash_taken=True)
    with pytest.raises(Refused):
        put_back(order.parcels.get(), {at.jar: 3}, by=shop.user("shop_manager"))
    assert (at.there(), Note.objects.filter(kind="order").count()) == (1, 1)


def test_a_buyer_brings_goods_back_to_where_they_were_fetched_and_the_keeper_hears_of_it(client, at):
    order = taken(at, 2)
    given(order, at, cash_taken=True)
    parcel = order.parcels.get()
    asked = claiming.ask(parcel, {parcel.lines.get().pk: 2}, reason="damaged", wanted="refund", text="Vỡ hết",
                         pictures=[picture()], account=ACCOUNT)  # fmt: skip
    answering.accept(asked, remedy="refund", send_back=True, by=at.maker)
    page = seen(client.get(asked.get_absolute_url()))
    assert f"{at.outlet.name}, {at.outlet.street}" in page
    answering.receive(asked, sellable={asked.lines.get().pk: 1}, by=at.maker)
    assert at.there() == 2
    assert Notice.objects.filter(user=at.keeper, sentence__contains=f"1 × {at.jar.title}").count() == 1


def test_what_nobody_fetches_lies_there_again(at):
    order = taken(at, 2)
    row = handing_out.lay_aside(fetched(order), by=at.keeper)
    type(row).objects.update(keep_until=timezone.localdate() - timedelta(days=1))
    assert ending.end_overdue() == 1
    assert (shelf(at).num_in_stock, shelf(at).num_allocated) == (3, 0)
    assert not Note.objects.filter(kind="order").exists()


def test_what_is_sent_writes_no_note(shop):
    at = counter(shop)
    order = ordered(at, stock=False)
    for stage in ("confirmed", "packed", "handed_over"):
        move(order.parcels.get(), stage, by=at.maker)
    assert not Note.objects.filter(kind="order").exists()
