"""Open spans written ahead, so that a list can ask the database who is open.

They are rewritten in the transaction of every change of hours, special days, holidays and market days, and
prolonged every night. What an outlet's stage says is asked apart (`Outlet.objects.open_at`).
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from ..models import OpenSpan, Outlet
from .almanac import Almanac, at

DAYS = 40
BATCH = 500


def fingerprint(outlet) -> str:
    """What the written spans are compared with: SQL does the same in `open_at`."""
    return f"{outlet.hours}|{outlet.on_holidays}"


def write_ahead(outlets=None, today=None) -> int:
    """Write the spans of `outlets` from yesterday on 40 days ahead; gives how many outlets were written.

    Without `outlets`, of all: prolonged where the spans belong to the hours, else written anew.
    """
    today = today or timezone.localdate()
    last = today + timedelta(days=DAYS)
    written = 0
    for keys in _batches(Outlet.objects.all() if outlets is None else outlets):
        with transaction.atomic():
            rows = list(Outlet.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk"))
            groups: dict = {}
            for row in rows:
                start = today - timedelta(days=1)
                if outlets is None and row.spans_until and row.spans_for == fingerprint(row):
                    start = max(start, row.spans_until + timedelta(days=1))
                if start <= last:
                    groups.setdefault(start, []).append(row)
            for start, group in groups.items():
                _rewrite(group, start, last)
                for row in group:
                    row.spans_for, row.spans_until = fingerprint(row), last
                Outlet.objects.bulk_update(group, ["spans_for", "spans_until"])
                written += len(group)
            OpenSpan.objects.filter(outlet__in=keys, closes_at__lte=at(today - timedelta(days=1), 0)).delete()
    return written


def rewrite_days(outlets, first, last, today=None) -> int:
    """Write the days from `first` to `last` anew where spans are written already: an exception has changed."""
    today = today or timezone.localdate()
    first = max(first, today - timedelta(days=1))
    last = min(last, today + timedelta(days=DAYS))
    if first > last:
        return 0
    written = 0
    for keys in _batches(outlets):
        with transaction.atomic():
            rows = list(Outlet.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk"))
            stale = [row for row in rows if row.spans_for != fingerprint(row) or row.spans_until is None]
            fresh = [row for row in rows if row not in stale]
            _rewrite(fresh, first, last)
            if stale:
                write_ahead(stale, today)
        written += len(rows)
    return written


def _batches(outlets):
    """Keys of `outlets` (a query set, or rows), five hundred at a time."""
    if hasattr(outlets, "values_list"):
        keys = list(outlets.order_by("pk").values_list("pk", flat=True))
    else:
        keys = sorted(outlet.pk for outlet in outlets)
    return [keys[start : start + BATCH] for start in range(0, len(keys), BATCH)]


def _rewrite(outlets, first, last):
    """Put the spans that start from `first` to `last` in the place of those written for these days."""
    if not outlets:
        return
    keys = [outlet.pk for outlet in outlets]
    span = {"opens_at__gte": at(first, 0), "opens_at__lt": at(last + timedelta(days=1), 0)}
    OpenSpan.objects.filter(outlet__in=keys, **span).delete()
    almanac = Almanac(outlets, first, last)
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    known: dict = {}  # most outlets share their hours and have no exception of their own
    rows = []
    for outlet in outlets:
        pattern = almanac.pattern(outlet)
        spans = known.get(pattern)
        if spans is None:
            spans = known[pattern] = [each for day in days for each in almanac.spans(outlet, day)]
        rows += [OpenSpan(outlet=outlet, opens_at=opens, closes_at=closes) for opens, closes in spans]
    OpenSpan.objects.bulk_create(rows, batch_size=2000)
