"""Oscar looks its exceptions up here."""

from oscar.apps.order.exceptions import *  # noqa: F403
