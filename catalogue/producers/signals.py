"""What higher rooms may listen to. Sent inside the transaction."""

from django.dispatch import Signal

stock_came = Signal()  # products: keys of products (or sizes) of which more can be bought than a moment ago
