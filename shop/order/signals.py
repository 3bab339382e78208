"""What other rooms may listen to. Sent inside the transaction, after the rows are written."""

from django.dispatch import Signal

parcel_moved = Signal()  # parcel, before (the stage it came from; "" when it has just been made), by
