"""The list of all that is owed: found by reference, order, phone, state, way and day; one with everything about it."""

import io
import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from payment_rows import due

from office.payment import callbacks, costing, paying, refunding
from office.payment.gateways import Arrival, Kept
from office.payment.models import Due, Settlement

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec/thanh-toan/cac-khoan/"


@pytest.fixture
def manager(client, shop):
    client.force_login(shop.user("shop_manager"))
    return client


def found(manager, **asked):
    answer = manager.get(DESK, asked)
    assert answer.status_code == 200
    return {each.reference for each in answer.context["page"]}


def paid(way="vietqr", **facts):
    owed = due(**facts)
    paying.settle(way, Arrival(reference=f"FT-{owed.reference}", amount=owed.amount), due=owed)
    return owed


def test_found_by_reference_order_number_phone_and_the_banks_reference(manager):
    one = paid(reference="HT26000123", phone="+84912345678")
    other = due(reference="HT26000999", phone="+84988888888")
    for text in ("HT26000123", "ht26-000123", "000123", "0912 345 678", "+84 912.345.678", "FT-HT26000123"):
        assert found(manager, q=text) == {one.reference}, text
    assert found(manager, q="HT26") == {one.reference, other.reference}
    assert found(manager, q="khong co") == set()
    assert found(manager) == {one.reference, other.reference}


def test_three_digits_are_no_phone_number(manager):
    due(reference="HTAB", phone="+84912345678")
    assert found(manager, q="456") == set()
    assert found(manager, q="3456") == {"HTAB"}


def test_filtered_by_state_way_and_day(manager):
    here, waits, old = paid(), due(), paid()
    card = due()
    paying.settle("stripe", Arrival(reference="pi_1", amount=card.amount), due=card)
    Due.objects.filter(pk=old.pk).update(made_at=timezone.now() - timedelta(days=40))
    today = timezone.localdate()
    assert found(manager, **{"trang-thai": "open"}) == {waits.reference}
    assert found(manager, cach="stripe") == {card.reference}
    assert found(manager, cach="vietqr") == {here.reference, old.reference}
    assert found(manager, tu=f"{today:%Y-%m-%d}") == {here.reference, waits.reference, card.reference}
    assert found(manager, den=f"{today - timedelta(days=1):%Y-%m-%d}") == {old.reference}
    paying.begin(waits, "vietqr")
    assert waits.reference in found(manager, cach="vietqr")


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"tu": "32/13/2026"}, "tu"),
        ({"tu": "2026-02-02", "den": "2026-02-01"}, "den"),
        ({"cach": "x"}, "cach"),
    ],
)
def test_what_cannot_be_looked_for_is_said_at_its_field(manager, asked, field):
    owed = due()
    answer = manager.get(DESK, asked)
    assert answer.context["form"].errors.keys() == {field}
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert owed.reference in answer.content.decode()


def test_page_by_page_with_the_filter_kept(manager):
    for _n in range(31):
        due()
    page = manager.get(DESK, {"trang-thai": "open", "q": "HT26"}).content.decode()
    assert "?trang=2&amp;q=HT26&amp;trang-thai=open" in page
    assert len(manager.get(DESK, {"trang": 2, "trang-thai": "open"}).context["page"].object_list) == 1


def test_the_workbook_holds_what_is_looked_for_and_its_payments(manager):
    one, other = paid(reference="HT26000123", payer="=1+1"), due()
    costing.keep(Kept("txn_1", 4_000, "4000 vnd"), settlement=Settlement.objects.get())
    answer = manager.get("/ban-lam-viec/thanh-toan/cac-khoan.xlsx", {"q": "000123"})
    assert answer["Content-Disposition"].endswith('.xlsx"')
    owed, came = load_workbook(io.BytesIO(answer.content)).worksheets
    rows = list(owed.values)
    assert [row[0] for row in rows[1:-1]] == [one.reference]
    assert rows[1][1] == "=1+1"
    assert owed.cell(2, 2).data_type == "s"  # never a formula
    assert rows[-1][4:8] == (150_000, 150_000, 0, 0)
    assert next(iter(came.values)) is not None
    assert list(came.values)[1][1:8] == (one.reference, "vietqr", "FT-HT26000123", 150_000, "VND", 0, 4_000)
    everything = manager.get("/ban-lam-viec/thanh-toan/cac-khoan.xlsx")
    names = {row[0] for row in load_workbook(io.BytesIO(everything.content)).worksheets[0].values}
    assert {one.reference, other.reference} <= names


def test_an_empty_list_says_so_and_its_workbook_opens(manager):
    assert "empty" in manager.get(DESK).content.decode()
    assert manager.get("/ban-lam-viec/thanh-toan/cac-khoan.xlsx").status_code == 200


def transfer(owed, event, settings):
    settings.SEPAY_API_KEY = settings.SEPAY_API_KEY or "k"
    body = {
        "id": event, "gateway": "Vietcombank", "transactionDate": "2026-11-25 10:00:00",
        "accountNumber": settings.VIETQR_ACCOUNT, "content": owed.reference, "transferType": "in",
        "transferAmount": owed.amount, "referenceCode": f"FT{event}",
    }  # fmt: skip
    return callbacks.receive(
        "vietqr", json.dumps(body).encode(), {"Authorization": f"Apikey {settings.SEPAY_API_KEY}"}
    )


def test_one_due_shows_tries_payments_fees_refunds_calls_and_its_lines_in_the_ledger(manager, settings):
    owed, other = due(reference="HT26000123"), due()
    paying.begin(owed, "vietqr")
    for each, event in ((owed, 7), (owed, 7), (other, 8)):
        callbacks.handle(transfer(each, event, settings))
    costing.keep(Kept("txn_1", 4_000, "4000 vnd"), settlement=owed.settlements.get())
    made = refunding.refund(owed, 50_000, reason="one less", key="a", by=None)
    refunding.by_hand(made, bank_reference="CT77", by=None, account={"number": "123456"})
    answer = manager.get(f"{DESK}HT26000123/")
    page = answer.content.decode().replace("\u00a0", " ")
    for text in ("150.000 ₫", "50.000 ₫", "4.000 ₫", "one less", "CT77", "txn_1"):
        assert text in page, text
    told = list(answer.context["told"])
    assert [bool(each.repeats_id) for each in told] == [True, False]
    assert answer.context["credit"] == 100_000
    assert {row.account.code for row in answer.context["lines"]} == {"bank", "payers", "gateway-fees"}
    assert other.reference not in page


def test_a_due_nobody_has_is_not_found_and_one_without_anything_opens(manager):
    assert manager.get(f"{DESK}HT00000000/").status_code == 404
    assert manager.get(f"{DESK}{due().reference}/").status_code == 200


def many(number):
    for n in range(number):
        owed = paid()
        refunding.refund(owed, 1_000, reason="x", key=f"{owed.pk}-{n}", by=None)
        paying.begin(due(), "vietqr")


def test_the_list_asks_no_more_for_thirty_than_for_three(manager):
    many(3)
    manager.get(DESK)
    for more in (0, 27):
        many(more)
        with CaptureQueriesContext(connection) as asked:
            assert manager.get(DESK).status_code == 200
        assert len(asked) == 8


def test_one_due_asks_no_more_for_thirty_payments_than_for_three(manager):
    owed = due(amount=10_000)
    address = f"{DESK}{owed.reference}/"
    manager.get(address)
    for start, end in ((0, 3), (3, 30)):
        for n in range(start, end):
            paying.settle("vietqr", Arrival(reference=f"P{n}", amount=10_000), due=owed)
            refunding.refund(owed, 1_000, reason="x", key=f"r{n}", by=None)
        with CaptureQueriesContext(connection) as asked:
            manager.get(address)
        assert len(asked) == 18


def test_a_maker_opens_none_of_it_and_the_shop_manager_all(client, manager, shop):
    owed = due()
    addresses = (DESK, f"{DESK}{owed.reference}/", "/ban-lam-viec/thanh-toan/cac-khoan.xlsx")
    assert [manager.get(each).status_code for each in addresses] == [200] * 3
    client.force_login(shop.user("producer"))
    assert [client.get(each).status_code for each in addresses] == [403] * 3
    client.logout()
    assert [client.get(each).status_code for each in addresses] == [302] * 3
