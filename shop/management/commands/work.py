"""`manage.py work`: the worker: does what is due in the outbox, and the nightly round once a night.

The demo has no worker process: there `in_a_thread` does the same beside the web server.
"""

import signal
import threading
from datetime import timedelta

import structlog
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from office.outbox import BATCH, drain, handles, post, waits

log = structlog.get_logger(__name__)

NIGHT = "nightly"
NIGHT_HOUR = 1  # local time


class Command(BaseCommand):
    help = "Work off the outbox until told to end (SIGTERM); run `nightly` after one in the morning."

    def add_arguments(self, parser):
        parser.add_argument("--pause", type=float, default=5.0, help="seconds between rounds")

    def handle(self, *args, pause, **options):
        stop = threading.Event()
        # The first process of a container never hears it otherwise, and would be killed in the middle of a job.
        signal.signal(signal.SIGTERM, lambda *_: stop.set())
        work(pause, stop=stop)


def work(pause, *, stop):
    """Round after round until `stop` is set; the job at hand is done first."""
    while not stop.is_set():
        work_once(stop)
        close_old_connections()  # a broken one is made anew
        stop.wait(pause)


def work_once(stop=None):
    """One round. Never raises: a database that starts anew must not end the worker."""
    try:
        plan_night()
        drain(stop=stop)
    except Exception as fault:
        log.exception("round of the worker failed", error=repr(fault))


def plan_night():
    """The next night waits in the outbox, so no restart skips one, and one that failed is tried again."""
    if not waits(NIGHT):
        post(NIGHT, {}, due_at=next_night(timezone.localtime()))


def next_night(now):
    """The next one o'clock in the morning after `now`."""
    night = now.replace(hour=NIGHT_HOUR, minute=0, second=0, microsecond=0)
    return night if night > now else night + timedelta(days=1)


@handles(NIGHT, batch=BATCH)  # two workers that planned the same night make one round of it
def _night(payloads):
    call_command(NIGHT)


def in_a_thread(pause=5.0):
    """Work beside the web server of this process; returns what stops it."""
    stop = threading.Event()
    threading.Thread(target=work, args=[pause], kwargs={"stop": stop}, name="worker", daemon=True).start()
    return stop
