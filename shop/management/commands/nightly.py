"""`manage.py nightly`: tidy up; nothing on the site waits for it to be true."""

from datetime import timedelta

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from catalogue.producers.stocking import tidy as tidy_holds
from catalogue.programme.recognising import expire_lapsed
from catalogue.search.indexing import rebuild
from office.outbox import drain, stuck
from office.payment.callbacks import forget_old as forget_calls
from office.payment.costing import ask_all
from office.payment.looking_up import look_up_all
from outlets.finding.mending import forget as forget_reporters
from outlets.hours.opening import write_ahead
from outlets.hours.scheduling import prepare_market_years
from outlets.network.reporting import open_duties
from outlets.network.verifying import ask_in_time
from outlets.visits.visiting import end_lapsed
from shop.account.claiming import forget_old
from shop.account.devices import forget_ended
from shop.alerting.asking import tidy as tidy_alerts
from shop.complaints.deciding import go_on_by_clock
from shop.order.carrying import forget as forget_reports
from shop.order.carrying import look_after
from shop.order.charging import grace
from shop.order.payments import give_up_if_unpaid
from shop.order.personal import forget_old_orders
from shop.order.placing import unpaid
from shop.picking.ending import end_overdue, remind_in_time
from shop.returning.claiming import take_on_late


class Command(BaseCommand):
    help = "Move on what waits for its day, tidy up, rebuild the search index."

    def handle(self, *args, **options):
        self.stdout.write(f"{expire_lapsed()} certificates lapsed since the last run.")
        self.stdout.write(f"{look_after()} parcels asked after.")
        passed, closed = go_on_by_clock()
        self.stdout.write(f"{passed} complaints passed on, {closed} closed: nobody acted in time.")
        self.stdout.write(f"{take_on_late()} returns taken to the shop: no maker answered in time.")
        self.stdout.write(f"{remind_in_time()} buyers reminded to fetch, {end_overdue()} orders gone back.")
        self.stdout.write(f"{end_lapsed()} visits called off: nobody answered in time.")
        self.stdout.write(f"{forget_old_orders()} old orders parted from their buyers.")
        self.stdout.write(f"{look_up_all()} payments left in the air decided.")
        self.stdout.write(f"{ask_all()} fees of providers learnt.")
        self.stdout.write(f"{drain()} jobs done, {stuck().count()} given up.")
        self.stdout.write(f"{rebuild()} products indexed.")
        markets = prepare_market_years()
        self.stdout.write(
            f"{markets} years of market days made, hours of {write_ahead()} outlets written ahead."
        )
        late = sum(give_up_if_unpaid(order) for order in unpaid(timezone.now() - grace()))
        self.stdout.write(f"{late} orders nobody paid given up.")
        month = timezone.now() - timedelta(days=30)
        self.stdout.write(f"{tidy_holds(month)} holds that ended and {tidy_alerts(month)} alerts forgotten.")
        self.stdout.write(f"{forget_reports(month)} reports of couriers forgotten.")
        self.stdout.write(
            f"{forget_calls(timezone.now() - timedelta(days=90))} calls of payment providers forgotten."
        )
        self.stdout.write(f"{forget_reporters()} who reported mistakes of outlets forgotten.")
        self.stdout.write(f"{ask_in_time()} keepers asked to confirm, {open_duties()} half-year reports due.")
        call_command("clearsessions")
        self.stdout.write(f"{forget_ended() + forget_old()} ended devices and codes forgotten.")
