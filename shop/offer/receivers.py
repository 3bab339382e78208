"""Oscar's app imports its receivers from here."""

from oscar.apps.offer.receivers import *  # noqa: F403
