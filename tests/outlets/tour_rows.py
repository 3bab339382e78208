"""Rows of tours for tests: a published tour with agreed visits, a producer that receives guests."""

from datetime import time, timedelta
from decimal import Decimal

from django.utils import timezone
from outlet_rows import itinerary, operator, outlet

from outlets.models import Visit
from outlets.tours import touring
from outlets.visits import hosting

HOSTING = {
    "welcomes": True,
    "weekdays": [0, 1, 2, 3, 4, 5, 6],
    "opens": time(8),
    "closes": time(16, 30),
    "season_from": 1,
    "season_to": 12,
    "receives_at_tet": True,  # whichever day the test runs
    "largest_group": 30,
    "coach_reaches": True,
    "minutes": 45,
    "tasting": True,
    "languages": ["vi"],
    "note": "",
    "latitude": Decimal("18.344000"),
    "longitude": Decimal("105.910000"),
}


def host(shop, **conditions):
    """A producer that receives up to 30 guests every day from 8:00 to 16:30."""
    producer = shop.producer()
    hosting.receive(producer, by=shop.office, **HOSTING | conditions)
    return producer


def places(number, **fields):
    """Outlets near each other with room for coaches, open 7:30–11:30 and 13:30–17:30."""
    return [outlet(coach_places=2, longitude=f"105.9{n % 10}0000", **fields) for n in range(number)]


def agree(tour, **facts):
    """Every host of the tour has said yes to its arrival."""
    for stop in tour.stops.all():
        if stop.host:
            Visit.objects.create(
                **{
                    "operator": tour.operator,
                    "itinerary": tour,
                    "stop": stop,
                    "outlet": stop.outlet,
                    "producer": stop.producer,
                    "day": timezone.localdate() + timedelta(days=20),
                    "starts": stop.starts,
                    "minutes": stop.minutes,
                    "size": 10,
                    "stage": Visit.Stage.CONFIRMED,
                    **facts,
                }
            )
    return tour


def published(user, *hosts, by=None, **fields):
    """A tour on the site with a stop at each outlet (two by default), of an operator of `user`."""
    tour = itinerary(by or operator(user), *(hosts or places(2)), **fields)
    return touring.publish(agree(tour), by=user)
