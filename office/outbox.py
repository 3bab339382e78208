"""Work that must happen after a commit and may fail: mail, text messages, indexing.

A job is a row of the same transaction as its cause, so neither can be without the other. It is tried
at once after the commit; what fails is tried again later with growing pauses by whoever drains next.
Handlers take a list of payloads and must be idempotent: after a crash a job runs twice.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import structlog
from django.db import connection, models, transaction
from django.utils import timezone

log = structlog.get_logger(__name__)

BATCH = 200
GIVE_UP_AFTER = 12
_handlers: dict[str, Callable[[list[dict]], None]] = {}


class Job(models.Model):
    """`key` joins jobs that ask for the same thing while they wait."""

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120, blank=True)
    payload = models.JSONField(default=dict)
    tries = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    error = models.TextField(blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "office"
        ordering = ["pk"]
        indexes = [models.Index(fields=["kind", "due_at"])]

    def __str__(self):
        return f"{self.kind} {self.key}"


def handles(kind):
    """Register `fn(payloads)` for jobs of `kind`."""

    def register(handler):
        _handlers[kind] = handler
        return handler

    return register


def post(kind, payload, *, key=""):
    """Store a job in the running transaction and try it once that commits."""
    if key and Job.objects.filter(kind=kind, key=key, tries=0).exists():
        _drain_after_commit(kind)
        return
    Job.objects.create(kind=kind, key=key, payload=payload)
    _drain_after_commit(kind)


def _drain_after_commit(kind):
    transaction.on_commit(partial(drain, kind), robust=True)


def drain(kind=None):
    """Do the jobs that are due (of one kind, or all); returns how many were done. Never raises."""
    done = 0
    for each in [kind] if kind else list(_handlers):
        while batch := _take(each):
            done += _run(each, batch)
            if len(batch) < BATCH:
                break
    return done


def _take(kind):
    """Claim due jobs: while this try runs they are not due for others."""
    now = timezone.now()
    with transaction.atomic():
        due = Job.objects.filter(kind=kind, due_at__lte=now, tries__lt=GIVE_UP_AFTER)
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        batch = list(due[:BATCH])
        pause = max((2 ** min(job.tries, 10) for job in batch), default=1)
        Job.objects.filter(pk__in=[job.pk for job in batch]).update(
            tries=models.F("tries") + 1, due_at=now + timedelta(minutes=pause)
        )
    return batch


def _run(kind, batch):
    ids = [job.pk for job in batch]
    try:
        _handlers[kind]([job.payload for job in batch])
    except Exception as fault:  # whatever it is, the cause of the job has been committed and must stand
        if len(batch) > 1:
            return sum(_run(kind, [job]) for job in batch)
        log.warning("job failed", kind=kind, job=ids[0], error=repr(fault))
        Job.objects.filter(pk__in=ids).update(error=repr(fault)[:2000])
        return 0
    Job.objects.filter(pk__in=ids).delete()
    return len(ids)


def stuck():
    """Jobs that have been given up, for a person to look at."""
    return Job.objects.filter(tries__gte=GIVE_UP_AFTER)
