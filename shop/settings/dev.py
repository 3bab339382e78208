"""Development and the demo: everything embedded, on one machine."""

import os

from .base import *

DEBUG = os.environ.get("DEBUG", "") == "1"
DEMO = True
DATABASES["default"]["CONN_MAX_AGE"] = 60  # opening the embedded one takes as long as half a page
SECRET_KEY = SECRET_KEY or "development-only-not-a-secret"
ALLOWED_HOSTS = ["*"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # passkeys on http://localhost

# An account nobody has: the demo shows how a transfer looks.
VIETQR_BANK_BIN = VIETQR_BANK_BIN or "999999"
VIETQR_BANK_NAME = VIETQR_BANK_NAME or "Ngân hàng Thử nghiệm"
VIETQR_ACCOUNT = VIETQR_ACCOUNT or "0000000000"
VIETQR_HOLDER = VIETQR_HOLDER or "OCOP HA TINH DEMO"
