"""`manage.py nightly`: tidy up; nothing on the site waits for it to be true."""

from datetime import timedelta

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from catalogue.producers.stocking import tidy as tidy_holds
from catalogue.programme.recognising import expire_lapsed
from catalogue.search.indexing import rebuild
from office.outbox import drain, stuck
from shop.alerting.asking import tidy as tidy_alerts
from shop.order.carrying import forget as forget_reports
from shop.order.carrying import look_after
from shop.order.placing import expire, unpaid


class Command(BaseCommand):
    help = "Log certificates that lapsed, work off the outbox, rebuild the search index, give up orders nobody paid, tidy."

    def handle(self, *args, **options):
        self.stdout.write(f"{expire_lapsed()} certificates lapsed since the last run.")
        self.stdout.write(f"{look_after()} parcels asked after.")
        self.stdout.write(f"{drain()} jobs done, {stuck().count()} given up.")
        self.stdout.write(f"{rebuild()} products indexed.")
        late = unpaid(timezone.now() - timedelta(days=1))
        for order in late:
            expire(order)
        self.stdout.write(f"{len(late)} orders nobody paid given up.")
        month = timezone.now() - timedelta(days=30)
        self.stdout.write(f"{tidy_holds(month)} holds that ended and {tidy_alerts(month)} alerts forgotten.")
        self.stdout.write(f"{forget_reports(month)} reports of couriers forgotten.")
        call_command("clearsessions")
