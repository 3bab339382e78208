"""What nobody fetched in time, or cannot be handed over, goes back: goods, money and everybody's knowledge of it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from office.stages import Refused
from shop.order.fulfilling import carry_out
from shop.order.models import Parcel, PickUp
from shop.returning.cancelling import tell_about
from shop.returning.models import Cancellation, FailedDelivery
from shop.returning.models.cancellation import Whose
from shop.returning.telling import in_language_of, tell_producer

from . import telling
from .handing_out import locked

Stage = Parcel.Stage


@transaction.atomic
def send_back(pick_up, *, reason, by):
    """It cannot be handed over: the goods are not there, spoilt, or the buyer does not want them. Returns it.

    What lay there is free again, what was sent there goes back to the maker; the buyer pays nothing, and what was
    paid goes back. Raises `Refused` to others, without a reason, and when there is nothing to end.
    """
    order, row = locked(pick_up, by)
    if not reason.strip():
        raise Refused(_("Say why."), field="reason")
    return _end(order, row, Cancellation.Reason.OTHER, reason.strip()[:500], by)


@transaction.atomic
def end_unfetched(pick_up):
    """It was kept as long as promised. Returns it, or None when it was fetched meanwhile."""
    order, row = locked(pick_up, None)
    if not row.is_ready or row.keep_until >= timezone.localdate():
        return None
    return _end(order, row, Cancellation.Reason.UNFETCHED, "", None)


def _end(order, row, reason, text, by):
    """`reason` is one of both kinds of records."""
    parcel = row.parcel
    words = text or str(dict(Cancellation.Reason.choices)[reason])
    given: Cancellation | FailedDelivery
    if parcel.may_become(Stage.CANCELLED) and row.from_stock:
        given = Cancellation.objects.create(parcel=parcel, reason=reason, text=text, whose=Whose.SHOP, by=by)
        carry_out(order, [parcel], Stage.CANCELLED, by=by, reason=words)
    elif parcel.stage == Stage.HANDED_OVER:
        given = FailedDelivery.objects.create(parcel=parcel, reason=reason, text=text, by=by)
        carry_out(order, [parcel], Stage.RETURNED, by=by, reason=words)
    else:
        raise Refused(
            _("There is nothing to send back here: it is “%(stage)s”.") % {"stage": parcel.stage_label}
        )
    given.refresh_from_db()
    given.parcel.order = order
    with in_language_of(order):
        tell_about(given)
    _tell_maker(row)
    return row


def _tell_maker(row):
    facts = {"parcel": str(row.parcel), "outlet": row.outlet.name}
    sentence = _("Parcel %(parcel)s was not fetched at %(outlet)s: its goods come back to you.")
    link = "/ban-lam-viec/tra-hang/"
    if row.from_stock:
        tell_producer(
            row.parcel,
            lambda: (
                _("Parcel %(parcel)s was not fetched: its goods are for sale at %(outlet)s again.") % facts
            ),
            link=link,
        )
    else:
        tell_producer(row.parcel, lambda: sentence % facts, link=link)


def remind_in_time(today=None):
    """Tell the buyers whose last day is tomorrow, each once; returns how many. For the nightly run."""
    tomorrow = (today or timezone.localdate()) + timedelta(days=1)
    rows = PickUp.objects.ready().filter(keep_until__lte=tomorrow, reminded_at=None)
    told = 0
    for pick_up in rows.for_pages().order_by("pk"):
        with transaction.atomic():
            _order, row = locked(pick_up, None)
            if row.is_ready and row.reminded_at is None:
                row.reminded_at = timezone.now()
                row.save(update_fields=["reminded_at"])
                telling.remind(row)
                told += 1
    return told


def end_overdue():
    """Send back what nobody fetched in time; returns how many. For the nightly run."""
    return sum(end_unfetched(each) is not None for each in PickUp.objects.over().for_pages().order_by("pk"))
