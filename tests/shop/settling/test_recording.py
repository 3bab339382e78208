"""A delivered parcel in the books: what the producer is owed, what is kept back, what goes back."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import gettext, override

from after_order import Sale
from catalogue.producers.models import Partner
from office.ledger import reading
from office.ledger.models import Entry
from office.payment import paying, remitting
from office.payment.gateways import Arrival
from office.stages import Refused
from shop.order.fulfilling import move
from shop.order.models import Parcel
from shop.settling import rating, recording, stating
from shop.settling.models import FeeRate, TaxRate

pytestmark = pytest.mark.django_db


def owed(producer):
    return stating.owed_to(producer)


def commission(per_mille=20):
    FeeRate.objects.create(per_mille=per_mille, valid_from=date(2026, 1, 1), legal_basis="Quy chế sàn")


@pytest.mark.parametrize(
    ("legal_form", "vat", "pit"),
    [("household", 1000, 500), ("group", 1000, 500), ("cooperative", 0, 0), ("enterprise", 0, 0)],
)
def test_tax_is_withheld_by_legal_form(sales, legal_form, vat, pit):
    producer = sales.maker(legal_form)
    sales.parcel(producer, 100_000)
    assert owed(producer) == 100_000 - vat - pit
    assert (-reading.balance("tax:vat"), -reading.balance("tax:pit")) == (vat, pit)


def test_a_parcel_is_written_when_it_is_delivered_and_not_before(sales):
    producer = sales.maker()
    parcel = sales.parcel(producer, stage="handed_over")
    assert not Entry.objects.exists()
    move(parcel, "delivered", by=sales.proposer)
    number = str(parcel)
    assert reading.trial_balance() == {
        "courier:table": 130_000,
        "payers": 0,
        "delivery": -30_000,
        f"producer:{producer.pk}": -98_500,
        "tax:pit": -500,
        "tax:vat": -1000,
    }
    reference = parcel.order.number.replace("-", "")
    assert {entry.about for entry in Entry.objects.all()} == {number, reference}


def test_a_cancelled_or_returned_parcel_is_not_written(sales):
    producer = sales.maker()
    move(sales.parcel(producer, stage="new"), "cancelled", by=sales.proposer)
    move(sales.parcel(producer, stage="handed_over"), "returned", by=sales.proposer)
    assert not Entry.objects.exists()


def test_written_twice_it_is_written_once_even_when_the_rates_have_changed(sales):
    producer = sales.maker()
    parcel = sales.parcel(producer)
    commission()
    assert recording.delivered(parcel) == []
    assert owed(producer) == 98_500


def test_commission_is_taken_by_the_rate_of_the_day(sales):
    commission(20)
    producer = sales.maker("cooperative")
    sales.parcel(producer, 50_025)
    assert (owed(producer), -reading.balance("commission")) == (49_024, 1001)  # half a đồng goes up


def test_a_rate_counts_from_its_first_day_to_its_last():
    TaxRate.objects.create(
        legal_form="enterprise", supply="goods", vat=200, pit=100,
        valid_from=date(2026, 1, 1), valid_to=date(2026, 1, 31), legal_basis="thử",
    )  # fmt: skip
    facts = {"supply": "goods", "legal_form": "enterprise"}
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1)]
    assert [rating.tax_on(10_000, day=day, **facts) for day in days] == [
        (0, 0),
        (200, 100),
        (200, 100),
        (0, 0),
    ]


def test_a_newer_rate_takes_over_from_an_open_one():
    for per_mille, day in ((20, date(2026, 1, 1)), (30, date(2026, 3, 1))):
        FeeRate.objects.create(per_mille=per_mille, valid_from=day, legal_basis="thử")
    assert rating.commission_on(1000, day=date(2026, 2, 28)) == 20
    assert rating.commission_on(1000, day=date(2026, 3, 1)) == 30


def test_brought_by_the_maker_and_paid_in_cash_nothing_is_owed_and_no_tax_withheld(sales):
    commission(20)
    producer = sales.maker()
    sales.parcel(producer, method="own", carrier="own")
    assert owed(producer) == -2000  # the commission
    assert reading.balance("tax:vat") == reading.balance("delivery") == 0
    account = stating.parcel_accounts(producer)[0].sums
    assert (account.sold, account.carried, account.kept, account.fee) == (100_000, 30_000, -130_000, -2000)


def test_brought_by_the_maker_only_the_cash_of_the_door_counts_as_received(shop):
    sale = Sale(shop, way="vietqr", hold_until=timezone.now() + timedelta(minutes=15))
    producer = sale.products[0].producer
    Partner.objects.filter(pk=producer.pk).update(legal_form="household")
    Parcel.objects.filter(order=sale.order).update(method="own", carrier="own")
    too_little = Arrival(reference="FT1", amount=50_000)
    paying.settle("vietqr", too_little, due=sale.due)
    sale.due.refresh_from_db()
    paying.begin(sale.due, "cod")
    sale.to("delivered")
    account = stating.parcel_accounts(producer)[0].sums
    assert (account.sold, account.carried, account.kept) == (200_000, 30_000, -180_000)
    assert account.withheld == -(2000 + 900) - (1000 + 450)  # the house has taken a part of the payment
    assert owed(producer) == 50_000 - 4350
    assert reading.balance(f"courier:maker-{producer.pk}") == reading.balance("payers") == 0


def test_brought_by_the_maker_and_paid_to_the_house_the_fee_is_the_makers_and_taxed_as_transport(
    sales, monkeypatch
):
    monkeypatch.setattr(recording, "cash_to_maker", lambda parcel: 0)
    producer = sales.maker()
    sales.parcel(producer, method="own", carrier="own")
    assert -reading.balance("tax:vat") == 1000 + 900
    assert -reading.balance("tax:pit") == 500 + 450
    assert owed(producer) == 130_000 - 2850


def test_cash_a_maker_collected_is_in_its_statement_and_asked_for_by_no_list(sales):
    own = sales.parcel(sales.maker(), method="own")
    sales.parcel(sales.maker())
    assert reading.balance(f"courier:maker-{own.producer_id}") == 0
    assert remitting.carriers() == [("table", 130_000)]
    assert not remitting.outstanding(f"maker-{own.producer_id}")
    lines = [(str(own), 130_000)]
    with pytest.raises(Refused):  # it would be paid by the maker twice
        remitting.remit(f"maker-{own.producer_id}", lines, bank_reference="FT1", by=sales.proposer)


def test_a_whole_refund_leaves_only_the_buyers_money(sales):
    commission(20)
    producer = sales.maker()
    parcel = sales.parcel(producer, 99_999)
    recording.refunded(parcel, 99_999, delivery=30_000, key="r1")
    left = {code: amount for code, amount in reading.trial_balance().items() if amount}
    assert left == {"courier:table": 129_999, "payers": -129_999}


def test_refunds_in_parts_give_back_exactly_what_was_kept(sales):
    commission(33)
    producer = sales.maker()
    parcel = sales.parcel(producer, 100_003)
    for n, part in enumerate((33_334, 33_333, 33_336)):
        recording.refunded(parcel, part, key=f"r{n}")
    assert owed(producer) == 0
    assert reading.balance("tax:vat") == reading.balance("tax:pit") == reading.balance("commission") == 0
    assert reading.balance("delivery") == -30_000


def test_cash_taken_at_the_door_is_owed_to_the_house_when_the_goods_come_back(sales):
    producer = sales.maker()
    parcel = sales.parcel(producer, method="own")
    recording.refunded(parcel, 100_000, delivery=30_000, key="r1")
    left = {code: amount for code, amount in reading.trial_balance().items() if amount}
    assert left == {f"producer:{producer.pk}": 130_000, "payers": -130_000}


def test_the_same_refund_again_changes_nothing(sales):
    producer = sales.maker()
    parcel = sales.parcel(producer)
    first = recording.refunded(parcel, 40_000, key="r1")
    again = recording.refunded(parcel, 40_000, key="r1")
    assert again
    assert {each.pk for each in again} <= {each.pk for each in first}
    assert owed(producer) == 98_500 - (40_000 - 600)


@pytest.mark.parametrize(("goods", "delivery"), [(60_001, 0), (0, 30_001), (-1, 0)])
def test_no_more_is_returned_than_was_paid(sales, goods, delivery):
    parcel = sales.parcel(sales.maker())
    recording.refunded(parcel, 40_000, key="r1")
    with pytest.raises(Refused):
        recording.refunded(parcel, goods, delivery=delivery, key="r2")


def test_a_refund_before_delivery_is_no_matter_of_the_producers(sales):
    parcel = sales.parcel(sales.maker(), stage="confirmed")
    assert recording.refunded(parcel, 100_000, key="r1") == []
    assert not Entry.objects.exists()


def test_a_parcels_account_is_one_line(sales):
    commission(20)
    producer = sales.maker()
    parcel = sales.parcel(producer)
    recording.refunded(parcel, 50_000, key="r1")
    line = stating.parcel_accounts(producer, [str(parcel)])[0]
    sums = line.sums
    assert (sums.sold, sums.returned, sums.fee, sums.withheld, sums.paid) == (
        100_000,
        -50_000,
        -1000,
        -750,
        0,
    )
    assert sums.total == 48_250 == owed(producer)
    assert (line.at, line.payout) == (timezone.localdate(), None)


def test_the_books_speak_vietnamese_whoever_delivers(sales):
    producer = sales.maker()
    with override("en"):
        sales.parcel(producer)
    first = Entry.objects.filter(key__startswith="sold:").get()
    assert first.text == gettext("Goods of parcel %s") % first.about
