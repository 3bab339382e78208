"""Work that must happen after a commit and may fail: mail, text messages, indexing.

A job is a row of the same transaction as its cause, so neither can be without the other. The request
that posted it tries it at once after the commit, within a short time; what is left or fails is the
worker's (`drain`), tried again with growing pauses. A job runs at least once: after a crash, twice.
"""

import time
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta

import structlog
from django.core.cache import cache
from django.db import connection, models, transaction
from django.utils import timezone

log = structlog.get_logger(__name__)

BATCH = 200
GIVE_UP_AFTER = 12
CLAIM = timedelta(minutes=15)  # longer than any batch takes; after a crash the jobs are due again then
PATIENCE = 2.0  # seconds a request gives its own jobs
TURN = 60.0  # seconds the worker gives one kind before the next has its turn
IN_A_ROW = 3  # failures after which the worker takes a service to be down, till its next round
REST = 60  # seconds in which requests leave alone a kind that failed slowly


@dataclass(frozen=True, slots=True)
class Handler:
    """Who does jobs of a kind, and how many payloads it may be given at once."""

    run: Callable[[list[dict]], None]
    batch: int


_handlers: dict[str, Handler] = {}
_hurried: ContextVar[bool] = ContextVar("outbox_hurried", default=False)


class Later(Exception):
    """A handler says: not now, and nobody failed. Its jobs wait a minute, and the try is not counted."""


class Job(models.Model):
    """`key` joins jobs that ask for the same thing in one transaction."""

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


def handles(kind, *, batch=1):
    """Register `fn(payloads)` for jobs of `kind`.

    It is given one payload at a time, and the job is gone as soon as that is done. Only who may safely
    do a thing twice takes more in one `batch`: when one of them fails, all are done again, each alone.
    """

    def register(handler):
        _handlers[kind] = Handler(handler, batch)
        return handler

    return register


def post(kind, payload, *, key="", due_at=None):
    """Store a job in the running transaction and try it once that commits; with `due_at`, leave it to the worker.

    A `key` joins it to a job of this same transaction only: one of another transaction may already have
    been read, before what this one changes can be seen.
    """
    if due_at is not None:
        Job.objects.create(kind=kind, key=key, payload=payload, due_at=due_at)
        return
    trial = _trial_of_this_transaction()
    if not (key and trial.has(kind, key)):
        trial.add(Job.objects.create(kind=kind, key=key, payload=payload))
    transaction.on_commit(trial, robust=True)  # asked more than once, it runs once


def wait_at_most(seconds):
    """How long a handler may wait for a service that usually gets `seconds`: less while a request waits for it."""
    return min(seconds, PATIENCE) if _hurried.get() else seconds


def waits(kind):
    """Whether a job of `kind` waits or is being done."""
    return Job.objects.filter(kind=kind, tries__lt=GIVE_UP_AFTER).exists()


class _Trial:
    """The jobs of one transaction, tried once it has committed. What takes too long is left to the worker."""

    def __init__(self):
        self.jobs: dict[str, dict[int, Job]] = {}
        self.begun = False

    def add(self, job):
        self.jobs.setdefault(job.kind, {})[job.pk] = job

    def has(self, kind, key):
        """Whether such a job was posted, and not undone since with a savepoint."""
        ids = [pk for pk, job in self.jobs.get(kind, {}).items() if job.key == key]
        return Job.objects.filter(pk__in=ids).exists() if ids else False

    def __call__(self):
        if self.begun:
            return
        self.begun = True
        until = time.monotonic() + PATIENCE
        before = _hurried.set(True)
        try:
            for kind, jobs in self.jobs.items():
                if not _rests(kind):
                    _work(kind, until=until, only=jobs)
        finally:
            _hurried.reset(before)


def _trial_of_this_transaction():
    """Django's own list of what to do after the commit tells one transaction from another, savepoints too."""
    for hook in reversed(connection.run_on_commit):  # (savepoints, what to call, …)
        call = hook[1]
        if isinstance(call, _Trial) and not call.begun:
            return call
    return _Trial()


def drain(kind=None, *, stop=None):
    """Do the jobs that are due (of one kind, or all); returns how many were done. Never raises.

    No further one is taken once `stop`, an event, is set.
    """
    kinds = [kind] if kind else list(_handlers)
    return sum(_work(each, until=time.monotonic() + TURN, stop=stop) for each in kinds)


def _work(kind, *, until, only=None, stop=None):
    """Do due jobs of `kind` till none is left, time is up or too many failed in a row. Never raises."""
    done = failed = 0
    try:
        while only != {} and failed < IN_A_ROW and time.monotonic() < until:
            if (stop and stop.is_set()) or not (batch := _take(kind, only)):
                break
            if only is not None:
                taken = {job.pk for job in batch}
                only = {pk: job for pk, job in only.items() if pk not in taken}
            finished = _run(kind, batch)
            done += finished
            failed = 0 if finished else failed + 1
    except Exception as fault:  # the database itself; what was claimed is due again when the claim ends
        log.exception("outbox stopped", kind=kind, error=repr(fault))
    return done


def _take(kind, only):
    """Claim due jobs: until the claim ends they are not due for others. The try counts at once, so that
    a job which kills its process is given up too.
    """
    now = timezone.now()
    claim = {"tries": models.F("tries") + 1, "due_at": now + CLAIM}
    due = Job.objects.filter(kind=kind, due_at__lte=now, tries__lt=GIVE_UP_AFTER)
    if only is None:
        if not due.exists():  # a look takes no lock
            return []
    elif len(only) == 1:  # what a request posts, mostly: known already, and one statement claims it
        (job,) = only.values()
        return [job] if due.filter(pk=job.pk).update(**claim) else []
    else:
        due = due.filter(pk__in=only)
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        batch = list(due[: _handlers[kind].batch])
        Job.objects.filter(pk__in=[job.pk for job in batch]).update(**claim)
    return batch


def _run(kind, batch):
    """Hand a claimed batch over; returns how many are done, and deleted."""
    began = time.monotonic()
    try:
        _handlers[kind].run([job.payload for job in batch])
    except Later as why:
        for job in batch:
            _put_off(job, why, minutes=1, tries=job.tries)
        return 0
    except Exception as fault:  # whatever it is, the cause of the job has been committed and must stand
        if len(batch) > 1:
            return sum(_run(kind, [job]) for job in batch)
        _fail(batch[0], fault, took=time.monotonic() - began)
        return 0
    finished = Job.objects.filter(pk__in=[job.pk for job in batch])
    return finished._raw_delete(finished.db)  # nothing points at a job: no need to read it once more


def _fail(job, fault, *, took):
    log.warning("job failed", kind=job.kind, job=job.pk, error=repr(fault))
    _put_off(job, fault, minutes=2 ** min(job.tries, 10), tries=job.tries + 1)
    if took > PATIENCE / 2:
        _let_rest(job.kind)


def _put_off(job, why, *, minutes, tries):
    due_at = timezone.now() + timedelta(minutes=minutes)
    Job.objects.filter(pk=job.pk).update(due_at=due_at, tries=tries, error=repr(why)[:2000])


def _let_rest(kind):
    """A service that does not answer costs one request its patience, not each of the next minute."""
    try:
        cache.set(f"outbox-rests:{kind}", 1, REST)
    except Exception as fault:
        log.warning("cache unusable", error=repr(fault))


def _rests(kind):
    try:
        return cache.get(f"outbox-rests:{kind}") is not None
    except Exception as fault:
        log.warning("cache unusable", error=repr(fault))
        return False


def stuck():
    """Jobs that have been given up, for a person to look at."""
    return Job.objects.filter(tries__gte=GIVE_UP_AFTER)
