"""When a parcel leaves and arrives: days ready, days not sent, days without delivery, hours on the way."""

from datetime import timedelta

TAKEN_IN_THE_AFTERNOON = 6  # hours a parcel still travels on the day it is collected
HORIZON = 30  # days ahead in which a day to leave is looked for


def days_on_the_way(hours):
    """Nights between collection in the afternoon and arrival `hours` later."""
    return -(-max(0, hours - TAKEN_IN_THE_AFTERNOON) // 24)


def open_day(day, closed):
    """`day`, or the first after it on which somebody delivers."""
    while day in closed:
        day += timedelta(days=1)
    return day


def travel(ready, *, hours_min, hours_max, closed, weekdays_off=(), keeps_hours=None):
    """(leaves, earliest, latest) of what is ready on day `ready`, or None when it would not keep.

    It leaves on the first day that is not in `closed` nor one of `weekdays_off`, and from which it arrives
    within `keeps_hours` although nobody delivers on days in `closed`.
    """
    for ahead in range(HORIZON):
        leaves = ready + timedelta(days=ahead)
        if leaves in closed or leaves.weekday() in weekdays_off:
            continue
        planned = leaves + timedelta(days=days_on_the_way(hours_max))
        latest = open_day(planned, closed)
        waited = (latest - planned).days * 24
        if keeps_hours is None or hours_max + waited <= keeps_hours:
            earliest = open_day(leaves + timedelta(days=days_on_the_way(hours_min)), closed)
            return leaves, min(earliest, latest), latest
    return None
