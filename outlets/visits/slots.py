"""How many guests a host can still take at a time of a day. Whoever takes places holds the host's lock first."""

from datetime import timedelta

from django.utils.translation import gettext as _

from office.stages import Refused

from ..hours import opening
from ..models import Busy, Outlet, ProducerVisiting, Visit
from ..models.visit import moment
from . import hosting


def lock(host):
    """The host's row under a lock, held to the end of the transaction: slots of one host are taken in turn."""
    return type(host)._base_manager.select_for_update(no_key=True).get(pk=host.pk)


def capacity(host):
    """Guests the host takes at once; 0 when it receives nobody. 1 query for a producer."""
    if isinstance(host, Outlet):
        return host.visit_capacity if host.serves else 0
    if host.is_suspended:
        return 0
    visiting = ProducerVisiting.objects.filter(producer=host, welcomes=True).first()
    return visiting.largest_group if visiting else 0


def taken(host, begins, ends, *, but=None):
    """The most guests that are there at once between two moments, without visit `but`. 1 query."""
    day = timedelta(days=1)
    near = Visit.objects.at(host).holding().exclude(pk=but.pk if but else None)
    days = (begins.date() - day, ends.date() + day)
    rows = [*near.filter(day__range=days), *near.filter(proposed_day__range=days, stage=Visit.Stage.PROPOSED)]
    edges = []
    for visit in {row.pk: row for row in rows}.values():
        for held_from, held_to in visit.held_spans:
            first, last = max(held_from, begins), min(held_to, ends)
            if first < last:
                edges += [(first, visit.size), (last, -visit.size)]
    most = there = 0
    for _at, change in sorted(edges):  # who leaves at a moment goes before who comes: the minus sorts first
        there += change
        most = max(most, there)
    return most


def why_shut(host, day, starts, minutes):
    """Why no group at all can be at the host then, by its stage, hours or conditions; "" when one can."""
    if not isinstance(host, Outlet) and not capacity(host):
        return _("“%(host)s” receives no groups at present.") % {"host": host}
    return _closed(host, day, starts, minutes)


def refuse_unfit(host, day, starts, minutes, size, *, but=None):
    """Raise `Refused` at the field when `size` guests cannot be at the host then.

    By its hours or conditions, its size, its own calendar, or the other groups that hold places.
    """
    most = capacity(host)
    if not most:
        raise Refused(_("“%(host)s” receives no groups at present.") % {"host": host}, field="host")
    if size > most:
        raise Refused(
            _("“%(host)s” takes at most %(most)d guests at once.") % {"host": host, "most": most},
            field="size",
        )
    if why := _closed(host, day, starts, minutes):
        raise Refused(why, field="starts")
    begins = moment(day, starts)
    ends = begins + timedelta(minutes=minutes)
    if Busy.objects.filter(**_of(host), begins_at__lt=ends, ends_at__gt=begins).exists():
        raise Refused(
            _("“%(host)s” is busy at that time by its own calendar.") % {"host": host}, field="starts"
        )
    left = most - taken(host, begins, ends, but=but)
    if size > left:
        raise Refused(
            _("At that time “%(host)s” has room for %(left)d more guests.")
            % {"host": host, "left": max(left, 0)},
            field="starts",
        )


def _closed(host, day, starts, minutes):
    if isinstance(host, Outlet):
        return opening.fits(host, day, starts, minutes)
    return hosting.why_closed(host.visiting, day, starts, minutes)


def _of(host):
    return {"outlet": host} if isinstance(host, Outlet) else {"producer": host}
