"""Oscar's dashboard moves an order: every parcel that may goes along, by the same act as on the desk."""

from django.db import transaction
from django.utils.translation import gettext as _
from oscar.apps.order.processing import EventHandler as OscarEventHandler
from oscar.apps.payment.exceptions import PaymentError

from office.stages import Refused

from .exceptions import InvalidOrderStatus, InvalidPaymentEvent, InvalidShippingEvent
from .fulfilling import may_move, move_all


class NotMoved(PaymentError, InvalidOrderStatus):
    """No parcel could follow. Oscar's list of orders catches a payment error only, its page of one order both."""


class EventHandler(OscarEventHandler):
    @transaction.atomic
    def handle_order_status_change(self, order, new_status, note_msg=None):
        """Move the parcels that may become `new_status`, all or none. Raises `NotMoved` when none may."""
        parcels = [
            parcel
            for parcel in order.parcels.select_related("producer")
            if parcel.may_become(new_status) and may_move(self.user, parcel)
        ]
        if not parcels:
            raise NotMoved(_("No parcel of this order can go there now."))
        try:
            move_all(parcels, new_status, by=self.user)
        except Refused as refused:
            raise NotMoved(refused.message) from refused
        order.refresh_from_db()
        if note_msg:
            self.create_note(order, note_msg)

    def handle_shipping_event(self, order, event_type, lines, line_quantities, **kwargs):
        raise InvalidShippingEvent(_("Parcels are moved as a whole, on the desk or by the order's status."))

    def handle_payment_event(self, order, event_type, amount, lines=None, line_quantities=None, **kwargs):
        raise InvalidPaymentEvent(_("Payments are not noted by hand."))
