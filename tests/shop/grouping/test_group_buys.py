"""A group buys with its code: credited when it is paid, taken back as money goes back, nothing about buyers."""

import pytest
from django.utils import timezone
from outlet_rows import itinerary, operator, outlet

from after_order import ACCOUNT, Sale
from buying import fill, seen, send
from fetching import counter, fetched, ordered
from outlets.models import Credit, GroupCode
from outlets.visits import crediting
from shop.order.models import Order
from shop.picking import handing_out
from shop.returning import cancelling

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(shop):
    guide = shop.user("tour_operator")
    tour = itinerary(operator(guide), outlet(), stage="published")
    return crediting.issue(tour, first_day=timezone.localdate(), size=20, by=guide)


def with_code(order, group):
    Order.objects.filter(pk=order.pk).update(group_code=group.code)


def test_code_typed_in_the_checkout_stands_on_the_order_and_a_wrong_one_at_its_field(client, shop, group):
    fill(client, shop.product())
    answer = send(client, group="HT000000")
    assert answer.status_code == 422
    assert "Không có mã đoàn này" in seen(answer)
    assert 'id="id_group_error"' in answer.content.decode()
    assert not Order.objects.exists()
    typed = f"{group.code[:4].lower()} {group.code[4:]}"
    assert send(client, group=typed).status_code == 302
    assert Order.objects.get().group_code == group.code
    assert not Credit.objects.exists()


def test_group_that_opens_its_address_finds_the_code_in_the_form(client, shop, group):
    page = client.get(f"/doan/{group.code.lower()}/")
    assert page.status_code == 200
    assert page.cookies["doan"]["max-age"] == ""
    fill(client, shop.product())
    assert f'value="{group.code}"' in client.get("/thanh-toan/").content.decode()


def test_address_of_a_code_that_does_not_count_says_so(client, group):
    GroupCode.objects.update(last_day=group.first_day, first_day="2026-01-01")
    GroupCode.objects.update(last_day="2026-01-31")
    for code in (group.code, "HT000000", "x" * 200):
        page = client.get(f"/doan/{code}/")
        assert page.status_code == 404
        assert "doan" not in page.cookies


def test_credited_once_it_is_paid_without_delivery_and_taken_back_when_it_comes_back(shop, group):
    sale = Sale(shop)
    with_code(sale.order, group)
    assert not Credit.objects.exists()
    sale.pay()
    credit = Credit.objects.get()
    assert (credit.amount, credit.returned, credit.reference) == (200_000, 0, f"order:{sale.order.number}")
    assert (credit.day, credit.outlet) == (timezone.localdate(), None)
    cancelling.cancel_for_buyer(sale.order, [sale.parcel], reason="mistake", account=ACCOUNT)
    credit.refresh_from_db()
    assert credit.returned == 200_000


def test_what_is_called_off_before_it_is_paid_is_never_credited(shop, group):
    sale = Sale(shop)
    with_code(sale.order, group)
    cancelling.cancel_for_buyer(sale.order, [sale.parcel], reason="mistake")
    assert not Credit.objects.exists()


def test_order_without_a_code_is_credited_to_nobody(shop, group):
    Sale(shop).pay()
    assert not Credit.objects.exists()


def test_cash_at_the_outlet_credits_and_the_operator_reads_a_sum_only(shop, group):
    at = counter(shop)
    row = handing_out.lay_aside(fetched(ordered(at, quantity=2, group=group.code)), by=at.keeper)
    assert not Credit.objects.exists()
    handing_out.hand_over(row, code=row.code, cash_taken=True, by=at.keeper)
    (line,) = crediting.statement(GroupCode.objects.filter(pk=group.pk))
    assert (line.amount, line.kept, line.place) == (100_000, 100_000, "")
