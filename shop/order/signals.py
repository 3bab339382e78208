"""What other rooms may listen to. Sent inside the transaction, after the rows are written."""

from django.dispatch import Signal

parcel_moved = Signal()  # parcel, before (the stage it came from; "" when it has just been made), by

# Inside `personal.forget`: the buyer of `order` has been taken out of it; `order`.
buyer_forgotten = Signal()
