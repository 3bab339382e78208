"""Wrong secrets of providers, and numbers that are guessed."""

import pytest
from django.test import Client

from office.outbox import Job
from office.payment.models import Settlement
from rights_world import build, entered

pytestmark = pytest.mark.django_db
ORIGIN = {"headers": {"Origin": "http://testserver"}}


@pytest.fixture
def world(shop, settings, tmp_path):
    return build(shop, settings, tmp_path)


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("/thanh-toan/goi-lai/vietqr/", {"Authorization": "Apikey sai"}),
        ("/thanh-toan/goi-lai/vietqr/", {}),
        ("/thanh-toan/goi-lai/stripe/", {"Stripe-Signature": "t=1,v1=00"}),
        ("/giao-hang/goi-lai/ghn/?k=sai", {}),
        ("/giao-hang/goi-lai/ghn/", {"X-Callback-Secret": "sai"}),
    ],
)
def test_a_call_with_a_wrong_secret_is_turned_away_and_moves_nothing(world, settings, address, headers):
    settings.SEPAY_API_KEY, settings.STRIPE_WEBHOOK_SECRET = "khoa", "whsec_x"
    settings.STRIPE_SECRET_KEY = "sk_test_x"
    settings.GHN_URL, settings.GHN_TOKEN, settings.GHN_CALLBACK_SECRET = "http://127.0.0.1:9", "t", "bi-mat"
    settings.GHN_SHOP_ID = "1"
    body = {
        "id": 1, "accountNumber": "0071000", "transferType": "in", "referenceCode": "FT-GIA",
        "transferAmount": world.waiting_due.amount, "content": world.waiting_due.reference,
    }  # fmt: skip
    answer = Client().post(address, body, content_type="application/json", headers=headers)
    assert answer.status_code in {401, 403}
    assert not Settlement.objects.filter(reference="FT-GIA").exists()
    assert not Job.objects.filter(kind__in=("payment-callback", "carrier-report")).exists()


def test_an_unknown_provider_is_not_found(world):
    for address in ("/thanh-toan/goi-lai/cod/", "/thanh-toan/goi-lai/x/", "/giao-hang/goi-lai/x/"):
        assert Client().post(address, "{}", content_type="application/json").status_code == 404
        assert Client().get(address).status_code in {404, 405}


GUESSES = {  # address: (what is sent, the field that is guessed)
    "/don-hang/tra-cuu/": ({"number": "HT26-000001", "phone": "0912345678"}, "phone"),
    "/phan-anh/tra-cuu/": ({"number": "PA26-000001", "phone": "0912345678"}, "phone"),
    "/tai-khoan/don-hang/nhan/": ({"number": "HT26-000001", "phone": "0912345678"}, "phone"),
    "/du-lieu-ca-nhan/": ({"contact": "0912345678"}, "contact"),
}


@pytest.mark.parametrize("address", GUESSES)
def test_who_guesses_is_stopped_and_others_are_not(world, address):
    sent, field = GUESSES[address]
    client = entered(world, "stranger") if address.startswith("/tai-khoan/") else Client()
    said = [client.post(address, sent | {field: f"09123456{n:02d}"}, **ORIGIN).status_code for n in range(14)]
    assert said[0] != 429
    assert said[-1] == 429
    other = entered(world, "owner") if address.startswith("/tai-khoan/") else Client()
    cache_free = {"REMOTE_ADDR": "203.0.113.9"}
    changed = sent | {"number": "HT26-000002", field: "0377777777"}
    assert other.post(address, changed, **ORIGIN, **cache_free).status_code != 429


def test_tracking_needs_both_the_number_and_the_phone(world):
    order, other = world.guests, world.strangers
    client = Client()
    for number, phone, found in (
        (order.number, "0912 345 678", True),
        (order.number, "0988 888 888", False),
        (other.number, "0912 345 678", False),
        (order.number, "", False),
        ("", "0912 345 678", False),
    ):
        answer = client.post("/don-hang/tra-cuu/", {"number": number, "phone": phone}, **ORIGIN)
        assert (answer.status_code == 302) is found


def test_the_code_for_cash_is_asked_for_and_tried_a_few_times_only(world):
    from office.payment import confirming
    from office.stages import Refused

    attempt = world.attempt
    for _ in range(confirming.MOST_CODES):
        confirming.send_code(attempt)
    with pytest.raises(Refused):
        confirming.send_code(attempt)
    for _ in range(confirming.MOST_TRIES):
        with pytest.raises(Refused):
            confirming.confirm(attempt, "no")
    attempt.refresh_from_db()
    attempt.data |= {"code": confirming._digest(attempt, "123456")}
    attempt.save()
    with pytest.raises(Refused):
        confirming.confirm(attempt, "123456")  # the right one comes too late
