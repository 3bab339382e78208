"""After erasing, nothing of the person is found in any table but where the law keeps it: every text column is read."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from after_order import Sale
from buying import buyer
from catalogue import reviewing
from catalogue.producers.models import Partner
from complaining import complain
from office import persons
from office.access_log import Access
from office.accounts.models import User
from office.accounts.personal import person_of
from office.clocks import Clock
from office.notices import tell
from office.outbox import Job
from office.payment import callbacks, paying
from office.payment.gateways import Arrival
from office.payment.models import Callback
from rights_world import verified_buyer
from shop.account import addressing, claiming
from shop.alerting import asking
from shop.order.models import Order
from shop.order.personal import forget_old_orders
from shop.personal_data import requesting
from shop.personal_data.models import DataRequest
from shop.personal_data.naming import COLUMNS, NAMES
from shop.returning import invoicing
from shop.shipping.models import CarrierEvent

pytestmark = pytest.mark.django_db
PHONE, LOCAL, EMAIL, NAME = "+84977123456", "0977 123 456", "nguyet.ha@example.org", "Nguyệt Hạ Vân"
# Where an order of the last ten years stays with its buyer, and why: the law on accounting.
KEPT = {"order_order", "order_shippingaddress", "payment_due", "returning_invoicerequest"}


def found():
    """{table: columns} in which the phone, the address or the name of the person stands, in any spelling."""
    places, tables = {}, set(connection.introspection.table_names())
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table not in tables:
            continue
        for field in model._meta.local_concrete_fields:
            for value in _texts(model, field.column):
                if any(word.casefold() in value for word in (PHONE, "977123456", LOCAL, EMAIL, NAME)):
                    places.setdefault(model._meta.db_table, set()).add(field.column)
    return places


def _texts(model, column):
    with connection.cursor() as cursor:
        table, name = map(connection.ops.quote_name, (model._meta.db_table, column))
        cursor.execute(f"SELECT CAST({name} AS TEXT) FROM {table}")  # noqa: S608  (names of our own tables)
        rows = [str(row[0]) for row in cursor.fetchall()]
    return [text.casefold() for text in rows] + [_unescaped(text) for text in rows if "\\u" in text]


def _unescaped(text):
    return text.encode("ascii", "backslashreplace").decode("unicode_escape").casefold()


@pytest.fixture
def hoa(shop, settings, tmp_path):
    """Somebody who has used everything here: bought, paid, sent back, complained, asked, reviewed."""
    settings.PAPERS_ROOT = tmp_path
    settings.SEPAY_API_KEY, settings.VIETQR_ACCOUNT = "khoa", "0071000"
    settings.VIETQR_BANK_BIN, settings.VIETQR_HOLDER = "970436", "OCOP"
    user = verified_buyer(shop, PHONE)
    User.objects.filter(pk=user.pk).update(first_name=NAME, email=EMAIL)
    user.emailaddress_set.update(email=EMAIL)
    user = User.objects.get(pk=user.pk)
    facts = {"name": NAME, "phone": PHONE, "email": EMAIL, "by": user}
    paid = Sale(shop, **facts).pay().to("delivered")
    _transfer(paid)
    back = paid.ask(1, by=user, text=f"Vỡ, gọi {LOCAL}")
    back.advance("withdrawn", by=user)
    (asked,) = invoicing.ask(
        paid.order, kind="person", name=NAME, tax_code="", address="12", email=EMAIL, by=user
    )
    assert asked.pk
    sent = Sale(shop, **facts).to("delivered")
    sent.order.parcels.update(tracking_code="GHN1")
    CarrierEvent.objects.create(carrier="ghn", digest="1" * 64, code="GHN1", body=f'{{"to": "{PHONE}"}}')
    closed = complain(by=user, name=NAME, phone=PHONE, email=EMAIL)
    from shop.complaints import answering

    answering.withdraw(closed, text="Thôi", by=user)
    reviewing.write(paid.products[0], by=user, score=5, title="Ngon", body="Rất ngon", name=NAME, bought=True)
    addressing.keep(by=user, name=NAME, phone=PHONE, street="12", commune=buyer().commune)
    empty = shop.product(stock=0)
    asking.ask(empty, phone=PHONE)
    asking.ask(empty, email=EMAIL)
    claiming.ask(PHONE, number="HT26-999999", by=shop.user())
    tell(user, f"{NAME}, chào bạn")
    return user


def _transfer(sale):
    """The bank tells of the transfer in its own words, with the payer's name."""
    note = f"{sale.due.reference} {NAME} chuyen khoan"
    body = f'{{"id": 7, "accountNumber": "0071000", "transferAmount": 5, "transferType": "in", "content": "{note}"}}'
    callbacks.handle(callbacks.receive("vietqr", body.encode(), {"Authorization": "Apikey khoa"}))
    paying.settle("vietqr", Arrival(reference="FT-9", amount=7, note=note))


def test_what_is_looked_for_is_there_before(hoa):
    assert {
        "payment_callback",
        "payment_settlement",
        "order_order",
        "shipping_carrierevent",
    } <= found().keys()


def test_after_erasing_only_what_the_law_keeps_tells_who_it_was(hoa, shop):
    from office.payment.models import Trouble

    asked = requesting.ask(person_of(hoa), DataRequest.Kind.ERASE, by=hoa)
    Job.objects.all().delete()
    requesting.do(asked, by=shop.office)
    Job.objects.all().delete()  # what tells the person that it is done
    assert Trouble.objects.exists()
    left = found()
    assert left.keys() <= KEPT | {"payment_settlement", "payment_bankline"}, left
    assert left["payment_due"] == {"payer"}
    assert left["order_order"] == {"buyer_name"}
    assert left.get("payment_settlement", set()) <= {"note"}


def test_ten_years_later_nothing_tells_who_it_was(hoa, shop):
    Clock.objects.update(valid_from=date(2000, 1, 1))
    Order.objects.update(date_placed=timezone.now() - timedelta(days=12 * 366))
    persons.erase(person_of(hoa))
    forget_old_orders()
    Job.objects.all().delete()
    assert found() == {}


def test_what_providers_told_goes_only_when_it_was_handled(hoa):
    Callback.objects.create(gateway="vietqr", body=f"{PHONE} 1", verified=True)
    persons.erase(person_of(hoa))
    assert list(Callback.objects.exclude(body="").values_list("body", flat=True)) == [f"{PHONE} 1"]


def test_every_part_and_every_fact_has_a_name_people_read(hoa):
    parts = persons.collect(person_of(hoa))
    assert persons._parts.keys() <= NAMES.keys()
    assert {key for rows in parts.values() for row in rows for key in row} <= COLUMNS.keys()


def test_staff_who_reads_the_buyers_on_the_desk_is_noted_once_a_page_and_makers_are_not(client, hoa, shop):
    manager = shop.user("shop_manager")
    client.force_login(manager)
    client.get("/ban-lam-viec/don-hang/")
    access = Access.objects.get()
    assert (access.by, access.what, access.about[:2]) == (manager, "buyers of parcels", "2:")
    client.force_login(Partner.objects.filter(parcels__isnull=False).first().users.first())
    client.get("/ban-lam-viec/don-hang/")
    assert Access.objects.count() == 1


def test_calls_of_providers_lose_their_words_after_a_while_and_keep_what_came_of_them(hoa):
    Callback.objects.create(gateway="vietqr", body=PHONE)  # forged
    now = timezone.now()
    assert callbacks.forget_old(now - timedelta(days=1)) == 0
    assert callbacks.forget_old(now + timedelta(days=1)) == 2
    kept = Callback.objects.get()
    assert (kept.body, kept.event, bool(kept.outcome)) == ("", "7", True)
