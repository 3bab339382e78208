"""Money on our bank account: the webhook in SePay's shape, statements of two banks, couriers' remittances."""

import io
import json
import re
from datetime import timedelta

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from payment_rows import due, person

from office.ledger import reading as books
from office.outbox import drain
from office.payment import collecting, importing, reading, remitting
from office.payment.models import BankLine, Callback, Due, Remittance, Settlement, Statement, Trouble
from office.payment.views.remittances import lines_of
from office.stages import Refused

pytestmark = pytest.mark.django_db
CALLBACK = "/thanh-toan/goi-lai/vietqr/"
KEY = "kho-doan-lam"


@pytest.fixture(autouse=True)
def account(settings):
    settings.SEPAY_API_KEY = KEY
    settings.VIETQR_ACCOUNT = "0071000888888"


def told(client, key=KEY, **changes):
    said = {
        "id": 92704,
        "gateway": "Vietcombank",
        "transactionDate": f"{timezone.localtime():%Y-%m-%d} 14:02:37",
        "accountNumber": "0071000888888",
        "code": None,
        "content": "HT26000123",
        "transferType": "in",
        "transferAmount": 150_000,
        "accumulated": 19_077_000,
        "subAccount": None,
        "referenceCode": "MBVCB.3278907687",
        "description": "",
    }
    headers = {"Authorization": f"Apikey {key}"} if key else {}
    answer = client.post(
        CALLBACK, json.dumps(said | changes), content_type="application/json", headers=headers
    )
    drain("payment-callback")
    return answer


def test_the_webhook_settles_once_and_answers_as_sepay_wants(client):
    owed = due(reference="HT26000123")
    for _twice in range(2):
        answer = told(client)
        assert (answer.status_code, answer.json()) == (200, {"success": True})
    owed.refresh_from_db()
    assert owed.state == Due.State.PAID
    assert (Settlement.objects.count(), BankLine.objects.count(), Callback.objects.count()) == (1, 1, 2)


def test_the_same_transfer_told_under_another_id_is_the_same(client):
    due(reference="HT26000123")
    told(client)
    told(client, id=92705)
    assert Settlement.objects.count() == 1
    assert not Trouble.objects.exists()


@pytest.mark.parametrize("key", ["", "falsch", KEY + "x"])
def test_without_the_key_nothing_happens(client, key):
    due(reference="HT26000123")
    assert told(client, key).status_code == 401
    callback = Callback.objects.get()
    assert (callback.verified, BankLine.objects.count()) == (False, 0)
    assert KEY not in json.dumps(callback.headers)


def test_no_key_set_means_nobody_has_it(client, settings):
    settings.SEPAY_API_KEY = ""
    assert told(client, "").status_code == 401
    assert told(client, " ").status_code == 401


def test_what_left_our_account_is_kept_and_settles_nothing(client):
    due(reference="HT26000123")
    told(client, transferType="out")
    assert BankLine.objects.get().amount == -150_000
    assert not Settlement.objects.exists()


def test_other_peoples_accounts_are_not_ours(client):
    due(reference="HT26000123")
    told(client, accountNumber="999")
    assert not BankLine.objects.exists()
    assert Callback.objects.get().outcome == "nothing to do"


def test_what_cannot_be_read_is_looked_at_by_a_person(client):
    assert told(client, transferAmount="viel").status_code == 200
    assert Callback.objects.get().outcome.startswith("unreadable")
    assert Trouble.objects.get().kind == Trouble.Kind.UNREADABLE


# Statements

TODAY = timezone.localdate
COMMA = (
    "\ufeffNGÂN HÀNG THỬ A,,,,,\nSố tài khoản: 0071000888888,,,,,\n,,,,,\n"
    "Ngày giao dịch,Số tham chiếu,Số tiền ghi nợ,Số tiền ghi có,Số dư,Mô tả\n"
    '{d},FT1,,"150,000","1,150,000",MBVCB.3278.HT26000123.CT tu 007\n'
    '{d},FT2,"50,000",,"1,100,000",Phí\n'
    '{d},FT3,,"1,250,000.00","2,350,000",chuyen tien\n'
    ',,,,,\nTổng cộng,,"50,000","1,400,000",,\n'
)
SEMICOLON = (
    "Transaction date;Transaction ID;Amount (VND);Description\n"
    "{d:%Y-%m-%d};;150.000;Đơn hàng HT 26 000123\n"
    "{d:%Y-%m-%d};;-50.000;Phí dịch vụ\n"
    "{d:%Y-%m-%d};;1.250.000;Nguyễn Thị Hường trả tiền\n"
    "{d:%Y-%m-%d};;1.250.000;Nguyễn Thị Hường trả tiền\n"
)


def comma():
    return COMMA.format(d=f"{TODAY():%d/%m/%Y}").encode()


def semicolon():
    """windows-1258 writes the tone marks apart."""
    import unicodedata

    text = SEMICOLON.format(d=TODAY()).replace(" (VND)", " VND")
    apart = "".join(_for_1258(each) for each in unicodedata.normalize("NFC", text))
    return apart.encode("windows-1258")


def _for_1258(character):
    import unicodedata

    try:
        character.encode("windows-1258")
        return character
    except UnicodeEncodeError:
        whole = unicodedata.normalize("NFD", character)
        tones = [each for each in whole if each in "\u0300\u0301\u0303\u0309\u0323"]
        rest = unicodedata.normalize("NFC", "".join(each for each in whole if each not in tones))
        return rest + "".join(tones)


def sheet():
    book = openpyxl.Workbook()
    page = book.active
    page.append(["Sao kê tài khoản"])
    page.append(["Ngày", "Mã giao dịch", "Số tiền", "Nội dung"])
    page.append([TODAY(), "X1", 150_000, "HT26000123"])
    page.append([f"{TODAY():%d-%m-%Y} 08:15", "X2", "-50.000", "Phí"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def lines(content):
    return reading.read(content, account="0071000888888")


def test_two_banks_statements_say_the_same():
    shape, rows = lines(comma())
    other, apart = lines(semicolon())
    assert (shape, other) == ("credit_column", "signed_amount")
    assert [row.amount for row in rows] == [150_000, -50_000, 1_250_000]
    assert [row.amount for row in apart] == [150_000, -50_000, 1_250_000, 1_250_000]
    assert {timezone.localtime(row.at).date() for row in [*rows, *apart]} == {TODAY()}
    assert apart[2].note == "Nguyễn Thị Hường trả tiền"
    assert len({row.reference for row in apart}) == 4


def test_a_workbook_is_read_too():
    _shape, rows = lines(sheet())
    assert [(row.reference, row.amount) for row in rows] == [("X1", 150_000), ("X2", -50_000)]
    assert timezone.localtime(rows[1].at).hour == 8


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.250.000", 1_250_000),
        ("1,250,000", 1_250_000),
        ("1,250,000.00", 1_250_000),
        ("1.250.000,00 VND", 1_250_000),
        ("1250000", 1_250_000),
        ("+150.000 đ", 150_000),
        ("-1.250.000", -1_250_000),
        ("(50,000)", -50_000),
        ("0", 0),
        (150_000.0, 150_000),
    ],
)
def test_amounts_as_banks_write_them(text, amount):
    assert reading.dong(text) == amount


@pytest.mark.parametrize("text", ["", "1.25", "1.250,000.000", "12,5", "1,250.5", "viel", 0.5])
def test_what_is_no_amount_of_dong_is_refused(text):
    with pytest.raises(ValueError, match=f"^{re.escape(str(text))}$"):
        reading.dong(text)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a,b,c\n1,2,3\n",
        b"PK\x03\x04broken",
        comma().replace(b"0071000888888", b"0071000999999"),
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_statement_of_ours_is_refused(content):
    with pytest.raises(Refused):
        lines(content)


def bring(content, name="sao-ke.csv", by=None):
    return importing.bring(SimpleUploadedFile(name, content), by=by or person())


def test_looking_at_a_statement_takes_nothing_and_the_same_file_twice_does_nothing():
    owed = due(reference="HT26000123")
    by = person()
    statement = bring(comma(), by=by)
    assert not BankLine.objects.exists()
    assert importing.take_over(statement, by=by) == 3
    assert importing.take_over(statement, by=by) == 0
    assert bring(comma(), by=by) == statement
    owed.refresh_from_db()
    assert owed.state == Due.State.PAID
    assert Settlement.objects.count() == 2  # the second waits for a person
    assert Trouble.objects.get().kind == Trouble.Kind.UNKNOWN


def test_two_transfers_alike_in_one_statement_are_two():
    by = person()
    importing.take_over(bring(semicolon(), by=by), by=by)
    assert Settlement.objects.filter(amount=1_250_000).count() == 2
    assert importing.take_over(Statement.objects.get(), by=by) == 0


def test_a_statement_does_not_pay_again_what_the_webhook_told(client):
    due(reference="HT26000123")
    told(client, content="MBVCB.3278.HT26000123.CT tu 007", referenceCode="FT1")
    by = person()
    importing.take_over(bring(comma(), by=by), by=by)
    assert Settlement.objects.filter(due__reference="HT26000123").count() == 1


def test_nor_when_the_statement_names_it_differently(client):
    due(reference="HT26000123")
    told(client, content="HT26000123", referenceCode="SEPAY-9")
    by = person()
    for _twice in range(2):
        importing.take_over(bring(comma(), by=by), by=by)
    assert Settlement.objects.filter(amount=150_000).count() == 1
    assert BankLine.objects.get(reference="SEPAY-9").alias == "FT1"
    assert not Trouble.objects.exclude(kind=Trouble.Kind.UNKNOWN).exists()


def test_nor_does_the_webhook_that_was_away_while_the_statement_was_taken(client):
    owed = due(reference="HT26000123")
    by = person()
    statement = bring(semicolon(), by=by)
    importing.take_over(statement, by=by)
    told(client)
    told(client, id=92705)
    line = BankLine.objects.get(amount=150_000)
    assert (line.alias, line.statement, line.settlement.due) == ("MBVCB.3278907687", statement, owed)
    assert not Trouble.objects.exclude(kind=Trouble.Kind.UNKNOWN).exists()
    told(client, id=92706, referenceCode="MBVCB.3278907688")  # the payer transfers once more
    assert Settlement.objects.filter(due=owed).count() == 2
    assert Trouble.objects.filter(kind=Trouble.Kind.DOUBLE).count() == 1


def test_another_transfer_like_one_that_has_the_banks_reference_is_another(client):
    owed = due(reference="HT26000123")
    by = person()
    importing.take_over(bring(comma(), by=by), by=by)  # FT1; its own call is late
    told(client, referenceCode="FT9")
    told(client, id=92705, referenceCode="FT1")
    assert Settlement.objects.filter(due=owed).count() == 2


# Couriers


def collected(amount, code, carrier="ghn", known_as=""):
    owed = due(amount)
    collecting.collected(owed, amount, carrier=carrier, reference=code, known_as=known_as, by=None)
    return owed


def test_a_courier_hands_over_less_and_the_difference_is_booked():
    collected(150_000, "G1")
    collected(200_000, "G2")
    made = remitting.remit("ghn", [("G1", 150_000), ("G2", 190_000)], bank_reference="FT77", by=person())
    assert (made.amount, made.difference) == (340_000, -10_000)
    assert (books.balance("courier:ghn"), books.balance("bank"), books.balance("differences")) == (
        0,
        340_000,
        10_000,
    )
    assert remitting.carriers() == []
    assert remitting.remit("ghn", [("G1", 1)], bank_reference="FT77", by=None) == made


def test_a_courier_may_use_its_own_codes_but_not_both_for_one():
    collected(150_000, "HT26-000001-1", known_as="GHN77")
    with pytest.raises(Refused):
        remitting.compare("ghn", [("GHN77", 150_000), ("HT26-000001-1", 150_000)])
    (row,) = remitting.compare("ghn", [("GHN77", 150_000)])
    assert row.settlement.amount == 150_000
    assert remitting.compare("ghn", [("GHN78", 150_000)])[0].settlement is None


def test_what_was_handed_over_cannot_be_again_and_what_nobody_collected_is_refused():
    collected(150_000, "G1")
    remitting.remit("ghn", [("G1", 150_000)], bank_reference="FT77", by=None)
    for rows in ([("G1", 150_000)], [("G9", 1)], [("G1", 1), ("G1", 1)]):
        with pytest.raises(Refused):
            remitting.remit("ghn", rows, bank_reference="FT78", by=None)
    assert Remittance.objects.count() == 1


def test_cash_nobody_knows_of_is_shown_and_booked_as_a_difference():
    collected(150_000, "G1")
    remitting.remit("ghn", [("G1", 150_000), ("G9", 20_000)], bank_reference="FT77", by=None)
    assert (books.balance("differences"), books.balance("bank")) == (-20_000, 170_000)


@pytest.mark.parametrize("bank_first", [True, False])
def test_the_couriers_transfer_is_not_a_payment_whichever_is_told_first(client, bank_first):
    collected(150_000, "G1")
    facts = {"content": "GHN COD", "referenceCode": "FT77"}
    if bank_first:
        told(client, **facts)
        assert Trouble.objects.get().kind == Trouble.Kind.UNKNOWN
    remitting.remit("ghn", [("G1", 150_000)], bank_reference="FT77", by=None)
    if not bank_first:
        told(client, **facts)
    assert (books.balance("bank"), books.balance("unassigned"), books.balance("courier:ghn")) == (
        150_000,
        0,
        0,
    )
    assert not Trouble.objects.filter(solved_at=None).exists()


@pytest.mark.parametrize("bank_first", [True, False])
def test_less_came_from_the_courier_than_its_list_says_and_the_bank_is_right(client, bank_first):
    collected(150_000, "G1")
    facts = {"content": "GHN COD", "referenceCode": "FT77", "transferAmount": 140_000}
    if bank_first:
        told(client, **facts)
    remitting.remit("ghn", [("G1", 150_000)], bank_reference="FT77", by=person())
    if not bank_first:
        told(client, **facts)
        told(client, id=92706, **facts)
    made = Remittance.objects.get()
    assert (made.amount, made.difference, remitting.carriers()) == (140_000, -10_000, [])
    assert (books.balance("bank"), books.balance("unassigned"), books.balance("courier:ghn")) == (
        140_000,
        0,
        0,
    )
    assert books.balance("differences") == 10_000
    assert not Trouble.objects.filter(solved_at=None).exists()


def test_a_couriers_list_is_read_as_pasted():
    text = "G1  150.000\nG2;190,000\nG3,20000\n"
    assert lines_of({"lines": text}) == [("G1", 150_000), ("G2", 190_000), ("G3", 20_000)]
    with pytest.raises(Refused):
        lines_of({"lines": "G1"})


def test_old_money_of_the_same_amount_is_not_proposed_for_ever():
    owed = due(reference="HT26000123")
    Due.objects.filter(pk=owed.pk).update(made_at=timezone.now() - timedelta(days=90))
    from office.payment import matching

    assert matching.proposals("x", 150_000, timezone.now()) == []
