"""What the desk of an outlet and the order's page show of parcels that are fetched."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Max, Min
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from outlets.hours import opening
from shop.order.charging import cash_at_doors
from shop.order.models import Parcel, PickUp
from shop.shipping.picking_up import handing_over

TABS = ("aside", "arriving", "ready", "gone")


def counts_of(outlet):
    """{tab: how many} of one outlet, what has gone left out. 3 queries."""
    rows = PickUp.objects.at(outlet)
    return {
        "aside": rows.to_lay_aside().count(),
        "arriving": rows.arriving().count(),
        "ready": rows.ready().count(),
    }


def on_tab(outlet, tab):
    """The parcels on one tab of the outlet's desk, what is urgent first."""
    rows = PickUp.objects.at(outlet).for_pages().prefetch_related("parcel__lines")
    if tab == "aside":
        return rows.to_lay_aside().order_by("parcel__order__date_placed", "pk")
    if tab == "arriving":
        return rows.arriving().order_by("parcel__promised_to", "pk")
    if tab == "ready":
        return rows.ready().order_by("keep_until", "pk")
    ended = (Parcel.Stage.DELIVERED, Parcel.Stage.CANCELLED, Parcel.Stage.RETURNED)
    return rows.filter(parcel__stage__in=ended).order_by("-handed_over_at", "-pk")


def with_cash(pick_ups):
    """The list, each with `cash`: đồng to take, and what a keeper sees of the buyer. 2 queries."""
    pick_ups = list(pick_ups)
    cash = cash_at_doors([each.parcel for each in pick_ups])
    for each in pick_ups:
        each.cash = cash[each.parcel.pk] if each.parcel.stage in Parcel.ON_THE_WAY else 0
        each.phone_end = str(each.parcel.order.phone)[-3:]
    return pick_ups


def terms_in_short():
    """What is said before anybody buys: {"places", "least", "most"} outlets that hand over, and their days.

    Read anew every five minutes: 1 query.
    """
    return cache.get_or_set("fetching-terms", _terms, 300)


def _terms():
    days = Coalesce("pick_up_terms__keeps_days", settings.PICK_UP_DAYS)
    return handing_over().aggregate(places=Count("pk"), least=Min(days), most=Max(days))


def terms_of(outlet):
    """{"days", "is_free"}: how long the outlet keeps an order, whether the way there is free; None of one that
    hands none over. 1 query, none of another.
    """
    if not (outlet.picks_up and outlet.serves):
        return None
    terms = getattr(outlet, "pick_up_terms", None)
    if terms is None:
        return {"days": settings.PICK_UP_DAYS, "is_free": False}
    return {"days": terms.keeps_days, "is_free": terms.is_free}


@dataclass(slots=True)
class ForBuyer:
    """What the order's page says of a parcel that is fetched."""

    pick_up: Any
    hours: Any  # outlets.opening.State
    steps: list

    @property
    def outlet(self):
        return self.pick_up.outlet


def for_buyer(parcel):
    """`ForBuyer` of a parcel with its `pick_up`. 3 queries for the hours."""
    row = parcel.pick_up
    row.parcel = parcel
    return ForBuyer(row, opening.state(row.outlet, timezone.now()), steps_of(row))


def steps_of(row):
    """Its way as the buyer knows it: [(label, "done", "now", "wait", "off" or "")]."""
    stage = row.parcel.stage
    labels = [_("Ordered")]
    if not row.from_stock:
        labels += [_("The maker has confirmed"), _("On its way to the point of sale")]
    labels += [_("Ready to be fetched"), _("Fetched")]
    if stage in {Parcel.Stage.CANCELLED, Parcel.Stage.RETURNED}:
        return [(labels[0], "done"), (row.parcel.stage_label, "off")]
    if stage == Parcel.Stage.AWAITING:
        return [(label, "" if n else "wait") for n, label in enumerate(labels)]
    at = _reached(row, stage, len(labels) - 1)
    return [(label, "done" if n < at else "now" if n == at else "") for n, label in enumerate(labels)]


def _reached(row, stage, last):
    if stage == Parcel.Stage.DELIVERED:
        return last
    if row.ready_at:
        return last - 1
    if row.from_stock or stage == Parcel.Stage.NEW:
        return 0
    return 2 if stage == Parcel.Stage.HANDED_OVER else 1
