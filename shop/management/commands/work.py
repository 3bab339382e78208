"""`manage.py work`: the worker: does what is due in the outbox, and the nightly round once a day."""

import time

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from office.outbox import drain

NIGHT_HOUR = 1  # local time


class Command(BaseCommand):
    help = "Work off the outbox for ever; run `nightly` after one in the morning."

    def add_arguments(self, parser):
        parser.add_argument("--pause", type=float, default=5.0, help="seconds between rounds")

    def handle(self, *args, pause, **options):
        last_night = timezone.localdate()
        while True:
            close_old_connections()
            drain()
            now = timezone.localtime()
            if now.date() != last_night and now.hour >= NIGHT_HOUR:
                last_night = now.date()
                call_command("nightly")
            time.sleep(pause)
