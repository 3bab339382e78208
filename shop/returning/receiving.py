"""What other rooms tell: a parcel moved, money is back with a buyer."""

from django.utils.translation import gettext as _

from office.payment.signals import refund_done, refund_dropping
from office.stages import Refused
from shop.order.models import Parcel
from shop.order.signals import parcel_moved

from . import answering, cancelling, invoicing, repaying, reviewing
from .models import Return


def watch():
    """Listen; called in the app's `ready`. All happens in the transaction of the cause."""
    parcel_moved.connect(_parcel_moved, dispatch_uid="returning")
    refund_done.connect(_refund_done, dispatch_uid="returning")
    refund_dropping.connect(_refund_dropping, dispatch_uid="returning")


def _parcel_moved(sender, *, parcel, before, by, **kwargs):
    answering.refuse_unless_whole(parcel, before)
    cancelling.moved(parcel, before, by)
    invoicing.parcel_begun(parcel, before)
    invoicing.parcel_ended(parcel)
    if parcel.stage == Parcel.Stage.DELIVERED:
        reviewing.plan_invitation(parcel)


def _refund_done(sender, *, refund, **kwargs):
    given = repaying.of_refund(refund)
    if isinstance(given, Return):
        answering.refunded(given)


def _refund_dropping(sender, *, refund, **kwargs):
    """What was called off or sent back is owed to the buyer, and the maker's account has given it already."""
    given = repaying.of_refund(refund)
    if given is not None:
        raise Refused(
            _(
                "This is owed to the buyer for %(what)s, and the maker does not get it: it cannot be kept. "
                "Transfer it by hand; when the account is wrong, ask the buyer for another one."
            )
            % {"what": given.number if isinstance(given, Return) else given.parcel}
        )
