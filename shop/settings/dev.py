"""Development and the demo: everything embedded, on one machine."""

import os

from .base import *

DEBUG = os.environ.get("DEBUG", "") == "1"
DEMO = True
SECRET_KEY = SECRET_KEY or "development-only-not-a-secret"
ALLOWED_HOSTS = ["*"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # passkeys on http://localhost
