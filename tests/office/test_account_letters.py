"""What allauth mails is the house's letter: in Vietnamese, its code large, one button, nothing foreign made a link."""

import re

import pytest
from allauth.account.adapter import get_adapter
from allauth.core import context
from django.conf import settings as conf
from django.core import mail
from django.test import RequestFactory
from django.utils import timezone
from django.utils.translation import override

from cms.planting import plant_pages
from office.accounts.models import User

pytestmark = pytest.mark.django_db
LETTERS = (
    "account/email/account_already_exists", "account/email/email_changed", "account/email/email_confirm",
    "account/email/email_confirmation", "account/email/email_confirmation_signup", "account/email/email_deleted",
    "account/email/login_code", "account/email/password_changed", "account/email/password_reset_code",
    "account/email/password_reset_key", "account/email/password_reset", "account/email/password_set",
    "account/email/unknown_account", "mfa/email/recovery_codes_generated", "mfa/email/totp_activated",
    "mfa/email/totp_deactivated", "mfa/email/webauthn_added", "mfa/email/webauthn_removed",
)  # fmt: skip
ENGLISH = re.compile(r"\b(you|your|the|this|please|account|password|code|mail|sign)\b", re.IGNORECASE)
EVIL = 'Mozilla <a href="https://evil.example">https://evil.example</a>'


def sent(name, user, **facts):
    """The text and the letter of one mail."""
    about = {
        "user": user, "ip": "203.0.113.7", "user_agent": EVIL, "timestamp": timezone.now(), "from_email": "a@x.vn",
        "to_email": "b@x.vn", "deleted_email": "c@x.vn", "code": "",
    }  # fmt: skip
    with context.request_context(RequestFactory().get("/")):
        get_adapter().send_mail(name, "hoa@example.com", about | facts)
    message = mail.outbox[-1]
    ((html, kind),) = message.alternatives
    assert kind == "text/html"
    return message, html


def seen(html):
    """The words of a letter."""
    return re.sub(r"<[^>]+>", " ", html.partition("<body")[2])


@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_is_dressed_and_wholly_in_vietnamese(shop, name):
    plant_pages()
    message, html = sent(name, shop.office, password_reset_url="https://ocop.example/x/")
    assert conf.WAGTAIL_SITE_NAME in html
    assert '<html lang="vi">' in html
    for text in (message.subject, message.body, seen(html)):
        assert not ENGLISH.search(text.replace(EVIL, "")), text
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", html)[1]
    assert message.subject.endswith(heading)


@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_is_in_english_for_who_reads_english(shop, name):
    plant_pages()
    with override("en"):
        _message, html = sent(name, shop.office, password_reset_url="https://ocop.example/x/")
    assert '<html lang="en">' in html
    assert "This letter was sent by" in html


def test_a_code_is_large_and_there_once(shop):
    message, html = sent("account/email/login_code", shop.office, code="K7PQ-2ABC")
    assert html.count("K7PQ-2ABC") == 1
    assert re.search(r"font-size:28px[^>]*>K7PQ-2ABC<", html)
    assert "K7PQ-2ABC" in message.body


@pytest.mark.parametrize(
    ("name", "where", "button"),
    [
        ("email_confirmation", "activate_url", "Xác nhận địa chỉ"),
        ("password_reset_key", "password_reset_url", "Đặt mật khẩu mới"),
        ("unknown_account", "signup_url", "Mở tài khoản"),
    ],
)
def test_a_letter_that_leads_somewhere_has_its_button(shop, name, where, button):
    message, html = sent(f"account/email/{name}", shop.office, **{where: "https://ocop.example/x/?a=1&b=2"})
    assert html.count('href="https://ocop.example/x/?a=1&amp;b=2"') == 1
    assert button in html
    assert "https://ocop.example/x/?a=1&b=2" in message.body


def test_what_a_stranger_calls_his_browser_is_no_link_in_a_letter(shop):
    _message, html = sent("account/email/password_changed", shop.office)
    assert "203.0.113.7" in html
    assert "evil.example" in html
    assert 'href="https://evil' not in html
    assert "&lt;a href" in html


def test_who_asks_for_a_code_gets_the_letter(client):
    plant_pages()
    User.objects.create_user("hoa@example.com", "mat-khau-rat-dai-7")
    client.post("/tai-khoan/login/code/", {"email": "hoa@example.com", "phone": ""}, follow=True)
    ((html, _kind),) = mail.outbox[0].alternatives
    code = re.search(r"^([A-Z0-9]{4}-[A-Z0-9]{4})$", mail.outbox[0].body, re.MULTILINE)[1]
    assert code in html
