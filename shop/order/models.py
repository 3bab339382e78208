"""Orders. An order has one parcel per producer."""

from oscar.apps.order.models import *
