"""What the log says of a fault: where it happened, never what was typed."""

import logging
import sys
from datetime import UTC, datetime

import pytest
from django.conf import settings


def fault_of(code):
    """A fault as Django hands it to the log."""
    secret = f"mat khau {code}"
    try:
        raise ZeroDivisionError(len(secret))
    except ZeroDivisionError:
        return sys.exc_info()


@pytest.mark.parametrize("dress", ["console", "json"])
def test_a_fault_is_logged_with_its_place_and_without_what_variables_hold(dress):
    """Of Django's own lines too, which structlog has not made."""
    facts = {**settings.LOGGING["formatters"][dress]}
    formatter = facts.pop("()")(**facts)
    record = logging.LogRecord("django.request", logging.ERROR, "x", 1, "Fault: %s", ("/x/",), fault_of(4711))
    line = formatter.format(record)
    for part in (
        "Fault: /x/",
        "error",
        "django.request",
        "in fault_of",
        "ZeroDivisionError",
        f"{datetime.now(UTC):%Y-}",
    ):
        assert part in line
    assert "4711" not in line
    assert len(line.splitlines()) < 20
