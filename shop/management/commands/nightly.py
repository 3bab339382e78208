"""`manage.py nightly`: tidy up; nothing on the site waits for it to be true."""

from datetime import timedelta

import structlog
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
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

log = structlog.get_logger(__name__)


def _days_ago(days):
    return timezone.now() - timedelta(days=days)


def _give_up_unpaid():
    return sum(give_up_if_unpaid(order) for order in unpaid(timezone.now() - grace()))


def _end_sessions():
    call_command("clearsessions")
    return f"{forget_ended() + forget_old()} ended devices and codes forgotten."


# What to do, in this order, and how it is reported.
STEPS = (
    lambda: f"{expire_lapsed()} certificates lapsed since the last run.",
    lambda: f"{look_after()} parcels asked after.",
    lambda: "{} complaints passed on, {} closed: nobody acted in time.".format(*go_on_by_clock()),
    lambda: f"{take_on_late()} returns taken to the shop: no maker answered in time.",
    lambda: f"{remind_in_time()} buyers reminded to fetch, {end_overdue()} orders gone back.",
    lambda: f"{end_lapsed()} visits called off: nobody answered in time.",
    lambda: f"{forget_old_orders()} old orders parted from their buyers.",
    lambda: f"{look_up_all()} payments left in the air decided.",
    lambda: f"{ask_all()} fees of providers learnt.",
    lambda: f"{drain()} jobs done, {stuck().count()} given up.",
    lambda: f"{rebuild()} products indexed.",
    lambda: (
        f"{prepare_market_years()} years of market days made, hours of {write_ahead()} outlets written ahead."
    ),
    lambda: f"{_give_up_unpaid()} orders nobody paid given up.",
    lambda: (
        f"{tidy_holds(_days_ago(30))} holds that ended and {tidy_alerts(_days_ago(30))} alerts forgotten."
    ),
    lambda: f"{forget_reports(_days_ago(30))} reports of couriers forgotten.",
    lambda: f"{forget_calls(_days_ago(90))} calls of payment providers forgotten.",
    lambda: f"{forget_reporters()} who reported mistakes of outlets forgotten.",
    lambda: f"{ask_in_time()} keepers asked to confirm, {open_duties()} half-year reports due.",
    _end_sessions,
)


class Command(BaseCommand):
    help = "Move on what waits for its day, tidy up, rebuild the search index."

    def handle(self, *args, **options):
        """One step that fails keeps none from its turn; the worker makes the round again a little later."""
        failed = 0
        for step in STEPS:
            try:
                self.stdout.write(step())
            except Exception as fault:
                failed += 1
                log.exception("step of the night failed", error=repr(fault))
        if failed:
            raise CommandError(f"{failed} of {len(STEPS)} steps failed: the log says why.")
