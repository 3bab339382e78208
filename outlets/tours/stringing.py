"""An itinerary is a string of stops: they are added, changed, moved, copied and taken out."""

from datetime import time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from office.editing import refuse_overtaken
from office.stages import Refused

from ..borders import in_vietnam
from ..models import Itinerary, Stop, StopText, Visit
from ..models.itinerary import MOST_DAYS
from ..rules import acts_for
from . import planning
from .surveying import minute, of_itinerary, problems, with_hosts

FACTS = frozenset(
    {
        "kind", "day", "starts", "minutes", "outlet", "producer", "name_vi", "name_en", "latitude", "longitude",
        "reason_vi", "reason_en",
    }
)  # fmt: skip
EDITED_FACTS = FACTS - {"outlet", "producer"} | {"outlet_id", "producer_id"}  # as prints are made of them
EDITED = (Itinerary.Stage.DRAFT, Itinerary.Stage.WITHDRAWN)
HOSTS = frozenset({Stop.Kind.OUTLET, Stop.Kind.PRODUCER})


@transaction.atomic
def add(itinerary, *, by, anyway=False, **facts):
    """One more stop; returns it. Times are local, `minutes` is its length, the point in degrees (WGS 84).

    Raises `Refused` at the field for what no plan can have (its shape), and, unless it is kept in the draft
    `anyway`, for what `planning.problems` says of this stop.
    """
    itinerary = opened(itinerary, by=by)
    return _set(Stop(itinerary=itinerary), facts, anyway)


@transaction.atomic
def change(stop, *, by, anyway=False, seen="", **facts):
    """Change a stop; returns it. Raises `Refused` as `add` does, when its host would change under a visit, and
    when somebody else saved since its print was `seen` (`office.editing`).
    """
    opened(stop.itinerary, by=by)
    stop = _locked(stop)
    refuse_overtaken(stop, EDITED_FACTS, seen, facts)
    hosts = {name: facts.get(name, getattr(stop, name)) for name in ("outlet", "producer")}
    if any(getattr(stop, name) != value for name, value in hosts.items()):
        _refuse_under_visit(stop)
    return _set(stop, facts, anyway)


@transaction.atomic
def shift(stop, *, starts, anyway=False):
    """Let a stop begin at another time, also on a tour on the site; returns it. Who may is asked before.

    Raises `Refused` as `change` does.
    """
    Itinerary.objects.select_for_update(of=("self",), no_key=True).get(pk=stop.itinerary_id)
    stop = _set(_locked(stop), {"starts": starts}, anyway)
    Itinerary.objects.filter(pk=stop.itinerary_id).update(changed_at=timezone.now())  # calendars look at it
    return stop


def why_not(stop, *, starts):
    """Why this stop cannot begin at `starts` among the others as they are now, as a sentence; "" when it can."""
    moved = with_hosts(Stop.objects.select_related("itinerary")).get(pk=stop.pk)
    moved.starts = starts
    found = _problem_of(moved)
    return found[0].sentence if found else ""


@transaction.atomic
def take_out(stop, *, by):
    """Take a stop out of the itinerary. Raises `Refused` while a visit there is asked for or agreed."""
    opened(stop.itinerary, by=by)
    stop = _locked(stop)
    _refuse_under_visit(stop)
    stop.delete()


@transaction.atomic
def swap(stop, *, earlier, by):
    """Let a stop change places with its neighbour of the day: together they begin and end as before.

    Raises `Refused` when there is none on that side. What becomes impossible by it shows as a problem.
    """
    opened(stop.itinerary, by=by)
    stop = _locked(stop)
    of_day = list(Stop.objects.filter(itinerary=stop.itinerary_id, day=stop.day))
    at = [each.pk for each in of_day].index(stop.pk)
    other = at - 1 if earlier else at + 1
    if not 0 <= other < len(of_day):
        raise Refused(
            _("It is the first of the day already.") if earlier else _("It is the last of the day already.")
        )
    first, second = (of_day[other], of_day[at]) if earlier else (of_day[at], of_day[other])
    begins, ends = minute(first.starts), minute(second.starts) + second.minutes
    second.starts, first.starts = first.starts, _time(max(begins, ends - first.minutes))
    first.save(update_fields=["starts"])
    second.save(update_fields=["starts"])
    return stop


@transaction.atomic
def copy_day(itinerary, *, day, to, by):
    """Copy the stops of one day, in all their languages, behind those of day `to`, which may be one more than there are; returns them.

    Visits are not copied. The same places twice show as problems until one of them is changed.
    """
    itinerary = opened(itinerary, by=by)
    if to == itinerary.days + 1 and to <= MOST_DAYS:
        itinerary.days = to
        itinerary.save(update_fields=["days", "changed_at"])
    if not 1 <= to <= itinerary.days or to == day:
        raise Refused(_("Choose another day of the tour."), field="to")
    stops = list(Stop.objects.filter(itinerary=itinerary, day=day))
    if not stops:
        raise Refused(_("There is nothing on this day to copy."), field="day")
    for stop in stops:
        texts = list(StopText.objects.filter(stop=stop))
        stop.pk, stop.day = None, to
        stop._state.adding = True
        stop.save()
        for text in texts:
            text.pk, text.stop, text._state.adding = None, stop, True
        StopText.objects.bulk_create(texts)
    return stops


def opened(itinerary, *, by):
    """The itinerary under a lock, for changing its stops. Raises `Refused` to others and while it is on the site."""
    itinerary = locked(itinerary, by=by)
    refuse_on_site(itinerary)
    return itinerary


def locked(itinerary, *, by):
    """The itinerary under a lock. Raises `Refused` to others."""
    itinerary = (
        Itinerary.objects.select_related("operator")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=itinerary.pk)
    )
    if not acts_for(by, itinerary.operator):
        raise Refused(_("This is another operator's tour."))
    return itinerary


def refuse_on_site(itinerary):
    """Raise `Refused` while the tour is on the site: its stops are what its hosts agreed to."""
    if itinerary.stage not in EDITED:
        raise Refused(_("The tour is on the site. Take it back to a draft to change its stops."))


def _set(stop, facts, anyway):
    """Write the facts on the stop, refuse what cannot be, and save."""
    if unknown := set(facts) - FACTS:
        raise TypeError(f"no facts of a stop: {sorted(unknown)}")
    for name, value in facts.items():
        setattr(stop, name, value.strip() if isinstance(value, str) else value)
    _refuse_shape(stop)
    if stop.kind in HOSTS:  # they have the place of their host
        stop.name_vi = stop.name_en = ""
        stop.latitude = stop.longitude = None
    if not anyway:
        _refuse_impossible(stop)
    stop.save()
    return stop


def _refuse_shape(stop):
    """What no plan may have, drafts included: the database would not take it either."""
    shortest, longest = Stop.LENGTHS
    if stop.minutes is None or stop.minutes < shortest:
        raise Refused(
            _("A stop takes at least %(least)d minutes: a group cannot leave before it has come.")
            % {"least": shortest},
            field="minutes",
        )
    if stop.minutes > longest:
        raise Refused(_("A stop takes at most 12 hours."), field="minutes")
    if not 1 <= stop.day <= stop.itinerary.days:
        raise Refused(_("The tour has no day %(day)d.") % {"day": stop.day}, field="day")
    if minute(stop.starts) + stop.minutes > planning.DAY:
        raise Refused(_("This stop would end after midnight."), field="minutes")
    if not stop.reason_vi:
        raise Refused(_("Say in a sentence why the group stops here."), field="reason_vi")
    if stop.kind in HOSTS and getattr(stop, stop.kind) is None:
        raise Refused(_("Choose where the group stops."), field="host")
    if stop.kind not in HOSTS and not stop.name_vi:
        raise Refused(_("Name the place."), field="name")
    if stop.latitude is not None and not in_vietnam(stop.latitude, stop.longitude):
        raise Refused(_("This point does not lie in Vietnam."), field="point")


def _refuse_impossible(stop):
    if found := _problem_of(stop):
        problem, field = found
        raise Refused(problem.sentence, field=field)


def _problem_of(stop):
    """(problem, field): the first thing planning has against this very stop, among the others as they are now."""
    others = list(of_itinerary(stop.itinerary).exclude(pk=stop.pk))
    key = stop.pk
    if stop.producer_id:  # its conditions may have been read before they were written
        stop.producer.refresh_from_db()
    for problem in problems(stop.itinerary, [*others, stop]):
        if field := problem.at(key):
            return problem, field
    return None


def _refuse_under_visit(stop):
    if any(visit.binds for visit in stop.visits.filter(stage__in=Visit.LIVE)):
        raise Refused(_("A visit is asked for or agreed at this stop. Call it off first."), field="host")


def _locked(stop):
    """The stop as it is now, under a lock. Raises `Refused` when it was taken out meanwhile."""
    found = (
        with_hosts(Stop.objects.select_for_update(of=("self",), no_key=True))
        .select_related(
            "itinerary__operator", "outlet__commune__area", "producer__commune__area", "producer__visiting"
        )
        .filter(pk=stop.pk)
        .first()
    )
    if found is None:
        raise Refused(_("A stop was taken out meanwhile. Load the page again."))
    return found


def _time(minute):
    return time(minute // 60, minute % 60)
