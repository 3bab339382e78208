"""What the log says of a fault: where it happened, never what was typed."""

import logging
import sys

import pytest
import structlog
from django.conf import settings


def fault_of(code):
    """A fault as Django hands it to the log."""
    secret = f"mat khau {code}"
    try:
        raise ZeroDivisionError(len(secret))
    except ZeroDivisionError:
        return sys.exc_info()


@pytest.mark.parametrize("format", ["console", "json"])
def test_a_fault_is_logged_with_its_place_and_without_what_variables_hold(format):
    renderer = settings.LOGGING["formatters"][format]["processor"]
    formatter = structlog.stdlib.ProcessorFormatter(processor=renderer)
    record = logging.LogRecord("django.request", logging.ERROR, "x", 1, "Fault", (), fault_of(4711))
    line = formatter.format(record)
    assert "ZeroDivisionError" in line
    assert "4711" not in line
    assert len(line.splitlines()) < 20
