"""Production: refuses to start half-configured, and speaks HTTPS only."""

import os

import sentry_sdk
from django.core.exceptions import ImproperlyConfigured

from .base import *

DEBUG = False
_needed = ("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "SITE_URL", "DEFAULT_FROM_EMAIL")
_missing = [name for name in _needed if not os.environ.get(name)]
if _missing:
    raise ImproperlyConfigured(f"Set in the environment before starting: {', '.join(_missing)}")
if DEMO:
    raise ImproperlyConfigured("DEMO=1 opens the demo's known passwords: not here.")
if EMAIL_BACKEND.endswith("console.EmailBackend"):
    raise ImproperlyConfigured("Set EMAIL_BACKEND (and EMAIL_HOST): confirmations would go to the log.")

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
OSCAR_BASKET_COOKIE_SECURE = True
OSCAR_RECENTLY_VIEWED_COOKIE_SECURE = True
LOGGING["handlers"]["stderr"]["formatter"] = os.environ.get("LOG_FORMAT", "json")

if os.environ.get("SENTRY_DSN"):
    sentry_sdk.init(dsn=os.environ["SENTRY_DSN"], send_default_pii=False)
