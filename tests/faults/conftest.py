"""Payments set up, a Stripe of our own, processes that may die."""

import pytest

from catalogue.search import embedded

pytest.register_assert_rewrite("standing")

from standing import ACCOUNT, KEY  # noqa: E402

from fake_stripe import SECRET, FakeStripe  # noqa: E402
from mortal import Mortals  # noqa: E402


@pytest.fixture
def bank(settings):
    """Transfers are told by the bank's service."""
    settings.SEPAY_API_KEY, settings.VIETQR_ACCOUNT = KEY, ACCOUNT


@pytest.fixture
def fake(settings):
    with FakeStripe() as server:
        settings.STRIPE_SECRET_KEY = "sk_test_fake"
        settings.STRIPE_WEBHOOK_SECRET = SECRET
        settings.STRIPE_API_BASE = server.url
        settings.STRIPE_TIMEOUT = 5
        yield server


@pytest.fixture(scope="session")
def parent(django_db_setup):
    embedded.rebuild([])  # theirs: without one their jobs would wait until it is made
    with Mortals() as them:
        yield them


@pytest.fixture
def mortals(parent, bank, fake):
    """Forked from one parent; their settings are those of the test."""
    parent.settings = {
        "SEPAY_API_KEY": KEY,
        "VIETQR_ACCOUNT": ACCOUNT,
        "STRIPE_SECRET_KEY": "sk_test_fake",
        "STRIPE_WEBHOOK_SECRET": SECRET,
        "STRIPE_API_BASE": fake.url,
        "STRIPE_TIMEOUT": 5,
    }
    return parent
