"""What the rooms above hear of an outlet's life, inside the transaction of its cause."""

from django.dispatch import Signal

# `outlet`: suspended or closed for good, so what was agreed there is not certain any more
outlet_stopped = Signal()
