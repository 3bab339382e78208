"""The test suite: quick hashing, mail in memory, plain static files."""

import os

from .dev import *

DEBUG = False
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["CONN_MAX_AGE"] = 0  # each thread of a live server would keep its own
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
_worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
MEDIA_ROOT = DATA_DIR / "test" / _worker / "media"
PAPERS_ROOT = DATA_DIR / "test" / _worker / "papers"
SEARCH_INDEX_DIR = DATA_DIR / "test" / _worker / "index"
