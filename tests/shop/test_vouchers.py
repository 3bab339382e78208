"""Vouchers and offers: what they take off, from what never, and what an order keeps of them."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oscar.apps.voucher.models import Voucher, VoucherApplication

from after_order import picture
from at_once import of_each, refusals
from buying import ORIGIN, basket_with, buyer, fill, seen, send
from catalogue import listing
from catalogue.rules import allows_promotion
from factories import Shop
from offering import everything, offer, voucher
from office.accounts.models import User
from office.ledger import reading
from office.payment import owing
from office.stages import Refused
from shop.basket import vouchers
from shop.basket.filling import add, contents
from shop.granting import grant
from shop.offer.models import Bearer, ConditionalOffer, Range
from shop.offer.rounding import apportion
from shop.order.fulfilling import move
from shop.order.models import Line, Order
from shop.order.placing import place
from shop.returning import answering, cancelling, claiming

pytestmark = pytest.mark.django_db


def use(client, code):
    return client.post("/gio-hang/phieu/", {"code": code}, **ORIGIN)


def at_the_field(answer):
    found = re.search(r'id="code-error">([^<]*)<', answer.content.decode())
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    return found[1]


def order_of(basket, **facts):
    return place(basket, buyer(), key=f"k{basket.pk}", expected_total=contents(basket).total, **facts)


@pytest.mark.parametrize(
    ("path", "total"), [("/gio-hang/", "Tổng tạm tính"), ("/thanh-toan/", "Tổng thanh toán")]
)
def test_goods_and_delivery_less_what_is_taken_off_are_the_total_that_is_shown(client, shop, path, total):
    voucher("CHAOHE", percent=10)
    fill(client, shop.product(price=100_000), 2)
    use(client, "CHAOHE")
    page = re.sub(r"<[^>]+>", " ", seen(client.get(path)))
    sums = page[page.rindex("Tiền hàng") : page.index("₫", page.index(total)) + 1]
    *parts, shown = [
        int(each.replace(".", "").replace("−", "-")) for each in re.findall(r"(−?[\d.]+) ₫", sums)
    ]
    assert parts == [200_000, 30_000, -20_000]
    assert shown == sum(parts)


@given(
    parts=st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10**7)), min_size=1, max_size=9),
    total=st.integers(0, 10**8),
)
@settings(max_examples=300)
def test_parts_are_whole_and_sum_to_the_amount(parts, total):
    weights, most = zip(*parts, strict=True)
    shares = apportion(total, weights, most)
    assert sum(shares) == min(total, sum(most))
    assert all(0 <= share <= limit for share, limit in zip(shares, most, strict=True))


@pytest.mark.parametrize(("total", "weights", "parts"), [(100, (1, 1, 1), [34, 33, 33]), (0, (5,), [0])])
def test_what_does_not_divide_goes_to_the_largest_remainders(total, weights, parts):
    assert apportion(total, weights, [1000] * len(weights)) == parts


@given(
    prices=st.lists(st.integers(1, 99_999), min_size=1, max_size=5),
    pieces=st.integers(1, 3),
    percent=st.integers(1, 100),
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_discount_of_several_parcels_sums_to_the_dong(reference, prices, pieces, percent):
    shop = Shop()
    voucher(f"P{shop._next()}", percent=percent, goods=everything())
    code = Voucher.objects.latest("pk").code
    basket = basket_with(shop, shop.product(price=prices[0]), pieces)
    for price in prices[1:]:
        add(basket, shop.product(price=price), pieces, adult=False)
    if sum(prices) * pieces * percent >= 100:
        vouchers.use(basket, code, by=None)
    seen_before = contents(basket)
    order = order_of(basket)
    lines = list(order.lines.all())
    assert sum(line.discount for line in lines) == seen_before.discount
    assert sum(int(each.amount) for each in order.discounts.all()) == seen_before.discount
    assert order.total_incl_tax == sum(prices) * pieces - seen_before.discount + seen_before.delivery
    by_parcel = [sum(int(each.line_price_incl_tax) for each in p.lines.all()) for p in order.parcels.all()]
    assert sum(by_parcel) == order.goods
    for line in lines:
        if line.prices.exists():
            assert (
                sum(row.quantity * row.price_incl_tax for row in line.prices.all())
                == line.line_price_incl_tax
            )


def test_voucher_is_typed_in_any_case_and_shown_per_line_and_in_total(client, shop):
    voucher("CHAOHE", percent=10)
    fill(client, shop.product(price=85_000), 2)
    fill(client, shop.product(price=33_333))
    assert use(client, " chao he ").status_code == 302
    page = seen(client.get("/gio-hang/"))
    assert "−20.333 ₫" in page
    assert "153.000 ₫" in page
    assert "Phiếu CHAOHE (CHAOHE)" in page
    assert "−20.333 ₫" in seen(client.get("/thanh-toan/"))
    send(client)
    order = Order.objects.get()
    assert order.total_incl_tax == 170_000 + 33_333 - 20_333 + 60_000
    assert "−20.333 ₫" in seen(client.get(order.get_absolute_url()))
    copy = client.get(f"/don-hang/{order.number}/ban-luu/?k={order.signature}")
    assert "−20.333 ₫" in seen(copy)


def test_mail_names_the_discount(client, shop, mailoutbox, django_capture_on_commit_callbacks):
    voucher("CHAOHE", percent=10)
    fill(client, shop.product(price=100_000))
    use(client, "CHAOHE")
    with django_capture_on_commit_callbacks(execute=True):
        send(client)
    html = mailoutbox[0].alternatives[0][0].replace("\u00a0", " ")
    assert "−10.000 ₫" in html
    assert "120.000 ₫" in html


def test_voucher_taken_out_takes_nothing_off(client, shop):
    voucher("CHAOHE")
    fill(client, shop.product(price=100_000))
    use(client, "CHAOHE")
    client.post("/gio-hang/phieu/bo/", {"code": "CHAOHE"}, **ORIGIN)
    assert "−10.000" not in seen(client.get("/gio-hang/"))


def test_unknown_code_is_said_at_the_field_and_what_was_typed_stays(client, shop):
    fill(client, shop.product())
    answer = use(client, "KHONGCO")
    assert at_the_field(answer)
    assert 'value="KHONGCO"' in answer.content.decode()


def sentences(client, shop):
    """Every reason to refuse, each with a voucher that has it: {code: sentence}."""
    voucher("HETHAN", ends=-0.5)
    voucher("CHUADEN", begins=3)
    voucher("MOTLAN", usage=Voucher.SINGLE_USE)
    voucher("MOIKHACH", usage=Voucher.ONCE_PER_CUSTOMER)
    voucher("LON", least=900_000)
    voucher("HET", max_global_applications=1)
    ConditionalOffer.objects.filter(name="Ưu đãi HET").update(num_applications=1)
    basket = basket_with(shop, shop.product())
    vouchers.use(basket, "MOTLAN", by=None)
    order_of(basket)
    fill(client, shop.product(price=100_000))
    codes = ("KHONGCO", "HETHAN", "CHUADEN", "MOTLAN", "MOIKHACH", "LON", "HET", " ")
    return {code: at_the_field(use(client, code)) for code in codes}


def test_each_reason_to_refuse_has_its_own_sentence(client, shop):
    told = sentences(client, shop)
    assert len(set(told.values())) == len(told)
    assert f"{timezone.localdate() + timedelta(days=3):%d/%m/%Y}" in told["CHUADEN"]
    assert "800.000" in told["LON"].replace("\u00a0", " ")
    assert not VoucherApplication.objects.exclude(voucher__code="MOTLAN").exists()


def test_codes_cannot_be_guessed_without_end(client, shop):
    fill(client, shop.product())
    for n in range(20):
        use(client, f"DOAN{n}")
    voucher("CHAOHE")
    assert at_the_field(use(client, "CHAOHE")) == _("Too many tries. Please wait ten minutes and try again.")
    assert not contents(client.get("/gio-hang/").wsgi_request.basket).vouchers


def test_one_voucher_for_an_order(client, shop):
    voucher("MOT")
    voucher("HAI")
    fill(client, shop.product())
    use(client, "MOT")
    answer = use(client, "HAI")
    assert answer.status_code == 422
    assert _("One voucher for an order: take “%(code)s” out first.") % {"code": "MOT"} in seen(answer)
    assert [
        each.voucher.code for each in contents(client.get("/gio-hang/").wsgi_request.basket).vouchers
    ] == ["MOT"]


def wine_and_honey(shop):
    wine = shop.product("Rượu nếp", group="ruou-trang", price=200_000)
    honey = shop.product("Mật ong rừng", price=100_000)
    basket = basket_with(shop, honey)
    add(basket, wine, 1, adult=True)
    return basket, wine, honey


def test_alcohol_is_neither_discounted_nor_counted(shop):
    basket, wine, honey = wine_and_honey(shop)
    voucher("PHANTRAM", percent=10)
    vouchers.use(basket, "PHANTRAM", by=None)
    off = {line.product.pk: line.discount for line in contents(basket).lines}
    assert off == {wine.pk: 0, honey.pk: 10_000}
    vouchers.drop(basket, "PHANTRAM")
    voucher("TUHAITRAM", percent=10, least=200_000)
    with pytest.raises(Refused) as refused:
        vouchers.use(basket, "TUHAITRAM", by=None)
    assert refused.value.field == "code"
    assert not contents(basket).vouchers


def test_voucher_for_alcohol_alone_is_refused_with_the_law(shop):
    basket = basket_with(shop, shop.product())
    wine = shop.product(group="ruou-trang")
    basket.lines.all().delete()
    add(basket, wine, 1, adult=True)
    voucher("CHAOHE")
    with pytest.raises(Refused) as refused:
        vouchers.use(basket, "CHAOHE", by=None)
    assert refused.value.message == _("The law allows no discount on these goods (alcohol, medicine).")
    assert contents(basket).discount == 0


@pytest.mark.parametrize("kind", ["Value", "Count", "Coverage"])
def test_no_promotion_goods_are_left_out_of_offers_of_every_kind(shop, kind):
    basket, wine, _honey = wine_and_honey(shop)
    offer(amount=150_000, kind=kind, least=1, goods=everything())
    found = contents(basket)
    assert found.discount == 100_000
    assert all(allows_promotion(line.product) or not line.discount for line in found.lines)
    assert not allows_promotion(wine)


def test_a_size_follows_the_class_of_its_product(shop):
    wine = shop.product(group="ruou-trang", pack="Chai nhỏ")
    size = listing.add_size(wine, pack="Chai to", price=90_000, stock=9, by=shop.office)
    assert not allows_promotion(size)


@pytest.mark.parametrize(
    ("bearer", "columns"), [(Bearer.PLATFORM, (10_000, 0)), (Bearer.PRODUCER, (0, 10_000))]
)
def test_line_keeps_who_bears_its_discount(shop, bearer, columns):
    offer(percent=10, borne_by=bearer)
    order = order_of(basket_with(shop, shop.product(price=100_000)))
    line = order.lines.get()
    assert (line.discount_platform, line.discount_producer) == columns
    assert line.line_price_incl_tax == 90_000
    assert line.line_price_before_discounts_incl_tax == 100_000
    assert line.discounts.get().amount == 10_000


def test_two_offers_on_one_line_never_take_more_than_it_costs(shop):
    first = offer("A", percent=70, exclusive=False)
    second = offer("B", amount=80_000, exclusive=False, borne_by=Bearer.PRODUCER)
    first.combinations.add(second)
    second.combinations.add(first)
    found = contents(basket_with(shop, shop.product(price=100_000)))
    assert found.lines[0].payable == 0
    assert found.discount == 100_000


def test_single_use_voucher_is_free_again_when_the_whole_order_is_cancelled(shop):
    voucher("MOTLAN", usage=Voucher.SINGLE_USE)
    basket = basket_with(shop, shop.product())
    vouchers.use(basket, "MOTLAN", by=None)
    order = order_of(basket)
    assert Voucher.objects.get().num_orders == 1
    again = basket_with(shop, shop.product())
    with pytest.raises(Refused):
        vouchers.use(again, "MOTLAN", by=None)
    move(order.parcels.get(), "cancelled", by=shop.office)
    assert Voucher.objects.get().num_orders == 0
    assert ConditionalOffer.objects.get().num_applications == 0
    vouchers.use(again, "MOTLAN", by=None)
    assert contents(again).discount


def test_voucher_stays_used_while_one_parcel_goes_on(shop):
    voucher("MOTLAN", usage=Voucher.SINGLE_USE)
    basket = basket_with(shop, shop.product())
    add(basket, shop.product(), 1, adult=False)
    vouchers.use(basket, "MOTLAN", by=None)
    order = order_of(basket)
    move(order.parcels.first(), "cancelled", by=shop.office)
    assert VoucherApplication.objects.count() == 1


def test_voucher_lost_before_ordering_says_why_and_orders_nothing(shop):
    voucher("MOTLAN", usage=Voucher.SINGLE_USE)
    baskets = [basket_with(shop, shop.product()) for _ in range(2)]
    for basket in baskets:
        vouchers.use(basket, "MOTLAN", by=None)
    seen_total = contents(baskets[1]).total
    order_of(baskets[0])
    with pytest.raises(Refused) as refused:
        place(baskets[1], buyer(), key="zwei", expected_total=seen_total)
    assert "MOTLAN" in refused.value.message
    assert Order.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("limit", ["voucher", "offer"])
def test_ten_buyers_at_once_use_a_voucher_for_one_only_once(shop, limit):
    if limit == "voucher":
        voucher("MOTLAN", usage=Voucher.SINGLE_USE)
    else:
        voucher("MOTLAN", max_global_applications=1)
    jar = shop.product(stock=50, price=10_000)
    baskets = [basket_with(shop, jar) for _ in range(10)]
    for basket in baskets:
        vouchers.use(basket, "MOTLAN", by=None)
    who = buyer()
    results = of_each(10, lambda n: place(baskets[n], who, key=f"many-{n}", expected_total=39_000))
    assert Order.objects.count() == VoucherApplication.objects.count() == 1
    assert len(refusals(results)) == 9
    assert ConditionalOffer.objects.get().num_applications == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_one_customer_with_two_browsers_uses_an_offer_for_one_use_each_once(shop):
    offer(percent=10, max_user_applications=1)
    jar, me = shop.product(stock=50, price=10_000), shop.user()
    baskets = [basket_with(shop, jar) for _n in range(4)]
    for basket in baskets:
        basket.owner = me
        basket.save()
    who = buyer()
    results = of_each(4, lambda n: place(baskets[n], who, key=f"mine-{n}", expected_total=39_000, by=me))
    assert len(refusals(results)) == 3
    assert Order.objects.get().total_incl_tax == 39_000


def test_once_per_customer_counts_for_each_customer_once(shop):
    voucher("MOIKHACH", usage=Voucher.ONCE_PER_CUSTOMER)
    for person in (shop.user(), shop.user()):
        basket = basket_with(shop, shop.product())
        basket.owner = person
        basket.save()
        vouchers.use(basket, "MOIKHACH", by=person)
        order_of(basket, by=person)
        second = basket_with(shop, shop.product())
        with pytest.raises(Refused):
            vouchers.use(second, "MOIKHACH", by=person)
    assert VoucherApplication.objects.count() == 2


@pytest.mark.parametrize("number", [3, 30])
def test_basket_with_a_voucher_costs_the_same_for_3_lines_and_30(
    client, shop, number, django_assert_num_queries
):
    voucher("CHAOHE")
    maker = shop.producer()
    for _n in range(number):
        fill(client, shop.product(producer=maker))
    use(client, "CHAOHE")
    client.get("/gio-hang/")
    with django_assert_num_queries(14):
        client.get("/gio-hang/")


def test_sold_out_line_counts_for_nothing(shop):
    product = shop.product(price=100_000, stock=1)
    basket = basket_with(shop, product)
    offer(percent=10)
    order_of(basket_with(shop, product))
    assert contents(basket).discount == 0


def test_manager_makes_an_offer_with_who_bears_it(client, shop):
    grant()
    client.force_login(User.objects.get(pk=shop.user("shop_manager").pk))
    page = client.get("/quan-tri/cua-hang/offers/new/metadata/").content.decode()
    assert 'name="borne_by"' in page
    facts = {"name": "Tết", "offer_type": "Voucher", "borne_by": "producer", "action": "continue"}
    assert client.post("/quan-tri/cua-hang/offers/new/metadata/", facts).status_code == 302
    goods = everything()
    client.post(
        "/quan-tri/cua-hang/offers/new/incentive/", {"range": goods.pk, "type": "Percentage", "value": 10}
    )
    client.post("/quan-tri/cua-hang/offers/new/condition/", {"range": goods.pk, "type": "Value", "value": 1})
    client.post("/quan-tri/cua-hang/offers/new/restrictions/", {"priority": 0, "exclusive": "on"})
    assert ConditionalOffer.objects.get(name="Tết").borne_by == Bearer.PRODUCER


def test_offer_on_delivery_is_made_in_the_dashboard_and_borne_by_the_shop(client, shop):
    grant()
    client.force_login(User.objects.get(pk=shop.user("shop_manager").pk))
    client.post(
        "/quan-tri/cua-hang/offers/new/metadata/",
        {"name": "Ship", "offer_type": "Site", "borne_by": "producer"},
    )
    facts = {"type": "Shipping percentage", "value": 100}
    assert client.post("/quan-tri/cua-hang/offers/new/incentive/", facts).status_code == 302
    goods = everything()
    client.post("/quan-tri/cua-hang/offers/new/condition/", {"range": goods.pk, "type": "Value", "value": 1})
    client.post("/quan-tri/cua-hang/offers/new/restrictions/", {"priority": 0, "exclusive": "on"})
    made = ConditionalOffer.objects.get(name="Ship")
    assert (made.borne_by, made.benefit.type) == (Bearer.PLATFORM, "Shipping percentage")


def test_database_refuses_a_line_whose_discounts_do_not_add_up(shop):
    order = order_of(basket_with(shop, shop.product()))
    with pytest.raises(IntegrityError), transaction.atomic():
        Line.objects.filter(order=order).update(discount_platform=5)


@pytest.mark.parametrize("way", ["cod", "vietqr"])
def test_an_order_that_costs_nothing_is_placed_at_once_and_owes_nothing(client, shop, settings, way):
    settings.DELIVERY_FEE = 0
    voucher("QUATANG", percent=100)
    fill(client, shop.product(price=50_000))
    use(client, "QUATANG")
    assert "/don-hang/" in send(client, way=way)["Location"]
    order = Order.objects.get()
    parcel = order.parcels.get()
    assert (order.total_incl_tax, parcel.stage, owing.due_of(order)) == (0, "new", None)
    for stage in ("confirmed", "packed", "handed_over", "delivered"):
        move(parcel, stage, by=shop.office)
    assert sum(reading.trial_balance().values()) == 0


def test_a_parcel_that_costs_nothing_is_called_off_and_the_cash_for_the_other_stays_agreed(shop, settings):
    settings.DELIVERY_FEE = 0
    gift, sold = shop.product(price=50_000), shop.product(price=70_000)
    only = Range.objects.create(name="Quà")
    only.add_product(gift)
    voucher("QUATANG", percent=100, goods=only)
    basket = basket_with(shop, gift)
    add(basket, sold, 1, adult=False)
    vouchers.use(basket, "QUATANG", by=None)
    order = order_of(basket)
    cancelling.cancel(order.parcels.get(producer=gift.producer), reason="sold_out", by=shop.office)
    due = owing.due_of(order)
    assert (due.amount, owing.live_attempt(due).state) == (70_000, "promised")


@pytest.mark.parametrize("send_back", [False, True])
def test_goods_that_cost_nothing_are_taken_back_and_the_return_ends(shop, settings, tmp_path, send_back):
    settings.DELIVERY_FEE, settings.PAPERS_ROOT = 0, tmp_path
    product = shop.product(price=50_000)
    voucher("QUATANG", percent=100)
    basket = basket_with(shop, product)
    vouchers.use(basket, "QUATANG", by=None)
    parcel = order_of(basket).parcels.get()
    for stage in ("confirmed", "packed", "handed_over", "delivered"):
        move(parcel, stage, by=shop.office)
    line = parcel.lines.get()
    asked = claiming.ask(
        parcel, {line.pk: 1}, reason="damaged", text="Vỡ", wanted="refund", pictures=[picture()]
    )
    answering.accept(asked, remedy="refund", send_back=send_back, by=shop.office)
    if send_back:
        answering.receive(asked, sellable={}, by=shop.office)
    asked.refresh_from_db()
    assert (asked.stage, asked.refund) == ("refunded", None)
    assert not any(reading.trial_balance().values())  # what the house gave for them is taken back
