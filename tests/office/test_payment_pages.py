"""The payer's pages and the desk: who sees what, what they do without JavaScript, how many queries."""

import re
import shutil
import subprocess

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from payment_rows import due

from office.payment import collecting, owing, paying, refunding, showing, solving
from office.payment.gateways import Arrival
from office.payment.models import Attempt, Due, Refund, Remittance, Trouble

pytestmark = pytest.mark.django_db
ORIGIN = {"headers": {"Origin": "http://testserver"}}
DESK = "/ban-lam-viec/thanh-toan/"
PAGES = ("", "xac-nhan/", "hoan-tien/", "cac-khoan/", "cac-khoan.xlsx", "sao-ke/", "doi-soat/")


def seen(answer):
    return answer.content.decode().replace("\u00a0", " ")


def at(owed, tail=""):
    return f"/thanh-toan/{owed.reference}/{tail}?k={owed.signature}"


def test_the_page_opens_by_its_signature_alone(client):
    owed = due()
    assert client.get(at(owed)).status_code == 200
    other = due()
    for address in (
        f"/thanh-toan/{owed.reference}/",
        at(owed)[:-1] + "x",
        at(owed).replace(owed.reference, other.reference),
    ):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("attempt", ["1" * 5000, "9" * 30, "²"])
def test_who_comes_back_from_no_attempt_of_ours_sees_the_page(client, attempt):
    assert client.get(f"{at(due(), 'tro-ve/')}&lan={attempt}", follow=True).status_code == 200


def test_a_payer_chooses_the_code_and_says_it_is_transferred(client):
    owed = due()
    assert "cach/vietqr/" in seen(client.get(at(owed)))
    assert client.post(at(owed, "cach/vietqr/"), **ORIGIN).status_code == 302
    page = seen(client.get(at(owed)))
    assert "<svg" in page
    assert "150.000 ₫" in page
    assert f'data-copy="{owed.reference}"' in page
    assert "style=" not in re.sub(r"<head>.*</head>", "", page, flags=re.S)
    client.post(at(owed, "da-chuyen/"), **ORIGIN)
    assert Attempt.objects.get().claimed_at


def test_who_pays_on_the_phone_itself_keeps_the_code_as_a_picture_a_decoder_reads(client, tmp_path):
    owed = due()
    assert client.get(at(owed, "ma-qr.png"))["Location"] == at(owed)  # nothing is to be transferred yet
    paying.begin(owed, "vietqr")
    assert at(owed, "ma-qr.png") in seen(client.get(at(owed)))
    kept = client.get(at(owed, "ma-qr.png"))
    assert (kept["Content-Type"], owed.reference in kept["Content-Disposition"]) == ("image/png", True)
    assert client.get(at(owed, "ma-qr.png")[:-1] + "x").status_code == 404
    if shutil.which("zbarimg") is None:
        pytest.skip("zbarimg is missing (Debian: apt install zbar-tools)")
    (tmp_path / "code.png").write_bytes(kept.content)
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", tmp_path / "code.png"], capture_output=True, text=True, check=True
    )
    assert read.stdout.strip() == showing.payload_of(owed, 150_000)
    paying.settle("vietqr", Arrival(reference="FT1", amount=150_000, note=owed.reference))
    assert client.get(at(owed, "ma-qr.png"))["Location"] == at(owed)


def test_the_page_tells_by_itself_that_it_is_paid(client):
    owed = due()
    paying.begin(owed, "vietqr")
    page = seen(client.get(at(owed)))
    poll = re.search(r'hx-get="([^"]+)"', page).group(1).replace("&amp;", "&")
    assert client.get(poll).headers.get("HX-Refresh") is None
    paying.settle("vietqr", Arrival(reference="FT1", amount=150_000, note=owed.reference))
    assert client.get(poll).headers["HX-Refresh"] == "true"
    paid = seen(client.get(at(owed)))
    assert "hx-get" not in paid


def test_the_rest_is_asked_for_after_too_little(client):
    owed = due()
    paying.begin(owed, "vietqr")
    paying.settle("vietqr", Arrival(reference="FT1", amount=100_000, note=owed.reference))
    page = seen(client.get(at(owed)))
    assert "50.000 ₫" in page
    client.post(at(owed, "cach/vietqr/"), **ORIGIN)
    assert Attempt.objects.first().amount == 50_000


def test_the_page_that_asks_for_the_rest_tells_by_itself_that_it_came(client):
    owed = due()
    assert "hx-get" not in seen(client.get(at(owed)))  # nothing is under way
    paying.begin(owed, "vietqr")
    paying.settle("vietqr", Arrival(reference="FT1", amount=100_000, note=owed.reference))
    page = seen(client.get(at(owed)))
    assert "Kiểm tra lại ngay" in page
    poll = re.search(r'hx-get="([^"]+)"', page).group(1).replace("&amp;", "&")
    assert client.get(poll).headers.get("HX-Refresh") is None
    paying.settle("vietqr", Arrival(reference="FT2", amount=50_000, note=owed.reference))
    assert client.get(poll).headers["HX-Refresh"] == "true"


def test_who_paid_too_much_is_told_so_until_it_is_on_its_way_back(client, shop):
    owed = due()
    for reference in ("FT1", "FT2"):
        assert "trả dư" not in seen(client.get(at(owed)))
        paying.settle("vietqr", Arrival(reference=reference, amount=150_000, note=owed.reference))
    page = seen(client.get(at(owed)))
    assert "Bạn đã trả dư 150.000 ₫. Cửa hàng sẽ liên hệ để hoàn lại phần này." in page
    solving.refund(Trouble.objects.get(), by=shop.user("shop_manager"), reason="trả dư")
    assert "trả dư" not in seen(client.get(at(owed)))


def test_the_number_of_the_payer_is_read_out_where_it_is_called(client, manager, settings):
    settings.COD_CONFIRM_ABOVE = 0
    owed = due()
    paying.begin(owed, "cod")
    assert "0912 345 678" in seen(client.get(at(owed)))
    assert ">0912 345 678</a>" in seen(manager.get(DESK + "xac-nhan/"))


def test_an_organisation_is_asked_for_its_tax_code(client):
    owed = due()
    said = {"organisation": "Trường Thử", "tax_code": "0100109105", "address": "1 Hà Huy Tập"}
    assert client.get(at(owed, "cach/invoice/")).status_code == 200
    assert client.post(at(owed, "cach/invoice/"), said, **ORIGIN).status_code == 422
    assert (
        client.post(at(owed, "cach/invoice/"), said | {"tax_code": "0100109106"}, **ORIGIN).status_code == 302
    )
    assert Attempt.objects.get().state == "waiting"


def test_other_sites_cannot_post_and_unknown_ways_are_refused(client):
    owed = due()
    stranger = {"headers": {"Origin": "https://evil.example"}}
    assert client.post(at(owed, "cach/vietqr/"), **stranger).status_code == 403
    client.post(at(owed, "cach/gold/"), **ORIGIN)
    assert not Attempt.objects.exists()


def test_a_closed_due_offers_nothing(client):
    owed = due()
    owing.close(owed, by=None, reason="over")
    assert "cach/" not in seen(client.get(at(owed)))
    client.post(at(owed, "cach/vietqr/"), **ORIGIN)
    assert not Attempt.objects.exists()


def test_the_payee_says_where_a_refund_goes(client):
    owed = due()
    paying.settle("vietqr", Arrival(reference="FT1", amount=150_000, note=owed.reference))
    made = refunding.refund(owed, 50_000, reason="one less", key="a", by=None)
    said = {"bank": "Thử", "number": "0123456789", "holder": "Nguyễn Thị Hoa"}
    client.post(at(owed, f"tai-khoan/{made.pk}/"), said, **ORIGIN)
    assert Refund.objects.get().account["number"] == "0123456789"
    other = due()
    assert client.post(at(other, f"tai-khoan/{made.pk}/"), said, **ORIGIN).status_code == 404


def test_an_account_for_a_refund_is_taken_in_groups_and_a_wrong_one_stays_as_typed(client):
    owed = due()
    paying.settle("vietqr", Arrival(reference="FT1", amount=150_000, note=owed.reference))
    made = refunding.refund(owed, 50_000, reason="one less", key="a", by=None)
    address = at(owed, f"tai-khoan/{made.pk}/")
    wrong = {"bank": "Agribank", "number": "3700/x", "holder": "Nguyễn Thị Hoa"}
    answer = client.post(address, wrong, **ORIGIN)
    page = seen(answer)
    assert answer.status_code == 422
    assert all(f'value="{each}"' in page for each in wrong.values())
    assert (
        page.index('value="3700/x"')
        < page.index("Số tài khoản chỉ gồm chữ số")
        < page.index("Nguyễn Thị Hoa")
    )
    made.refresh_from_db()
    assert not made.account
    client.post(address, wrong | {"number": "3700 2050-12.345"}, **ORIGIN)
    made.refresh_from_db()
    assert made.account == {"bank": "Agribank", "number": "3700205012345", "holder": "Nguyễn Thị Hoa"}


def test_small_letters_stay_the_checkouts(client):
    assert client.get("/thanh-toan/").status_code in {200, 302}
    assert client.get("/thanh-toan/goi-lai/vietqr/").status_code == 405
    assert client.post("/thanh-toan/goi-lai/gold/").status_code == 404


# The desk


@pytest.fixture
def manager(client, shop):
    client.force_login(shop.user("shop_manager", name="Quản lý"))
    return client


@pytest.mark.parametrize("page", PAGES)
def test_the_desk_is_the_managers(client, shop, page):
    assert client.get(DESK + page).status_code == 302
    for role in ("producer", "buyer", "programme_office", "trade_department"):
        client.force_login(shop.user(role))
        assert client.get(DESK + page).status_code == 403
    for role in ("shop_manager", "administrator"):
        client.force_login(shop.user(role))
        assert client.get(DESK + page).status_code == 200


def test_acts_of_the_desk_are_refused_to_others(client, shop):
    owed = due()
    paying.settle("vietqr", Arrival(reference="FT1", amount=1000, note="?"))
    trouble = Trouble.objects.get()
    client.force_login(shop.user("producer"))
    said = {"reference": owed.reference, "reason": "mine"}
    assert client.post(f"{DESK}{trouble.pk}/assign/", said).status_code == 403
    assert Trouble.objects.get().is_open


def test_the_manager_assigns_unknown_money(manager):
    owed = due()
    paying.settle("vietqr", Arrival(reference="FT1", amount=150_000, note="tien hang"))
    trouble = Trouble.objects.get()
    page = seen(manager.get(f"{DESK}{trouble.pk}/assign/"))
    assert owed.reference in page  # proposed by its amount
    assert (
        manager.post(f"{DESK}{trouble.pk}/assign/", {"reference": "HT99", "reason": "x"}).status_code == 200
    )
    manager.post(f"{DESK}{trouble.pk}/assign/", {"proposed": owed.reference, "reason": "gọi điện"})
    owed.refresh_from_db()
    assert owed.state == Due.State.PAID
    assert "gọi điện" in seen(manager.get(DESK + "?loc=xong"))
    assert manager.get(f"{DESK}{trouble.pk}/assign/").status_code == 404


def test_the_manager_confirms_what_waits(manager, settings):
    settings.COD_CONFIRM_ABOVE = 0
    first, second = due(), due()
    for owed in (first, second):
        paying.begin(owed, "cod")
    assert first.reference in seen(manager.get(DESK + "xac-nhan/"))
    manager.post(f"{DESK}xac-nhan/{owing.live_attempt(first).pk}/dong-y/", {"reason": "called"})
    manager.post(f"{DESK}xac-nhan/{owing.live_attempt(second).pk}/tu-choi/", {"reason": "no answer"})
    assert [owed.attempts.get().state for owed in (first, second)] == ["promised", "failed"]


def test_the_manager_transfers_a_refund_by_hand(manager):
    owed = due()
    paying.settle("vietqr", Arrival(reference="FT1", amount=150_000, note=owed.reference))
    made = refunding.refund(owed, 50_000, reason="one less", key="a", by=None)
    address = f"{DESK}hoan-tien/{made.pk}/da-chuyen/"
    assert manager.post(address, {"bank_reference": "FT9"}).status_code == 200
    manager.post(address, {"bank_reference": "FT9", "number": "123456", "bank": "Thử", "holder": "HOA"})
    made.refresh_from_db()
    assert (made.stage, made.bank_reference) == ("done", "FT9")


def test_a_statement_is_looked_at_then_taken_over(manager, settings):
    owed = due(reference="HT26000123")
    content = "Ngày,Số tham chiếu,Ghi nợ,Ghi có,Mô tả\n25/11/2026,FT1,,150.000,HT26000123\n"
    answer = manager.post(
        DESK + "sao-ke/", {"document": SimpleUploadedFile("a.csv", content.encode())}, follow=True
    )
    page = answer.redirect_chain[-1][0]
    assert "HT26000123" in seen(answer)
    owed.refresh_from_db()
    assert owed.state == Due.State.OPEN
    manager.post(page)
    owed.refresh_from_db()
    assert owed.state == Due.State.PAID
    broken = manager.post(DESK + "sao-ke/", {"document": SimpleUploadedFile("a.csv", b"x")})
    assert broken.status_code == 422


def test_a_couriers_list_is_compared_then_booked(manager):
    for code in ("G1", "G2"):
        collecting.collected(due(), 150_000, carrier="ghn", reference=code, by=None)
    address = DESK + "doi-soat/ghn/"
    assert "G1  150000" in seen(manager.get(address))
    said = {"bank_reference": "FT7", "lines": "G1 150.000\nG2 140.000"}
    assert "-10.000 ₫" in seen(manager.post(address, said))
    assert not Remittance.objects.exists()
    manager.post(address, said | {"book": "1"})
    assert Remittance.objects.get().amount == 290_000
    assert manager.get(DESK + "doi-soat/xyz/").status_code == 404


def fill(number):
    """So many of everything the desk lists."""
    for n in range(number):
        owed, back, cash = due(), due(), due()
        tag = f"{owed.pk}-{n}"
        paying.settle("vietqr", Arrival(reference=f"A{tag}", amount=1000, note=owed.reference))
        paying.settle("vietqr", Arrival(reference=f"B{tag}", amount=150_000, note=back.reference))
        refunding.refund(back, 50_000, reason="x", key=tag, by=None)
        paying.begin(owed, "invoice", asked={"organisation": "A", "tax_code": "1", "address": "B"})
        collecting.collected(cash, 150_000, carrier="ghn", reference=tag, by=None)
        from office.payment.remitting import remit

        remit("ghn", [(tag, 140_000)], bank_reference=tag, by=None)


@pytest.mark.parametrize(
    ("page", "queries"), [("", 6), ("xac-nhan/", 6), ("hoan-tien/", 6), ("sao-ke/", 5), ("doi-soat/", 10)]
)
def test_the_desk_asks_no_more_for_thirty_than_for_three(manager, page, queries):
    fill(3)
    manager.get(DESK + page)
    for more in (0, 27):
        fill(more)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert manager.get(DESK + page).status_code == 200
        assert len(asked) == queries


def test_the_payers_page_asks_little(client):
    owed = due()
    paying.begin(owed, "vietqr")
    with CaptureQueriesContext(connection) as asked:
        client.get(at(owed))
    assert len(asked) == 11
