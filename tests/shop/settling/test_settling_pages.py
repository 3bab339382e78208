"""The pages of settling: who may open which, that the numbers are the ledger's, and what they cost."""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.utils import timezone

from after_order import Sale
from buying import basket_with, buyer, seen
from catalogue.producers.models import Partner
from offering import voucher
from office.payment import paying
from office.payment.gateways import Arrival
from office.roles import give_role
from shop.basket import vouchers
from shop.offer.models import Bearer
from shop.order.fulfilling import ORDER_OF_STAGES, move
from shop.order.placing import place
from shop.settling import banking, paying_out, recording, stating, withholding
from shop.settling.models import FeeRate, Payout, PayoutBatch

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec"


def monday():
    return stating.monday_of(timezone.localdate())


def own_pages(producer):
    base = f"{DESK}/doi-soat/{producer.pk}/"
    week = f"{base}{monday():%Y-%m-%d}/"
    return [base, f"{base}kien/", week, f"{week}doi-soat.pdf", f"{week}doi-soat.xlsx"]


def paid_batch(sales, *, paid=True):
    batch = paying_out.approve(paying_out.propose(minimum=0, by=sales.proposer), by=sales.approver)
    if paid:
        for payout in batch.payouts.all():
            paying_out.mark_paid(payout, bank_reference=f"FT{payout.pk}", by=sales.proposer)
    return batch


@pytest.fixture
def sold(sales):
    """A producer with one parcel sold, and another one's person."""
    producer, other = sales.maker("cooperative"), sales.maker("cooperative")
    sales.parcel(producer, 123_456)
    return producer, other.users.first()


def test_a_producer_reads_its_own_statements_and_no_others(client, sold):
    producer, stranger = sold
    client.force_login(producer.users.first())
    assert [client.get(page).status_code for page in own_pages(producer)] == [200] * 5
    client.force_login(stranger)
    assert [client.get(page).status_code for page in own_pages(producer)] == [404] * 5
    assert client.get(f"{DESK}/doi-soat/{producer.pk}/tai-khoan/").status_code == 403


def test_the_shop_manager_reads_every_statement(client, sales, sold):
    client.force_login(sales.approver)
    assert [client.get(page).status_code for page in own_pages(sold[0])] == [200] * 5
    assert "123.456 ₫" in seen(client.get(f"{DESK}/doi-soat/"))


@pytest.mark.parametrize("role", ["buyer", "editor", "programme_office", "trade_department", "inspector"])
def test_nobody_else_reads_any(client, sales, sold, role):
    client.force_login(sales.shop.user(role))
    assert client.get(f"{DESK}/doi-soat/").status_code == 403
    assert {client.get(page).status_code for page in own_pages(sold[0])} == {404}


def test_a_stranger_is_asked_to_sign_in(client, sold):
    for page in [*own_pages(sold[0]), f"{DESK}/doi-soat/", f"{DESK}/chi-tra/", f"{DESK}/khau-tru-thue/"]:
        answer = client.get(page)
        assert answer.status_code == 302
        assert f"next={page}" in answer["Location"]


def manager_pages(batch):
    base = f"{DESK}/chi-tra/"
    month = f"{DESK}/khau-tru-thue/{timezone.localdate():%Y-%m}/"
    return [
        base,
        f"{base}{batch.pk}/",
        f"{base}{batch.pk}/chuyen-khoan.csv",
        f"{base}{batch.pk}/chuyen-khoan.xlsx",
        f"{base}khoan/{batch.payouts.get().pk}/da-tra/",
        f"{base}khoan/{batch.payouts.get().pk}/tra-ve/",
        f"{DESK}/khau-tru-thue/",
        month,
        f"{month}khau-tru-thue.csv",
        f"{month}khau-tru-thue.xlsx",
    ]


def test_payouts_and_tax_are_the_shop_managers_alone(client, sales, sold):
    batch = paid_batch(sales, paid=False)
    pages = manager_pages(batch)
    client.force_login(sales.proposer)
    assert [client.get(page).status_code for page in pages] == [200] * len(pages)
    for person in (sold[0].users.first(), sales.shop.user("programme_office")):
        client.force_login(person)
        assert [client.get(page).status_code for page in pages] == [403] * len(pages)


def test_with_one_producer_its_weeks_come_at_once_and_with_two_a_list(client, sales, sold):
    producer, other = sold
    client.force_login(producer.users.first())
    assert "123.456 ₫" in seen(client.get(f"{DESK}/doi-soat/"))
    other.partners.first().users.add(producer.users.first())
    page = seen(client.get(f"{DESK}/doi-soat/"))
    assert producer.name in page
    assert other.partners.first().name in page


def test_a_week_that_is_no_monday_or_no_day_is_not_found(client, sales, sold):
    client.force_login(sales.approver)
    base = f"{DESK}/doi-soat/{sold[0].pk}/"
    for day in (
        f"{monday() + timedelta(days=1):%Y-%m-%d}",
        "2026-13-45",
        "hom-nay",
        "0001-01-01",
        "9999-12-27",
    ):
        assert client.get(f"{base}{day}/").status_code == 404


@pytest.mark.parametrize("month", ["0001-01", "9999-12", "2026-13"])
def test_a_month_nobody_settles_is_not_found(client, sales, month):
    client.force_login(sales.approver)
    for tail in ("", "khau-tru-thue.csv", "khau-tru-thue.xlsx"):
        assert client.get(f"{DESK}/khau-tru-thue/{month}/{tail}").status_code == 404


def last_week(sales, producer):
    """Parcels of last week, paid; one refunded and one sold this week."""
    parcels = [sales.parcel(producer, price, stage="handed_over") for price in (50_000, 70_000)]
    before = timezone.now() - timedelta(days=7)
    for parcel in parcels:
        recording.delivered(parcel, at=before)
    paid_batch(sales)
    recording.refunded(parcels[0], 20_000, key="r1")
    sales.parcel(producer, 33_333)


def test_weeks_follow_each_other_without_a_gap(sales):
    producer = sales.maker("household")
    last_week(sales, producer)
    this, before = stating.weeks_of(producer)
    assert (before.opening, before.closing) == (0, 118_200)
    assert (this.opening, this.sums.paid, this.closing) == (118_200, -118_200, stating.owed_to(producer))
    for week in (this, before):
        one = stating.statement(producer, week.monday)
        assert (one.opening, one.closing) == (week.opening, week.closing)
        assert one.closing == stating.owed_to(producer, on=one.sunday)


def test_page_xlsx_and_pdf_show_the_ledgers_numbers(client, sales):
    producer = sales.maker("household")
    last_week(sales, producer)
    client.force_login(producer.users.first())
    base = f"{DESK}/doi-soat/{producer.pk}/{monday():%Y-%m-%d}/"
    page = seen(client.get(base))
    closing = stating.owed_to(producer)
    assert f"{closing:,} ₫".replace(",", ".") in page
    assert "-20.000 ₫" in page
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{base}doi-soat.xlsx").content))
    assert [row[1] for row in book.worksheets[0].iter_rows(min_row=5, values_only=True)][-1] == closing
    assert book.worksheets[2].max_row == 2
    pdf = client.get(f"{base}doi-soat.pdf")
    assert pdf.content.startswith(b"%PDF")
    assert pdf["Content-Disposition"].endswith(f'{monday():%Y-%m-%d}.pdf"')


def test_what_came_back_after_a_payout_is_not_called_paid_by_it(client, sales):
    producer = sales.maker("household")
    last_week(sales, producer)
    client.force_login(producer.users.first())
    before, this = (stating.statement(producer, monday() - n * stating.WEEK).lines for n in (1, 0))
    assert [line.payout.stage for line in before] == ["paid", "paid"]
    assert [(line.sums.earned, line.payout) for line in this] == [(-19_700, None), (32_833, None)]
    page = seen(client.get(f"{DESK}/doi-soat/{producer.pk}/kien/"))
    assert page.count('class="state paid"') == 2  # both were, one of them owes something since
    assert page.count("Chưa chuyển") == 2
    sales.parcel(producer, 50_000)
    paid_batch(sales)
    assert {line.payout.stage for line in stating.parcel_accounts(producer)} == {"paid"}
    assert "Chưa chuyển" not in seen(client.get(f"{DESK}/doi-soat/{producer.pk}/kien/"))


def test_the_bank_file_has_what_was_approved_and_nothing_else(client, sales):
    first, second = sales.maker("cooperative"), sales.maker("cooperative")
    dropped = sales.parcel(first)
    sales.parcel(second, 80_000)
    batch = paying_out.propose(minimum=0, by=sales.proposer)
    client.force_login(sales.proposer)
    address = f"{DESK}/chi-tra/{batch.pk}/chuyen-khoan.csv"
    assert client.get(address).status_code == 404  # not before it is approved
    recording.refunded(dropped, 5, key="r1")
    paying_out.approve(batch, by=sales.approver)
    lines = client.get(address).content.decode("utf-8-sig").splitlines()
    payout = batch.payouts.get(producer=second)
    assert len(lines) == 2
    assert lines[1] == f"1,0123456789,NGUYEN THI LOC,970405,Agribank,80000,OCOP HA TINH {payout.reference}"
    book = openpyxl.load_workbook(io.BytesIO(client.get(address.replace("csv", "xlsx")).content))
    assert next(book.active.iter_rows(min_row=2, values_only=True))[1:6] == (
        "0123456789", "NGUYEN THI LOC", "970405", "Agribank", 80_000,
    )  # fmt: skip


def test_a_week_in_which_everything_happened_is_printed(client, sales):
    FeeRate.objects.create(per_mille=20, valid_from=monday(), legal_basis="thử")
    producer = sales.maker("household")
    recording.refunded(sales.parcel(producer, 50_000), 20_000, key="r1")
    sales.parcel(producer, 70_000, method="own")  # carried, and paid in cash, by the maker
    assert stating.statement(producer, monday()).shown == list(stating.COLUMNS)
    client.force_login(sales.proposer)
    pdf = client.get(f"{DESK}/doi-soat/{producer.pk}/{monday():%Y-%m-%d}/doi-soat.pdf")
    assert pdf.content.startswith(b"%PDF")


def test_what_was_paid_and_came_back_is_noted_on_the_batchs_page(client, sales):
    sales.parcel(sales.maker("cooperative"), 80_000)
    batch = paid_batch(sales)
    payout = batch.payouts.get()
    note = f"HOAN TRA {payout.reference}"
    paying.settle("vietqr", Arrival(reference="FT88", amount=80_000, note=note))
    client.force_login(sales.proposer)
    address = f"{DESK}/chi-tra/khoan/{payout.pk}/tra-ve/"
    assert address in client.get(batch.get_absolute_url()).content.decode()
    wrong = client.post(address, {"reason": "Sai số", "bank_reference": "FT89"})
    assert wrong.context["form"].errors["bank_reference"]
    client.post(address, {"reason": "Sai số", "bank_reference": "FT88"})
    payout.refresh_from_db()
    assert payout.stage == "failed"
    assert address not in client.get(batch.get_absolute_url()).content.decode()


def test_nothing_in_a_file_is_a_formula(client, sales):
    producer = sales.maker()
    type(producer).objects.filter(pk=producer.pk).update(name='=HYPERLINK("http://evil.example")')
    sales.parcel(producer)
    client.force_login(sales.proposer)
    base = f"{DESK}/khau-tru-thue/{timezone.localdate():%Y-%m}/khau-tru-thue"
    assert "'=HYPERLINK" in client.get(f"{base}.csv").content.decode()
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{base}.xlsx").content))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(cell.value and str(cell.value).startswith("=HYPERLINK") for cell in cells)


def test_a_batch_goes_through_its_pages(client, sales):
    producer = sales.maker("cooperative")
    sales.parcel(producer)
    client.force_login(sales.proposer)
    client.post(f"{DESK}/chi-tra/", {"minimum": "50.000"})
    batch = PayoutBatch.objects.get()
    base = f"{DESK}/chi-tra/{batch.pk}/"
    assert client.post(f"{base}duyet/").status_code == 200  # refused: the same person
    client.force_login(sales.approver)
    client.post(f"{base}duyet/")
    client.post(f"{base}da-gui/")
    payout = batch.payouts.get()
    client.post(
        f"{DESK}/chi-tra/khoan/{payout.pk}/da-tra/", {"bank_reference": "FT9", "paid_on": "2026-11-20"}
    )
    payout.refresh_from_db()
    batch.refresh_from_db()
    assert (payout.stage, batch.stage) == (Payout.Stage.PAID, PayoutBatch.Stage.CLOSED)
    assert "FT9" in seen(client.get(f"{DESK}/doi-soat/{producer.pk}/kien/"))


def test_an_account_goes_through_its_pages(client, sales):
    producer = sales.maker(paid_to=False)
    client.force_login(producer.users.first())
    address = f"{DESK}/doi-soat/{producer.pk}/tai-khoan/"
    assert client.post(address, {"bank": "970405", "number": "12", "holder": "Lộc"}).status_code == 200
    client.post(address, {"bank": "970405", "number": "0123 456 789", "holder": "Lộc Thị"})
    account = producer.payout_accounts.get()
    check = f"{DESK}/chi-tra/tai-khoan/{account.pk}/kiem-tra/"
    assert client.post(check).status_code == 403
    client.force_login(sales.approver)
    assert "LOC THI" in seen(client.get(f"{DESK}/chi-tra/"))
    client.post(check)
    account.refresh_from_db()
    assert account.stage == "checked"


def test_a_months_tax_nets_what_came_back(sales):
    household, cooperative = sales.maker("household"), sales.maker("cooperative")
    parcel = sales.parcel(household, 200_000)
    sales.parcel(cooperative, 200_000)
    sales.parcel(household, 90_000, method="own")  # paid in cash to the maker: theirs to declare
    recording.refunded(parcel, 50_000, key="r1")
    (row,) = withholding.month(timezone.localdate().replace(day=1))
    assert row.producer == household
    assert (row.sold, row.returned, row.revenue, row.vat, row.pit) == (200_000, 50_000, 150_000, 1500, 750)


def test_a_months_revenue_is_what_was_taxed_with_the_discount_the_house_bore(shop):
    voucher("NHA30", percent=30, borne_by=Bearer.PLATFORM)
    producer = shop.producer()
    Partner.objects.filter(pk=producer.pk).update(legal_form="household")
    basket = basket_with(shop, shop.product(producer=producer, price=100_000, stock=10), 2)
    vouchers.use(basket, "NHA30", by=None)
    order = place(basket, buyer(), key="nha-30", expected_total=170_000)
    parcel, manager = order.parcels.get(), shop.user("shop_manager")
    for stage in ORDER_OF_STAGES[1:]:
        move(parcel, stage, by=manager)
    first = timezone.localdate().replace(day=1)
    (row,) = withholding.month(first)
    assert (row.sold, row.returned, row.vat, row.pit) == (200_000, 0, 2000, 1000)
    recording.refunded(parcel, 70_000, borne=30_000, key="r1")
    (row,) = withholding.month(first)
    assert (row.returned, row.revenue, row.vat, row.pit) == (100_000, 100_000, 1000, 500)


def test_a_months_revenue_says_what_of_it_is_carriage_taxed_by_another_rate(client, shop, sales):
    sale = Sale(shop, way="vietqr", hold_until=timezone.now() + timedelta(minutes=15))
    Partner.objects.filter(pk=sale.products[0].producer_id).update(legal_form="household")
    sale.order.parcels.update(method="own", carrier="own")
    parcel = sale.pay().to("delivered").parcel
    recording.refunded(parcel, 100_000, delivery=10_000, key="r1")
    first = timezone.localdate().replace(day=1)
    (row,) = withholding.month(first)
    assert (row.revenue, row.carriage) == (120_000, 20_000)
    assert (row.vat, row.pit) == (1000 + 600, 500 + 300)  # 1 % and 3 %, 0,5 % and 1,5 %
    client.force_login(sales.proposer)
    base = f"{DESK}/khau-tru-thue/{first:%Y-%m}/"
    assert "20.000 ₫" in seen(client.get(base))
    header, line = client.get(f"{base}khau-tru-thue.csv").content.decode("utf-8-sig").splitlines()
    assert header.split(",")[-4:-2] == ["Doanh thu tính thuế (VND)", "Trong đó vận chuyển (VND)"]
    assert line.split(",")[-4:] == ["120000", "20000", "1600", "800"]


def test_what_came_back_of_a_month_before_is_netted_in_the_month_of_the_return(sales):
    household = sales.maker("household")
    parcel = sales.parcel(household, 200_000, stage="handed_over")
    recording.delivered(parcel, at=timezone.now() - timedelta(days=40))
    recording.refunded(parcel, 200_000, key="r1")
    this, before = withholding.months()[:2]
    assert [(row.sold, row.returned, row.vat) for row in withholding.month(before)] == [(200_000, 0, 2000)]
    assert [(row.sold, row.returned, row.vat) for row in withholding.month(this)] == [(0, 200_000, -2000)]


@pytest.mark.parametrize("number", [3, 30])
def test_statements_cost_the_same_for_3_parcels_and_30(client, sales, number, django_assert_num_queries):
    producer = sales.maker("cooperative")
    for _ in range(number):
        sales.parcel(producer, 10_000)
    paid_batch(sales)
    client.force_login(producer.users.first())
    weeks, parcels, week, pdf, xlsx = own_pages(producer)
    for page, queries in ((weeks, 9), (parcels, 10), (week, 12), (pdf, 10), (xlsx, 10)):
        client.get(page)
        with django_assert_num_queries(queries):
            assert client.get(page).status_code == 200


@pytest.mark.parametrize("number", [3, 30])
def test_the_managers_pages_cost_the_same_for_3_producers_and_30(
    client, sales, number, django_assert_num_queries
):
    for _ in range(number):
        sales.parcel(sales.maker(), 60_000)
    batch = paid_batch(sales, paid=False)
    waiting = sales.maker(paid_to=False)
    banking.enter(waiting, bank="970405", number="777777", holder="Thu", by=waiting.users.first())
    client.force_login(give_role(sales.proposer, "shop_manager"))
    month = f"{DESK}/khau-tru-thue/{timezone.localdate():%Y-%m}/"
    for page, queries in (
        (f"{DESK}/doi-soat/", 7),
        (f"{DESK}/chi-tra/", 7),
        (f"{DESK}/chi-tra/{batch.pk}/", 8),
        (f"{DESK}/chi-tra/{batch.pk}/chuyen-khoan.csv", 5),
        (month, 7),
        (f"{month}khau-tru-thue.xlsx", 5),
    ):
        client.get(page)
        with django_assert_num_queries(queries):
            assert client.get(page).status_code == 200


def test_more_than_a_page_is_on_the_next(client, sales):
    producer = sales.maker("cooperative")
    for _ in range(31):
        sales.parcel(producer, 10_000)
    client.force_login(producer.users.first())
    for address in (f"{DESK}/doi-soat/{producer.pk}/kien/", own_pages(producer)[2]):
        first, second = (seen(client.get(f"{address}?trang={n}")) for n in (1, 2))
        assert (first.count('<td class="words end">'), second.count('<td class="words end">')) == (30, 1)
    assert "310.000 ₫" in second  # the week's total is of all of it
