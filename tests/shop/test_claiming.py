"""Fetching orders placed as a guest: only who holds the phone of the order."""

import io
import re
from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.core.management import call_command
from django.utils import timezone
from django.utils.translation import gettext as _
from test_account import signed_in

from buying import basket_with, buyer
from office.stages import Refused
from shop.account import claiming
from shop.account.models import Claim
from shop.basket.filling import contents
from shop.order.models import Consent, Order
from shop.order.placing import place

pytestmark = pytest.mark.django_db
PHONE = "+84912345678"


def guest_order(shop, phone=PHONE):
    basket = basket_with(shop, shop.product())
    return place(basket, buyer(phone=phone), key=f"k{basket.pk}", expected_total=contents(basket).total)


@pytest.fixture
def sent(texts, django_capture_on_commit_callbacks):
    """Ask, and read what came by text message: (claim, code or "")."""

    def ask(*args, **facts):
        texts.clear()
        with django_capture_on_commit_callbacks(execute=True):
            claim = claiming.ask(*args, **facts)
        codes = [re.search(r"\d{6}", text)[0] for to, text in texts if to == PHONE]
        return claim, "".join(codes[-1:])

    return ask


def test_code_brings_every_guest_order_of_the_phone_and_its_consents(shop, sent):
    orders = [guest_order(shop) for _n in range(2)]
    other = guest_order(shop, "+84912345679")
    me = shop.user()
    claim, code = sent(PHONE, number=orders[0].number, by=me)
    assert claiming.prove(claim, code, by=me) == 2
    assert set(me.orders.all()) == set(orders)
    assert Order.objects.get(pk=other.pk).user is None
    assert not Consent.objects.filter(order__in=orders, user=None).exists()


def test_pages_lead_from_number_and_phone_to_the_orders(shop, texts, django_capture_on_commit_callbacks):
    order = guest_order(shop)
    client = signed_in(shop.user())
    with django_capture_on_commit_callbacks(execute=True):
        form = {"number": order.number.lower(), "phone": "0912 345 678"}
        answer = client.post("/tai-khoan/don-hang/nhan/", form)
    code = re.search(r"\d{6}", texts[-1][1])[0]
    assert client.post(answer["Location"], {"code": f"{code[:3]} {code[3:]}"}).status_code == 302
    assert order.number in client.get("/tai-khoan/don-hang/").content.decode()


@pytest.mark.parametrize("wrong", ["number", "phone", "taken"])
def test_what_does_not_fit_looks_the_same_and_sends_nothing(
    shop, texts, wrong, django_capture_on_commit_callbacks
):
    order, right = guest_order(shop), guest_order(shop, "+84912000222")
    if wrong == "taken":
        Order.objects.filter(pk=order.pk).update(user=shop.user())
    number = "HT26-999999" if wrong == "number" else order.number
    phone = "0912000333" if wrong == "phone" else "0912345678"
    client = signed_in(shop.user())
    with django_capture_on_commit_callbacks(execute=True):
        bad = client.post("/tai-khoan/don-hang/nhan/", {"number": number, "phone": phone})
    assert not texts
    good = client.post("/tai-khoan/don-hang/nhan/", {"number": right.number, "phone": "0912000222"})
    pages = [client.get(each["Location"]) for each in (bad, good)]
    plain = [re.sub(r"\d|value=\"[^\"]*\"", "", page.content.decode()) for page in pages]
    assert plain[0] == plain[1]
    tried = [client.post(each["Location"], {"code": "000000"}) for each in (bad, good)]
    assert [answer.status_code for answer in tried] == [422, 422]


def test_five_wrong_codes_and_the_right_one_no_longer_counts(shop, sent):
    order, me = guest_order(shop), shop.user()
    claim, code = sent(PHONE, number=order.number, by=me)
    wrong = "000000" if code != "000000" else "111111"
    for _n in range(5):
        with pytest.raises(Refused) as refused:
            claiming.prove(claim, wrong, by=me)
        assert refused.value.field == "code"
    with pytest.raises(Refused) as refused:
        claiming.prove(claim, code, by=me)
    assert refused.value.message == _("Too many wrong codes. Please ask for a new one.")
    assert not me.orders.exists()


def test_code_ends_after_ten_minutes_and_is_used_once(shop, sent):
    order, me = guest_order(shop), shop.user()
    claim, code = sent(PHONE, number=order.number, by=me)
    assert 9 < (claim.until - timezone.now()).total_seconds() / 60 <= 10
    Claim.objects.filter(pk=claim.pk).update(until=timezone.now())
    with pytest.raises(Refused):
        claiming.prove(claim, code, by=me)
    claim, code = sent(PHONE, number=order.number, by=me)
    assert claiming.prove(claim, code, by=me) == 1
    with pytest.raises(Refused):
        claiming.prove(claim, code, by=me)


def test_code_is_of_who_asked_and_not_kept_as_it_is(shop, sent):
    order, me, other = guest_order(shop), shop.user(), shop.user()
    claim, code = sent(PHONE, number=order.number, by=me)
    with pytest.raises(Refused):
        claiming.prove(claim, code, by=other)
    assert signed_in(other).get(f"/tai-khoan/don-hang/nhan/{claim.pk}/").status_code == 404
    assert code not in Claim.objects.get(pk=claim.pk).code
    assert not other.orders.exists()


def test_asking_is_limited_for_the_account_and_for_the_phone(shop):
    order = guest_order(shop)
    me = shop.user()
    for n in range(5):
        claiming.ask(f"+8491200000{n}", number=f"HT26-00000{n}", by=me)
    with pytest.raises(Refused):
        claiming.ask(PHONE, number=order.number, by=me)
    for _n in range(2):
        claiming.ask(PHONE, number=order.number, by=shop.user())
    with pytest.raises(Refused):
        claiming.ask(PHONE, number=order.number, by=shop.user())


def test_pages_stop_a_guesser_with_many_accounts_at_one_address(shop):
    guest_order(shop)
    answers = []
    for n in range(12):
        form = {"number": f"HT26-00{n:04d}", "phone": f"09120001{n:02d}"}
        answers.append(signed_in(shop.user()).post("/tai-khoan/don-hang/nhan/", form).status_code)
    assert answers == [302] * 10 + [429] * 2


def verified(shop):
    me = shop.user()
    me.phone, me.phone_verified = PHONE, True
    me.save()
    return me


def test_later_guest_orders_of_the_own_phone_are_offered_and_come_only_by_the_code(shop, sent):
    me = verified(shop)
    order = guest_order(shop)
    client = signed_in(me)
    page = client.get("/tai-khoan/don-hang/").content.decode()
    assert "/tai-khoan/don-hang/nhan/so-cua-toi/" in page
    assert order.number not in page
    claim, code = sent(PHONE, by=me)
    assert claiming.prove(claim, code, by=me) == 1


def test_unverified_phone_is_offered_nothing(shop):
    me = shop.user()
    me.phone = PHONE
    me.save()
    guest_order(shop)
    assert "so-cua-toi" not in signed_in(me).get("/tai-khoan/don-hang/").content.decode()
    with pytest.raises(Refused):
        claiming.ask(PHONE, by=me)
    assert signed_in(me).post("/tai-khoan/don-hang/nhan/so-cua-toi/")["Location"] == "/tai-khoan/don-hang/"
    assert not Claim.objects.exists()


def test_night_forgets_old_codes_and_devices_that_are_signed_out(shop):
    me = shop.user()
    old, fresh = (Claim.objects.create(user=me, phone=PHONE, until=timezone.now()) for _n in range(2))
    Claim.objects.filter(pk=old.pk).update(until=timezone.now() - timedelta(days=2))
    UserSession.objects.create(user=me, ip="127.0.0.1", session_key="over", user_agent="x")
    call_command("nightly", stdout=io.StringIO())
    assert list(Claim.objects.all()) == [fresh]
    assert not UserSession.objects.exists()
