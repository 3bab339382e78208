"""Oscar's basket, unchanged; forked for its addresses."""

from oscar.apps.basket.models import *
