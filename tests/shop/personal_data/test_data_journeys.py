"""Through the pages: signed in, or by a code; and the data officer's desk."""

import io
import json
import re
import zipfile

import pytest
from django.core import mail

from buying import ORIGIN, seen
from complaining import order_of
from office.access_log import Access
from office.accounts.personal import person_of
from shop.order import consenting
from shop.personal_data import requesting
from shop.personal_data.models import DataRequest

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec/du-lieu/"
HOME = "/du-lieu-ca-nhan/"


def ask_code(client, contact, capture):
    with capture(execute=True):
        return client.post(HOME, {"contact": contact}, **ORIGIN)


def prove(client, order, texts, capture):
    """Prove the telephone number of `order` by a code."""
    ask_code(client, str(order.phone), capture)
    code = re.search(r"\d{6}", texts[-1][1])[0]
    return client.post(f"{HOME}ma/", {"code": code}, **ORIGIN)


def test_a_guest_proves_the_number_sees_copies_and_takes_a_consent_back(
    client, shop, texts, django_capture_on_commit_callbacks
):
    order = order_of(shop, marketing=True)
    assert prove(client, order, texts, django_capture_on_commit_callbacks)["Location"] == HOME
    page = seen(client.get(f"{HOME}xem/"))
    assert order.number in page
    copy = client.post(f"{HOME}ban-sao/", **ORIGIN)
    bundle = zipfile.ZipFile(io.BytesIO(copy.content))
    assert {"du-lieu.json", "orders.csv", "consents.csv"} <= set(bundle.namelist())
    document = json.loads(bundle.read("du-lieu.json"))
    assert document["parts"]["orders"][0]["number"] == order.number
    assert order.number in bundle.read("orders.csv").decode("utf-8-sig")
    news = order.consents.get(kind="marketing")
    client.post(f"{HOME}dong-y/{news.pk}/rut/", **ORIGIN)
    news.refresh_from_db()
    assert news.withdrawn_at is not None
    kinds = set(DataRequest.objects.values_list("kind", "stage"))
    assert kinds == {("copy", "done"), ("withdraw", "done")}
    client.post(f"{HOME}roi/", **ORIGIN)
    assert client.get(f"{HOME}xem/").status_code == 302


def test_an_address_nobody_knows_gets_no_code_and_the_page_does_not_say_so(
    client, shop, texts, django_capture_on_commit_callbacks
):
    order = order_of(shop, email="hoa@example.com")
    mail.outbox.clear()
    pages = {}
    for contact in ("hoa@example.com", "la@example.com"):
        answer = ask_code(client, contact, django_capture_on_commit_callbacks)
        pages[contact] = client.get(answer["Location"]).content.decode().replace(contact, "")
    strip = lambda page: re.sub(r'value="[^"]*"', "", page)  # noqa: E731
    assert strip(pages["hoa@example.com"]) == strip(pages["la@example.com"])
    codes = [message for message in mail.outbox if "Mã OCOP" in message.body]
    assert [message.to for message in codes] == [["hoa@example.com"]]
    assert order.number not in codes[0].body


def test_a_wrong_code_opens_nothing_and_guessing_is_stopped(
    client, shop, texts, django_capture_on_commit_callbacks
):
    order = order_of(shop)
    ask_code(client, str(order.phone), django_capture_on_commit_callbacks)
    right = re.search(r"\d{6}", texts[-1][1])[0]
    wrong = f"{(int(right) + 1) % 1_000_000:06d}"
    for _ in range(5):
        answer = client.post(f"{HOME}ma/", {"code": wrong}, **ORIGIN)
        assert "code" in answer.context["form"].errors
    client.post(f"{HOME}ma/", {"code": wrong}, **ORIGIN)
    client.post(f"{HOME}ma/", {"code": right}, **ORIGIN)
    assert client.get(f"{HOME}xem/").status_code == 302


def test_codes_are_sent_a_few_times_only(client, shop, texts, django_capture_on_commit_callbacks):
    order = order_of(shop)
    texts.clear()
    statuses = [
        ask_code(client, str(order.phone), django_capture_on_commit_callbacks).status_code for _ in range(5)
    ]
    assert statuses == [302, 302, 302, 429, 429]
    assert sum("Mã OCOP" in text for _number, text in texts) == 3


@pytest.mark.parametrize("contact", ["", "12", "hoa@"])
def test_what_is_neither_number_nor_address_is_told_at_its_field(client, reference, contact):
    answer = client.post(HOME, {"contact": contact}, **ORIGIN)
    assert answer.context["form"].errors.keys() == {"contact"}


@pytest.mark.parametrize("code", ["", "12345", "abcdef"])
def test_a_code_has_six_digits(client, shop, code, django_capture_on_commit_callbacks):
    ask_code(client, "0912345678", django_capture_on_commit_callbacks)
    assert client.post(f"{HOME}ma/", {"code": code}, **ORIGIN).context["form"].errors.keys() == {"code"}


def test_a_proof_does_not_open_anothers_consent(client, shop, texts, django_capture_on_commit_callbacks):
    mine, other = order_of(shop), order_of(shop, phone="+84987654321", marketing=True)
    prove(client, mine, texts, django_capture_on_commit_callbacks)
    consent = other.consents.get(kind="marketing")
    assert client.post(f"{HOME}dong-y/{consent.pk}/rut/", **ORIGIN).status_code == 404
    consent.refresh_from_db()
    assert consent.withdrawn_at is None


def test_a_code_to_a_telephone_does_not_open_a_staff_account(
    client, shop, texts, django_capture_on_commit_callbacks
):
    order = order_of(shop)
    manager = shop.user("shop_manager", name="Thái Quản Lý")
    manager.phone, manager.phone_verified = str(order.phone), True
    manager.save()
    prove(client, order, texts, django_capture_on_commit_callbacks)
    page = seen(client.get(f"{HOME}xem/"))
    assert order.number in page
    assert "Thái Quản Lý" not in page


def test_somebody_signed_in_needs_no_code(client, shop):
    user = shop.user(name="Hoa")
    client.force_login(user)
    assert "Hoa" in seen(client.get(f"{HOME}xem/"))
    client.post(f"{HOME}dong-y/tin-tuc/", **ORIGIN)
    assert consenting.takes_news(person_of(user))
    consent = user.consents.get()
    client.post(f"{HOME}dong-y/{consent.pk}/rut/", **ORIGIN)
    assert not consenting.takes_news(person_of(user))


@pytest.mark.parametrize("page", ["xem/", "dong-y/", "yeu-cau/"])
def test_a_stranger_is_asked_who_it_is(client, reference, page):
    assert client.get(f"{HOME}{page}")["Location"] == HOME


@pytest.mark.parametrize(
    ("field", "data"),
    [
        ("kind", {"kind": ""}),
        ("kind", {"kind": "gold"}),
        ("details", {"kind": "correct"}),
        ("sure", {"kind": "erase"}),
    ],
)
def test_bad_input_is_told_at_its_field(client, shop, field, data):
    client.force_login(shop.user())
    answer = client.post(f"{HOME}yeu-cau/", data, **ORIGIN)
    assert answer.context["form"].errors.keys() == {field}
    assert not DataRequest.objects.exists()


def test_from_the_request_to_the_erased_account(client, shop):
    user, officer = shop.user(name="Hoa"), shop.user("shop_manager")
    client.force_login(user)
    answer = client.post(f"{HOME}yeu-cau/", {"kind": "erase", "sure": "on"}, **ORIGIN)
    asked = DataRequest.objects.get()
    assert answer["Location"] == asked.get_absolute_url()
    client.force_login(officer)
    assert asked.number in seen(client.get(DESK))
    client.post(f"{DESK}{asked.pk}/tra-loi/", {"text": "Chúng tôi xóa trong tuần này."})
    client.post(f"{DESK}{asked.pk}/thuc-hien/", {"text": ""})
    user.refresh_from_db()
    assert not user.is_active
    client.logout()
    assert "Chúng tôi xóa trong tuần này." in seen(client.get(asked.get_absolute_url()))


def test_a_request_opens_by_its_signature_or_for_its_owner(client, shop):
    owner = shop.user()
    asked = requesting.ask(person_of(owner), "erase", by=owner)
    address = f"{HOME}yeu-cau/{asked.number}/"
    assert client.get(asked.get_absolute_url()).status_code == 200
    assert client.get(address).status_code == 404
    client.force_login(shop.user())
    assert client.get(address).status_code == 404
    client.force_login(owner)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("shop_manager", True), ("administrator", True), ("buyer", False), ("producer", False),
        ("trade_department", False), ("programme_office", False), ("inspector", False), ("editor", False),
        ("keeper", False), ("council", False), ("commune_officer", False), ("tour_operator", False),
    ],
)  # fmt: skip
def test_the_desk_is_the_data_officers_alone(client, shop, role, may):
    asked = requesting.ask(person_of(shop.user()), "restrict")
    client.force_login(shop.user(role))
    for address in (
        "",
        "nhat-ky/",
        f"{asked.pk}/",
        f"{asked.pk}/ho-so/",
        f"{asked.pk}/tra-loi/",
        f"{asked.pk}/gia-han/",
    ):
        assert client.get(f"{DESK}{address}").status_code == (200 if may else 403), address
    if not may:
        for address in ("tra-loi", "thuc-hien", "tu-choi", "gia-han"):
            assert (
                client.post(f"{DESK}{asked.pk}/{address}/", {"text": "A", "reason": "A"}).status_code == 403
            )


def test_that_the_officer_opened_a_persons_data_is_noted_and_shown(client, shop):
    officer = shop.user("shop_manager", name="Thái Quản Lý")
    asked = requesting.ask(person_of(shop.user(name="Hoa")), "restrict")
    client.force_login(officer)
    assert "Hoa" in seen(client.get(f"{DESK}{asked.pk}/ho-so/"))
    access = Access.objects.get()
    assert (access.by, access.about) == (officer, asked.number)
    assert asked.number in seen(client.get(f"{DESK}nhat-ky/"))


@pytest.mark.parametrize("number", [3, 30])
def test_the_lists_cost_the_same_for_3_and_30(client, shop, number, django_assert_num_queries):
    officer = shop.user("shop_manager")
    for _ in range(number):
        asked = requesting.ask(person_of(shop.user()), "restrict")
        client.force_login(officer)
        client.get(f"{DESK}{asked.pk}/")
    with django_assert_num_queries(6):
        page = client.get(DESK).content.decode()
    assert page.count("case-row") == number
    with django_assert_num_queries(6):
        client.get(f"{DESK}nhat-ky/")


@pytest.mark.parametrize("number", [3, 30])
def test_the_consents_cost_the_same_for_3_and_30(client, shop, number, django_assert_num_queries):
    user = shop.user()
    for _ in range(number):
        consenting.withdraw(consenting.take_news(by=user), by=person_of(user))
    client.force_login(user)
    client.get(f"{HOME}dong-y/")
    with django_assert_num_queries(5):
        page = client.get(f"{HOME}dong-y/").content.decode()
    assert page.count("panel stack consent") == number
