"""`manage.py nightly`: tidy up; nothing on the site waits for it to be true."""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from catalogue.programme.recognising import expire_lapsed
from catalogue.search.indexing import rebuild
from office.outbox import drain, stuck
from office.payment.looking_up import look_up_all


class Command(BaseCommand):
    help = "Log certificates that lapsed, work off the outbox, rebuild the search index, clear old sessions."

    def handle(self, *args, **options):
        self.stdout.write(f"{expire_lapsed()} certificates lapsed since the last run.")
        self.stdout.write(f"{look_up_all()} payments left in the air decided.")
        self.stdout.write(f"{drain()} jobs done, {stuck().count()} given up.")
        self.stdout.write(f"{rebuild()} products indexed.")
        call_command("clearsessions")
