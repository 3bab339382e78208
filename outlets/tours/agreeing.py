"""Host and operator agree on a time, and the stop of the tour says the same: in one transaction.

Where the plan cannot have the stop at that time it stays, and a tour on the site becomes a draft: its page never
shows a time that was agreed otherwise.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from office.stages import Refused

from ..models import Itinerary, Visit
from ..rules import acts_for
from ..visits import visiting
from ..visits.telling import tell_operator
from . import stringing

MOVE, ANYWAY, LEAVE = "move", "anyway", "leave"


def apart(visit, starts=None):
    """Whether the stop of the visit begins at another time than `starts` (by default the visit's own)."""
    return visit.stop_id is not None and visit.stop.starts != (starts or visit.starts)


@transaction.atomic
def accept(visit, *, by, stop=MOVE):
    """The operator takes the proposed time; the stop of its tour moves there (`MOVE`), moves there although the
    plan then does not work (`ANYWAY`), or stays for now (`LEAVE`). The last two take a tour off the site.

    Raises `Refused` as `visiting.accept`, and at "stop" when it is to move and the plan cannot have it.
    """
    visit = visiting.accept(visit, by=by)
    if not apart(visit):
        return visit
    if stop != LEAVE and not (why := stringing.why_not(visit.stop, starts=visit.starts)):
        stringing.shift(visit.stop, starts=visit.starts)
        return visit
    if stop == MOVE:
        raise Refused(why, field="stop")
    _take_off_site(visit, by)
    if stop == ANYWAY:
        stringing.shift(visit.stop, starts=visit.starts, anyway=True)
    return visit


@transaction.atomic
def confirm(visit, *, by):
    """The host says yes. On a tour on the site the stop follows what the operator asked for; where it cannot,
    the tour becomes a draft and the operator is told. Raises `Refused` as `visiting.confirm`.

    In a draft the stop stays: its operator may have changed the plan since it asked.
    """
    visit = visiting.confirm(visit, by=by)
    if not apart(visit) or visit.stop.itinerary.stage != Itinerary.Stage.PUBLISHED:
        return visit
    if not stringing.why_not(visit.stop, starts=visit.starts):
        stringing.shift(visit.stop, starts=visit.starts)
        return visit
    _take_off_site(visit, by)
    tell_operator(
        visit,
        lambda: (
            _("“%(tour)s” is a draft again: it cannot have %(host)s at %(time)s. %(why)s")
            % {
                "tour": visit.stop.itinerary,
                "host": visit.host,
                "time": f"{visit.starts:%H:%M}",
                "why": stringing.why_not(visit.stop, starts=visit.starts),
            }
        ),
    )
    return visit


@transaction.atomic
def follow(stop, *, by):
    """Move a stop of a draft to the time its host agreed to; returns it.

    Raises `Refused` to others, when nothing else is agreed, and at the field for what the plan has against it.
    """
    if not acts_for(by, stop.itinerary.operator):
        raise Refused(_("This is another operator's tour."))
    stop.refresh_from_db(fields=["starts"])
    visit = stop.visits.filter(stage=Visit.Stage.CONFIRMED).last()  # one that is over may be left behind
    if visit is None or visit.starts == stop.starts:
        raise Refused(_("The plan says what was agreed with the host."))
    return stringing.change(stop, by=by, starts=visit.starts)


def _take_off_site(visit, by):
    """Back to a draft, with the reason in its story, when the tour is on the site."""
    itinerary = Itinerary.objects.select_for_update(of=("self",), no_key=True).get(pk=visit.stop.itinerary_id)
    if itinerary.stage == Itinerary.Stage.PUBLISHED:
        why = _("“%(host)s” agreed to another time than the plan says.") % {"host": visit.host}
        itinerary.advance(Itinerary.Stage.DRAFT, by=by, reason=why)
