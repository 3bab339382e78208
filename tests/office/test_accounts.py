"""Accounts: sign-up by phone, sign-in by password, by code, by second factor; every page in Vietnamese."""

import re
from html import unescape

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail

from cms.planting import plant_pages
from office.accounts.models import User

pytestmark = pytest.mark.django_db(transaction=True)
LOGIN = "/tai-khoan/login/"
PASSWORD = "mat-khau-dai-29"
ENGLISH = re.compile(
    r"\b(?:the|your|you|please|sign|password|passwords|enter|add|with|not|this)\b", re.IGNORECASE
)


def code_in(text):
    return re.search(r":\s*([A-Z0-9-]{6,})", text)[1].strip(".")


def seen(page):
    """The words a person reads on the page's own part."""
    main = re.search(r"<main.*?</main>", page, re.DOTALL)[0]
    main = re.sub(r"<(script|style|svg).*?</\1>", " ", main, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_sign_up_with_a_telephone_number_confirmed_by_code(client, shop, texts):
    answer = client.post(
        "/tai-khoan/signup/", {"phone": "0912 345 678", "email": "", "password1": PASSWORD}, follow=True
    )
    user = User.objects.get(phone="+84912345678")
    assert not user.phone_verified
    ((number, text),) = texts
    assert number == "+84912345678"
    assert "Mã OCOP Hà Tĩnh của bạn" in text
    confirm = answer.redirect_chain[-1][0]
    assert not ENGLISH.search(seen(answer.content.decode()))
    client.post(confirm, {"code": code_in(text)})
    user.refresh_from_db()
    assert user.phone_verified
    assert client.session["_auth_user_id"] == str(user.pk)


@pytest.mark.parametrize("phone", ["12345", "0912", "abc", "+1 202 555 0100 0000"])
def test_impossible_number_is_refused_at_its_field_and_what_was_typed_stays(client, db, phone):
    page = client.post(
        "/tai-khoan/signup/", {"phone": phone, "email": "hoa@example.com", "password1": PASSWORD}
    )
    text = page.content.decode()
    assert 'id="id_phone_error"' in text
    assert 'value="hoa@example.com"' in text
    assert not User.objects.exists()


def test_sign_up_with_an_e_mail_address_alone(client):
    form = {"phone": "", "email": "hoa@example.com", "password1": PASSWORD}
    client.post("/tai-khoan/signup/", form, follow=True)
    assert client.session["_auth_user_id"] == str(User.objects.get(email="hoa@example.com").pk)


def test_sign_up_with_neither_says_what_is_missing_at_the_phone(client):
    page = client.post("/tai-khoan/signup/", {"phone": "", "email": "", "password1": PASSWORD})
    assert 'id="id_phone_error"' in page.content.decode()
    assert not User.objects.exists()


def test_two_people_sign_up_by_phone_alone(client, texts):
    for phone in ("0912345678", "0912345679"):
        client.post("/tai-khoan/signup/", {"phone": phone, "email": "", "password1": PASSWORD})
        client.logout()
    assert set(User.objects.values_list("phone", "email")) == {("+84912345678", None), ("+84912345679", None)}


def test_somebody_without_a_phone_signs_in(client):
    user = User.objects.create_user("hoa@example.com", PASSWORD)
    client.post(LOGIN, {"login": "hoa@example.com", "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(user.pk)


@pytest.mark.parametrize("login", ["0912345678", "+84 912 345 678", "hoa@example.com", "HOA@example.com"])
def test_sign_in_with_phone_or_e_mail(client, login):
    user = User.objects.create_user("hoa@example.com", PASSWORD, phone="+84912345678", phone_verified=True)
    client.post(LOGIN, {"login": login, "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(user.pk)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"password1": "ngan-7"}, "Mật khẩu này ngắn quá, cần ít nhất 8 ký tự."),
        ({"email": "hoa@"}, "Địa chỉ thư điện tử này chưa đúng. Ví dụ: ten@gmail.com."),
    ],
)
def test_what_is_wrong_at_sign_up_is_said_in_vietnamese(client, db, typed, said):
    form = {"phone": "0912 345 678", "email": "", "password1": PASSWORD, **typed}
    page = client.post("/tai-khoan/signup/", form).content.decode()
    assert said in page
    assert not ENGLISH.findall(seen(page))
    assert not User.objects.exists()


def test_who_has_given_a_phone_number_alone_is_called_by_it_as_people_write_it(client):
    client.force_login(User.objects.create_user(phone="+84912345678", password=PASSWORD))
    page = seen(client.get("/tai-khoan/").content.decode())
    assert "Xin chào, 0912 345 678" in page


@pytest.mark.parametrize("password", ["123456", "password", "8374650192"])
def test_password_anybody_guesses_is_refused_at_its_field(client, db, password):
    page = client.post("/tai-khoan/signup/", {"phone": "0912345678", "email": "", "password1": password})
    assert 'id="id_password1_error"' in page.content.decode()
    assert not User.objects.exists()


def test_after_sign_in_pages_load_the_name_apart(client):
    User.objects.create_user("hoa@example.com", PASSWORD, first_name="Hoa")
    answer = client.post(LOGIN, {"login": "hoa@example.com", "password": PASSWORD})
    assert answer.cookies["ocop_state"].value == "1"
    state = client.get("/gio-hang/tom-tat/").json()
    assert state == {"count": 0, "signed_in": True, "name": "Hoa", "wished": []}


def test_wrong_password_says_so_and_keeps_the_login(client):
    User.objects.create_user("hoa@example.com", PASSWORD)
    page = client.post(LOGIN, {"login": "hoa@example.com", "password": "sai"}).content.decode()
    assert 'value="hoa@example.com"' in page
    assert 'role="alert"' in page
    assert not ENGLISH.search(seen(page))
    assert "_auth_user_id" not in client.session


def test_sign_in_with_a_code_sent_to_the_phone(client, texts):
    user = User.objects.create_user("hoa@example.com", PASSWORD, phone="+84912345678", phone_verified=True)
    answer = client.post("/tai-khoan/login/code/", {"phone": "0912345678", "email": ""}, follow=True)
    client.post(answer.redirect_chain[-1][0], {"code": code_in(texts[0][1])})
    assert client.session["_auth_user_id"] == str(user.pk)


def test_sign_in_with_a_code_sent_by_mail_which_is_in_vietnamese(client, shop):
    plant_pages()  # they name the site
    user = User.objects.create_user("hoa@example.com", PASSWORD)
    answer = client.post("/tai-khoan/login/code/", {"email": "hoa@example.com", "phone": ""}, follow=True)
    (letter,) = mail.outbox
    assert not ENGLISH.search(f"{letter.subject} {letter.body}")
    assert "OCOP Hà Tĩnh xin chào" in letter.body
    code = re.search(r"^([A-Z0-9]{4}-[A-Z0-9]{4})$", letter.body, re.MULTILINE)[1]
    client.post(answer.redirect_chain[-1][0], {"code": code})
    assert client.session["_auth_user_id"] == str(user.pk)


def test_wrong_code_signs_nobody_in(client, texts):
    User.objects.create_user("hoa@example.com", PASSWORD, phone="+84912345678", phone_verified=True)
    answer = client.post("/tai-khoan/login/code/", {"phone": "0912345678", "email": ""}, follow=True)
    client.post(answer.redirect_chain[-1][0], {"code": "AAAAAA"})
    assert "_auth_user_id" not in client.session


def test_asking_for_a_code_does_not_tell_whether_an_account_exists(client, texts):
    known = User.objects.create_user("hoa@example.com", PASSWORD, phone="+84912345678", phone_verified=True)
    there = client.post("/tai-khoan/login/code/", {"phone": str(known.phone), "email": ""})
    client.logout()
    not_there = client.post("/tai-khoan/login/code/", {"phone": "0987654321", "email": ""})
    assert (there.status_code, there["Location"]) == (not_there.status_code, not_there["Location"])
    assert [number for number, _text in texts] == ["+84912345678"]


@pytest.mark.parametrize(
    "path", ["/quan-tri/login/", "/quan-tri/cua-hang/login/", "/quan-tri/", "/ban-lam-viec/"]
)
def test_every_way_in_leads_to_the_one_sign_in(client, path):
    answer = client.get(path, follow=True)
    assert answer.redirect_chain[-1][0].startswith(LOGIN)


STAFF = [
    "administrator",
    "editor",
    "programme_office",
    "trade_department",
    "shop_manager",
    "inspector",
    "council",
]


@pytest.mark.parametrize("role", STAFF)
def test_staff_without_a_second_factor_get_no_further_outside_the_demo(client, shop, settings, role):
    settings.DEMO = False
    client.force_login(shop.user(role))
    assert client.get("/ban-lam-viec/")["Location"] == "/tai-khoan/bao-mat/"


@pytest.mark.parametrize("role", ["producer", "buyer", "keeper", "tour_operator"])
def test_others_need_no_second_factor(client, shop, settings, role):
    settings.DEMO = False
    client.force_login(shop.user(role))
    assert client.get("/ban-lam-viec/").status_code == 200


def test_staff_with_a_second_factor_work_outside_the_demo(client, shop, settings):
    settings.DEMO = False
    person = shop.user("programme_office")
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client.force_login(person)
    assert client.get("/ban-lam-viec/").status_code == 200


PAGES = (
    "",
    "email/",
    "phone/change/",
    "password/change/",
    "logout/",
    "reauthenticate/",
    "bao-mat/",
    "bao-mat/totp/activate/",
    "bao-mat/webauthn/",
    "bao-mat/webauthn/add/",
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_the_account_speaks_vietnamese(client, path):
    User.objects.create_user(
        "hoa@example.com", PASSWORD, phone="+84912345678", phone_verified=True, first_name="Hoa"
    )
    client.post(LOGIN, {"login": "hoa@example.com", "password": PASSWORD})
    answer = client.get(f"/tai-khoan/{path}", follow=True)
    assert answer.status_code == 200
    found = ENGLISH.search(seen(answer.content.decode()))
    assert not found, seen(answer.content.decode())


@pytest.mark.parametrize("path", ["login/", "signup/", "login/code/", "password/reset/"])
def test_every_page_before_sign_in_speaks_vietnamese(client, db, path):
    answer = client.get(f"/tai-khoan/{path}")
    assert answer.status_code == 200
    assert not ENGLISH.search(seen(answer.content.decode())), seen(answer.content.decode())
