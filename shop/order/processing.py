"""Oscar's dashboard moves an order: every parcel that may goes along, by the same act as on the desk."""

from oscar.apps.order.processing import EventHandler as OscarEventHandler

from office.stages import Refused

from .exceptions import InvalidOrderStatus
from .fulfilling import move


class EventHandler(OscarEventHandler):
    def handle_order_status_change(self, order, new_status, note_msg=None):
        moved = 0
        for parcel in order.parcels.select_related("producer"):
            if parcel.may_become(new_status):
                try:
                    move(parcel, new_status, by=self.user)
                except Refused as refused:
                    raise InvalidOrderStatus(refused.message) from refused
                moved += 1
        if not moved:
            raise InvalidOrderStatus(new_status)
        order.refresh_from_db()
        if note_msg:
            self.create_note(order, note_msg)
