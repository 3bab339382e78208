"""The texts of the books of payments are Vietnamese, whoever causes them and in whatever language."""

import pytest
from django.utils.translation import override
from payment_rows import due

from office.ledger.models import Entry
from office.payment import booking, costing, paying
from office.payment.gateways import Arrival, Kept
from office.payment.models import Callback, Due, Refund, Remittance, Settlement

pytestmark = pytest.mark.django_db


def paid(way):
    owed = due()
    paying.settle(way, Arrival(reference=f"FT-{owed.reference}", amount=owed.amount), due=owed)
    return owed


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("way", "words"),
    [("vietqr", "chuyển khoản"), ("stripe", "Stripe"), ("invoice", "chuyển khoản theo hóa đơn")],
)
def test_money_that_came_is_told_in_vietnamese(language, way, words):
    with override(language):
        owed = paid(way)
    (text,) = Entry.objects.filter(about=owed.reference).values_list("text", flat=True)
    assert text == f"Đã nhận qua {words}, FT-{owed.reference}"


def test_the_page_of_one_due_tells_it_so(client, shop):
    owed = paid("vietqr")
    costing.keep(Kept(reference="bt_1", amount=3_300, said="3300 VND"), settlement=Settlement.objects.get())
    client.force_login(shop.user("shop_manager"))
    page = client.get(f"/ban-lam-viec/thanh-toan/cac-khoan/{owed.reference}/").content.decode()
    assert f"Đã nhận qua chuyển khoản, FT-{owed.reference}" in page
    assert "Phí của chuyển khoản, bt_1 (3300 VND)" in page
    assert "Payment vietqr" not in page


def test_refunds_and_couriers_are_told_in_vietnamese_too():
    owed = Due.objects.get(pk=paid("vietqr").pk)
    refund = Refund(pk=7, due=owed, key="r-7", amount=10_000)
    with override("en"):
        booking.refunded(refund, "bank")
        booking.refund_came_back(refund, "bank")
        booking.remitted(Remittance(pk=1, carrier="GHN", amount=90, bank_reference="FT9"), 100, by=None)
    texts = list(Entry.objects.order_by("pk").values_list("text", flat=True))[-3:]
    assert texts == ["Hoàn tiền r-7", "Khoản hoàn tiền r-7 bị trả lại", "GHN nộp tiền thu hộ, FT9"]


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("settlement 7", "đã ghi là khoản trả"),
        ("bank line 7", "đã đọc là dòng sao kê"),
        ("attempt 7 had a hitch", "một lần trả bị từ chối, người trả có thể thử lại"),
        ("attempt 7 succeeded", "lần trả: đã trả"),
        ("refund 7 done", "lần hoàn tiền: đã hoàn tiền"),
        ("disputed", "disputed"),
        ("attempt 7 strange", "attempt 7 strange"),
        ("", ""),
    ],
)
def test_what_became_of_what_a_provider_told_is_said_in_words(outcome, words):
    assert str(Callback(outcome=outcome).became) == words
