"""Vouchers for delivery: what they take off, from what never, who bears it, and that the books balance."""

import pytest

from after_order import ACCOUNT
from buying import ORIGIN, basket_with, buyer, fill, seen, send
from catalogue.producers.models import Commune
from delivery import rates
from offering import free_delivery
from office.ledger.models import Row
from office.payment import owing
from office.stages import Refused
from shop.basket import vouchers
from shop.basket.filling import add, contents
from shop.order.fulfilling import move
from shop.order.models import Order, Parcel
from shop.order.placing import place
from shop.returning import answering, claiming
from shop.shipping.models import OWN, OwnDelivery

pytestmark = pytest.mark.django_db
FEE = 30_000


@pytest.fixture
def sale_rules(settings, tmp_path):
    settings.PAPERS_ROOT = tmp_path / "papers"


def use(client, code):
    return client.post("/gio-hang/phieu/", {"code": code}, **ORIGIN)


def order_of(basket, **facts):
    return place(basket, buyer(), key=f"k{basket.pk}", expected_total=contents(basket).total, **facts)


def wine(shop, **facts):
    return shop.product("Rượu nếp", group="ruou-trang", price=200_000, **facts)


def delivered(shop, parcel):
    for stage in ("confirmed", "packed", "handed_over", "delivered"):
        parcel = move(Parcel.objects.get(pk=parcel.pk), stage, by=shop.office)
    return parcel


def test_all_parcels_come_free_and_basket_checkout_and_order_say_so(client, shop):
    free_delivery()
    fill(client, shop.product(price=85_000), 2)
    fill(client, shop.product(price=40_000))
    assert use(client, "ship0").status_code == 302
    basket = seen(client.get("/gio-hang/"))
    assert "−60.000 ₫" in basket
    assert "210.000 ₫" in basket
    checkout = seen(client.get("/thanh-toan/"))
    assert "−60.000 ₫" in checkout
    answer = send(client)
    order = Order.objects.get()
    assert (int(order.total_incl_tax), int(order.shipping_incl_tax)) == (210_000, 0)
    assert [(each.fee, each.fee_borne) for each in order.parcels.all()] == [(0, FEE), (0, FEE)]
    assert owing.due_of(order).amount == 210_000
    (row,) = order.discounts.all()
    assert (int(row.amount), row.voucher_code, row.is_shipping_discount) == (60_000, "SHIP0", True)
    page = seen(client.get(answer["Location"]))
    assert "−60.000 ₫" in page
    assert (order.goods_before, order.delivery_before) == (210_000, 60_000)


@pytest.mark.parametrize(
    ("kind", "value", "paid"),
    [
        ("Shipping percentage", 50, 30_000),
        ("Shipping absolute", 25_000, 35_000),
        ("Shipping absolute", 900_000, 0),
        ("Shipping fixed price", 20_000, 20_000),
        ("Shipping fixed price", 900_000, None),
    ],
)
def test_part_of_delivery_is_divided_over_the_parcels_to_the_dong(shop, kind, value, paid):
    free_delivery(kind=kind, value=value)
    basket = basket_with(shop, shop.product())
    add(basket, shop.product(), 1, adult=False)
    if paid is None:
        with pytest.raises(Refused) as refused:
            vouchers.use(basket, "SHIP0", by=None)
        assert refused.value.field == "code"
        return
    vouchers.use(basket, "SHIP0", by=None)
    found = contents(basket)
    assert (found.delivery, found.delivery_before) == (paid, 60_000)
    order = order_of(basket)
    assert sum(each.fee for each in order.parcels.all()) == paid == int(order.shipping_incl_tax)
    assert all(each.fee_before == FEE for each in order.parcels.all())


def test_parcel_with_alcohol_keeps_its_fee_and_others_come_free(shop):
    free_delivery()
    basket = basket_with(shop, shop.product())
    add(basket, wine(shop), 1, adult=True)
    vouchers.use(basket, "SHIP0", by=None)
    assert [group.fee for group in contents(basket).groups] == [0, FEE]


def test_alcohol_beside_other_goods_of_the_same_maker_makes_its_parcel_one_with_alcohol(shop):
    free_delivery()
    maker = shop.producer()
    basket = basket_with(shop, shop.product(producer=maker))
    add(basket, wine(shop, producer=maker), 1, adult=True)
    with pytest.raises(Refused) as refused:
        vouchers.use(basket, "SHIP0", by=None)
    assert "rượu" in refused.value.message.lower()


def test_alcohol_alone_takes_no_voucher(shop):
    free_delivery()
    basket = basket_with(shop, shop.product())
    basket.lines.all().delete()
    add(basket, wine(shop), 1, adult=True)
    with pytest.raises(Refused):
        vouchers.use(basket, "SHIP0", by=None)


def test_voucher_counts_from_a_sum_of_goods_on(shop):
    free_delivery(least=100_000)
    product = shop.product(price=60_000)
    basket = basket_with(shop, product)
    with pytest.raises(Refused):
        vouchers.use(basket, "SHIP0", by=None)
    add(basket, product, 1, adult=False)
    vouchers.use(basket, "SHIP0", by=None)
    assert contents(basket).delivery == 0


def test_house_bears_it_and_the_courier_gets_the_whole_fee(shop):
    free_delivery()
    basket = basket_with(shop, shop.product(price=100_000))
    vouchers.use(basket, "SHIP0", by=None)
    order = order_of(basket)
    delivered(shop, order.parcels.get())
    about = str(order.parcels.get())
    rows = Row.objects.filter(about=about)
    assert sum(rows.filter(account__code="delivery").values_list("amount", flat=True)) == -FEE
    assert sum(rows.filter(account__code="discounts").values_list("amount", flat=True)) == FEE
    assert sum(Row.objects.values_list("amount", flat=True)) == 0


def test_maker_who_brings_it_gets_the_fee_from_the_house_in_the_statement(shop):
    rates()
    free_delivery()
    maker = shop.producer(people=[shop.user()])
    made = OwnDelivery.objects.create(producer=maker, fee=20_000, weekdays=[0, 1, 2, 3, 4, 5, 6])
    made.communes.set(Commune.objects.filter(pk="18073"))
    basket = basket_with(shop, shop.product(producer=maker, price=100_000))
    vouchers.use(basket, "SHIP0", by=None)
    to = buyer(methods={maker.pk: OWN})
    total = contents(basket, to=to.commune, chosen=to.methods).total
    order = place(basket, to, key="own", expected_total=total)
    parcel = order.parcels.get()
    assert (parcel.method, parcel.fee, parcel.fee_borne) == (OWN, 0, 20_000)
    delivered(shop, parcel)
    carried = Row.objects.filter(
        account__code=f"producer:{maker.pk}", entry__key__startswith="carried-borne:"
    )
    assert [row.amount for row in carried] == [-20_000]


def test_cancelled_parcel_pays_back_what_was_paid_and_the_voucher_with_the_whole_order(shop):
    voucher = free_delivery()
    basket = basket_with(shop, shop.product(price=50_000))
    add(basket, shop.product(price=70_000), 1, adult=False)
    vouchers.use(basket, "SHIP0", by=None)
    order = order_of(basket)
    first, second = order.parcels.order_by("number")
    move(first, "cancelled", by=shop.office, reason="x")
    assert owing.due_of(order).rest == 70_000
    voucher.refresh_from_db()
    assert voucher.num_orders == 1
    move(second, "cancelled", by=shop.office, reason="x")
    voucher.refresh_from_db()
    assert (voucher.num_orders, int(voucher.total_discount)) == (0, 0)
    assert not Row.objects.filter(account__code="discounts").exists()


@pytest.mark.parametrize(("percent", "back"), [(100, 0), (50, 15_000)])
def test_return_gives_back_the_fee_that_was_paid_and_the_books_balance(sale_rules, shop, percent, back):
    free_delivery(value=percent)
    basket = basket_with(shop, shop.product(price=100_000))
    vouchers.use(basket, "SHIP0", by=None)
    order = order_of(basket)
    parcel = delivered(shop, order.parcels.get())
    asked = claiming.ask(
        parcel,
        {parcel.lines.get().pk: 1},
        reason="not_as_described",
        text="Khác mô tả",
        wanted="refund",
        account=ACCOUNT,
    )
    accepted = answering.accept(asked, remedy="refund", by=shop.office)
    assert (accepted.goods, accepted.delivery) == (100_000, back)
    about = str(parcel)
    borne = sum(Row.objects.filter(account__code="discounts", about=about).values_list("amount", flat=True))
    assert borne == (FEE if percent == 100 else 0)
    assert sum(Row.objects.values_list("amount", flat=True)) == 0


def test_two_offers_on_delivery_never_take_more_than_the_fee(shop):
    free_delivery("SHIP0", value=80)
    site = free_delivery("KHAC", value=80).offers.latest("pk")
    type(site).objects.filter(pk=site.pk).update(offer_type="Site", exclusive=False)
    basket = basket_with(shop, shop.product())
    vouchers.use(basket, "SHIP0", by=None)
    (group,) = contents(basket).groups
    assert 0 <= group.fee <= FEE
    order = order_of(basket)
    assert sum(int(each.amount) for each in order.discounts.all()) == order.parcels.get().fee_borne


def test_without_a_voucher_nothing_is_borne(shop):
    order = order_of(basket_with(shop, shop.product()))
    assert [(each.fee, each.fee_borne) for each in order.parcels.all()] == [(FEE, 0)]
