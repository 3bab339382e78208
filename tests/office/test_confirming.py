"""Cash above a sum is confirmed by phone; organisations pay on invoice when the shop agrees."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from payment_rows import due, person

from office import taxcodes
from office.outbox import drain
from office.payment import collecting, confirming, granting, owing, paying
from office.payment.gateways import Arrival
from office.payment.models import Attempt, Due
from office.stages import Refused

pytestmark = pytest.mark.django_db
ASKED = {"organisation": "Trường Tiểu học Thử", "tax_code": "0100109106", "address": "1 Hà Huy Tập"}


@pytest.fixture
def waiting(settings):
    settings.COD_CONFIRM_ABOVE = 100_000
    return paying.begin(due(), "cod")


def code_of(texts):
    drain("text-message")
    return re.search(r"\d{6}", texts[-1][1]).group()


def test_small_sums_need_no_code(settings):
    settings.COD_CONFIRM_ABOVE = 150_000
    assert paying.begin(due(), "cod").state == Attempt.State.PROMISED


def test_the_code_from_the_phone_confirms(waiting, texts):
    assert waiting.state == Attempt.State.WAITING
    assert confirming.confirm(waiting, code_of(texts)).state == Attempt.State.PROMISED
    assert texts[-1][0] == "+84912345678"


def test_five_tries_and_the_right_one_comes_too_late(waiting, texts):
    code = code_of(texts)
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    for _try in range(confirming.MOST_TRIES):
        with pytest.raises(Refused):
            confirming.confirm(waiting, wrong)
    with pytest.raises(Refused):
        confirming.confirm(waiting, code)


def test_a_wrong_code_is_said_at_its_field_with_what_was_typed(client, waiting, texts):
    wrong = f"{(int(code_of(texts)) + 1) % 10**6:06d}"
    address = f"/thanh-toan/{waiting.due.reference}/ma/?k={waiting.due.signature}"
    page = client.post(address, {"code": wrong}, headers={"Origin": "http://testserver"})
    assert page.status_code == 422
    assert f'value="{wrong}" aria-invalid="true" aria-describedby="code_error"' in page.content.decode()
    assert 'id="code_error">Mã không đúng' in page.content.decode()
    right = client.post(address, {"code": code_of(texts)}, headers={"Origin": "http://testserver"})
    assert right["Location"] == waiting.due.get_absolute_url()
    assert Attempt.objects.get().state == Attempt.State.PROMISED


def test_a_code_is_too_old_after_ten_minutes(waiting, texts):
    data = Attempt.objects.get().data | {"code_until": (timezone.now() - timedelta(seconds=1)).isoformat()}
    Attempt.objects.update(data=data)
    with pytest.raises(Refused):
        confirming.confirm(waiting, code_of(texts))


def test_a_no_on_the_phone_leaves_other_ways_open(waiting):
    confirming.decline_by_person(waiting, by=person(), reason="không nghe máy")
    assert Attempt.objects.get().state == Attempt.State.FAILED
    assert paying.begin(waiting.due, "vietqr").is_live


def test_a_transfer_under_way_is_nobodys_to_decline():
    transfer = paying.begin(due(), "vietqr")
    with pytest.raises(Refused):
        confirming.decline_by_person(transfer, by=person(), reason="nhầm địa chỉ")
    assert Attempt.objects.get().is_live


def test_codes_are_not_sent_without_end(waiting):
    confirming.send_code(waiting)
    confirming.send_code(waiting)
    with pytest.raises(Refused):
        confirming.send_code(waiting)


def test_the_code_is_kept_as_a_hash(waiting, texts):
    assert code_of(texts) not in str(Attempt.objects.get().data)


def test_a_person_who_called_may_confirm(waiting):
    confirming.confirm_by_person(waiting, by=person(), reason="called")
    waiting.refresh_from_db()
    assert waiting.state == Attempt.State.PROMISED
    with pytest.raises(Refused):
        confirming.confirm_by_person(waiting, by=person(), reason="called")


def test_cash_handed_over_settles_what_was_promised(waiting, texts):
    confirming.confirm(waiting, code_of(texts))
    collecting.collected(waiting.due, 150_000, carrier="ghn", reference="G1", by=None)
    waiting.refresh_from_db()
    assert waiting.state == Attempt.State.SUCCEEDED


def test_an_organisation_pays_within_the_term_by_a_transfer(settings):
    settings.INVOICE_DAYS = 15
    owed = due()
    attempt = paying.begin(owed, "invoice", asked=ASKED)
    assert attempt.state == Attempt.State.WAITING
    granting.approve(attempt, by=person())
    owed.refresh_from_db()
    assert 14 <= (owed.until - timezone.now()).days <= 15
    paying.settle("vietqr", Arrival(reference="FT1", amount=150_000, note=owed.reference))
    owed.refresh_from_db()
    attempt.refresh_from_db()
    assert (owed.state, attempt.state) == (Due.State.PAID, Attempt.State.SUCCEEDED)


def test_declined_terms_leave_other_ways_open():
    attempt = paying.begin(due(), "invoice", asked=ASKED)
    granting.decline(attempt, by=person(), reason="no such school")
    assert attempt.state == Attempt.State.FAILED
    assert "vietqr" in [way.code for way in paying.ways(attempt.due)]
    assert owing.live_attempt(attempt.due) is None
    with pytest.raises(Refused):
        granting.approve(attempt, by=person())


@pytest.mark.parametrize("code", ["0100109106", "0100109106-001", "010 010 9106", "0300588569"])
def test_tax_codes_with_the_right_check_digit(code):
    assert taxcodes.cleaned(code)[:10] == re.sub(r"\D", "", code)[:10]


@pytest.mark.parametrize(
    "code", ["", "0100109105", "010010910", "01001091066", "0100109106-000", "0100109106-01", "abcdefghij"]
)
def test_tax_codes_that_are_none(code):
    with pytest.raises(ValueError, match=r"digit|branch"):
        taxcodes.cleaned(code)
