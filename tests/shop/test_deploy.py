"""Production: settings that refuse to be half-made, `check --deploy`, health, headers."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "shop.settings.production",
    "SECRET_KEY": "k" * 30 + "0123456789-abcdefghij-XYZ!@#$%^&*()",
    "ALLOWED_HOSTS": "ocop.example.vn",
    "DATABASE_URL": "postgres://u:p@127.0.0.1:1/none",
    "SITE_URL": "https://ocop.example.vn",
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "DEFAULT_FROM_EMAIL": "OCOP <thu@ocop.example.vn>",
}


def run(tmp_path, *arguments, **changes):
    environment = {**os.environ, **ENVIRONMENT, "DATA_DIR": str(tmp_path), **changes}
    environment.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_check_deploy_is_clean(tmp_path):
    result = run(tmp_path, "check", "--deploy", "--fail-level", "WARNING")
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


@pytest.mark.parametrize(
    "name", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "SITE_URL", "DEFAULT_FROM_EMAIL"]
)
def test_production_refuses_to_start_half_configured(tmp_path, name):
    result = run(tmp_path, "check", **{name: ""})
    assert result.returncode != 0
    assert name in result.stderr


@pytest.mark.parametrize("change", [{"DEMO": "1"}, {"EMAIL_BACKEND": ""}])
def test_production_refuses_the_demos_ways(tmp_path, change):
    result = run(tmp_path, "check", **change)
    assert result.returncode != 0
    assert next(iter(change)) in result.stderr


def test_every_letter_comes_from_the_address_of_the_house(tmp_path):
    code = "from django.conf import settings as s; print(s.DEFAULT_FROM_EMAIL, s.OSCAR_FROM_EMAIL, sep='|')"
    result = run(tmp_path, "shell", "--no-imports", "-c", code)
    assert result.stdout.strip() == "|".join([ENVIRONMENT["DEFAULT_FROM_EMAIL"]] * 2), result.stderr


@pytest.mark.parametrize(
    ("port", "tls", "ssl"), [("", True, False), ("587", True, False), ("465", False, True)]
)
def test_mail_with_a_password_is_sent_encrypted_by_the_way_of_its_port(tmp_path, port, tls, ssl):
    code = "from django.conf import settings as s; print(s.EMAIL_USE_TLS, s.EMAIL_USE_SSL)"
    facts = {"EMAIL_HOST": "mail.example.vn", "EMAIL_HOST_USER": "u", "EMAIL_PORT": port}
    result = run(tmp_path, "shell", "--no-imports", "-c", code, **facts)
    assert result.stdout.split() == [str(tls), str(ssl)], result.stderr


def test_example_environment_names_what_must_be_filled_in_and_nothing_that_nobody_reads():
    compose = Path("docker-compose.yml").read_text()
    settings = "".join(path.read_text() for path in Path("shop/settings").glob("*.py"))
    named = set(re.findall(r"^#?([A-Z_]+)=", Path(".env.example").read_text(), re.MULTILINE))
    read = set(re.findall(r'environ(?:\.get\(|\[)"([A-Z_]+)"', settings))
    assert named <= read | set(re.findall(r"\$\{([A-Z_]+)", compose))
    assert set(re.findall(r"\$\{([A-Z_]+):\?", compose)) <= named


def test_seed_refuses_outside_the_demo(tmp_path):
    result = run(tmp_path, "seed")
    assert result.returncode != 0
    assert "development only" in result.stderr


@pytest.mark.django_db
def test_health_pages_answer(client, reference):
    assert client.get("/healthz").content == b"ok"
    assert client.get("/readyz").json() == {
        "database": True,
        "migrations": True,
        "cache": True,
        "search": "database",
        "jobs": {"waiting": 0, "given_up": 0},
    }


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/san-pham/", "/gio-hang/", "/tai-khoan/login/", "/khong-co/"])
def test_every_page_carries_the_strict_policy(client, reference, path):
    policy = client.get(path)["Content-Security-Policy"]
    assert "script-src 'self';" in policy + ";"
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/quan-tri/", "/quan-tri/cua-hang/", "/ban-lam-viec/", "/tai-khoan/"])
def test_staff_pages_lead_to_the_one_sign_in(client, reference, path):
    assert "/tai-khoan/login/" in client.get(path, follow=True).redirect_chain[-1][0]


@pytest.mark.django_db
def test_sign_in_by_phone_and_by_e_mail(client, shop):
    user = shop.user("buyer", password="mot-mat-khau-dai")
    user.phone = "+84912345678"
    user.phone_verified = True
    user.save()
    for login in (user.email, "+84912345678"):
        response = client.post("/tai-khoan/login/", {"login": login, "password": "mot-mat-khau-dai"})
        assert response.status_code == 302, response.content.decode()[:3000]
        client.logout()
    wrong = client.post("/tai-khoan/login/", {"login": user.email, "password": "sai"})
    assert wrong.status_code == 200


@pytest.mark.django_db
def test_staff_without_second_factor_is_led_to_set_one_up_outside_the_demo(client, shop, settings):
    client.force_login(shop.office)
    settings.DEMO = False
    assert client.get("/quan-tri/")["Location"] == "/tai-khoan/bao-mat/"
    settings.DEMO = True
    assert client.get("/quan-tri/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "",
        "login/",
        "signup/",
        "password/reset/",
        "login/code/",
        "email/",
        "phone/change/",
        "password/change/",
        "bao-mat/",
        "bao-mat/totp/activate/",
    ],
)
def test_account_pages_open(client, shop, path):
    if path not in {"login/", "signup/", "password/reset/", "login/code/"}:
        client.force_login(shop.user("buyer", password="mot-mat-khau-dai"))
    response = client.get(f"/tai-khoan/{path}", follow=True)
    assert response.status_code == 200


def test_stylesheet_is_one_file_with_the_fonts_hashed(tmp_path):
    result = run(tmp_path, "collectstatic", "--noinput", "-v", "0")
    assert result.returncode == 0, result.stderr
    (sheet,) = (path for path in (tmp_path / "static/css").glob("site.*.css"))
    text = sheet.read_text()
    assert "@import" not in text
    assert "@layer components" in text
    assert "be-vietnam-pro-vietnamese-400-normal." in text.replace("normal.woff2", "")
