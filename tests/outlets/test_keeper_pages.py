"""The keeper's desk and the producer's pages of goods at outlets."""

from datetime import timedelta

import pytest
from consigning_rows import Counter
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from outlet_rows import outlet

from catalogue.models import Product
from catalogue.search.indexing import rebuild
from outlets import today
from outlets.models import Note, ShelfItem
from outlets.stock import shelving, stocking

pytestmark = pytest.mark.django_db


@pytest.fixture
def counter(shop):
    return Counter(shop, products=2, pieces=10)


def signed_in(client, user):
    client.force_login(user)
    return client


def page(client, name, *args):
    return client.get(reverse(f"keeping:{name}", args=args)).content.decode()


def test_a_keeper_of_one_outlet_comes_to_its_day_at_once(client, counter):
    answer = signed_in(client, counter.keeper).get(reverse("keeping:index"))
    assert answer["Location"] == reverse("keeping:day", args=[counter.outlet.pk])


def test_a_keeper_of_two_chooses(client, counter):
    other = outlet(keeper=counter.keeper)
    text = page(signed_in(client, counter.keeper), "index")
    assert counter.outlet.name in text
    assert other.name in text


def test_the_department_reads_every_desk_and_changes_none(client, shop, counter):
    signed_in(client, shop.user("trade_department"))
    for name in ("day", "shelf", "consignments"):
        assert (
            "btn"
            not in page(client, name, counter.outlet.pk)
            .partition('id="main"')[2]
            .partition("<form id")[0]
            .replace("btn quiet", "", 1)
            or name == "consignments"
        )
    assert client.post(reverse("keeping:shelf-all", args=[counter.outlet.pk])).status_code == 403
    assert client.get(reverse("keeping:consignment", args=[counter.row.pk])).status_code == 200
    assert client.get(reverse("keeping:sell", args=[counter.row.pk])).status_code == 403


def test_another_keeper_opens_nothing(client, shop, counter):
    other = Counter(shop)
    signed_in(client, other.keeper)
    for name in ("day", "shelf", "shelf-add", "consignments", "offer"):
        assert client.get(reverse(f"keeping:{name}", args=[counter.outlet.pk])).status_code == 403, name
    for name in ("consignment", "sell", "deliver", "count", "give-back", "pay", "terms", "end"):
        assert client.get(reverse(f"keeping:{name}", args=[counter.row.pk])).status_code == 403, name


def test_two_taps_put_a_product_on_the_shelf(client, shop, keeper_of_empty):
    keeper, place = keeper_of_empty
    product = shop.product("Mật ong hoa nhãn", stars=4)
    rebuild()
    signed_in(client, keeper)
    found = client.get(reverse("keeping:shelf-add", args=[place.pk]), {"q": "mật ong hoa nhãn"})
    assert "Mật ong hoa nhãn" in found.content.decode()
    client.post(
        reverse("keeping:shelf-put", args=[place.pk]),
        {"product": product.pk, "state": "sold", "price": "85.000"},
    )
    assert [(item.product, item.price) for item in place.shelf.all()] == [(product, 85_000)]


@pytest.fixture
def keeper_of_empty(shop):
    keeper = shop.user("keeper")
    return keeper, outlet(keeper=keeper)


@pytest.mark.parametrize("price", ["-5", "10000000000", "abc"])
def test_a_strange_price_comes_back_at_its_field(client, counter, price):
    signed_in(client, counter.keeper)
    item = counter.outlet.shelf.first()
    answer = client.post(
        reverse("keeping:item", args=[counter.outlet.pk, item.pk]), {"state": "sold", "price": price}
    )
    assert answer.context["form"].errors.keys() == {"price"}
    assert price in answer.content.decode()


def test_one_tap_says_seen_and_another_says_all(client, counter):
    ShelfItem.objects.update(last_seen=timezone.localdate() - timedelta(days=2))
    signed_in(client, counter.keeper)
    item = counter.outlet.shelf.first()
    client.post(reverse("keeping:item-seen", args=[counter.outlet.pk, item.pk]))
    item.refresh_from_db()
    assert item.seen_today
    client.post(reverse("keeping:shelf-all", args=[counter.outlet.pk]))
    assert all(each.seen_today for each in counter.outlet.shelf.all())


def test_an_item_of_another_outlet_is_not_found_under_ones_own(client, shop, counter):
    other = Counter(shop, pieces=1)
    item = other.outlet.shelf.first()
    signed_in(client, counter.keeper)
    answer = client.post(reverse("keeping:item-off", args=[counter.outlet.pk, item.pk]))
    assert answer.status_code == 404


def test_a_false_sign_is_red_on_the_shelf_and_first_of_the_day(client, shop, counter):
    from test_shelving import withdraw

    withdraw(shop, counter.jar)
    signed_in(client, counter.keeper)
    assert "shelf-item red" in page(client, "shelf", counter.outlet.pk)
    (told,) = [each for each in today.of(counter.outlet, timezone.localdate()) if each.section.key == "shelf"]
    assert told.urgent
    assert counter.jar.title in page(client, "day", counter.outlet.pk)
    client.post(
        reverse(
            "keeping:item-sign", args=[counter.outlet.pk, counter.outlet.shelf.get(product=counter.jar).pk]
        )
    )
    assert "shelf-item red" not in page(client, "shelf", counter.outlet.pk)


def test_one_tap_confirms_the_facts(client, counter):
    type(counter.outlet).objects.update(verified_on=None)
    signed_in(client, counter.keeper).post(reverse("keeping:confirm", args=[counter.outlet.pk]))
    counter.outlet.refresh_from_db()
    assert (counter.outlet.verified_on, counter.outlet.verified_by) == (timezone.localdate(), counter.keeper)


def sale(counter, **more):
    pk = counter.jar.pk
    return {f"pieces-{pk}": "1", f"price-{pk}": "50.000", "day": timezone.localdate(), "key": "a1", **more}


def test_a_sale_is_written_from_the_form_once(client, counter):
    signed_in(client, counter.keeper)
    address = reverse("keeping:sell", args=[counter.row.pk])
    assert counter.jar.title in client.get(address).content.decode()
    first, again = client.post(address, sale(counter)), client.post(address, sale(counter))
    assert first["Location"] == again["Location"] == Note.objects.get(kind="sold").get_absolute_url()
    assert counter.there() == 9


@pytest.mark.parametrize(
    ("typed", "at"),
    [("-1", "pieces"), ("10000000000", "pieces"), ("11", "pieces"), ("1,5", "pieces"), ("abc", "pieces")],
)
def test_bad_numbers_come_back_at_their_line(client, counter, typed, at):
    signed_in(client, counter.keeper)
    pk = counter.jar.pk
    answer = client.post(
        reverse("keeping:sell", args=[counter.row.pk]), sale(counter, **{f"pieces-{pk}": typed})
    )
    assert f"{at}-{pk}" in answer.context["form"].errors
    assert counter.there() == 10


def test_an_empty_note_says_what_is_missing(client, counter):
    signed_in(client, counter.keeper)
    answer = client.post(
        reverse("keeping:deliver", args=[counter.row.pk]), {"day": timezone.localdate(), "key": "k"}
    )
    assert answer.context["form"].non_field_errors()


def test_more_back_than_lies_there_comes_back_at_its_line(client, counter):
    signed_in(client, counter.keeper)
    typed = {f"pieces-{counter.jar.pk}": "99", "day": timezone.localdate(), "key": "k"}
    answer = client.post(reverse("keeping:give-back", args=[counter.row.pk]), typed)
    assert f"pieces-{counter.jar.pk}" in answer.context["form"].errors


def test_a_count_from_the_form_asks_for_the_reason(client, counter):
    signed_in(client, counter.keeper)
    pk = counter.jar.pk
    address = reverse("keeping:count", args=[counter.row.pk])
    typed = {f"pieces-{pk}": "8", f"seen-{pk}": "10", "key": "k"}
    assert f"reason-{pk}" in client.post(address, typed).context["form"].errors
    client.post(address, typed | {f"reason-{pk}": "tasted"})
    assert counter.there() == 8


def test_the_maker_sends_the_keeper_confirms_the_maker_reads_and_disputes(client, counter):
    signed_in(client, counter.maker)
    typed = {f"pieces-{counter.jar.pk}": "5", "day": timezone.localdate(), "key": "k"}
    answer = client.post(reverse("keeping:deliver", args=[counter.row.pk]), typed)
    note = Note.objects.get(stage="under_way")
    assert answer["Location"] == note.get_absolute_url()
    signed_in(client, counter.keeper)
    client.post(reverse("keeping:confirm-note", args=[note.number]))
    assert counter.there() == 15
    sold = counter.sell()
    signed_in(client, counter.maker)
    assert note.number not in page(client, "goods")
    back = stocking.give_back(counter.row, {counter.jar: 1}, by=counter.keeper)
    assert back.number in page(client, "goods")
    client.post(reverse("keeping:refuse-note", args=[sold.number]), {"reason": "Giá sai"})
    assert "Giá sai" in page(client, "note", sold.number)
    signed_in(client, counter.keeper)
    assert sold.number in page(client, "day", counter.outlet.pk)
    stocking.reverse(sold, reason="Giá sai", by=counter.keeper)
    assert sold.number not in page(client, "day", counter.outlet.pk)


def test_a_maker_sees_nothing_of_another_maker_at_the_same_outlet(client, shop, counter):
    other = Counter(shop, pieces=3)
    signed_in(client, counter.maker)
    text = page(client, "goods")
    assert counter.outlet.name in text
    assert other.outlet.name not in text
    for name in ("consignment", "deliver", "terms", "accept"):
        assert client.get(reverse(f"keeping:{name}", args=[other.row.pk])).status_code in {403, 405}, name
    note = Note.objects.filter(consignment=other.row).first()
    for name in ("note", "note-paper", "refuse-note"):
        assert client.get(reverse(f"keeping:{name}", args=[note.number])).status_code == 403, name


def test_the_paper_and_the_month_are_files(client, counter):
    note = counter.sell(2)
    signed_in(client, counter.keeper)
    assert client.get(reverse("keeping:note-paper", args=[note.number])).content.startswith(b"%PDF")
    month = f"{timezone.localdate():%Y-%m}"
    assert client.get(reverse("keeping:month-sheet", args=[counter.outlet.pk, month])).content[:2] == b"PK"
    for none in ("2026-13", "0001-01", "9999-12"):
        assert client.get(reverse("keeping:month-sheet", args=[counter.outlet.pk, none])).status_code == 404


def test_hours_of_alerts_are_chosen(client, counter):
    signed_in(client, counter.maker)
    client.post(reverse("keeping:alert", args=[counter.producer.pk]), {"when": "daily", "hour": "6"})
    assert "06:00" in page(client, "goods")


def queries_of(client, address, django_assert_num_queries, number):
    with django_assert_num_queries(number):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("many", [3, 30])
def test_the_shelf_costs_the_same_for_3_and_30(
    client, shop, keeper_of_empty, django_assert_num_queries, many
):
    keeper, place = keeper_of_empty
    maker = shop.producer()
    for _number in range(many):
        shelving.put(place, product=shop.product(producer=maker, stars=3), by=keeper)
    signed_in(client, keeper)
    address = reverse("keeping:shelf", args=[place.pk])
    client.get(address)
    queries_of(client, address, django_assert_num_queries, 9)


@pytest.mark.parametrize("many", [3, 30])
def test_a_consignment_costs_the_same_for_3_and_30(client, shop, django_assert_num_queries, many):
    counter = Counter(shop, products=many, pieces=2)
    for _number in range(min(many, 18)):
        stocking.deliver(counter.row, {counter.jar: 2}, by=counter.keeper)
        counter.sell()
    signed_in(client, counter.keeper)
    costs = {}
    for name in ("consignment", "sell", "deliver", "count"):
        address = reverse(f"keeping:{name}", args=[counter.row.pk])
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        costs[name] = len(asked)
    assert costs == {"consignment": 15, "sell": 14, "deliver": 14, "count": 12}


@pytest.mark.parametrize("many", [3, 12])
def test_lists_of_consignments_cost_the_same(client, shop, django_assert_num_queries, many):
    from outlets.stock import consigning

    counter = Counter(shop, pieces=2)
    for _number in range(many):
        row = consigning.offer(
            outlet(keeper=counter.keeper), counter.producer, commission=5, by=counter.keeper
        )
        consigning.accept(row, by=counter.maker)
    signed_in(client, counter.maker)
    address = reverse("keeping:goods")
    client.get(address)
    queries_of(client, address, django_assert_num_queries, 12)


@pytest.mark.parametrize("many", [3, 30])
def test_the_day_costs_the_same_for_3_and_30(client, shop, keeper_of_empty, many):
    keeper, place = keeper_of_empty
    maker = shop.producer()
    for _number in range(many):
        shelving.put(place, product=shop.product(producer=maker, stars=3), by=keeper)
    ShelfItem.objects.update(last_seen=timezone.localdate() - timedelta(days=1))
    Product.objects.update(stars_until=timezone.localdate() - timedelta(days=1))
    signed_in(client, keeper)
    address = reverse("keeping:day", args=[place.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len(asked) == 22
