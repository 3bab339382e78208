"""`manage.py nightly`: tidy up; nothing on the site waits for it to be true."""

from datetime import timedelta

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from catalogue.producers.stocking import tidy as tidy_holds
from catalogue.programme.recognising import expire_lapsed
from catalogue.search.indexing import rebuild
from office.outbox import drain, stuck
from office.payment.looking_up import look_up_all
from shop.account.claiming import forget_old
from shop.account.devices import forget_ended
from shop.alerting.asking import tidy as tidy_alerts
from shop.complaints.deciding import go_on_by_clock
from shop.order.carrying import look_after
from shop.order.personal import forget_old_orders


class Command(BaseCommand):
    help = "Log certificates that lapsed, move complaints on, forget old buyers, work off the outbox, rebuild the search index, clear old sessions."

    def handle(self, *args, **options):
        self.stdout.write(f"{expire_lapsed()} certificates lapsed since the last run.")
        self.stdout.write(f"{look_after()} parcels asked after.")
        passed, closed = go_on_by_clock()
        self.stdout.write(f"{passed} complaints passed on, {closed} closed: nobody acted in time.")
        self.stdout.write(f"{forget_old_orders()} old orders parted from their buyers.")
        self.stdout.write(f"{look_up_all()} payments left in the air decided.")
        self.stdout.write(f"{drain()} jobs done, {stuck().count()} given up.")
        self.stdout.write(f"{rebuild()} products indexed.")
        month = timezone.now() - timedelta(days=30)
        self.stdout.write(f"{tidy_holds(month)} holds that ended and {tidy_alerts(month)} alerts forgotten.")
        call_command("clearsessions")
        self.stdout.write(f"{forget_ended() + forget_old()} ended devices and codes forgotten.")
